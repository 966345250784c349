'use client'

import { useId } from 'react'
import { DiffView } from '@/components/wording/diff-view.tsx'
import { Words } from '@/components/wording/words.tsx'
import { claimKey } from '@/lib/domain/claim/claim.ts'
import type { ShownConflict } from '@/lib/view/recording.ts'
import { ChoiceBox } from './choice.tsx'
import type { PreviewState } from './use-preview.ts'

type Props = {
  conflict: ShownConflict
  theirs: string
  state: Pick<PreviewState, 'choose' | 'busy' | 'decided' | 'isChosen' | 'pick'>
  /** Whether its change can be chosen here: changes can be, and no decision that is listed is of this one. */
  choosing?: boolean
}

/** Both sides changed the same claim: what both began with, what each made of it, and which one stands. */
export function ConflictCard({ conflict, theirs, state, choosing = false }: Props) {
  const name = useId()
  const { base, key, claims } = conflict
  const choice = state.decided.choices[key] ?? conflict.choice
  const sides = [
    ['ours', 'Current', conflict.ours],
    ['theirs', theirs, conflict.theirs],
  ] as const
  const keys = claims.map(claimKey).join(', ') || 'A claim'
  const leftOut = conflict.change !== '' && !state.isChosen(conflict.change)
  return (
    <li className={`rounded-lg border border-sta p-3 ${leftOut ? 'border-dashed bg-paper text-ink3' : 'bg-raise'}`}>
      {choosing && conflict.change !== '' && (
        <div className="mb-2">
          <ChoiceBox change={conflict.change} of={`${keys}, which both changed`} state={state} />
        </div>
      )}
      <fieldset disabled={leftOut}>
        <legend className="text-[13px] font-semibold">{keys}: both changed it</legend>
        <p className="mt-2 text-xs text-ink3">Both began with</p>
        <p dir="auto" className="font-serif text-[16px] leading-6">
          <Words text={base.trim()} />
        </p>
        {sides.map(([side, words, text]) => (
          <label key={side} className="mt-2 flex items-baseline gap-2">
            <input
              type="radio"
              name={name}
              checked={choice === side}
              disabled={state.busy}
              onChange={() => state.choose(key, side)}
            />
            <span className="min-w-0">
              <span className="block text-xs text-ink3">{words}</span>
              <span className="block font-serif text-[16px] leading-6 [overflow-wrap:anywhere]">
                {text.trim() === '' ? <i>Taken out</i> : <DiffView before={base} after={text} />}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
    </li>
  )
}
