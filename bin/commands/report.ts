import { randomBytes } from 'node:crypto'
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { PinnedChange } from '@/lib/domain/pin.ts'
import { withDatabase } from './database.ts'

type ExportOptions = { output: string; revision?: number; pin?: PinnedChange }

/** Writes the sourced report of one recorded revision into a file, whole or not at all; "-" is standard output. */
export async function exportReport(slug: string, options: ExportOptions): Promise<void> {
  const text = await withDatabase(async (db) => {
    const { houseArticle } = await import('@/lib/data/access.ts')
    const { readReport } = await import('@/lib/data/report.ts')
    const { formatReferences } = await import('@/lib/exchange/bibliography.ts')
    const { reportFile } = await import('@/lib/exchange/report-html.ts')
    const found = await db.article.findFirst({
      where: { slug },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: { id: true, workspaceId: true },
    })
    if (!found) throw new Error(`There is no article "${slug}". \`attest list\` shows the slugs. No file was made.`)
    const article = houseArticle(found.workspaceId, found.id, slug)
    return reportFile(
      await readReport(db, article, { revision: options.revision, exact: options.pin }, formatReferences),
    )
  })
  if (options.output === '-') process.stdout.write(text)
  else await writeWhole(options.output, text)
}

/** Says whether a report file is what Attest made of its content; exit code 1 where it is not. */
export async function verifyReport(file: string): Promise<void> {
  const bytes = await readFile(file).catch((cause: NodeJS.ErrnoException) => {
    throw new Error(`${file} can't be read: ${reasonOf(cause)}.`, { cause })
  })
  const { verifyReportFile } = await import('@/lib/exchange/report-html-verify.ts')
  const text = bytes.toString('utf8')
  // Bytes that are no UTF-8 would be read as something else, and so escape the comparison.
  const found = Buffer.from(text).equals(bytes)
    ? verifyReportFile(text)
    : { holds: false as const, why: 'It holds bytes that no report has: it was altered.' }
  if (found.holds) {
    console.log(`holds  ${found.hash}  “${found.title}”, revision ${found.revision}`)
    console.log('The file is what Attest makes of its content. Compare the hash with the one that the desk names.')
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

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of its path is no folder',
  EISDIR: 'it is a folder',
  EACCES: 'its folder, or the file, does not allow it',
  EPERM: 'the system does not allow it',
  EROFS: 'it lies on a disk that is read-only',
  ENOSPC: 'the disk is full',
  ENAMETOOLONG: 'its name is too long',
}

function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  return REASONS[code ?? ''] ?? message
}
