'use client'

import { useGalley } from '@/components/galley/galley-context'
import { Button } from '@/components/ui/button'
import { originWords } from '@/lib/domain/derivation'
import { lostWords } from '@/lib/domain/quote-fate'
import type { Dossier } from '@/lib/schema/dossier'
import { distinctSources } from './distinct-sources'

const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`

/** What this claim still needs, each in one sentence, with the way to do it. */
export function Need({ dossier }: { dossier: Dossier }) {
  const { lostSources } = dossier.claim
  return (
    <>
      {lostSources > 0 && (
        <p className="mb-2 rounded-r-md border-l-[3px] border-ref bg-ref-soft px-2.5 py-1.5 text-[13px] leading-[19px] text-ink2">
          <span aria-hidden="true">⚠ </span>
          {lostWords(lostSources)}, or cannot be reached any more. Look at it below: quote it anew, withdraw it, or find
          another.
        </p>
      )}
      <Wanting dossier={dossier} />
    </>
  )
}

function Wanting({ dossier }: { dossier: Dossier }) {
  const { openPane, may, viewer } = useGalley()
  const { claim, citations, assessments, origins } = dossier
  const fresh = citations.filter((citation) => citation.fresh).length
  const counted = fresh > 0 ? `${originWords(distinctSources(citations), origins)}.` : 'No source yet.'
  const mineIsStale = assessments.some((row) => !row.fresh && row.memberId === viewer.memberId)
  const staleCitations = citations.length - fresh
  const box = (words: string, action?: { label: string; go: () => void }) => (
    <div className="mb-3.5 rounded-r-md border-l-[3px] border-sta bg-hover px-2.5 py-1.5 text-[13px] leading-[19px] text-ink2">
      {words}
      {action && (
        <Button small tone="quiet" className="ml-1 px-1!" onClick={action.go}>
          {action.label}
        </Button>
      )}
    </div>
  )
  switch (claim.status) {
    case 'disputed':
      return box(
        `Needs an adjudication: assessments differ. ${counted}`,
        may('claim.adjudicate') ? { label: 'Adjudicate', go: () => openPane('adjudicate') } : undefined,
      )
    case 'stale': {
      const section = dossier.wordings.find(({ state }) => state === 'accepted')?.section ?? null
      return box(
        section === null
          ? 'The wording has changed since it was checked. Look at what changed, then re-affirm or assess it anew.'
          : `The claim was moved to “${section}” after it was checked. Read it there, then re-affirm or assess it anew.`,
        may('claim.assess') && (mineIsStale || staleCitations > 0)
          ? { label: 'See what changed', go: () => openPane('reaffirm') }
          : undefined,
      )
    }
    case 'in_progress': {
      const missing = [
        claim.assessors < claim.demands.assessors
          ? plural(claim.demands.assessors - claim.assessors, 'more assessor')
          : '',
        origins < claim.demands.origins ? plural(claim.demands.origins - origins, 'more independent origin') : '',
      ].filter(Boolean)
      const wants =
        missing.length > 0 ? `Needs ${missing.join(' and ')}. ` : 'Needs evidence that bears on the verdict given. '
      const stale = staleCitations > 0 ? `${plural(staleCitations, 'citation')} made for an earlier wording. ` : ''
      return box(
        `${wants}${stale}${counted}`,
        staleCitations > 0 && may('claim.assess') ? { label: 'Look again', go: () => openPane('reaffirm') } : undefined,
      )
    }
    default:
      return null
  }
}
