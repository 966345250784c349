import { describe, expect, test } from 'vitest'
import { joined, markupOf } from './markup.ts'
import type { TargetBlock } from './target.ts'

const block = (kind: TargetBlock['kind'], text: string, more: Partial<TargetBlock> = {}): TargetBlock => ({
  kind,
  ...markupOf({ kind, level: more.level ?? (kind === 'heading' ? 2 : 1) }),
  claims: [{ text, from: [] }],
  ...more,
})
const written = (blocks: TargetBlock[], before: { id: string }[] = []) =>
  joined(blocks, before)
    .map(({ open, claims, close }) => open + claims.map(({ text }) => text).join('') + close)
    .join('')

describe('new blocks are written so that they are read back as they are', () => {
  test.each([
    ['paragraphs', [block('paragraph', 'A.'), block('paragraph', 'B.')], 'A.\n\nB.\n'],
    ['a heading and its text', [block('heading', 'H'), block('paragraph', 'A.')], '== H ==\nA.\n'],
    ['a deeper heading', [block('heading', 'H', { level: 3 })], '=== H ===\n'],
    [
      'a list',
      [block('list_item', 'a'), block('list_item', 'b', { level: 2 }), block('paragraph', 'C.')],
      '- a\n** b\n\nC.\n',
    ],
    ['a quotation', [block('quotation', 'q'), block('quotation', 'r')], '> q\n\n> r\n'],
  ])('%s', (_name, blocks, text) => {
    expect(written(blocks)).toBe(text)
  })

  test('what stood between two blocks stays while they stay together', () => {
    const odd = [
      block('paragraph', 'A.', { id: 'b1', close: '\n\n\n' }),
      block('paragraph', 'B.', { id: 'b2', close: '' }),
    ]
    expect(written(odd, [{ id: 'b1' }, { id: 'b2' }])).toBe('A.\n\n\nB.')
    const parted = [odd[0], block('paragraph', 'N.'), odd[1]].flatMap((one) => one ?? [])
    expect(written(parted, [{ id: 'b1' }, { id: 'b2' }])).toBe('A.\n\nN.\n\nB.')
  })

  test('a heading at the end of a line keeps its mark', () => {
    expect(written([block('heading', 'H', { id: 'b1', close: ' ==\n' })], [{ id: 'b1' }, { id: 'b2' }])).toBe(
      '== H ==\n',
    )
  })
})
