'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Dialog } from '@/components/ui/dialog.tsx'
import { TextArea } from '@/components/ui/field.tsx'
import { ProblemNote } from '@/components/ui/problem-note.tsx'
import { useCommand } from '@/components/ui/use-command.ts'
import { acceptMany, rejectMany } from '@/lib/actions/review.ts'
import { mayReject } from '@/lib/domain/revision/proposal-right.ts'
import type { SettledOne } from '@/lib/domain/revision/review-outcome.ts'
import { MOST_AT_ONCE } from '@/lib/schema/review.ts'
import type { Viewer } from '@/lib/view/galley.ts'
import type { QueueEntry } from '@/lib/view/review.ts'

type Props = {
  entries: QueueEntry[]
  viewer: Viewer
  onDone: (settled: SettledOne[] | null) => void
  onClear: () => void
}

const named = ({ id, article, kind }: QueueEntry) => ({
  id,
  articleId: article.id,
  kind: kind === 'wording' ? ('wording' as const) : ('structure' as const),
})

/** It was written against what the article says now. */
const fits = (entry: QueueEntry) => (entry.kind === 'wording' ? !entry.conflict : entry.misfit === null)

/** What can be done with the chosen proposals; stays in sight while the list scrolls. */
export function SelectionBar({ entries, viewer, onDone, onClear }: Props) {
  const [rejecting, setRejecting] = useState(false)
  const [reason, setReason] = useState('')
  const accept = useCommand(acceptMany, onDone)
  const reject = useCommand(rejectMany, (settled: SettledOne[] | null) => {
    setRejecting(false)
    onDone(settled)
  })
  const chosen = entries.slice(0, MOST_AT_ONCE)
  const acceptable = chosen.filter((entry) => entry.mayAccept && fits(entry))
  const rejectable = chosen.filter(({ authorId }) => mayReject(viewer, authorId))
  const n = chosen.length
  const left = [
    n > acceptable.length && `${n - acceptable.length} can’t be accepted as proposed`,
    n > rejectable.length && `${n - rejectable.length} of your own can’t be rejected, only withdrawn`,
  ].filter(Boolean)
  const stale = entries.filter(({ atStake }) => atStake.citations + atStake.assessments > 0).length
  function submit(event: FormEvent) {
    event.preventDefault()
    void reject.run({ proposals: rejectable.map(named), reason })
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
          {left.length > 0 && <span className="block">{left.join('; ')}.</span>}
        </p>
        <Button tone="quiet" onClick={onClear}>
          Clear
        </Button>
        {rejectable.length > 0 && (
          <Button tone="stop" disabled={accept.busy} onClick={() => setRejecting(true)}>
            Reject {rejectable.length}…
          </Button>
        )}
        {acceptable.length > 0 && (
          <Button
            tone="go"
            busy={accept.busy}
            onClick={() => void accept.run({ proposals: acceptable.map(named), reason: '' })}
          >
            Accept {acceptable.length}
          </Button>
        )}
      </div>
      <Dialog
        open={rejecting}
        onClose={() => setRejecting(false)}
        title={rejectable.length === 1 ? 'Reject this proposal' : `Reject ${rejectable.length} proposals`}
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
              Reject {rejectable.length}
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
