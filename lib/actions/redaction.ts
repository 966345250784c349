'use server'

import { db } from '@/lib/data/db.ts'
import * as data from '@/lib/data/redaction/redact.ts'
import * as snapshot from '@/lib/data/redaction/snapshot.ts'
import * as shelf from '@/lib/data/redaction/source.ts'
import { withoutWords } from '@/lib/exchange/working-text.ts'
import * as accepts from '@/lib/schema/redact.ts'
import { articleAction, deskAction } from './action.ts'

export const redactEntry = articleAction(accepts.entryRedaction, 'record.redact', (article, asked) =>
  data.redactEntry(db(), article, asked, withoutWords),
)

export const redactSource = deskAction(accepts.sourceRedaction, 'record.redact', (authority, asked) =>
  shelf.redactSource(db(), authority, asked),
)

export const redactReason = deskAction(accepts.reasonRedaction, 'record.redact', (authority, asked) =>
  shelf.redactReason(db(), authority, asked),
)

export const redactSnapshot = deskAction(accepts.snapshotRedaction, 'record.redact', (authority, asked) =>
  snapshot.redactSnapshot(db(), authority, asked),
)
