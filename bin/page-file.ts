import { basename } from 'node:path'
import type { Extracted } from '@/lib/exchange/extract.ts'
import { readBytes } from './article-file.ts'

/** As captures have it: a page that takes longer, or more memory, is not read. */
const READING = { milliseconds: 30_000, memoryMb: 512 }
const PAGE_LIMIT_BYTES = 64 * 1024 * 1024

export type PageOptions = { type?: string; url?: string }

/** Reads a page, PDF or text file by the reader that captures use. Fails in words where there is no such file. */
export async function readPageFile(file: string, { type, url }: PageOptions = {}): Promise<Extracted> {
  const { extractApart } = await import('@/lib/exchange/extract-apart.ts')
  const bytes = await readBytes(file, PAGE_LIMIT_BYTES, 'Give it a shorter one.')
  return extractApart(
    { bytes, mediaType: type ?? null, charset: null, url: url ?? null, fileName: basename(file) },
    READING,
  )
}

/** Ends the threads that read: without it the command would wait for them. */
export async function endReading(): Promise<void> {
  const { endIdleThreads } = await import('@/lib/exchange/extract-thread.ts')
  await endIdleThreads()
}
