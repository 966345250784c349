import type { ReadableBlock, TableCell } from './snapshot.ts'

/** A piece of the reader's page: a block by itself, blocks that stand together, or the start of a page of a PDF. */
export type ReadablePart =
  | { kind: 'block'; block: ReadableBlock; depth: number }
  | { kind: 'list' | 'cells'; blocks: ReadableBlock[] }
  | { kind: 'table'; table: number; start: number; rows: ReadableRow[] }
  | { kind: 'page'; page: number; start: number }

/** A row of a table that has words. */
export type ReadableRow = { row: number; cells: ReadableCell[] }

/** A cell as it is set: what it goes over, and its blocks; none where it is empty. */
export type ReadableCell = { column: number; rows: number; columns: number; header: boolean; blocks: ReadableBlock[] }

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
  let before: ReadableBlock | undefined
  for (const block of blocks) {
    let section = sections.at(-1)
    // A table is parted between rows alone.
    const isWithinRow = block.cell !== undefined && isSameRow(block, before)
    if (!section || (section.end - section.start > SECTION && !isWithinRow)) {
      section = { start: block.start, end: block.end, parts: [] }
      sections.push(section)
    }
    if (block.page !== undefined && block.page !== page)
      section.parts.push({ kind: 'page', page: block.page, start: block.start })
    page = block.page
    section.end = block.end
    before = block
    if (block.cell) {
      putCell(section.parts, block, block.cell)
      continue
    }
    const group = block.kind === 'item' ? 'list' : block.kind === 'cell' ? 'cells' : null
    const open = section.parts.at(-1)
    if (group === null) section.parts.push({ kind: 'block', block, depth: depthOf(block, levels) })
    else if (open?.kind === group) open.blocks.push(block)
    else section.parts.push({ kind: group, blocks: [block] })
  }
  return sections
}

function isSameRow({ cell }: ReadableBlock, before: ReadableBlock | undefined): boolean {
  return cell !== undefined && before?.cell?.table === cell.table && before.cell.row === cell.row
}

/** Puts a block into the cell it is in; cells without words are filled in, so that columns stand below each other. */
function putCell(parts: ReadablePart[], block: ReadableBlock, place: TableCell): void {
  let open = parts.at(-1)
  if (open?.kind !== 'table' || open.table !== place.table) {
    open = { kind: 'table', table: place.table, start: block.start, rows: [] }
    parts.push(open)
  }
  const { rows } = open
  let last = rows.at(-1)
  if (last?.row !== place.row) {
    last = { row: place.row, cells: [] }
    rows.push(last)
  }
  const { column, rows: down = 1, columns: across = 1, header = false } = place
  const there = last.cells.find((cell) => cell.column === column)
  if (there) {
    there.blocks.push(block)
    return
  }
  for (const free of freeColumns(rows, place))
    last.cells.push({ column: free, rows: 1, columns: 1, header: false, blocks: [] })
  last.cells.push({ column, rows: down, columns: across, header, blocks: [block] })
}

/** The columns before a cell that no cell of its row, and none that comes down from above, is in. */
function freeColumns(rows: readonly ReadableRow[], { row, column: before }: TableCell): number[] {
  const taken = new Set<number>()
  for (const { row: of, cells } of rows)
    for (const { column: from, columns, rows: down } of cells)
      if (of + down > row) for (let column = from; column < from + columns; column++) taken.add(column)
  return Array.from({ length: before }, (_, column) => column).filter((column) => !taken.has(column))
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
