import type { TableCell } from '@/lib/domain/quote/snapshot.ts'

/** A table that is being read: which row and column come next, and from which row on each column is free again. */
export type OpenTable = { id: number; row: number; column: number; taken: number[] }

/** Spans that are longer were not meant; a table that is wider is read without its columns. */
const MOST_COLUMNS = 200
const MOST_ROWS = 5_000

export function openTable(id: number): OpenTable {
  return { id, row: -1, column: 0, taken: [] }
}

export function nextRow(table: OpenTable): void {
  table.row += 1
  table.column = 0
}

/** Where the next cell of a table is; null where it has too many. */
export function nextCell(table: OpenTable, cell: Element): TableCell | null {
  if (table.row < 0) nextRow(table)
  while ((table.taken[table.column] ?? 0) > table.row) table.column++
  const { column, row } = table
  const columns = spanOf(cell, 'colspan', MOST_COLUMNS)
  const rows = spanOf(cell, 'rowspan', MOST_ROWS)
  if (column + columns > MOST_COLUMNS) return null
  for (let at = column; at < column + columns; at++) table.taken[at] = Math.max(row + rows, table.taken[at] ?? 0)
  table.column = column + columns
  const isHeader = cell.tagName.toUpperCase() === 'TH'
  const span = { ...(rows > 1 && { rows }), ...(columns > 1 && { columns }) }
  return { table: table.id, row, column, ...span, ...(isHeader && { header: true as const }) }
}

function spanOf(cell: Element, name: string, most: number): number {
  const span = Number(cell.getAttribute(name) ?? 1)
  return Number.isInteger(span) && span > 0 ? Math.min(span, most) : 1
}

/** Takes the places from cells of what is not a table to a reader: one column, one row of one, or a frame of a page. */
export function withoutLayoutTables<P extends { cell?: TableCell }>(
  pieces: readonly P[],
  layout: ReadonlySet<number>,
): P[] {
  const columns = new Map<number, number>()
  for (const { cell } of pieces)
    if (cell) columns.set(cell.table, Math.max(columns.get(cell.table) ?? 0, cell.column + (cell.columns ?? 1)))
  return pieces.map((piece) => {
    if (!piece.cell) return piece
    if (!layout.has(piece.cell.table) && (columns.get(piece.cell.table) ?? 0) > 1) return piece
    const { cell: _, ...rest } = piece
    return rest as P
  })
}
