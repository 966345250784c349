'use client'

import { type FormEvent, type ReactNode, useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { TextField } from '@/components/ui/field.tsx'
import { ProblemNote } from '@/components/ui/problem-note.tsx'
import type { Command } from '@/components/ui/use-command.ts'
import { DiffView } from '@/components/wording/diff-view.tsx'
import { countsInWords } from '@/lib/domain/revision/count.ts'
import type { Preview } from '@/lib/view/recording.ts'
import { ChoiceLine } from './choice.tsx'
import { ConflictCard } from './conflict-card.tsx'
import { DecisionCard } from './decision-card.tsx'
import type { PreviewState } from './use-preview.ts'

export type Signed = { seen: string; reason: string }

type Props = {
  preview: Preview
  state: PreviewState
  command: Command<Signed>
  /** Whose text is taken in, in the words of the screen. */
  theirs: string
  /** What the button does. */
  act: string
  proposes: boolean
  /** Taking in a text is worth recording even where it says what the article says. */
  always?: boolean
  /** Changes can be chosen one by one; what is left out stays in the text, which goes on. */
  choosing?: boolean
  note?: ReactNode
  /** What this was begun with, where the article went on since. */
  begun?: string
  /** The summary, kept by the screen: the preview comes and goes with every change of the text. */
  reason: string
  onReason: (reason: string) => void
  /** What the summary is called where the screen asks for something else. */
  reasonLabel?: string
  /** What else can be done, beside the button. */
  beside?: ReactNode
}

/** What recording would come to, claim by claim, before anything is recorded; any decision can be corrected. */
export function PreviewPanel({
  preview,
  state,
  command,
  theirs,
  act,
  proposes,
  always = false,
  choosing = false,
  note,
  begun,
  reason,
  onReason,
  reasonLabel = 'Summary',
  beside,
}: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  // Whoever asked for the preview is taken to it, wherever the page shows it.
  useEffect(() => heading.current?.focus(), [])
  const { decisions, conflicts } = preview
  const retired = decisions.flatMap(({ outcome, before, base }) =>
    outcome === 'retired' && base[0] !== undefined && before[0] ? [{ base: base[0], ...before[0] }] : [],
  )
  const hidden = preview.total - decisions.length
  const idle = preview.unchanged && !always
  const canRecord = !idle && !preview.problem && !(proposes && preview.settingOnly)
  function submit(event: FormEvent) {
    event.preventDefault()
    void command.run({ seen: preview.digest, reason })
  }
  return (
    <section aria-labelledby="preview-heading" aria-busy={state.busy} className="space-y-4">
      <div>
        <h2 ref={heading} id="preview-heading" tabIndex={-1} className="text-[15px] font-semibold outline-none">
          What this changes
        </h2>
        <p className="mt-1 text-[13px] leading-[19px] text-ink2" aria-live="polite">
          {choosing && 'What you chose: '}
          {countsInWords(preview.counts, true)}
        </p>
        {preview.base < preview.head && (
          <p className="mt-1 text-[13px] leading-[19px] text-ink2">
            {begun ?? `Begun with revision ${preview.base}; the article is at revision ${preview.head}.`} What only one
            side changed is taken from that side.
          </p>
        )}
        {preview.title && (
          <p className="mt-1 text-[13px] leading-[19px] text-ink2">
            The title changes: <DiffView before={preview.title.before} after={preview.title.after} />
          </p>
        )}
        {preview.settingOnly && (
          <p className="mt-1 text-[13px] text-ink2">
            {proposes
              ? 'Formatting only (paragraphs, kinds of blocks). An editor records that; there is nothing to propose.'
              : 'Formatting only: no claim changes.'}
          </p>
        )}
        {note}
      </div>
      {choosing && <ChoiceLine {...{ preview, state }} />}
      {conflicts.length > 0 && (
        <div>
          <h3 className="mb-2 text-[13px] font-semibold text-sta">
            {conflicts.length} {conflicts.length === 1 ? 'conflict' : 'conflicts'}
          </h3>
          <ul className="space-y-2">
            {conflicts.map((conflict) => (
              <ConflictCard
                key={conflict.key}
                {...{ conflict, theirs, state }}
                choosing={choosing && !decisions.some(({ key }) => key === conflict.change)}
              />
            ))}
          </ul>
        </div>
      )}
      {decisions.length > 0 && (
        <ol className="space-y-2">
          {decisions.map((decision) => (
            <DecisionCard
              key={`${decision.before.map(({ number }) => number).join()}>${decision.after.map(({ piece, text }) => piece ?? text).join()}`}
              {...{ decision, retired, state, choosing }}
            />
          ))}
        </ol>
      )}
      {hidden > 0 && (
        <p className="text-[13px] text-ink3">
          {hidden.toLocaleString()} more are not listed here;{' '}
          {choosing ? '“all” takes them in, “none” leaves them out.' : 'all are recorded.'}
        </p>
      )}
      {state.decided.corrections.length > 0 && (
        <Button
          small
          tone="quiet"
          busy={state.busy}
          onClick={() => {
            state.takeBack()
            heading.current?.focus()
          }}
        >
          Take back the last correction
        </Button>
      )}
      {preview.problem && (
        <p role="alert" className="rounded-r-md border-l-[3px] border-ref bg-ref-soft px-3 py-2 text-[13px]">
          {preview.problem}
        </p>
      )}
      {idle && <p className="text-ink2">This is what the article says already. There is nothing to record.</p>}
      {canRecord ? (
        <form onSubmit={submit} noValidate className="space-y-3 border-t border-line pt-4">
          <TextField
            label={proposes ? 'Why, in a few words' : reasonLabel}
            name="reason"
            required
            value={reason}
            onChange={onReason}
            error={command.errors.reason}
            hint={proposes ? 'Reviewers read it beside each proposal.' : 'Shown in the history beside the revision.'}
          />
          <ProblemNote command={command} />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" tone="go" busy={command.busy || state.busy}>
              {act}
            </Button>
            {beside}
          </div>
        </form>
      ) : (
        beside
      )}
    </section>
  )
}
