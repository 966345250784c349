import { CONFIDENCES, VERDICTS, type Verdict } from '../check/scale.ts'
import { type ClaimSummary, claimKey } from '../claim/claim.ts'
import { coversNow, wordsCovered } from '../claim/cover.ts'
import { isUnfinished, originsFor, type Status } from '../claim/status.ts'
import { countOrigins } from '../source/origin.ts'
import type { Twin } from '../source/twin.ts'
import type { AdjudicationFact, AssessmentFact, CitationFact, QuestionFact, ReportFacts, SearchFact } from './facts.ts'
import type { Made, ReportClaim, Shortfall } from './report.ts'

export type ClaimRows = {
  /** The claim's present substance number. */
  substance: number
  citations: CitationFact[]
  /** Those that anyone may see. */
  assessments: AssessmentFact[]
  hidden: readonly { substance: number }[]
  adjudication: AdjudicationFact | null
  questions: QuestionFact[]
  searches: SearchFact[]
  twins: readonly Twin[]
}

type Context = Pick<ReportFacts, 'familyOf' | 'nameOf'> & {
  /** A source's number in the bibliography. */
  referenceOf: (sourceId: string) => number
  sourceOf: (sourceId: string) => { reliability: ReportClaim['citations'][number]['reliability'] }
  textOf: (wordingId: string) => string
  /** The same with its label. */
  saidIn: (wordingId: string) => string
}

/** One claim's entry in the report. Answers that assessors may not see of one another yet are counted, and what they say is left out. */
export function reportClaim(claim: ClaimSummary, rows: ClaimRows, context: Context): ReportClaim {
  const { substance, citations, adjudication } = rows
  const heldBack = rows.hidden.filter((row) => row.substance === substance).length
  const made = ({ memberId, at, ...row }: CitationFact | AssessmentFact | AdjudicationFact): Made => ({
    by: context.nameOf(memberId),
    at,
    madeFor: row.substance === substance ? null : context.saidIn(row.wordingId),
  })
  const fresh = rows.assessments.filter((row) => row.substance === substance)
  const settled = adjudication?.substance === substance ? adjudication : null
  const answer = answerOf(heldBack > 0 ? [] : fresh, settled)
  const lost = lostOf(citations, claim.withdrawnSources)
  return {
    number: claim.number,
    key: claimKey(claim.number),
    text: claim.text,
    label: claim.label,
    status: claim.status,
    words: claim.words,
    demands: claim.demands,
    answer,
    origins: countOrigins(
      citations.filter((row) => row.substance === substance).map((row) => row.sourceId),
      context.familyOf,
    ),
    twins: rows.twins.map(({ one, other, why }) => ({
      references: [context.referenceOf(one), context.referenceOf(other)],
      why,
    })),
    covered: coveredOf(claim.text, citations, substance, context.textOf),
    citations: citations.map((row) => ({
      ...made(row),
      reference: context.referenceOf(row.sourceId),
      stance: row.stance,
      quote: row.quote,
      note: row.note,
      locator: row.locator,
      reliability: context.sourceOf(row.sourceId).reliability,
      credibility: row.credibility,
      covers: row.covers?.map(({ exact }) => exact) ?? null,
      passage: row.passage,
      standing: row.standing,
      link: row.link,
      archived: row.archived,
    })),
    searches: rows.searches.map(({ memberId, claimId: _, ...row }) => ({ ...row, by: context.nameOf(memberId) })),
    assessments: rows.assessments.map((row) => ({
      ...made(row),
      verdict: row.verdict,
      confidence: row.confidence,
      rationale: row.rationale,
    })),
    heldBack,
    adjudication: adjudication && {
      ...made(adjudication),
      verdict: adjudication.verdict,
      confidence: adjudication.confidence,
      reason: adjudication.reason,
    },
    disagreement: disagreementOf(fresh, context.nameOf),
    questions: rows.questions.map(({ quote, comments }) => ({
      quote,
      comments: comments.map(({ memberId, at, body }) => ({ by: context.nameOf(memberId), at, body })),
    })),
    proposals: claim.proposals,
    lost,
    missing: shortfallsOf(
      {
        status: claim.status,
        demands: claim.demands,
        assessors: heldBack > 0 ? Math.min(claim.assessors, claim.demands.assessors - 1) : claim.assessors,
        lost,
      },
      answer?.verdict,
      {
        citations,
        substance,
        familyOf: context.familyOf,
      },
    ),
  }
}

/** Each citation is counted once: by its quote where that is gone or was never found, else by its link. */
function lostOf(citations: readonly CitationFact[], withdrawn: number): ReportClaim['lost'] {
  const gone = citations.filter(({ standing }) => standing?.fate === 'gone')
  const unfound = gone.filter(({ standing }) => standing?.neverFound === true).length
  const dead = citations.filter(({ standing, link }) => standing?.fate !== 'gone' && link?.outcome === 'gone')
  return { quotes: gone.length - unfound, unfound, links: dead.length, withdrawn }
}

function coveredOf(
  text: string,
  citations: readonly CitationFact[],
  substance: number,
  textOf: Context['textOf'],
): ReportClaim['covered'] {
  const fresh = citations.filter((row) => row.substance === substance)
  if (fresh.length === 0) return null
  const { covered, total, uncovered } = wordsCovered(
    text,
    fresh.flatMap(({ covers, wordingId }) => coversNow(textOf(wordingId), text, covers ?? [])),
  )
  return { words: covered, total, uncovered: uncovered.map(({ start, end }) => text.slice(start, end)) }
}

function answerOf(fresh: AssessmentFact[], settled: AdjudicationFact | null): ReportClaim['answer'] {
  if (settled) return { verdict: settled.verdict, confidences: [settled.confidence], by: 'adjudication' }
  const [first] = fresh
  if (!first || fresh.some((row) => row.verdict !== first.verdict)) return null
  const confidences = CONFIDENCES.filter((scale) => fresh.some((row) => row.confidence === scale))
  return { verdict: first.verdict, confidences, by: 'assessments' }
}

function disagreementOf(fresh: AssessmentFact[], nameOf: ReportFacts['nameOf']): ReportClaim['disagreement'] {
  const sides = VERDICTS.map((verdict) => ({
    verdict,
    raters: fresh.filter((row) => row.verdict === verdict).map((row) => nameOf(row.memberId)),
  })).filter(({ raters }) => raters.length > 0)
  return sides.length > 1 ? sides : []
}

/**
 * What a claim lacks to meet the policy; nothing when it is checked or not checkable, but for evidence that is lost: that
 * is named whatever the verdict.
 * @param verdict the answer so far. Only citations that bear on it count; without one, all of the present wording do.
 */
export function shortfallsOf(
  claim: { status: Status; demands: ClaimSummary['demands']; assessors: number; lost: ReportClaim['lost'] },
  verdict: Verdict | undefined,
  evidence: Parameters<typeof originsFor>[0],
): Shortfall[] {
  const { demands, assessors, lost } = claim
  const lacks: Shortfall[] = []
  if (Object.values(lost).some((count) => count > 0)) lacks.push({ what: 'evidence', lost })
  if (!isUnfinished(claim.status)) return lacks
  if (claim.status === 'stale') lacks.push({ what: 'fresh_check' })
  if (claim.status === 'disputed') lacks.push({ what: 'adjudication' })
  if (assessors < demands.assessors) lacks.push({ what: 'assessments', have: assessors, need: demands.assessors })
  // A finding of absence rests on no source; `not_enough_evidence` counts citations of every stance.
  const origins = originsFor(evidence, verdict ?? 'not_enough_evidence')
  if (verdict !== 'not_enough_evidence' && origins < demands.origins)
    lacks.push({ what: 'origins', have: origins, need: demands.origins })
  return lacks
}
