import type { ReadableText, ReadingProblem } from '@/lib/domain/quote/snapshot.ts'
import { foundIn } from '@/lib/domain/source/found.ts'
import type { Csl } from '@/lib/domain/source/source.ts'
import { fingerprints } from '@/lib/domain/text/fingerprint.ts'
import { type FoundFields, NOTHING_FOUND, pageMetadata } from '../page/metadata.ts'
import { assemble, type Piece, tidy } from '../page/readable-assembly.ts'
import { readableHtml } from '../page/readable-html.ts'
import { findDoi, plainValue, writtenName } from '../page/value.ts'
import { isNotThePage, pageProblem } from '../page/wall.ts'
import { type PdfInfo, readablePdf, UnreadableContent } from '../pdf/readable.ts'
import { writtenAuthor, writtenTitle } from '../pdf/title.ts'
import { pictureProblem } from '../picture/walk.ts'
import { decodeText } from './decode-text.ts'
import { HTML_BYTES, TEXT_BYTES } from './limit.ts'
import { charsetOf, type Media, sniffMedia } from './media-sniff.ts'

/** What was fetched or uploaded: `mediaType` and `charset` as they were declared, `fileName` as it was called. */
export type Content = {
  bytes: Uint8Array
  mediaType: string | null
  charset: string | null
  url: string | null
  fileName: string | null
}

export type Extracted = Media & {
  /** Null where there are no words to read: a picture, or what could not be read. */
  readable: ReadableText | null
  fields: FoundFields
  /** Where it could not be read, or is not what the source says; the bytes are kept anyway. */
  problem: ReadingProblem | null
  /** Of its words, by which pages that repeat one another are known (`lib/domain/text/fingerprint.ts`). */
  fingerprints: number[]
}

/**
 * Reads what was fetched or uploaded: what it is by its content, its words, and what it says about itself. Expected
 * troubles are told in `problem`. A hostile file may take any time and memory: `readApart` bounds both.
 */
export async function extract(content: Content): Promise<Extracted> {
  const declared = withCharset(content)
  const media = await sniffMedia(content.bytes, declared, content.fileName)
  const charset = content.charset ?? charsetOf(declared)
  const reading = await readAs(media, content, charset)
  return { ...media, ...reading, fingerprints: printsOf(reading) }
}

/** Walls of different sites are alike, which says nothing of where their pages come from. */
function printsOf({ readable, problem }: Reading): number[] {
  return readable === null || (problem && isNotThePage(problem)) ? [] : fingerprints(readable.text)
}

type Reading = Pick<Extracted, 'readable' | 'fields' | 'problem'>

async function readAs({ kind, mediaType }: Media, { bytes, url }: Content, charset: string | null): Promise<Reading> {
  switch (kind) {
    case 'html': {
      const { text } = decodeText(bytes.subarray(0, HTML_BYTES), charset, true)
      const readable = shortened(readableHtml(text), bytes.length > HTML_BYTES)
      const problem = pageProblem(text, readable)
      const fields = problem && isNotThePage(problem) ? NOTHING_FOUND : pageMetadata(text, url)
      return { readable, fields, problem }
    }
    case 'pdf':
      return readPdf(bytes)
    case 'text':
    case 'json':
      return { readable: readText(bytes, charset), fields: NOTHING_FOUND, problem: null }
    case 'image':
      return { readable: null, fields: NOTHING_FOUND, problem: pictureProblem(bytes, mediaType) }
    case 'other':
      return {
        readable: null,
        fields: NOTHING_FOUND,
        problem: { code: 'unknown_kind', message: 'Files of this kind can’t be read here; its bytes are kept.' },
      }
  }
}

/** Cut before anything is done to it: what lies beyond could not be kept anyway. */
function readText(bytes: Uint8Array, charset: string | null): ReadableText {
  const { text } = decodeText(bytes.subarray(0, TEXT_BYTES), charset, false)
  return shortened(readableLines(text), bytes.length > TEXT_BYTES)
}

function shortened(readable: ReadableText, isCut: boolean): ReadableText {
  return isCut ? { ...readable, cut: true } : readable
}

async function readPdf(bytes: Uint8Array): Promise<Reading> {
  try {
    const { readable, info } = await readablePdf(bytes)
    const problem = readable.text === '' ? NO_TEXT_LAYER : null
    return { readable: problem ? null : readable, fields: fieldsOfPdf(info, readable), problem }
  } catch (error) {
    if (!(error instanceof UnreadableContent)) throw error
    const problem = { code: error.code, message: `${error.message} Its bytes are kept.` }
    return { readable: null, fields: NOTHING_FOUND, problem }
  }
}

const NO_TEXT_LAYER: ReadingProblem = {
  code: 'no_text_layer',
  message: 'This PDF has no text layer: it may be a scan. Its bytes are kept.',
}

function fieldsOfPdf({ title, author, created }: PdfInfo, { language }: ReadableText): FoundFields {
  const words = plainValue(writtenTitle(title), 500)
  const name = writtenName(writtenAuthor(author))
  const csl: Partial<Csl> = {
    type: 'document',
    ...(words && { title: words }),
    ...(name && { author: [name] }),
    ...(created && { issued: { 'date-parts': [created] } }),
    ...(language && { language }),
  }
  return { ...NOTHING_FOUND, csl, doi: findDoi(title), found: foundIn('file', csl) }
}

/** Paragraphs are parted by empty lines; a single line break is where an editor's line was full. */
function readableLines(text: string): ReadableText {
  return assemble(paragraphsOf(text), null)
}

/** One after another, so that none is made beyond what is kept. */
function* paragraphsOf(text: string): Generator<Piece> {
  const border = /(?:\r\n?|\n)(?:[^\S\r\n]*(?:\r\n?|\n))+/g
  let from = 0
  for (const { 0: gap, index } of text.matchAll(border)) {
    yield { kind: 'paragraph', words: tidy(text.slice(from, index)) }
    from = index + gap.length
  }
  yield { kind: 'paragraph', words: tidy(text.slice(from)) }
}

function withCharset({ mediaType, charset }: Content): string | null {
  return mediaType && charset && charsetOf(mediaType) === null ? `${mediaType}; charset=${charset}` : mediaType
}
