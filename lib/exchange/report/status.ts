import { withLabel } from '@/lib/domain/article/framing.ts'
import { STATUS_LABEL, type Status } from '@/lib/domain/claim/status.ts'
import type { Report } from '@/lib/domain/report/report.ts'
import { html, type Markup } from './markup.ts'
import { counted, grouped, lostEvidenceWords, share } from './words.ts'

const GLYPH: Record<Status, string> = {
  supported: '✓',
  refuted: '✕',
  conflicting_evidence: '≠',
  not_enough_evidence: '?',
  disputed: '═',
  stale: '∿',
  in_progress: '…',
  unchecked: '·',
  not_checkable: '–',
}

/** A status as a sign and a word, never by colour alone. */
export function statusTag(status: Status): Markup {
  return html`<span class="status ${status}"><span aria-hidden="true">${GLYPH[status]}</span> ${STATUS_LABEL[status]}</span>`
}

/** Before anything else: claims whose evidence is lost, whatever their verdict. Nothing where none is. */
export function lostSection({ claims, article }: Report): Markup {
  const lost = claims.filter(({ missing }) => missing.some(({ what }) => what === 'evidence'))
  if (lost.length === 0) return html``
  return html`<section class="lost" aria-labelledby="lost"><h2 id="lost">Evidence lost or not found</h2>
<p>${counted(lost.length, 'claim rests', 'claims rest')} on evidence that is no longer there or was not found. A verdict below was given before that was known.</p>
<ul>${lost.map((claim) => html`<li><a class="key" href="#${claim.key}">${claim.key}</a> ${statusTag(claim.status)} <span lang="${article.language}" dir="auto">${withLabel(claim.label, claim.text.trim())}</span> <span class="who">${lostEvidenceWords(claim.lost)}</span></li>`)}</ul>
</section>
`
}

/** Coverage in words: the sentence, the bar, and the table that says the same. */
export function coverageSection({ coverage }: Report): Markup {
  const { total, checkable, checked, percent, byStatus } = coverage
  const drawn = byStatus.filter(({ status }) => status !== 'not_checkable' && status !== 'unchecked')
  const checkedWords = `${grouped(checked)} of ${counted(checkable, 'word')} that can be checked`
  return html`<section aria-labelledby="coverage">
<h2 id="coverage">Coverage</h2>
<p class="figure"><b>${percent} %</b> checked: ${checkedWords}${total > checkable && `, of ${grouped(total)} in all`}.</p>
<div class="bar" aria-hidden="true">${drawn.map(({ status, words }) => html`<span class="${status}" style="width:${share(words, checkable)}"></span>`)}</div>
<div class="wide" tabindex="0" role="group" aria-label="Words and claims by status, table"><table class="legend"><caption>Words and claims by status</caption>
<thead><tr><th scope="col">Status</th><th scope="col" class="number">Words</th><th scope="col" class="number">Claims</th></tr></thead>
<tbody>${byStatus.map(({ status, words, claims }) => html`<tr><th scope="row">${statusTag(status)}</th><td class="number">${grouped(words)}</td><td class="number">${grouped(claims)}</td></tr>`)}</tbody></table></div>
</section>
`
}
