import type { ReadableBlock } from './snapshot'

/** A piece of the reader's page: a block by itself, blocks that stand together, or the start of a page of a PDF. */
export type ReadablePart =
  | { kind: 'block'; block: ReadableBlock; depth: number }
  | { kind: 'list' | 'cells'; blocks: ReadableBlock[] }
  | { kind: 'page'; page: number; start: number }

/** Parts that are drawn or left out together, so that a long text costs only what is in sight. */
export type ReadableSection = { start: number; end: number; parts: ReadablePart[] }

/** About how many characters a section holds: some screenfuls. */
const SECTION = 6_000

/**
 * The blocks as they are set: items of one list and cells of one table together, pages parted. Headings get a depth that
 * never skips a level, whatever levels the source jumped over.
 */
export function readableSections(blocks: readonly ReadableBlock[]): ReadableSection[] {
  const sections: ReadableSection[] = []
  const levels: number[] = []
  let page: number | undefined
  for (const block of blocks) {
    let section = sections.at(-1)
    if (!section || section.end - section.start > SECTION) {
      section = { start: block.start, end: block.end, parts: [] }
      sections.push(section)
    }
    if (block.page !== undefined && block.page !== page)
      section.parts.push({ kind: 'page', page: block.page, start: block.start })
    page = block.page
    section.end = block.end
    const group = block.kind === 'item' ? 'list' : block.kind === 'cell' ? 'cells' : null
    const last = section.parts.at(-1)
    if (group === null) section.parts.push({ kind: 'block', block, depth: depthOf(block, levels) })
    else if (last?.kind === group) last.blocks.push(block)
    else section.parts.push({ kind: group, blocks: [block] })
  }
  return sections
}

function depthOf({ kind, level = 1 }: ReadableBlock, above: number[]): number {
  if (kind !== 'heading') return 0
  while ((above.at(-1) ?? 0) >= level) above.pop()
  above.push(level)
  return above.length
}

/** A passage to be marked. Offsets are UTF-16 units into the text of the snapshot. */
export type Passage = { start: number; end: number }

/** The pieces of a stretch of text, each with the passages that lie over the whole of it, by their place in `passages`. */
export function markedPieces(
  { start, end }: Passage,
  passages: readonly Passage[],
): { start: number; end: number; marks: number[] }[] {
  const cuts = new Set([start, end])
  for (const passage of passages)
    for (const cut of [passage.start, passage.end]) if (cut > start && cut < end) cuts.add(cut)
  const ordered = [...cuts].sort((a, b) => a - b)
  return ordered.slice(0, -1).map((from, at) => {
    const to = ordered[at + 1] ?? end
    const marks = passages.flatMap((passage, nth) => (passage.start < to && passage.end > from ? [nth] : []))
    return { start: from, end: to, marks }
  })
}
