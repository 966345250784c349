import { reportHash } from '@/lib/domain/report'
import { sha256 } from '@/lib/platform/ids'
import { parseReport } from '@/lib/schema/report'
import { embeddedJson, reportFile } from './report-html'

export type Verification =
  | { holds: true; hash: string; title: string; revision: number }
  | { holds: false; why: string }

/**
 * Is a report file what Attest made? Takes the hash of the content it holds, makes the file again from that content,
 * and compares every byte: so the page cannot say other than its content, nor name another hash than its own.
 */
export function verifyReportFile(file: string): Verification {
  const fails = (why: string): Verification => ({ holds: false, why })
  const json = embeddedJson(file)
  if (json === null)
    return fails('It is no report file, or its end was cut off or altered: the content is not where a report holds it.')
  const report = parseReport(parsed(json))
  if (report === null)
    return fails(
      'Its content was altered, or it comes from another version of Attest: it is not a report as this one makes them.',
    )
  const hash = reportHash(report, sha256)
  const made = reportFile(report)
  if (made === file) return { holds: true, hash, title: report.article.title, revision: report.revision.number }
  if (!file.includes(`<code>${hash}</code>`))
    return fails(`Its content has the hash ${hash}, and that is not the hash it names: it was altered.`)
  return fails(
    `Its content has the hash it names, ${hash}, but the page around it differs from what Attest makes of that content ` +
      `(first at character ${firstDifference(made, file) + 1}): the page was altered, or made by another version.`,
  )
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

function firstDifference(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return at
}
