import { describe, expect, test } from 'vitest'
import type { ReadableBlock, TableCell } from './snapshot.ts'
import { markedPieces, readableSections } from './snapshot-parts.ts'

const blocks = (...kinds: Partial<ReadableBlock>[]): ReadableBlock[] =>
  kinds.map((block, at) => ({ kind: 'paragraph', start: at * 10, end: at * 10 + 9, ...block }))

describe('the sections of a readable text', () => {
  test('items stand together, and so do cells', () => {
    const kinds = ['paragraph', 'item', 'item', 'cell', 'item'] as const
    const [section] = readableSections(blocks(...kinds.map((kind) => ({ kind }))))
    expect(section?.parts.map(({ kind }) => kind)).toEqual(['block', 'list', 'cells', 'list'])
    expect(section?.parts[1]).toMatchObject({ blocks: [{ start: 10 }, { start: 20 }] })
  })

  test('cells with their place are rows and columns; empty ones are filled in', () => {
    const cell = (row: number, column: number, rest: Partial<TableCell> = {}): Partial<ReadableBlock> => ({
      kind: 'cell',
      cell: { table: 0, row, column, ...rest },
    })
    const of = blocks(
      cell(0, 0, { header: true }),
      cell(0, 1, { columns: 2 }),
      cell(1, 0, { rows: 2 }),
      cell(1, 2),
      cell(1, 2),
      cell(2, 1),
      { kind: 'cell', cell: { table: 1, row: 0, column: 0 } },
    )
    const [one, other] = readableSections(of)[0]?.parts ?? []
    const shown = (part: typeof one) =>
      part?.kind === 'table' &&
      part.rows.map(({ cells }) => cells.map(({ column, blocks: inside }) => `${column}: ${inside.length}`))
    expect(shown(one)).toEqual([['0: 1', '1: 1'], ['0: 1', '1: 0', '2: 2'], ['1: 1']])
    expect(shown(other)).toEqual([['0: 1']])
    expect(one).toMatchObject({
      rows: [{ cells: [{ header: true }, { columns: 2 }] }, { cells: [{ rows: 2 }, {}, {}] }, {}],
    })
  })

  test('a long table is parted between its rows', () => {
    const of = Array.from({ length: 900 }, (_, at) => ({
      kind: 'cell' as const,
      start: at * 40,
      end: at * 40 + 39,
      cell: { table: 0, row: Math.floor(at / 3), column: at % 3 },
    }))
    const sections = readableSections(of)
    expect(sections.length).toBeGreaterThan(3)
    for (const { parts } of sections)
      for (const part of parts)
        if (part.kind === 'table') for (const { cells } of part.rows) expect(cells).toHaveLength(3)
  })

  test('each page of a PDF is announced once', () => {
    const parts = readableSections(blocks({ page: 1 }, { page: 1 }, { page: 2 }))[0]?.parts
    expect(parts?.map((part) => (part.kind === 'page' ? part.page : part.kind))).toEqual([
      1,
      'block',
      'block',
      2,
      'block',
    ])
  })

  test('headings never skip a level', () => {
    const levels = [2, 4, 4, 3, 1, 6].map((level) => ({ kind: 'heading', level }) as const)
    const parts = readableSections(blocks(...levels))[0]?.parts ?? []
    expect(parts.map((part) => (part.kind === 'block' ? part.depth : null))).toEqual([1, 2, 2, 2, 1, 2])
  })

  test('a long text comes in several sections that hold every block in order', () => {
    const long = Array.from({ length: 5_000 }, (_, at) => ({ start: at * 100, end: at * 100 + 99 }))
    const sections = readableSections(blocks(...long))
    expect(sections.length).toBeGreaterThan(50)
    const starts = sections.flatMap(({ parts }) =>
      parts.flatMap((part) => (part.kind === 'block' ? [part.block.start] : [])),
    )
    expect(starts).toEqual(long.map(({ start }) => start))
  })

  test('a text without blocks has no sections', () => {
    expect(readableSections([])).toEqual([])
  })
})

describe('marked pieces', () => {
  test('passages that overlap are told piece by piece', () => {
    const passages = [
      { start: 5, end: 15 },
      { start: 12, end: 30 },
    ]
    expect(markedPieces({ start: 10, end: 20 }, passages)).toEqual([
      { start: 10, end: 12, marks: [0] },
      { start: 12, end: 15, marks: [0, 1] },
      { start: 15, end: 20, marks: [1] },
    ])
  })

  test('without passages it is one piece, and an empty stretch is none', () => {
    expect(markedPieces({ start: 3, end: 9 }, [])).toEqual([{ start: 3, end: 9, marks: [] }])
    expect(markedPieces({ start: 3, end: 3 }, [])).toEqual([])
  })
})
