import type { SignedCheckpoint } from '@/lib/domain/desk/checkpoint.ts'
import { type Report, reportHash } from '@/lib/domain/report/report.ts'
import { sha256 } from '@/lib/platform/ids.ts'
import { parseCheckpoint } from '@/lib/schema/checkpoint.ts'
import { parseReport } from '@/lib/schema/report.ts'
import { isWellSigned } from './checkpoint-file.ts'
import { embeddedCheckpoint, embeddedJson, reportFile } from './report.ts'

export type Verification =
  | {
      holds: true
      hash: string
      title: string
      revision: number
      /** The public key it is signed with; null where it is not signed. */
      key: string | null
    }
  | { holds: false; why: string }

/**
 * Is a report file what Attest made? Takes the hash of the content it holds, makes the file again from that content,
 * and compares every byte: so the page cannot say other than its content, nor name another hash than its own. Where it
 * is signed, the signature has to fit the content and its moment.
 * @param key the public key it has to be signed with; absent: any, or none
 */
export function verifyReportFile(file: string, key?: string): Verification {
  const fails = (why: string): Verification => ({ holds: false, why })
  const json = embeddedJson(file)
  if (json === null)
    return fails(
      'This is not a report file, or its end was cut off or altered: the content is not where a report holds it.',
    )
  const report = parseReport(parsed(json))
  if (report === null)
    return fails(
      'Its content was altered, or it comes from another version of Attest: it is not a report as this one makes them.',
    )
  const hash = reportHash(report, sha256)
  const held = embeddedCheckpoint(file)
  const signed = held === null ? null : parseCheckpoint(parsed(held))
  if (held !== null && signed === null) return fails('Its signature was altered: it is not one as Attest makes them.')
  const made = reportFile(report, signed ?? undefined)
  if (made === file) {
    const why = signatureFault(report, hash, signed, key)
    if (why !== null) return fails(why)
    return {
      holds: true,
      hash,
      title: report.article.title,
      revision: report.revision.number,
      key: signed?.key ?? null,
    }
  }
  if (!file.includes(`<code>${hash}</code>`))
    return fails(`Its content has the hash ${hash}, and that is not the hash it names: it was altered.`)
  return fails(
    `Its content has the hash it names, ${hash}, but the page around it differs from what Attest makes of that content ` +
      `(first at character ${firstDifference(made, file) + 1}): the page was altered, or made by another version.`,
  )
}

function signatureFault(report: Report, hash: string, signed: SignedCheckpoint | null, key?: string): string | null {
  if (!signed)
    return key === undefined ? null : 'It is not signed, so it can’t be shown to come from the holder of that key.'
  const [article, desk] = signed.clocks
  const isOfReport =
    signed.report === hash &&
    signed.clocks.length === 2 &&
    article?.seq === report.pin.change &&
    desk?.seq === report.pin.deskChange
  if (!isOfReport) return 'Its signature belongs to another report: it was put together from two.'
  if (!isWellSigned(signed))
    return 'Its signature does not fit its content: it was altered after it was signed, or never signed.'
  if (key !== undefined && key !== signed.key)
    return `It was signed by another key: by ${signed.key}, and not by ${key}.`
  return null
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
