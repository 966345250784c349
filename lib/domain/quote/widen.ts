import { withoutSpace } from '../text/word-boundary.ts'
import type { ReadableBlock } from './snapshot.ts'

type Range = { start: number; end: number }

/**
 * A passage widened to the whole sentences it touches, or to the whole blocks; UTF-16 units. What touches no block stays
 * as it is. Sentences are those of Unicode (UAX #29): good enough to begin from, and shown before anything is recorded.
 */
export function widened(
  text: string,
  blocks: readonly ReadableBlock[],
  { start, end }: Range,
  to: 'sentence' | 'block',
  language: string | null,
): Range {
  const touched = blocks.filter((block) => block.start < end && block.end > start)
  const [first, last] = [touched[0], touched.at(-1)]
  if (!first || !last) return { start, end }
  if (to === 'block') return withoutSpace(text, first.start, last.end)
  const inFirst = sentences(text, first, language).find((one) => one.end > start)
  const inLast = sentences(text, last, language).findLast((one) => one.start < end)
  return withoutSpace(text, Math.min(start, inFirst?.start ?? start), Math.max(end, inLast?.end ?? end))
}

function sentences(text: string, block: Range, language: string | null): Range[] {
  return [...segmenter(language).segment(text.slice(block.start, block.end))].map(({ index, segment }) => ({
    start: block.start + index,
    end: block.start + index + segment.length,
  }))
}

function segmenter(language: string | null): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language ?? 'en', { granularity: 'sentence' })
  } catch {
    return new Intl.Segmenter('en', { granularity: 'sentence' })
  }
}
