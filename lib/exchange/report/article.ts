import { pinText } from '@/lib/domain/report/pin.ts'
import type { Report, ReportBlock, ReportClaim, ReportSection } from '@/lib/domain/report/report.ts'
import { claimEntry } from './claim.ts'
import { html, link, type Markup } from './markup.ts'
import { counted, momentWords, share } from './words.ts'

/** What it is, of which revision, and by what rules it was checked. */
export function titleBlock({ article, desk, revision, pin, policy }: Report): Markup {
  const origin = article.originUrl
  const rows: [string, Markup | string | null][] = [
    ['Revision', html`${revision.number}, recorded ${momentWords(revision.at)} by <bdi>${revision.by}</bdi>`],
    ['Its summary', revision.summary === '' ? null : html`<span dir="auto">${revision.summary}</span>`],
    [
      'Checks as of',
      `change ${pin.change} of the article’s record (change ${pin.deskChange} of the desk’s), ${momentWords(pin.at)}`,
    ],
    [
      'Export again',
      html`<code>attest export ${article.slug} --revision ${revision.number} --pin ${pinText(pin)} -o report.html</code>`,
    ],
    ['Desk', html`<bdi>${desk}</bdi>`],
    ['Text', article.attribution === null ? null : html`<span dir="auto">${article.attribution}</span>`],
    ['Licence', article.licence],
    ['From', origin === null ? null : link(origin, origin)],
    ['Policy', policyWords(policy)],
  ]
  return html`<header class="title">
<p class="kicker">Sourced report</p>
<h1 lang="${article.language}" dir="auto">${article.title}</h1>
<dl class="facts">${rows.map(([name, value]) => value !== null && html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
</header>
`
}

function policyWords({ blindAssessments, ...least }: Report['policy']): string {
  const plain = `${counted(least.minAssessors, 'assessor')} and ${counted(least.minOrigins, 'independent origin')} a claim`
  const toll = `${least.minAssessorsHumanToll} and ${least.minOriginsHumanToll} where it counts people killed, injured or detained`
  return `${plain}; ${toll}${blindAssessments ? '; assessors answer blind to one another' : ''}`
}

/** The sections with how much of each is checked, as links. */
export function outline({ sections, article }: Report): Markup {
  return html`<nav aria-labelledby="outline"><h2 id="outline">Outline</h2>
<ol class="contents">${sections.map((section, at) => {
    const { checked, checkable } = section.coverage
    const said = checkable === 0 ? 'nothing to check' : `${checked} of ${counted(checkable, 'word')} checked`
    return html`<li class="level-${depth(section)}"><a href="#section-${at + 1}" lang="${article.language}" dir="auto">${section.title}</a> <span class="mini" aria-hidden="true">${checkable > 0 && html`<span style="width:${share(checked, checkable)}"></span>`}</span> <span class="who">${said}</span></li>`
  })}</ol></nav>
`
}

/** Every claim in reading order, by section and block. */
export function claimsSection(report: Report): Markup {
  const byNumber = new Map(report.claims.map((claim) => [claim.number, claim]))
  return html`<section aria-labelledby="claims"><h2 id="claims">Claims</h2>
${report.sections.map((section, at) => articleSection(report, section, at + 1, byNumber))}</section>
`
}

function articleSection(
  { article, bibliography }: Report,
  section: ReportSection,
  number: number,
  byNumber: ReadonlyMap<number, ReportClaim>,
): Markup {
  const id = `section-${number}`
  const [first] = section.blocks
  // A heading that is one claim is the section's heading itself, and not said twice.
  const isTitled = first?.kind === 'heading' && first.claims.length === 1
  const claims = (block: ReportBlock) =>
    block.claims
      .flatMap((claim) => byNumber.get(claim) ?? [])
      .map((claim) => claimEntry(claim, article.language, bibliography, isTitled && block === first ? id : undefined))
  const blocks = section.blocks.map(
    (
      block,
    ) => html`<ul class="block ${block.kind} depth-${Math.min(block.level ?? 0, 4)}"${block.label !== null && html` aria-label="${block.label}"`}>${claims(block)}</ul>
`,
  )
  return html`<section class="part" aria-labelledby="${id}">${!isTitled && html`<h3 id="${id}" lang="${article.language}" dir="auto">${section.title}</h3>`}
${blocks}</section>
`
}

function depth({ level }: ReportSection): number {
  return Math.max(2, Math.min(6, level))
}
