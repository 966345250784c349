import { type ArticleDetail, DETAIL_LABEL } from '@/lib/domain/article/detail.ts'
import { gradeLabel } from '@/lib/domain/check/scale.ts'
import type { SignedCheckpoint } from '@/lib/domain/desk/checkpoint.ts'
import type {
  Report,
  ReportAmendment,
  ReportCorrection,
  ReportReference,
  ReportRevision,
} from '@/lib/domain/report/report.ts'
import { countsInWords } from '@/lib/domain/revision/count.ts'
import { ORIGIN_KIND_LABEL } from '@/lib/domain/source/derivation.ts'
import { FIELD_LABEL, type FilledField } from '@/lib/domain/source/fill.ts'
import type { Csl } from '@/lib/domain/source/source.ts'
import { wordDiff } from '@/lib/domain/text/word-diff.ts'
import { html, joined, link, type Markup } from './markup.ts'
import { statusTag } from './status.ts'
import { counted, dayWords, listed, momentWords, shortfallWords } from './words.ts'

export function bibliographySection({ bibliography }: Report): Markup {
  return html`<section aria-labelledby="bibliography"><h2 id="bibliography">Bibliography</h2>
${
  bibliography.length === 0
    ? html`<p class="none">No source is cited.</p>`
    : html`<p class="aside">In order of first citation, worded in APA style. The letter is the desk’s grade of the source; an ungraded source has none.</p>
<ol class="references">${bibliography.map(reference)}</ol>`
}
</section>
`
}

function reference(source: ReportReference): Markup {
  const { number, text, url, reliability, derives, archived, unconfirmed } = source
  const accessed = source.accessed ?? recordedAccess(source.csl)
  // The address ends most styles' entries; there it becomes the link, else it stands after the entry.
  const [before, address] = url !== null && text.endsWith(url) ? [text.slice(0, -url.length), url] : [text, null]
  const after = address === null && url !== null && !text.includes(url) ? url : null
  return html`<li id="source-${number}"><span class="ref" aria-hidden="true">[${number}]</span><div><p dir="auto">${before}${address !== null && link(address, address)}${after !== null && html` ${link(after, after)}`}</p>
<p class="who">${reliability !== null && html`<span class="grade">${reliability}</span> `}${gradeLabel(reliability).toLowerCase()}${
    accessed !== null && html` · accessed ${dayWords(accessed)}`
  }${archived !== null && html` · archived: ${link(archived, archived)}`}${
    derives.length > 0 &&
    html` · ${joined(
      derives.map(({ kind, title }) => html`${ORIGIN_KIND_LABEL[kind]} <bdi>${title}</bdi>`),
      ', ',
    )}, and counts as one origin with it`
  }</p>${
    unconfirmed.length > 0 &&
    html`<p class="aside">Filled in by a machine and not confirmed by anyone: ${listed(unconfirmed.map(fieldWords))}.</p>`
  }</div></li>
`
}

const fieldWords = (name: string) => FIELD_LABEL[name as FilledField] ?? name

export function correctionsSection({ corrections, revisions, amendments = [], article }: Report): Markup {
  const amended = Map.groupBy(amendments, (one) => one.revision)
  const after = (number: number) => (amended.get(number) ?? []).map((one) => amendment(one, article.language))
  const made = Map.groupBy(corrections, ({ revision }) => revision)
  const told = revisions.filter(
    ({ number, counts, title }) => made.has(number) || title !== null || counts !== null || amended.has(number),
  )
  return html`<section aria-labelledby="corrections"><h2 id="corrections">Corrections</h2>
${
  told.length + amendments.length === 0
    ? html`<p class="none">Nothing has changed since the article was imported.</p>`
    : html`${after(1)}${told.map(
        (row) => html`${revision(row, made.get(row.number) ?? [], article.language)}${after(row.number)}`,
      )}`
}
</section>
`
}

/** One revision: what it changed, counted as everywhere, then every claim that says something else. */
function revision({ number, at, counts, title }: ReportRevision, rows: ReportCorrection[], language: string): Markup {
  return html`<h3>Revision ${number}, ${dayWords(at)}</h3>
${counts !== null && html`<p class="aside">${sentence(countsInWords(counts))}.</p>`}
${title !== null && html`<p class="aside">Title: <del lang="${language}" dir="auto">${title.before}</del> <ins lang="${language}" dir="auto">${title.after}</ins></p>`}
${rows.length > 0 && html`<ol class="corrections">${rows.map((row) => correction(row, language))}</ol>`}
`
}

/** What was changed about the article as a whole, between two revisions. */
function amendment({ at, by, reason, changes }: ReportAmendment, language: string): Markup {
  const said = (value: string | null, detail: ArticleDetail) =>
    value === null
      ? html`<i>none</i>`
      : html`<span${detail === 'title' && html` lang="${language}"`} dir="auto">${value}</span>`
  return html`<h3>Details of the article, ${dayWords(at)}</h3>
${changes.map(({ detail, before, after }) => html`<p class="aside">${DETAIL_LABEL[detail]}: <del>${said(before, detail)}</del> <ins>${said(after, detail)}</ins></p>`)}
${reason !== '' && html`<p class="said" dir="auto">${reason}</p>`}
<p class="who">by <bdi>${by}</bdi></p>
`
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

function correction(row: ReportCorrection, language: string): Markup {
  return html`<li><p class="margin"><a class="key" href="#${row.key}">${row.key}</a> </p>
<div class="entry"><p class="words change" lang="${language}" dir="auto">${wordDiff(
    row.before.trim(),
    row.after.trim(),
  ).map(({ kind, text }) =>
    kind === 'removed' ? html`<del>${text}</del>` : kind === 'added' ? html`<ins>${text}</ins>` : html`${text}`,
  )}</p>
<dl class="pair" lang="${language}"><div><dt>Before</dt><dd dir="auto">${row.before.trim() || html`<i>Not in the article</i>`}</dd></div><div><dt>After</dt><dd dir="auto">${row.after.trim() || html`<i>Taken out of the article</i>`}</dd></div></dl>
${row.reason !== '' && html`<p class="said" dir="auto">${row.reason}</p>`}
<p class="who">by <bdi>${row.by}</bdi>${row.reviewer === null ? html`, recorded at once` : html`, accepted by <bdi>${row.reviewer}</bdi>`}${row.reviewReason !== null && html`: <span dir="auto">${row.reviewReason}</span>`}</p></div></li>
`
}

/** Sign-off, with room for a hand, and what it still lacks. */
export function signOffSection({ signOff }: Report): Markup {
  const rows = [
    ...signOff.authors.map(({ name, importedRevisions, wordings }) => [
      'Author',
      name,
      deeds([importedRevisions, 'revision taken in', 'revisions taken in'], [wordings, 'wording']),
    ]),
    ...signOff.checkers.map(({ name, assessments, citations }) => [
      'Checker',
      name,
      deeds([assessments, 'assessment'], [citations, 'citation']),
    ]),
    ...signOff.reviewers.map(({ name, wordings, adjudications }) => [
      'Reviewer',
      name,
      deeds([wordings, 'wording accepted', 'wordings accepted'], [adjudications, 'adjudication']),
    ]),
  ]
  return html`<section class="signing" aria-labelledby="sign-off"><h2 id="sign-off">Sign-off sheet</h2>
<p>Revision ${signOff.revision}, recorded ${momentWords(signOff.at)}.</p>
<div class="wide" tabindex="0" role="group" aria-label="Sign-off, table"><table class="people"><caption>Sign-off</caption>
<thead><tr><th scope="col">As</th><th scope="col">Name</th><th scope="col">Did</th><th scope="col">Signature, date</th></tr></thead>
<tbody>${rows.map(([as, name, did]) => html`<tr><td>${as ?? ''}</td><th scope="row"><bdi>${name ?? ''}</bdi></th><td>${did ?? ''}</td><td class="hand"></td></tr>`)}</tbody></table></div>
${signOff.complete ? html`<p class="complete"><b>Every claim meets the policy.</b></p>` : missing(signOff)}
</section>
`
}

function missing({ missing: rows }: Report['signOff']): Markup {
  const alike = Map.groupBy(rows, ({ status, missing: lacks }) => `${status}: ${lacks.map(shortfallWords).join('; ')}`)
  return html`<h3>What is missing</h3>
<p>${counted(rows.length, 'claim does', 'claims do')} not meet the policy yet.</p>
<div class="wide" tabindex="0" role="group" aria-label="Claims short of the policy, table"><table class="lacks"><caption>Claims short of the policy, by what they lack</caption>
<thead><tr><th scope="col">Status</th><th scope="col">Missing</th><th scope="col">Claims</th></tr></thead>
<tbody>${[...alike.values()].map((group) => {
    const [first] = group
    return (
      first &&
      html`<tr><th scope="row">${statusTag(first.status)}</th><td>${first.missing.map(shortfallWords).join('; ')}</td><td>${joined(
        group.map(({ key }) => html`<a class="key" href="#${key}">${key}</a>`),
        ' ',
      )}</td></tr>`
    )
  })}</tbody></table></div>
`
}

function deeds(...counts: [count: number, one: string, many?: string][]): string {
  return counts.flatMap(([count, one, many]) => (count === 0 ? [] : counted(count, one, many))).join(', ')
}

export function hashSection(hash: string, signed?: SignedCheckpoint): Markup {
  return html`<footer class="seal"><h2 id="hash">Content hash</h2>
<p><code>${hash}</code></p>
<p>SHA-256 of this report’s content, which a file of it holds as JSON in its element <code>attest-report</code>: keys sorted, no white space, UTF-8. <code>attest report verify FILE</code> takes the hash again and sets the page again; compare it with the hash that the desk names.</p>
${signed && signature(signed)}</footer>
`
}

/** Whose key signed it, and where the record was at its moment. */
function signature({ key, clocks }: SignedCheckpoint): Markup {
  const heads = clocks.map(
    ({ id, desk, seq, hash }) =>
      html`<li>Change ${seq} of the ${id === desk ? 'desk' : 'article'}’s record: <code>${hash}</code></li>
`,
  )
  return html`<h3>Signature</h3>
<p>Signed with the desk’s key <code>${key}</code> (Ed25519). The signature covers the content hash and the record at that moment:</p>
<ul>${heads}</ul>
<p><code>attest report verify FILE --key KEY</code> checks it with the key that the desk names; <code>attest audit verify --checkpoint FILE</code> shows that the desk’s record still has these changes.</p>
`
}

/** The day that the record itself says it was read on, where the desk kept no copy. */
function recordedAccess({ accessed }: Csl): string | null {
  const [year, month, day] = accessed?.['date-parts'][0] ?? []
  if (year === undefined || month === undefined || day === undefined) return null
  return new Date(Date.UTC(year, month - 1, day)).toISOString()
}
