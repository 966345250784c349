'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { TextArea } from '@/components/ui/field'
import { ProblemNote } from '@/components/ui/problem-note'
import { useCommand } from '@/components/ui/use-command'
import { acceptMany, rejectMany } from '@/lib/actions/review'
import type { SettledOne } from '@/lib/domain/review-outcome'
import { MOST_AT_ONCE, type QueueEntry } from '@/lib/schema/review'

type Props = {
  entries: QueueEntry[]
  onDone: (settled: SettledOne[] | null) => void
  onClear: () => void
}

/** What can be done with the chosen proposals; stays in sight while the list scrolls. */
export function SelectionBar({ entries, onDone, onClear }: Props) {
  const [rejecting, setRejecting] = useState(false)
  const [reason, setReason] = useState('')
  const accept = useCommand(acceptMany, onDone)
  const reject = useCommand(rejectMany, (settled: SettledOne[] | null) => {
    setRejecting(false)
    onDone(settled)
  })
  const proposals = entries.slice(0, MOST_AT_ONCE).map(({ id, article, kind }) => ({
    id,
    articleId: article.id,
    kind: kind === 'wording' ? ('wording' as const) : ('structure' as const),
  }))
  const n = proposals.length
  const stale = entries.filter(({ atStake }) => atStake.citations + atStake.assessments > 0).length
  function submit(event: FormEvent) {
    event.preventDefault()
    void reject.run({ proposals, reason })
  }
  return (
    <section
      aria-label="Selection"
      className="no-print sticky bottom-0 z-10 -mx-5 mt-5 border-line border-t bg-sheet px-5 py-3"
    >
      <ProblemNote command={accept} />
      <div className="flex flex-wrap items-center gap-x-2 gap-y-2">
        <p aria-live="polite" className="mr-auto text-[13px] text-ink2">
          <b className="font-semibold text-ink">{n} selected</b>
          {stale > 0 && ` · ${stale} with checks at stake`}
        </p>
        <Button tone="quiet" onClick={onClear}>
          Clear
        </Button>
        <Button tone="stop" disabled={accept.busy} onClick={() => setRejecting(true)}>
          Reject {n}…
        </Button>
        <Button tone="go" busy={accept.busy} onClick={() => void accept.run({ proposals, reason: '' })}>
          Accept {n}
        </Button>
      </div>
      <Dialog
        open={rejecting}
        onClose={() => setRejecting(false)}
        title={n === 1 ? 'Reject this proposal' : `Reject ${n} proposals`}
      >
        <form onSubmit={submit} noValidate className="flex flex-col gap-3">
          <TextArea
            label="Reason"
            name="reason"
            required
            autoFocus
            value={reason}
            onChange={setReason}
            hint="Each author reads it beside their proposal."
            error={reject.errors.reason}
          />
          <ProblemNote command={reject} />
          <div className="flex gap-2">
            <Button type="submit" tone="stop" busy={reject.busy}>
              Reject {n}
            </Button>
            <Button tone="quiet" onClick={() => setRejecting(false)}>
              Cancel
            </Button>
          </div>
        </form>
      </Dialog>
    </section>
  )
}
