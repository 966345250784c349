'use client'

import { Words } from '@/components/wording/words.tsx'
import type { ClaimSummary } from '@/lib/domain/claim/claim.ts'
import { wordsCovered } from '@/lib/domain/claim/cover.ts'
import { shownRuns } from '@/lib/domain/claim/cover-run.ts'
import type { Dossier } from '@/lib/view/dossier.ts'
import { useLookedAt } from './looked-at.tsx'

/** What of a claim's wording its citations cover; null where nothing stands for it yet, and nothing has to. */
function coverage(claim: ClaimSummary, dossier: Dossier | null) {
  // Its citations belong to the words they were read with.
  if (!dossier || dossier.claim.wordingId !== claim.wordingId || claim.status === 'not_checkable') return null
  const fresh = dossier.citations.filter((citation) => citation.fresh)
  if (fresh.length === 0) return null
  const covers = fresh.flatMap((citation) => citation.covers ?? [])
  const said = fresh.some((citation) => citation.covers !== null)
  return { covers, said, ...wordsCovered(claim.text, covers) }
}

/** The wording of the open claim. Of one with citations, the words that none of them covers stand out. */
export function ClaimWords({ claim, dossier }: { claim: ClaimSummary; dossier: Dossier | null }) {
  const { covers: looked } = useLookedAt()
  const state = coverage(claim, dossier)
  const text = claim.text.trimEnd()
  return (
    <>
      <p dir="auto" className="my-2 font-serif text-[17px] leading-[26px] [overflow-wrap:anywhere]">
        {claim.label !== null && <span className="text-ink3">{claim.label}: </span>}
        {state ? (
          shownRuns(text, state.covers, looked).map((run) => (
            <span
              key={run.start}
              className={`${run.uncovered ? uncoveredClass(state.said) : ''} ${run.looked ? LOOKED : ''} transition-colors duration-100`}
            >
              <Words text={run.start === 0 ? run.text.trimStart() : run.text} />
            </span>
          ))
        ) : (
          <Words text={claim.text.trim()} />
        )}
      </p>
      {state && <Legend {...state} text={claim.text} />}
    </>
  )
}

/** Words left out stand out; where no one has marked any yet, all of them wait, quietly. */
const uncoveredClass = (said: boolean) => `${said ? 'decoration-sta' : 'decoration-unc'} ${UNCOVERED}`
const UNCOVERED =
  'underline decoration-dotted decoration-[1.5px] underline-offset-[5px] [text-decoration-skip-ink:none]'
const LOOKED = 'bg-pencil-soft box-decoration-clone rounded-[3px]'

type LegendProps = {
  said: boolean
  covered: number
  total: number
  uncovered: { start: number; end: number }[]
  text: string
}

function Legend({ said, covered, total, uncovered, text }: LegendProps) {
  if (total === 0) return null
  const words = total === 1 ? 'word' : 'words'
  return (
    <p className="mb-3 text-[12.5px] leading-[18px] text-ink3">
      {!said ? (
        `No one has marked yet which of its ${total} ${words} the citations cover.`
      ) : covered === total ? (
        total === 1 ? (
          'Its one word is covered by a citation.'
        ) : (
          `All ${total.toLocaleString('en')} words are covered by a citation.`
        )
      ) : (
        <>
          {covered} of {total} {words} {covered === 1 ? 'is' : 'are'} covered by a citation.{' '}
          <span className={uncoveredClass(true)}>Dotted</span> ones are not.
          <span className="sr-only">
            {' '}
            Not covered: {uncovered.map(({ start, end }) => `“${text.slice(start, end)}”`).join(', ')}
          </span>
        </>
      )}
    </p>
  )
}
