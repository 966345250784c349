'use client'

import { useGalley } from '@/components/article/article-context.ts'
import { Button } from '@/components/ui/button.tsx'
import { whyNotAssess } from '@/lib/domain/check/judging.ts'
import { haveOf, nameList, whoCanAdjudicate, whoCanAssess, whoReaffirms } from '@/lib/domain/check/who-can.ts'
import { lostWords } from '@/lib/domain/quote/fate.ts'
import { originWords } from '@/lib/domain/source/derivation.ts'
import type { Dossier } from '@/lib/view/dossier.ts'
import { distinctSources } from './evidence/distinct-sources.ts'

const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`

/** What this claim still needs, each in one sentence, with the way to do it. */
export function Need({ dossier }: { dossier: Dossier }) {
  const { lostSources } = dossier.claim
  return (
    <>
      {lostSources > 0 && (
        <p className="mb-2 rounded-r-md border-l-[3px] border-ref bg-ref-soft px-2.5 py-1.5 text-[13px] leading-[19px] text-ink2">
          <span aria-hidden="true">⚠ </span>
          {lostWords(lostSources)}, or cannot be reached any more. Look at it below: quote it again, withdraw it, or
          find another.
        </p>
      )}
      <Wanting dossier={dossier} />
    </>
  )
}

function Wanting({ dossier }: { dossier: Dossier }) {
  const { openPane, may, viewer, people } = useGalley()
  const { claim, citations, assessments, origins, judging } = dossier
  const me = viewer.memberId
  const mayAssess = may('claim.assess') && whyNotAssess(judging, me) === null
  const freshSources = citations.filter((citation) => citation.fresh).length
  const staleSources = citations.length - freshSources
  const counted = freshSources > 0 ? `${originWords(distinctSources(citations), origins)}.` : 'No source yet.'
  const assessors = assessments.flatMap((row) => (row.fresh ? row.memberId : []))
  const have = `${haveOf({ assessors: claim.assessors, origins }, claim.demands)}.`
  const box = (words: string, action?: { label: string; go: () => void } | false) => (
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
    case 'disputed': {
      const able = whoCanAdjudicate(people, judging, assessors)
      const who =
        able.length > 0
          ? `${capital(nameList(able, 'or', me))} can adjudicate.`
          : 'Everyone who could adjudicate has assessed it or wrote it: one of them can withdraw their assessment, or the policy has to allow it.'
      return box(
        `Assessments differ. ${who} ${counted}`,
        able.some(({ id }) => id === me) && { label: 'Adjudicate', go: () => openPane('adjudicate') },
      )
    }
    case 'stale': {
      const section = dossier.wordings.find(({ state }) => state === 'accepted')?.section ?? null
      const why =
        section === null
          ? 'The wording has changed since it was checked.'
          : `The claim was moved to “${section}” after it was checked.`
      const stale = new Set(assessments.flatMap((row) => (row.fresh ? [] : row.memberId)))
      const { asked, barred } = whoReaffirms(people, judging, [...stale])
      const redo =
        asked.length > 0 ? `${nameList(asked, 'and', me)} ${needs(asked, me)} to re-affirm or assess it again.` : ''
      const none = asked.length > 0 || stale.size === 0 ? '' : REASSESS[barred.length > 0 ? 'barred' : 'gone']
      const look = staleSources > 0 ? `${plural(staleSources, 'citation')} made for the earlier wording.` : ''
      return box(
        [why, capital(redo), none, look, `For this wording: ${have}`].filter(Boolean).join(' '),
        mayAssess &&
          (stale.has(me) || staleSources > 0) && { label: 'See what changed', go: () => openPane('reaffirm') },
      )
    }
    case 'in_progress': {
      const isShort = claim.assessors < claim.demands.assessors
      const able = isShort ? whoCanAssess(people, judging, assessors) : []
      const who = able.length > 0 ? `${capital(nameList(able, 'or', me))} can assess it.` : ''
      const noOne = isShort && able.length === 0 ? 'No one else on the desk may assess it.' : ''
      const enough = !isShort && origins >= claim.demands.origins
      const bears = enough ? 'The evidence does not bear out the verdict given.' : ''
      const stale = staleSources > 0 ? `${plural(staleSources, 'citation')} made for an earlier wording.` : ''
      return box(
        [have, who, noOne, bears, stale].filter(Boolean).join(' '),
        staleSources > 0 && mayAssess && { label: 'Look again', go: () => openPane('reaffirm') },
      )
    }
    default:
      return null
  }
}

/** Why no one who assessed the claim can re-affirm it. */
const REASSESS = {
  gone: 'No one who assessed it is still a checker on this desk: someone else has to assess it.',
  barred: 'The person who assessed it also wrote the current words: someone else has to assess it.',
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
const needs = (asked: readonly { id: string }[], me: string) =>
  asked.length === 1 && asked[0]?.id !== me ? 'has' : 'have'
