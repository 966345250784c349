'use client'

import { createContext, useContext, useState } from 'react'
import { toast } from 'sonner'
import { useGalley } from '@/components/article/article-context.ts'
import { RedactDialog, RedactedBy } from '@/components/ui/redact-dialog.tsx'
import { useCommand } from '@/components/ui/use-command.ts'
import { redactEntry } from '@/lib/actions/redaction.ts'
import type { RedactionMark } from '@/lib/domain/desk/redaction.ts'

/** The redactions of the open claim, by the id of the entry. */
export const Redactions = createContext<Record<string, RedactionMark>>({})

type What = 'comment' | 'assessment' | 'adjudication' | 'citation' | 'wording' | 'search' | 'assignment'

const GOES: Record<What, string> = {
  comment: 'the words of the comment.',
  assessment: 'the rationale, also where it was carried along or re-affirmed. The verdict stays.',
  adjudication: 'the reason. The verdict stays.',
  citation: 'the quote, the note and the place, also where the citation was carried along. The source stays cited.',
  wording:
    'these words wherever this claim said them, with their reason: also in what came of it when it was split or merged, in proposals, in what upstream said and in the working text.',
  search: 'where, for what, and what came of it in words. What was found stays.',
  assignment: 'what was to be done. Who has the claim stays.',
}

/** Beside an entry: the way to redact it, for an owner. @param gone its words are not there any more (default: it has a mark) */
export function RedactButton({
  id,
  what,
  gone,
  bare = false,
  empty = false,
  withdrawn = false,
}: {
  id: string
  what: What
  gone?: boolean
  /** It has no words that could go. */
  empty?: boolean
  /** Among buttons, and not in a line of text: no dot before it. */
  bare?: boolean
  /** Why it was withdrawn is kept with it, and goes too. */
  withdrawn?: boolean
}) {
  const { article, may, refresh, revision } = useGalley()
  const mark = useContext(Redactions)[id]
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const command = useCommand(redactEntry, (value) => {
    setOpen(false)
    setReason('')
    if (value?.outcome === 'already') return void toast('There was nothing left to redact.')
    const elsewhere = value?.outcome === 'redacted' ? value.elsewhere : 0
    toast(
      elsewhere === 0
        ? `The ${what} was redacted.`
        : `The ${what} was redacted. ${elsewhere === 1 ? 'One other entry holds the same words, and was left as it is.' : `${elsewhere} other entries hold the same words, and were left as they are.`}`,
    )
    refresh()
  })
  if (empty || !may('record.redact') || (gone ?? mark !== undefined) || revision !== null) return null
  return (
    <>
      {!bare && ' · '}
      <button type="button" className="underline hover:text-ink" onClick={() => setOpen(true)}>
        redact…
      </button>
      <RedactDialog
        open={open}
        onClose={() => setOpen(false)}
        title={`Redact this ${what}?`}
        goes={withdrawn ? GOES[what].replace(/\.$/, ', and the reason why it was withdrawn.') : GOES[what]}
        reason={reason}
        onReason={setReason}
        command={command}
        onSubmit={() => void command.run({ articleId: article.id, what, id, reason })}
      />
    </>
  )
}

/** Where an entry was redacted: by whom, when and why. */
export function RedactedNote({ id }: { id: string }) {
  const { nameOf } = useGalley()
  const mark = useContext(Redactions)[id]
  return mark ? <RedactedBy name={nameOf(mark.memberId)} at={mark.at} reason={mark.reason} /> : null
}
