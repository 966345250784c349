import { canonicalJson, type Json } from '@/lib/domain/desk/audit.ts'
import type { SignedCheckpoint } from '@/lib/domain/desk/checkpoint.ts'
import { type Report, reportHash, reportJson } from '@/lib/domain/report/report.ts'
import { visible } from '@/lib/domain/text/invisible-character.ts'
import { sha256 } from '@/lib/platform/ids.ts'
import { claimsSection, outline, titleBlock } from './article.ts'
import { html, Markup } from './markup.ts'
import { bibliographySection, correctionsSection, hashSection, signOffSection } from './record.ts'
import { coverageSection, lostSection } from './status.ts'
import { FILE_STYLE, REPORT_STYLE } from './style.ts'

export { REPORT_STYLE }

/** The report as one element, for a page that brings its own frame; looks as meant with `REPORT_STYLE`. */
export function reportBody(report: Report): string {
  return body(report).text
}

function body(report: Report, signed?: SignedCheckpoint): Markup {
  return html`<article class="report">
${titleBlock(report)}${lostSection(report)}${coverageSection(report)}${outline(report)}${claimsSection(report)}${bibliographySection(report)}${correctionsSection(report)}${signOffSection(report)}${hashSection(reportHash(report, sha256), signed)}</article>`
}

/**
 * The report as a file of its own: runs no script, asks the network for nothing, and holds its content a second time
 * as JSON, from which it can be made again byte for byte.
 * @param signed the checkpoint of its moment, which names the report's hash; absent: the file is not signed
 */
export function reportFile(report: Report, signed?: SignedCheckpoint): string {
  const title = `${visible(report.article.title)}: sourced report, revision ${report.revision.number}`
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${new Markup(FILE_STYLE + REPORT_STYLE)}</style>
</head>
<body>
<main>
${body(report, signed)}
</main>
${
  signed &&
  html`<script type="application/json" id="attest-checkpoint">${new Markup(embedded(canonicalJson(signed as unknown as Json)))}</script>
`
}<script type="application/json" id="attest-report">${new Markup(embedded(reportJson(report)))}</script>
</body>
</html>
`.text
}

/** JSON that an HTML parser finds nothing in. */
function embedded(json: string): string {
  return json.replace(/[<>&\u2028\u2029]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** The JSON of the signed checkpoint that a report file holds, or null where it holds none. */
export function embeddedCheckpoint(file: string): string | null {
  return (
    /<\/main>\n<script type="application\/json" id="attest-checkpoint">([^<]*)<\/script>\n<script type="application\/json" id="attest-report">/.exec(
      file,
    )?.[1] ?? null
  )
}

/** The JSON a report file holds, or null where it holds none. */
export function embeddedJson(file: string): string | null {
  return (
    /<script type="application\/json" id="attest-report">([^<]*)<\/script>\n<\/body>\n<\/html>\n$/.exec(file)?.[1] ??
    null
  )
}
