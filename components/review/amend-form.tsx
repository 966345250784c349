'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { toast } from 'sonner'
import { TextArea, TextField } from '@/components/ui/field.tsx'
import { FormFooter } from '@/components/ui/form-footer.tsx'
import { ProblemNote } from '@/components/ui/problem-note.tsx'
import { useCommand } from '@/components/ui/use-command.ts'
import { useDraft } from '@/components/ui/use-draft.ts'
import { useOpenedForm } from '@/components/ui/use-opened-form.ts'
import { amend, takeOver } from '@/lib/actions/wording.ts'
import { claimKey } from '@/lib/domain/claim/claim.ts'
import { mergedWords } from '@/lib/domain/text/merged-words.ts'
import type { WordingEntry } from '@/lib/view/review.ts'
import { DiffView } from '../wording/diff-view.tsx'
import { ThreeTexts } from '../wording/three-texts.tsx'

type Outcome = { outcome: string } & Partial<Conflict>
type Conflict = { base: string; theirs: string; mine: string; headId: string }

/** What either form does, and says of it. */
const WAYS = {
  amend: { send: amend, title: 'Amend the proposal for', go: 'Amend', done: 'Amended. It is waiting for review.' },
  takeOver: {
    send: takeOver,
    title: 'Take over the proposal for',
    go: 'Record',
    done: 'Recorded as a new revision. Its author is notified.',
  },
} as const

/**
 * A proposal, changed: one's own stands again against what the claim says now; someone else's is taken over and recorded.
 * @property way which of the two
 */
export function AmendForm({
  entry,
  way = 'amend',
  onClose,
}: {
  entry: WordingEntry
  way?: keyof typeof WAYS
  onClose: () => void
}) {
  const { send, title, go, done } = WAYS[way]
  const router = useRouter()
  const form = useOpenedForm({ focus: true, onEscape: onClose })
  const [draft, change, forget] = useDraft(`${way}.${entry.id}`, {
    text: mergedWords(entry.baseText.trim(), entry.headText.trim(), entry.text.trim()).text,
    reason: entry.reason,
  })
  const [head, setHead] = useState({ id: entry.headId, text: entry.headText })
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const [settled, setSettled] = useState(false)
  const command = useCommand<Parameters<typeof amend>[0] & object, Outcome>(send, (value) => {
    if (value?.outcome === 'conflict') return setConflict(value as Conflict)
    if (value?.outcome === 'unchanged') return void toast('Nothing would change. Withdraw it if it is not needed.')
    // What was typed has no proposal any more to go into: it stays in sight.
    if (value?.outcome === 'settled') return setSettled(true)
    forget()
    onClose()
    toast(done)
    router.refresh()
    document.querySelector<HTMLElement>('main h1')?.focus()
  })
  return (
    <form
      ref={form}
      aria-label={`${title} ${claimKey(entry.claim)}`}
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        const { text, reason } = draft
        void command.run({ articleId: entry.article.id, wordingId: entry.id, baseId: head.id, text, reason })
      }}
    >
      <TextArea
        label="Wording"
        name="text"
        serif
        rows={2}
        value={draft.text}
        onChange={(text) => change({ text })}
        error={command.errors.text}
      />
      <p className="text-[13px] leading-5 text-ink2">
        <span className="text-ink3">Compared with the current wording: </span>
        <DiffView before={head.text} after={draft.text} />
      </p>
      <TextField
        label="Reason"
        name="reason"
        required
        value={draft.reason}
        onChange={(reason) => change({ reason })}
        error={command.errors.reason}
      />
      {conflict && (
        <ThreeTexts
          label={entry.label}
          base={conflict.base}
          theirs={conflict.theirs}
          mine={conflict.mine}
          onTakeOver={() => {
            setHead({ id: conflict.headId, text: conflict.theirs })
            change({ text: mergedWords(conflict.base.trim(), conflict.theirs.trim(), draft.text.trim()).text })
            setConflict(null)
          }}
        />
      )}
      <ProblemNote command={command} />
      {settled && (
        <p role="alert" className="rounded-r-md border-l-[3px] border-sta bg-hover px-3 py-2 text-[13px] text-ink2">
          Someone settled this proposal a moment ago. Nothing was recorded, and your wording is kept here: copy it, and
          propose it on{' '}
          <a className="underline" href={`/articles/${entry.article.slug}#${claimKey(entry.claim)}`}>
            {claimKey(entry.claim)}
          </a>
          .
        </p>
      )}
      <FormFooter send={go} busy={command.busy} disabled={settled} onCancel={onClose} />
    </form>
  )
}
