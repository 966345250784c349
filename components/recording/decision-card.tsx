'use client'

import { useId } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { DiffView } from '@/components/wording/diff-view.tsx'
import { Words } from '@/components/wording/words.tsx'
import { withLabel } from '@/lib/domain/article/framing.ts'
import { claimKey } from '@/lib/domain/claim/claim.ts'
import type { ShownDecision } from '@/lib/view/recording.ts'
import { OUTCOME_WORDS, OutcomeTag, ReturnTag } from '../claim/outcome-tag.tsx'
import { ChoiceBox } from './choice.tsx'
import type { PreviewState } from './use-preview.ts'

type Props = {
  decision: ShownDecision
  /** Claims that would leave the article, which a new one may really be. */
  retired: { base: number; number: number; text: string; label: string | null }[]
  state: Pick<PreviewState, 'correct' | 'busy' | 'isChosen' | 'pick' | 'recheck' | 'isRechecked'>
  /** Whether changes can be chosen one by one. */
  choosing?: boolean
}

/** A claim with its label, as it is shown outside the article. */
function spoken(claim: { text: string; label: string | null } | undefined): string {
  return claim ? withLabel(claim.label, claim.text.trim()) : ''
}

/** What becomes of the checks of a claim. */
function staleWords(outcome: ShownDecision['outcome'], comesBack: boolean): string {
  if (outcome === 'retired') return 'leave the article with it'
  return comesBack ? 'come back with it and will need another look' : 'will need another look'
}

/** One decision about a claim, and what a person can say against it. */
export function DecisionCard({ decision, retired, state, choosing = false }: Props) {
  const { outcome, moved, before, after, reason, atStake, sections } = decision
  const id = useId()
  const keys = before.map(({ number }) => claimKey(number)).join(', ')
  const checks = [
    atStake.citations > 0 && `${atStake.citations} ${atStake.citations === 1 ? 'citation' : 'citations'}`,
    atStake.assessments > 0 && `${atStake.assessments} ${atStake.assessments === 1 ? 'assessment' : 'assessments'}`,
  ].filter(Boolean)
  const rechecked = sections !== null && state.isRechecked(before[0]?.number ?? 0)
  const goesStale = checks.length > 0 && ((outcome !== 'moved' && outcome !== 'kept') || rechecked)
  const comesBack = before.length === 0 ? (after[0]?.number ?? null) : null
  const pieces = after.flatMap(({ piece }) => (piece === null ? [] : [piece]))
  const canChoose = choosing && decision.key !== ''
  const leftOut = canChoose && !state.isChosen(decision.key)
  return (
    <li className={`rounded-lg border border-line p-3 ${leftOut ? 'border-dashed bg-paper text-ink3' : 'bg-raise'}`}>
      {canChoose && (
        <div className="mb-2">
          <ChoiceBox
            change={decision.key}
            of={`${keys || `“${(after[0]?.text ?? '').trim().slice(0, 60)}”`}, ${OUTCOME_WORDS[outcome]}`}
            state={state}
          />
        </div>
      )}
      <div className="flex flex-wrap items-center gap-2">
        {comesBack === null ? <OutcomeTag outcome={outcome} moved={moved} /> : <ReturnTag />}
        {keys && <b className="text-[13px] font-semibold tabular-nums">{keys}</b>}
        <span className="min-w-0 text-xs leading-4 text-ink3">
          {comesBack
            ? `${claimKey(comesBack)} left the article earlier. It comes back with everything recorded about it.`
            : reason}
        </span>
      </div>
      <div className="mt-2 space-y-1 font-serif text-[16px] leading-6 [overflow-wrap:anywhere]">
        {before.length === 1 && after.length === 1 ? (
          <p>
            <DiffView before={spoken(before[0])} after={spoken(after[0])} />
          </p>
        ) : (
          <>
            {before.map((claim) => (
              <p key={claim.number} dir="auto" className={after.length > 0 ? 'text-ink3' : ''}>
                {after.length > 0 ? (
                  <Words text={spoken(claim)} />
                ) : (
                  <del>
                    <Words text={spoken(claim)} />
                  </del>
                )}
              </p>
            ))}
            {after.map((claim, at) => (
              <p
                key={claim.piece ?? `at ${at}`}
                dir="auto"
                className={before.length > 0 ? 'border-l-2 border-pencil pl-2' : ''}
              >
                {before.length > 0 ? (
                  <Words text={spoken(claim)} />
                ) : (
                  <ins>
                    <Words text={spoken(claim)} />
                  </ins>
                )}
              </p>
            ))}
          </>
        )}
      </div>
      {sections && (
        <p className="mt-2 text-[13px] text-ink2">
          It goes from “<bdi>{sections.before}</bdi>” to “<bdi>{sections.after}</bdi>”.
        </p>
      )}
      {sections && outcome === 'moved' && checks.length > 0 && !leftOut && (
        <label className="mt-1 flex items-baseline gap-1.5 text-[13px] text-ink2">
          <input
            type="checkbox"
            className="size-4 shrink-0 self-center accent-pencil"
            checked={rechecked}
            onChange={(event) => state.recheck(before[0]?.number ?? 0, event.target.checked)}
          />
          It says something else there: mark its checks as stale
        </label>
      )}
      {goesStale && (
        <p className="mt-2 text-[13px] text-sta">
          {checks.join(' and ')} {staleWords(outcome, comesBack !== null)}
        </p>
      )}
      {decision.proposals > 0 && outcome === 'retired' && (
        <p className="mt-1 text-[13px] text-sta">
          {decision.proposals === 1
            ? 'A proposal that waits for it is'
            : `${decision.proposals} proposals that wait for it are`}{' '}
          rejected with it; their authors are notified.
        </p>
      )}
      <div className="mt-2 flex flex-wrap items-center gap-2">
        {before.length > 0 &&
          pieces.map((piece, at) => (
            <Button
              key={piece}
              small
              tone="quiet"
              busy={state.busy}
              onClick={() => state.correct({ kind: 'new', after: piece })}
            >
              {pieces.length > 1 ? `Part ${at + 1} is a new claim` : 'No, this is a new claim'}
            </Button>
          ))}
        {before.length === 0 && pieces[0] !== undefined && retired.length > 0 && (
          <label htmlFor={id} className="flex min-w-0 max-w-full items-center gap-2 text-[13px] text-ink2">
            No, the same as
            <select
              id={id}
              value=""
              className="min-w-0 max-w-[220px] rounded-[7px] border border-line bg-sheet px-2 py-1"
              onChange={(event) =>
                state.correct({ kind: 'same', before: Number(event.target.value), after: pieces[0] ?? 0 })
              }
            >
              <option value="">Choose a claim…</option>
              {retired.map((claim) => (
                <option key={claim.base} value={claim.base}>
                  {claimKey(claim.number)} {spoken(claim).slice(0, 60)}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
    </li>
  )
}
