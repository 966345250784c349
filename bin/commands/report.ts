import { randomBytes } from 'node:crypto'
import { rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { PinnedChange } from '@/lib/domain/report/pin.ts'
import { signingKeyPlace } from '../kept.ts'
import { withDatabase } from './database.ts'
import { givenPublicKey, readBytes, reasonOf } from './given-file.ts'

type ExportOptions = { output: string; revision?: number; pin?: PinnedChange }

/** Writes the sourced report of one recorded revision into a file, whole or not at all; "-" is standard output. */
export async function exportReport(slug: string, options: ExportOptions): Promise<void> {
  const text = await withDatabase(async (db) => {
    const { houseArticle } = await import('@/lib/data/access.ts')
    const { reportCheckpoint } = await import('@/lib/data/audit/checkpoint.ts')
    const { readReport } = await import('@/lib/data/report/report.ts')
    const { reportHash } = await import('@/lib/domain/report/report.ts')
    const { formatReferences } = await import('@/lib/exchange/bibliography/bibliography.ts')
    const { signCheckpoint } = await import('@/lib/exchange/report/checkpoint-file.ts')
    const { reportFile } = await import('@/lib/exchange/report/report.ts')
    const { sha256 } = await import('@/lib/platform/ids.ts')
    const { openSigningKey } = await import('@/lib/platform/auth/signing-key.ts')
    const found = await db.article.findFirst({
      where: { slug },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: { id: true, workspaceId: true },
    })
    if (!found) throw new Error(`There is no article "${slug}". \`attest list\` shows the slugs. No file was made.`)
    const article = houseArticle(found.workspaceId, found.id, slug)
    const pin = { revision: options.revision, exact: options.pin }
    const report = await readReport(db, article, pin, formatReferences)
    const key = openSigningKey(signingKeyPlace)
    const checkpoint = await reportCheckpoint(db, article, report.pin, reportHash(report, sha256))
    return reportFile(report, signCheckpoint(checkpoint, key))
  })
  if (options.output === '-') process.stdout.write(text)
  else await writeWhole(options.output, text)
}

/** Says whether a report file is what Attest made of its content, and who signed it; exit code 1 where it is not. */
export async function verifyReport(file: string, options: { key?: string }): Promise<void> {
  const bytes = await readBytes(file)
  const key = options.key === undefined ? undefined : await givenPublicKey(options.key)
  const { verifyReportFile } = await import('@/lib/exchange/report/verify.ts')
  const text = bytes.toString('utf8')
  // Bytes that are no UTF-8 would be read as something else, and so escape the comparison.
  const found = Buffer.from(text).equals(bytes)
    ? verifyReportFile(text, key)
    : { holds: false as const, why: 'It holds bytes that no report has: it was altered.' }
  if (found.holds) {
    console.log(`holds  ${found.hash}  “${found.title}”, revision ${found.revision}`)
    console.log('The file is what Attest makes of its content. Compare the hash with the one that the desk names.')
    if (found.key === null) console.log('It carries no signature: anyone can make such a file of any content.')
    else if (key) console.log(`It was signed with the key ${found.key}, which is the one you gave.`)
    else console.log(`It was signed with the key ${found.key}. Compare that with the key that the desk names (--key).`)
    return
  }
  console.log(`BROKEN  ${file}: ${found.why}`)
  process.exitCode = 1
}

async function writeWhole(file: string, text: string): Promise<void> {
  const draft = join(dirname(file), `.${basename(file)}.${randomBytes(4).toString('hex')}.new`)
  try {
    const there = await stat(file).catch(() => null)
    // A device or a pipe is written to; putting a file in its place would take it away.
    if (there && !there.isFile() && !there.isDirectory()) return await writeFile(file, text)
    if (there?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' })
    await writeFile(draft, text, { flag: 'wx' })
    await rename(draft, file)
  } catch (cause) {
    await rm(draft, { force: true }).catch(() => undefined)
    throw new Error(`${file} can't be written: ${reasonOf(cause as NodeJS.ErrnoException)}. No file was made.`, {
      cause,
    })
  }
}
