'use client'

import { Button } from '@/components/ui/button.tsx'
import type { Preview } from '@/lib/view/recording.ts'
import type { PreviewState } from './use-preview.ts'

type State = Pick<PreviewState, 'isChosen' | 'pick'>

/** Whether a change is to be recorded. `of`: what it is about, for those who hear the boxes one by one. */
export function ChoiceBox({ change, of, state }: { change: string; of: string; state: State }) {
  return (
    <label className="inline-flex items-center gap-1.5 text-[13px] text-ink2">
      <input
        type="checkbox"
        className="size-4 shrink-0 accent-pencil"
        checked={state.isChosen(change)}
        onChange={(event) => state.pick([change], event.target.checked)}
      />
      <span>
        Record this change<span className="sr-only">: {of}</span>
      </span>
    </label>
  )
}

/** How many of the changes are to be recorded, with all and none of them at once; and how the text is set. */
export function ChoiceLine({ preview, state }: { preview: Preview; state: State }) {
  const { keys, setting } = preview
  const count = keys.filter(state.isChosen).length
  if (keys.length === 0) return null
  return (
    <fieldset className="rounded-lg border border-line px-3 py-2">
      <legend className="sr-only">Changes to record</legend>
      <div className="flex flex-wrap items-center gap-x-1.5 gap-y-1 text-[13px] text-ink2">
        <span aria-live="polite" className="tabular-nums">
          {count.toLocaleString()} of {keys.length.toLocaleString()} {keys.length === 1 ? 'change' : 'changes'} chosen
        </span>
        <span aria-hidden="true">·</span>
        <Button small tone="quiet" aria-label="Choose all changes" onClick={() => state.pick(keys, true)}>
          all
        </Button>
        <span aria-hidden="true">·</span>
        <Button small tone="quiet" aria-label="Choose none of the changes" onClick={() => state.pick(keys, false)}>
          none
        </Button>
      </div>
      {setting && (
        <div className="mt-1">
          <label className="inline-flex items-baseline gap-1.5 text-[13px] text-ink2">
            <input
              type="checkbox"
              className="size-4 shrink-0 self-center accent-pencil"
              checked={state.isChosen(setting.key)}
              onChange={(event) => state.pick([setting.key], event.target.checked)}
            />
            Record how the text is set: paragraphs, kinds of blocks, white space
          </label>
        </div>
      )}
    </fieldset>
  )
}
