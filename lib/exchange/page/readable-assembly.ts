import {
  BLOCK_LIMIT,
  type ReadableBlock,
  type ReadableKind,
  type ReadableText,
  TEXT_LIMIT,
} from '@/lib/domain/quote/snapshot.ts'

/** A block before it has a place in the text. */
export type Piece = Pick<ReadableBlock, 'level' | 'page' | 'cell'> & { kind: ReadableKind; words: string }

/**
 * White space of any kind and length is one space, and the letters are well-formed. A line feed in `text` always parts
 * two blocks, so a line break inside one is a space too: a quote that runs over it is found as it is read.
 */
export function tidy(words: string): string {
  return words
    .toWellFormed()
    .replace(/[\s\p{Cc}\u200b\u2060\ufeff]+/gu, (run) => (/[^\u200b\u2060\ufeff]/.test(run) ? ' ' : ''))
    .trim()
}

/** Puts pieces, tidied already, one under the other; empty ones go. Past `TEXT_LIMIT` the last is cut and no more follow; nor do they past `BLOCK_LIMIT`. */
export function assemble(pieces: Iterable<Piece>, language: string | null): ReadableText {
  const parts: string[] = []
  const blocks: ReadableBlock[] = []
  let length = 0
  for (const { words, kind, level, page, cell } of pieces) {
    if (words === '') continue
    if (blocks.length === BLOCK_LIMIT) return { text: parts.join('\n'), blocks, language, cut: true }
    const start = length === 0 ? 0 : length + 1
    const kept = start + words.length > TEXT_LIMIT ? cutTo(words, TEXT_LIMIT - start) : words
    if (kept !== '') {
      parts.push(kept)
      length = start + kept.length
      blocks.push({ kind, start, end: length, ...(level && { level }), ...(page && { page }), ...(cell && { cell }) })
    }
    if (kept !== words) return { text: parts.join('\n'), blocks, language, cut: true }
  }
  return { text: parts.join('\n'), blocks, language, cut: false }
}

function cutTo(words: string, length: number): string {
  if (length <= 0) return ''
  const half = /[\ud800-\udbff]/.test(words.charAt(length - 1)) ? 1 : 0
  return words.slice(0, length - half).trim()
}

/** A language tag that is shaped like one (BCP 47), else null. */
export function languageTag(text: string | null | undefined): string | null {
  const tag = text?.trim().replaceAll('_', '-') ?? ''
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8}){0,4}$/i.test(tag)) return null
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null
  } catch {
    return null
  }
}
