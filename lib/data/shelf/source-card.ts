import { gradeOf } from '@/lib/domain/check/scale.ts'
import { type Csl, whereabouts } from '@/lib/domain/source/source.ts'
import { AppError } from '@/lib/platform/errors.ts'
import type { SourceCard } from '@/lib/view/shelf.ts'
import type { Authority } from '../access.ts'
import type { Db } from '../db.ts'
import { recordSelect, standingRecord } from '../source/record.ts'

/** A source as a form shows it that chose it: by the record it goes by. @throws AppError where this desk has none such */
export async function sourceCard(db: Db, { workspaceId }: Authority, sourceId: string): Promise<SourceCard> {
  const row = await db.source.findFirst({
    where: { id: sourceId, workspaceId, endedSeq: null },
    select: {
      ...recordSelect(),
      grades: { where: { endedSeq: null }, select: { reliability: true, reason: true }, take: 1 },
    },
  })
  if (!row) throw new AppError('not_found', 'There is no such source on this shelf.')
  const { id, title, csl } = standingRecord(row)
  return { id, title, imprint: whereabouts(csl), type: csl.type, reliability: gradeOf(row.grades[0]) }
}

/** The record that an entry of the shelf goes by. @throws AppError not_found */
export async function standingCsl(db: Db, { workspaceId }: Authority, sourceId: string): Promise<Csl> {
  const row = await db.source.findFirst({
    where: { id: sourceId, workspaceId, endedSeq: null },
    select: recordSelect(),
  })
  if (!row) throw new AppError('not_found', 'There is no such source on this shelf.')
  return standingRecord(row).csl
}
