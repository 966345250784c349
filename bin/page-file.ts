import { basename } from 'node:path'
import type { Extracted } from '@/lib/exchange/extract/extract.ts'
import { readBytes } from './article-file.ts'

const PAGE_LIMIT_BYTES = 64 * 1024 * 1024

export type PageOptions = { type?: string; url?: string }

/** Reads a page, PDF or text file by the reader that captures use. Fails in words where there is no such file. */
export async function readPageFile(file: string, { type, url }: PageOptions = {}): Promise<Extracted> {
  const { readApart } = await import('@/lib/exchange/reading/reading.ts')
  const bytes = await readBytes(file, PAGE_LIMIT_BYTES, 'Give it a shorter one.')
  return readApart({ bytes, mediaType: type ?? null, charset: null, url: url ?? null, fileName: basename(file) })
}

/** Ends the processes that read: without it the command would wait for them. */
export async function endReading(): Promise<void> {
  const reading = await import('@/lib/exchange/reading/reading.ts')
  await reading.endReading()
}
