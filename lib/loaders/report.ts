import type { AuthorizedArticle, SessionClaim } from '@/lib/data/access.ts'
import { reportCheckpoint } from '@/lib/data/audit/checkpoint.ts'
import { db } from '@/lib/data/db.ts'
import { listRevisions, readReport } from '@/lib/data/report/report.ts'
import { may } from '@/lib/domain/desk/permission.ts'
import { parsePin, pinText } from '@/lib/domain/report/pin.ts'
import { type Report, reportHash } from '@/lib/domain/report/report.ts'
import { formatReferences } from '@/lib/exchange/bibliography/bibliography.ts'
import { signCheckpoint } from '@/lib/exchange/report/checkpoint-file.ts'
import { REPORT_STYLE, reportBody, reportFile } from '@/lib/exchange/report/report.ts'
import { signingKey } from '@/lib/platform/auth/signing-key.ts'
import { AppError } from '@/lib/platform/errors.ts'
import { sha256 } from '@/lib/platform/ids.ts'
import type { Viewer } from '@/lib/view/galley.ts'
import { articleOf } from './article.ts'
import { revisionNumber } from './revision-number.ts'
import { peopleOf } from './viewer.ts'

export type ReportView = {
  article: { slug: string; title: string }
  viewer: Viewer
  /** Newest first. */
  revisions: { number: number; at: string; summary: string }[]
  revision: number
  mayExport: boolean
  /** The report as HTML in which everything anyone wrote is escaped, and the style it is meant to have. */
  body: string
  style: string
}

/** What will be handed over, as it will look. @param revision as the address says it; null: the newest */
export async function loadReport(
  session: SessionClaim | null,
  slug: string,
  revision: string | null,
): Promise<ReportView> {
  const article = await articleOf(session, slug, 'report.read')
  const pin = { moment: article, revision: revisionNumber(revision, 'not_found') }
  const [report, revisions, { viewer }] = await Promise.all([
    readReport(db(), article, pin, formatReferences),
    listRevisions(db(), article, article),
    peopleOf(article),
  ])
  return {
    article: { slug: article.slug, title: report.article.title },
    viewer,
    revisions,
    revision: report.revision.number,
    mayExport: may(article.role, 'report.export'),
    body: reportBody(report),
    style: REPORT_STYLE,
  }
}

/**
 * The report as a file to hand over.
 * @param pin as a report states it ("44.22"), to have that very file again; null: as `loadReport` shows it
 */
export async function loadReportFile(
  session: SessionClaim | null,
  slug: string,
  revision: string | null,
  pin: string | null,
): Promise<{ name: string; text: string }> {
  const article = await articleOf(session, slug, 'report.export')
  const exact = pin ? parsePin(pin) : undefined
  if (exact === null)
    throw new AppError('invalid', 'A pin is two whole numbers, as a report states them: 44.22, for example.')
  const asked = { moment: article, revision: revisionNumber(revision, 'invalid'), exact }
  const report = await readReport(db(), article, asked, formatReferences)
  // A slug is plain already; a header is no place to rely on it.
  const plain = article.slug.replace(/[^a-z0-9-]/g, '-')
  return {
    name: `${plain}-r${report.revision.number}-${pinText(report.pin)}.html`,
    text: await signedFile(article, report),
  }
}

/** Signed with the installation's key; without one, as where only pages are developed, the file carries no signature. */
async function signedFile(article: AuthorizedArticle, report: Report): Promise<string> {
  const key = signingKey(process.env)
  if (!key) return reportFile(report)
  const checkpoint = await reportCheckpoint(db(), article, report.pin, reportHash(report, sha256))
  return reportFile(report, signCheckpoint(checkpoint, key))
}
