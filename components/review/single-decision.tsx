'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button.tsx'
import { TextArea } from '@/components/ui/field.tsx'
import { OpenedForm } from '@/components/ui/opened-form.tsx'
import { ProblemNote } from '@/components/ui/problem-note.tsx'
import { type Problem, useCommand } from '@/components/ui/use-command.ts'
import { useDraft } from '@/components/ui/use-draft.ts'
import { acceptChange, rejectChange } from '@/lib/actions/structure.ts'
import { accept, reject } from '@/lib/actions/wording.ts'
import type { QueueEntry } from '@/lib/view/review.ts'

export type ThreeWordings = { base: string; theirs: string; mine: string }
type Outcome = { outcome: string } & Partial<ThreeWordings> & { why?: string }
export type Reply = { ok: true; value: Outcome | null } | { ok: false; problem: Problem }

export const SETTLED = 'Someone settled this proposal a moment ago.'
export const OWN = 'You wrote this proposal: someone else decides on it.'

type Props = {
  entry: QueueEntry
  /** It cannot be accepted as it is. */
  stuck: boolean
  /** Whether this person may reject it. */
  rejects: boolean
  onConflict: (texts: ThreeWordings) => void
  /** Records other words in its place; absent where it can be accepted, or may not be. */
  onTakeOver?: (() => void) | undefined
}

/** The decision on one proposal: accept at once, or with a word; reject with a reason. */
export function SingleDecision({ entry, stuck, rejects, onConflict, onTakeOver }: Props) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [draft, change, forget] = useDraft(`review.${entry.id}`, { reason: '' })
  const done = (words: string) => (value: Outcome | null) => {
    if (value?.outcome === 'conflict')
      return onConflict({ base: value.base ?? '', theirs: value.theirs ?? '', mine: value.mine ?? '' })
    if (value?.outcome === 'settled') toast(SETTLED)
    else if (value?.outcome === 'own_proposal') toast(OWN)
    else if (value?.outcome === 'misfit') toast(value.why ?? 'It does not fit the article any more.')
    else {
      forget()
      toast(words)
    }
    focusNextCard()
    router.refresh()
  }
  const { id, article, kind } = entry
  type Review = { reason: string; commandId: string }
  const accepting = useCommand(
    async (review: Review): Promise<Reply> =>
      kind === 'wording'
        ? accept({ articleId: article.id, wordingId: id, ...review })
        : acceptChange({ articleId: article.id, proposalId: id, ...review }),
    done('Accepted as a new revision.'),
  )
  const rejecting = useCommand(
    async (review: Review): Promise<Reply> =>
      kind === 'wording'
        ? reject({ articleId: article.id, wordingId: id, ...review })
        : rejectChange({ articleId: article.id, proposalId: id, ...review }),
    done('Rejected. Its author sees why.'),
  )
  const busy = accepting.busy || rejecting.busy
  const command = rejecting.problem ? rejecting : accepting
  const run = (one: typeof accepting) => void one.run({ reason: draft.reason } as Review)
  const acceptButton = (
    <Button tone={open ? 'plain' : 'go'} busy={accepting.busy} disabled={busy} onClick={() => run(accepting)}>
      Accept
    </Button>
  )
  if (!open)
    return (
      <div className="flex flex-wrap items-center gap-2">
        {!stuck && acceptButton}
        {onTakeOver && (
          <Button tone="go" disabled={busy} onClick={onTakeOver}>
            Take it over…
          </Button>
        )}
        {rejects && (
          <Button tone="stop" disabled={busy} onClick={() => setOpen(true)}>
            Reject…
          </Button>
        )}
        {!stuck && (
          <Button tone="quiet" disabled={busy} onClick={() => setOpen(true)}>
            Add a note
          </Button>
        )}
        <ProblemNote command={command} />
      </div>
    )
  return (
    <OpenedForm
      className="flex flex-col gap-3"
      onClose={() => setOpen(false)}
      onSubmit={() => run(rejects ? rejecting : accepting)}
    >
      <TextArea
        label="Your reason"
        name="reason"
        rows={2}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
        hint="Needed to reject; welcome when you accept. Its author reads it."
        error={rejecting.errors.reason}
      />
      <ProblemNote command={command} />
      <div className="flex gap-2">
        {rejects && (
          <Button type="submit" tone="stop" busy={rejecting.busy} disabled={busy}>
            Reject
          </Button>
        )}
        {!stuck && acceptButton}
        <Button tone="quiet" onClick={() => setOpen(false)}>
          Cancel
        </Button>
      </div>
    </OpenedForm>
  )
}

/** The next proposal, so that whoever goes through many stays in their place; not a button, which the next key would press. */
function focusNextCard(): void {
  const card = document.activeElement?.closest<HTMLElement>('li[aria-label^="Proposal for"]')
  const next = (card?.nextElementSibling ?? card?.previousElementSibling) as HTMLElement | null | undefined
  if (next) {
    next.tabIndex = -1
    next.focus({ preventScroll: true })
  } else document.querySelector<HTMLElement>('main h1')?.focus()
}
