import { getDocumentProxy } from 'unpdf'
import type { ReadableText } from '@/lib/domain/quote/snapshot.ts'
import { TEXT_LIMIT } from '@/lib/domain/quote/snapshot.ts'
import { type PartialDate, parsePartialDate } from '@/lib/domain/source/source.ts'
import { assemble, languageTag, type Piece } from '../page/readable-assembly.ts'
import { lexiconOf } from './hyphen.ts'
import { pdfLines, pdfParagraphs } from './paragraph.ts'
import { type PageLines, withoutRunningHeads } from './running-head.ts'

/** Content that can't be read, with a sentence for a person. The bytes are kept all the same. */
export class UnreadableContent extends Error {
  override readonly name = 'UnreadableContent'
  readonly code: 'locked' | 'damaged'

  constructor(code: 'locked' | 'damaged', message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

export type PdfInfo = { title: string | null; author: string | null; created: PartialDate | null }
export type ReadPdf = { readable: ReadableText; info: PdfInfo }

const PAGE_LIMIT = 2_000

/**
 * The text layer of a PDF, page by page, as paragraphs, without running heads and page numbers. Nothing of the file is run and nothing is fetched: no fonts, no
 * forms' scripts, no worker. Past 2,000 pages, or `TEXT_LIMIT`, the text is cut. A scan without a text layer gives no
 * words, which is not a fault. The bytes are copied: the reader would take them away.
 * @throws UnreadableContent where it is locked or broken
 */
export async function readablePdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await open(bytes)
  try {
    if (pdf.numPages < 1) throw new UnreadableContent('damaged', 'This PDF has no pages.')
    const { pieces, cut } = await readPages(pdf)
    const { info, language } = await readInfo(pdf)
    const readable = assemble(pieces, language)
    return { readable: cut ? { ...readable, cut } : readable, info }
  } catch (error) {
    throw worded(error)
  } finally {
    await pdf.loadingTask.destroy().catch(() => undefined)
  }
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

async function open(bytes: Uint8Array): Promise<Pdf> {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), {
      disableFontFace: true,
      useSystemFonts: false,
      useWorkerFetch: false,
      useWasm: false,
      enableXfa: false,
      stopAtErrors: false,
      disableAutoFetch: true,
      disableStream: true,
      verbosity: 0,
    })
  } catch (error) {
    throw worded(error)
  }
}

function worded(error: unknown): UnreadableContent {
  if (error instanceof UnreadableContent) return error
  const isLocked = error instanceof Error && error.name === 'PasswordException'
  return new UnreadableContent(
    isLocked ? 'locked' : 'damaged',
    isLocked
      ? 'This PDF is locked with a password, so its text could not be read.'
      : 'This PDF is damaged, so its text could not be read.',
    { cause: error },
  )
}

async function readPages(pdf: Pdf): Promise<{ pieces: Piece[]; cut: boolean }> {
  const pages: (PageLines & { number: number })[] = []
  let length = 0
  let unread = 0
  let cause: unknown
  const last = Math.min(pdf.numPages, PAGE_LIMIT)
  for (let number = 1; number <= last; number++) {
    if (length > TEXT_LIMIT) return { pieces: piecesOf(pages), cut: true }
    try {
      const page = await pdf.getPage(number)
      const { items } = await page.getTextContent()
      const { transform, height } = page.getViewport({ scale: 1 })
      const lines = pdfLines(
        items.filter((item) => 'str' in item),
        transform,
      )
      // The frame of the view begins at its head; lines are measured from its foot.
      pages.push({ number, height, lines: lines.map((line) => ({ ...line, y: line.y + height })) })
      for (const { words } of lines) length += words.length + 1
      page.cleanup()
    } catch (error) {
      unread++
      cause = error
    }
  }
  // One broken page doesn't take the others with it; all of them do.
  if (unread === last) throw cause
  return { pieces: piecesOf(pages), cut: pdf.numPages > PAGE_LIMIT }
}

function piecesOf(pages: readonly (PageLines & { number: number })[]): Piece[] {
  const texts = withoutRunningHeads(pages)
  const lexicon = lexiconOf(texts.flatMap((lines) => lines.map(({ words }) => words)))
  return texts.flatMap((lines, nth) =>
    pdfParagraphs(lines, lexicon).map((words): Piece => ({ kind: 'paragraph', words, page: pages[nth]?.number ?? 1 })),
  )
}

async function readInfo(pdf: Pdf): Promise<{ info: PdfInfo; language: string | null }> {
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} }))
  const said = (name: string) => {
    const value: unknown = (info as Record<string, unknown>)[name]
    return typeof value === 'string' && value.trim() !== '' ? value : null
  }
  const [, year, month, day] = /^D:(\d{4})(\d\d)?(\d\d)?/.exec(said('CreationDate') ?? '') ?? []
  const created = year ? parsePartialDate([year, month, day].filter(Boolean).join('-')) : null
  return { info: { title: said('Title'), author: said('Author'), created }, language: languageTag(said('Language')) }
}
