import { CONFIDENCE_LABEL, gradePair, gradeWords, STANCE_LABEL, VERDICT_LABEL } from '@/lib/domain/check/scale.ts'
import { ERASED_FILE } from '@/lib/domain/desk/vouching.ts'
import { fateLabel } from '@/lib/domain/quote/fate.ts'
import type {
  Made,
  ReportAssessment,
  ReportCitation,
  ReportClaim,
  ReportReference,
} from '@/lib/domain/report/report.ts'
import { originWords } from '@/lib/domain/source/derivation.ts'
import { SEARCH_RESULT_LABEL } from '@/lib/domain/source/search-entry.ts'
import { TWIN_WHY } from '@/lib/domain/source/twin.ts'
import { html, joined, link, Markup } from './markup.ts'
import { statusTag } from './status.ts'
import { counted, dayWords, listed, shortfallWords } from './words.ts'

type References = readonly ReportReference[]

/**
 * One claim: its key and status in the margin, its words, and what is known of them.
 * @param heading the id of the heading that the claim is, where it is one
 */
export function claimEntry(claim: ReportClaim, language: string, references: References, heading?: string): Markup {
  const bare = notes(claim, references)
  return html`<li class="statement st-${claim.status}" id="${claim.key}">
<p class="margin"><a class="key" href="#${claim.key}">${claim.key}</a> ${statusTag(claim.status)}</p>
<div class="entry">${
    heading === undefined
      ? html`<p class="words" lang="${language}" dir="auto">${claim.label !== null && html`<span class="of">${claim.label}:</span> `}${claim.text.trim()}</p>`
      : html`<h3 id="${heading}" lang="${language}" dir="auto">${claim.text.trim()}</h3>`
  }
${bare.length > 0 && html`<div class="notes">${bare}</div>`}</div>
</li>
`
}

function notes(claim: ReportClaim, references: References): Markup[] {
  const { citations, assessments } = claim
  const fresh = (row: Made) => row.madeFor === null
  const found = [
    answer(claim),
    claim.disagreement.length > 0 && disagreement(claim),
    citationList(citations.filter(fresh), references, claim.text.trim()),
    claim.twins.map(
      ({ references: [one, other], why }) =>
        html`<p class="differs"><b>Perhaps one source:</b> [${one}] and [${other}] ${TWIN_WHY[why]}, and are counted as two origins.</p>`,
    ),
    coveredNote(claim),
    assessmentList(assessments.filter(fresh)),
    claim.heldBack > 0 &&
      html`<p class="aside">${counted(claim.heldBack, 'assessment')} held back until as many as the policy demands have answered.</p>`,
    adjudication(claim.adjudication),
    staleChecks(claim, references),
    searchLog(claim),
    openQuestions(claim),
    claim.proposals > 0 &&
      html`<p class="aside">${counted(claim.proposals, 'proposed wording waits', 'proposed wordings wait')} for review.</p>`,
    claim.missing.length > 0 &&
      (citations.length > 0 || assessments.length > 0 || claim.heldBack > 0) &&
      html`<p class="aside"><b>Missing:</b> ${claim.missing.map(shortfallWords).join('; ')}.</p>`,
  ]
  return found.flat().filter((part) => part instanceof Markup)
}

function answer({ answer: found, origins, citations }: ReportClaim): Markup | null {
  const cited = new Set(citations.flatMap((row) => (row.madeFor === null ? row.reference : []))).size
  const rests = cited > 0 && originWords(cited, origins)
  if (!found) return rests ? html`<p class="answer">${rests}</p>` : null
  const sure = listed(found.confidences.map((confidence) => CONFIDENCE_LABEL[confidence].toLowerCase()))
  const verdict = html`<b>${VERDICT_LABEL[found.verdict]}</b>, ${sure} confidence`
  const by = found.by === 'adjudication' ? 'adjudicated' : null
  return html`<p class="answer">${joined([verdict, by, rests || null], ' · ')}</p>`
}

function disagreement({ disagreement: sides, adjudication: settled }: ReportClaim): Markup {
  const said = joined(
    sides.map(({ verdict, raters }) => html`<bdi>${listed(raters)}</bdi>: ${VERDICT_LABEL[verdict].toLowerCase()}`),
    '; ',
  )
  const end = settled?.madeFor === null ? 'Adjudicated below.' : 'Not adjudicated.'
  return html`<p class="differs"><b>Assessments differ.</b> ${said}. ${end}</p>`
}

function citationList(citations: readonly ReportCitation[], references: References, said: string): Markup | null {
  if (citations.length === 0) return null
  return html`<ul class="citations" aria-label="Citations">${citations.map((row) => citation(row, references, said))}</ul>`
}

function citation(row: ReportCitation, references: References, said: string): Markup {
  const title = references[row.reference - 1]?.title ?? ''
  const grade = html`<span class="grade" title="${gradeWords(row.reliability, row.credibility)}">${row.reliability === null ? gradeWords(row.reliability, row.credibility) : gradePair(row.reliability, row.credibility)}</span>`
  return html`<li><span class="stance ${row.stance}">${STANCE_LABEL[row.stance]}</span> <a class="ref" href="#source-${row.reference}">[${row.reference}]</a> <bdi class="title">${title}</bdi>${row.locator !== '' && html`, <bdi>${row.locator}</bdi>`} ${grade}${row.quote !== '' && html`<blockquote dir="auto">${row.quote}</blockquote>`}${row.note !== '' && html`<p class="said" dir="auto">${row.note}</p>`}${kept(row)}<p class="who">${made(row, 'cited')}${
    row.covers !== null &&
    row.covers.length > 0 &&
    (row.covers.join(' ').trim() === said
      ? ' · covers the whole claim'
      : html` · covers ${joined(
          row.covers.map((words) => html`<q dir="auto">${words}</q>`),
          ', ',
        )}`)
  }</p></li>
`
}

/** What was kept of the source, how the quote stands in it, and how the address answers. */
function kept({ quote, passage, standing, link: answered, archived }: ReportCitation): Markup[] {
  const lost = standing?.fate === 'gone'
  const notes = [
    passage?.sha256 === ERASED_FILE &&
      html`<p class="who">Quoted from a snapshot of ${dayWords(passage.at)}, which was redacted since.</p>`,
    passage &&
      passage.sha256 !== ERASED_FILE &&
      html`<p class="who">Quoted from the snapshot of ${dayWords(passage.at)}, <code title="SHA-256 of its bytes">${passage.sha256.slice(0, 16)}…</code>, characters ${passage.start} to ${passage.end}${archived !== null && html` · ${link(archived, 'copy in a public archive')}`}</p>`,
    quote !== '' &&
      !passage &&
      html`<p class="who">Typed by hand${standing && standing.fate !== 'gone' ? `, and found in the snapshot of ${dayWords(standing.at)}` : standing ? '' : ', and not searched for in a snapshot'}.</p>`,
    lost &&
      html`<p class="differs"><b>${fateLabel(standing)}</b> (looked at ${dayWords(standing.at)}).${standing.said !== '' && html` It says: <q dir="auto">${standing.said}</q>`}</p>`,
    standing?.fate === 'reworded' &&
      html`<p class="aside">Found reworded (looked at ${dayWords(standing.at)}): <q dir="auto">${standing.said}</q></p>`,
    answered?.outcome === 'gone' &&
      html`<p class="differs"><b>Dead link</b> (asked ${dayWords(answered.at)}): ${answered.words}</p>`,
    answered?.outcome === 'failed' &&
      html`<p class="aside">The page could not be seen (asked ${dayWords(answered.at)}): ${answered.words}</p>`,
    answered &&
      answered.words !== '' &&
      (answered.outcome === 'same' || answered.outcome === 'changed') &&
      html`<p class="aside">The page could not be seen whole (asked ${dayWords(answered.at)}): ${answered.words}</p>`,
  ]
  return notes.filter((note) => note instanceof Markup)
}

/** Which words no citation covers: a footnote's scope is no guess. */
function coveredNote({ covered }: ReportClaim): Markup | null {
  if (covered === null) return null
  const { words, total, uncovered } = covered
  if (words === total) return html`<p class="aside">Its citations cover every word.</p>`
  if (words === 0) return html`<p class="aside">Which words its citations cover was not said.</p>`
  return html`<p class="aside">Its citations cover ${words} of ${counted(total, 'word')}; not covered: ${joined(
    uncovered.map((run) => html`<q dir="auto">${run.trim()}</q>`),
    ', ',
  )}.</p>`
}

function searchLog({ searches }: ReportClaim): Markup | null {
  if (searches.length === 0) return null
  return html`<div class="searches"><p><b>Searched for</b></p><ul aria-label="Search log">${searches.map(
    (row) =>
      html`<li><span class="who">${row.searchedOn}</span> <bdi>${row.place}</bdi>: <q dir="auto">${row.query}</q> · ${SEARCH_RESULT_LABEL[row.result].toLowerCase()}${row.note !== '' && html`<p class="said" dir="auto">${row.note}</p>`}<p class="who"><bdi>${row.by}</bdi></p></li>`,
  )}</ul></div>`
}

function assessmentList(assessments: readonly ReportAssessment[]): Markup | null {
  if (assessments.length === 0) return null
  return html`<ul class="assessments" aria-label="Assessments">${assessments.map(assessment)}</ul>`
}

function assessment(row: ReportAssessment): Markup {
  return html`<li><bdi class="rater">${row.by}</bdi>: <b>${VERDICT_LABEL[row.verdict].toLowerCase()}</b>, ${CONFIDENCE_LABEL[row.confidence].toLowerCase()} confidence <span class="who">${dayWords(row.at)}</span>${row.rationale !== '' && html`<p class="said" dir="auto">${row.rationale}</p>`}</li>
`
}

function adjudication(row: ReportClaim['adjudication']): Markup | null {
  if (row === null || row.madeFor !== null) return null
  return html`<div class="ruling"><p><b>Adjudicated</b> by <bdi>${row.by}</bdi>: <b>${VERDICT_LABEL[row.verdict].toLowerCase()}</b>, ${CONFIDENCE_LABEL[row.confidence].toLowerCase()} confidence <span class="who">${dayWords(row.at)}</span></p><p class="said" dir="auto">${row.reason}</p></div>`
}

/** Checks whose words are no longer there, under the wording they were made for. */
function staleChecks(claim: ReportClaim, references: References): Markup[] {
  const ruling = claim.adjudication
  const wordings = new Set(
    [...claim.citations, ...claim.assessments, ...(ruling ? [ruling] : [])].flatMap((row) => row.madeFor ?? []),
  )
  return [...wordings].map((wording) => {
    const then = (row: Made) => row.madeFor === wording
    return html`<div class="stale"><p><b>Made for an earlier wording:</b> <q dir="auto">${wording.trim()}</q></p>${citationList(claim.citations.filter(then), references, wording.trim())}${assessmentList(claim.assessments.filter(then))}${ruling && then(ruling) && adjudication({ ...ruling, madeFor: null })}</div>`
  })
}

function openQuestions({ questions }: ReportClaim): Markup[] {
  return questions.map(
    ({ quote, comments }) =>
      html`<div class="question"><p><b>Open question</b>${quote !== '' && html` on <q dir="auto">${quote}</q>`}</p>${comments.map(
        ({ by, at, body }) =>
          html`<p class="said" dir="auto">${body}</p><p class="who"><bdi>${by}</bdi>, ${dayWords(at)}</p>`,
      )}</div>`,
  )
}

function made({ by, at }: Made, how: string): Markup {
  return html`${how} by <bdi>${by}</bdi>, ${dayWords(at)}`
}
