'use client'

import { useId } from 'react'
import { DiffView } from '@/components/review/diff-view'
import { Words } from '@/components/review/words'
import { claimKey } from '@/lib/domain/claim'
import type { Conflict } from '@/lib/domain/three-way'
import type { PreviewState } from './use-preview'

type Props = { conflict: Conflict; theirs: string; state: Pick<PreviewState, 'choose' | 'busy' | 'decided'> }

/** Both sides changed the same claim: what both began with, what each made of it, and which one stands. */
export function ConflictCard({ conflict, theirs, state }: Props) {
  const name = useId()
  const { base, key, claims } = conflict
  const choice = state.decided.choices[key] ?? conflict.choice
  const sides = [
    ['ours', 'Stands here now', conflict.ours],
    ['theirs', theirs, conflict.theirs],
  ] as const
  return (
    <li className="rounded-lg border border-sta bg-raise p-3">
      <fieldset>
        <legend className="text-[13px] font-semibold">
          {claims.map(claimKey).join(', ') || 'A claim'}: both changed it
        </legend>
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
