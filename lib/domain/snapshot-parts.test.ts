import { describe, expect, test } from 'vitest'
import type { ReadableBlock } from './snapshot'
import { markedPieces, readableSections } from './snapshot-parts'

const blocks = (...kinds: Partial<ReadableBlock>[]): ReadableBlock[] =>
  kinds.map((block, at) => ({ kind: 'paragraph', start: at * 10, end: at * 10 + 9, ...block }))

describe('the sections of a readable text', () => {
  test('items stand together, and so do cells', () => {
    const kinds = ['paragraph', 'item', 'item', 'cell', 'item'] as const
    const [section] = readableSections(blocks(...kinds.map((kind) => ({ kind }))))
    expect(section?.parts.map(({ kind }) => kind)).toEqual(['block', 'list', 'cells', 'list'])
    expect(section?.parts[1]).toMatchObject({ blocks: [{ start: 10 }, { start: 20 }] })
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
