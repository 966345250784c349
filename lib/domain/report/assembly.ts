import { type TitleReplaced, titleAfter } from '../article/detail.ts'
import { labelled, type Said } from '../article/framing.ts'
import { type Layout, sectionsOf } from '../article/layout.ts'
import type { ClaimSummary } from '../claim/claim.ts'
import { type Coverage, checkedPercent, coverage } from '../claim/coverage.ts'
import { STATUSES } from '../claim/status.ts'
import { reportClaim } from './claim.ts'
import { comingsOf, correctionsOf } from './correction.ts'
import type { ReportFacts, SourceFact } from './facts.ts'
import { REPORT_FORMAT, type Report, type ReportClaim, type ReportCoverage, type ReportSection } from './report.ts'
import { signOffOf } from './sign-off.ts'

/** The sources cited, in order of first citation as one reads the article: the order of the bibliography. */
export function citedSources({ layout, claims, citations }: Pick<ReportFacts, 'layout' | 'claims' | 'citations'>) {
  const byClaim = Map.groupBy(citations, (row) => row.claimId)
  return [
    ...new Set(
      inReadingOrder(layout, claims).flatMap((claim) => (byClaim.get(claim.id) ?? []).map((row) => row.sourceId)),
    ),
  ]
}

/**
 * Puts the report together. Linear in the rows.
 * @param texts the bibliography's entries as a citation style words them, in the order of `citedSources`
 */
export function assembleReport(facts: ReportFacts, texts: readonly string[]): Report {
  const { layout, nameOf, article, desk, pin, policy } = facts
  const cited = citedSources(facts)
  const claims = claimEntries(facts, cited)
  const numbers = new Map(facts.claims.map(({ id, number }) => [id, number]))
  const corrections = [
    ...correctionsOf(facts.wordings, (claimId) => numbers.get(claimId), nameOf),
    ...comingsOf(facts.comings, nameOf),
  ].sort((one, other) => one.revision - other.revision)
  const revisions = facts.revisions.map(({ memberId, ...revision }) => ({ ...revision, by: nameOf(memberId) }))
  const last = revisions.at(-1)
  if (!last) throw new RangeError('a report is of a revision, and there is none')
  const { counts: _, formerTitle: __, ...head } = last
  const sum = coverage(claims)
  return {
    format: REPORT_FORMAT,
    desk,
    article,
    revision: head,
    pin,
    policy,
    coverage: {
      ...totals(sum),
      percent: checkedPercent(sum),
      byStatus: STATUSES.filter((status) => sum.claims[status] > 0).map((status) => ({
        status,
        words: sum.byStatus[status],
        claims: sum.claims[status],
      })),
    },
    sections: sections(layout, claims),
    claims,
    bibliography: cited.map((sourceId, at) => {
      const { csl, ...known } = sourceOf(facts, sourceId)
      return {
        number: at + 1,
        text: texts[at] ?? csl.title,
        title: csl.title,
        url: csl.URL ?? null,
        ...known,
        csl,
      }
    }),
    revisions: changesOf(facts),
    corrections,
    ...(facts.amendments.length > 0 && {
      amendments: facts.amendments.map(({ memberId, ...amendment }) => ({ ...amendment, by: nameOf(memberId) })),
    }),
    // What no one signed in did, no one can sign for.
    signOff: signOffOf({ revisions, claims, corrections, nobody: nameOf(null) }),
  }
}

/** What each revision after the first changed. */
function changesOf({ revisions, amendments, article }: ReportFacts): Report['revisions'] {
  const replaced = titlesReplaced(revisions, amendments)
  return revisions.slice(1).map(({ number, at, counts, formerTitle }) => {
    if (formerTitle === null) return { number, at, counts, title: null }
    const title = { before: formerTitle, after: titleAfter(number, replaced, article.title) }
    return { number, at, counts, title }
  })
}

/** Every replacing of the title, in order: a revision's own first, then those made while it was the newest. */
function titlesReplaced(revisions: ReportFacts['revisions'], amendments: ReportFacts['amendments']): TitleReplaced[] {
  const amended = Map.groupBy(amendments, ({ revision }) => revision)
  return revisions.flatMap(({ number, formerTitle }) => [
    ...(formerTitle === null ? [] : [{ revision: number, isRevision: true, former: formerTitle }]),
    ...(amended.get(number) ?? []).flatMap(({ changes }) => {
      const former = changes.find(({ detail }) => detail === 'title')?.before
      return former == null ? [] : [{ revision: number, isRevision: false, former }]
    }),
  ])
}

function claimEntries(facts: ReportFacts, cited: readonly string[]): ReportClaim[] {
  const references = new Map(cited.map((sourceId, at) => [sourceId, at + 1]))
  const wordings = new Map(facts.wordings.map((row) => [row.id, row]))
  const citations = Map.groupBy(facts.citations, (row) => row.claimId)
  const assessments = Map.groupBy(facts.assessments, (row) => row.claimId)
  const hidden = Map.groupBy(facts.hidden, (row) => row.claimId)
  const adjudications = new Map(facts.adjudications.map((row) => [row.claimId, row]))
  const searches = Map.groupBy(facts.searches, (row) => row.claimId)
  const questions = Map.groupBy(facts.questions, (row) => row.claimId)
  const saidIn = (wordingId: string): Said | undefined => wordings.get(wordingId) ?? facts.inherited.get(wordingId)
  const context = {
    familyOf: facts.familyOf,
    nameOf: facts.nameOf,
    referenceOf: (sourceId: string) => references.get(sourceId) ?? 0,
    sourceOf: (sourceId: string) => sourceOf(facts, sourceId),
    textOf: (wordingId: string) => saidIn(wordingId)?.text ?? '',
    saidIn: (wordingId: string) => labelled(saidIn(wordingId), saidIn(wordingId)?.text.trim() ?? ''),
  }
  return inReadingOrder(facts.layout, facts.claims).map((claim) =>
    reportClaim(
      claim,
      {
        substance: wordings.get(claim.wordingId)?.substance ?? 1,
        citations: citations.get(claim.id) ?? [],
        assessments: assessments.get(claim.id) ?? [],
        hidden: hidden.get(claim.id) ?? [],
        adjudication: adjudications.get(claim.id) ?? null,
        questions: questions.get(claim.id) ?? [],
        searches: searches.get(claim.id) ?? [],
        twins: facts.twins.get(claim.id) ?? [],
      },
      context,
    ),
  )
}

function inReadingOrder(layout: Layout, claims: readonly ClaimSummary[]): ClaimSummary[] {
  const byNumber = new Map(claims.map((claim) => [claim.number, claim]))
  return layout.blocks.flatMap((block) => block.claims).flatMap((number) => byNumber.get(number) ?? [])
}

function sourceOf({ sources }: Pick<ReportFacts, 'sources'>, sourceId: string): SourceFact {
  const source = sources.get(sourceId)
  if (!source) throw new RangeError('a citation names a source that was not read with it')
  return source
}

function sections(layout: Layout, claims: readonly ReportClaim[]): ReportSection[] {
  const byNumber = new Map(claims.map((claim) => [claim.number, claim]))
  const blockFrom = new Map(layout.blocks.map((block) => [block.claims[0], block]))
  return sectionsOf(layout, (number) => byNumber.get(number)?.text).map(({ title, level, claims: numbers }) => ({
    title,
    level,
    coverage: totals(coverage(numbers.flatMap((number) => byNumber.get(number) ?? []))),
    blocks: numbers
      .flatMap((number) => blockFrom.get(number) ?? [])
      .map((block) => ({
        kind: block.kind,
        label: block.label ?? null,
        level: block.level ?? null,
        claims: block.claims,
      })),
  }))
}

function totals({ total, checkable, checked }: Coverage): ReportCoverage {
  return { total, checkable, checked }
}
