import { describe, expect, test } from 'vitest'
import type { Standing } from '../article/target.ts'
import { applyStructure, mergedText, type StructureChange, splitAt, withFrames } from './structure.ts'

const TEXTS = new Map([
  [1, 'The fire'],
  [2, 'It burned. '],
  [3, 'It rained.'],
  [4, 'He fled.'],
])
const standing: Standing = {
  layout: {
    open: '',
    close: '',
    blocks: [
      { id: 'b1', kind: 'heading', level: 2, open: '== ', close: ' ==\n', claims: [1] },
      { id: 'b2', kind: 'paragraph', open: '', close: '\n\n', claims: [2, 3] },
      { id: 'b3', kind: 'paragraph', open: '', close: '\n', claims: [4] },
    ],
  },
  texts: TEXTS,
}
const after = (change: StructureChange) => {
  const fit = applyStructure(standing, change)
  return 'misfit' in fit
    ? fit.misfit
    : fit.target.blocks.map(({ kind, claims }) => [
        kind,
        ...claims.map(({ text, from }) => `${text}${from.map((n) => `#${n}`).join('')}`),
      ])
}
const [H, P, Q] = [
  ['heading', 'The fire#1'],
  ['paragraph', 'It burned. #2', 'It rained.#3'],
  ['paragraph', 'He fled.#4'],
]

describe('a change of structure', () => {
  test.each<[string, StructureChange, unknown]>([
    [
      'splits',
      { kind: 'split', claim: 2, says: 'It burned.', texts: ['It ', 'burned. '] },
      [H, ['paragraph', 'It #2', 'burned. #2', 'It rained.#3'], Q],
    ],
    [
      'merges',
      { kind: 'merged', claims: [2, 3], says: ['It burned. ', 'It rained.'], text: 'It burned. It rained.' },
      [H, ['paragraph', 'It burned. It rained.#2#3'], Q],
    ],
    ['retires', { kind: 'retired', claim: 2, says: 'It burned.' }, [H, ['paragraph', 'It rained.#3'], Q]],
    ['retires a block with its last claim', { kind: 'retired', claim: 4, says: 'He fled.' }, [H, P]],
    [
      'moves within a block',
      { kind: 'moved', claim: 2, says: 'It burned.', after: 3 },
      [H, ['paragraph', 'It rained. #3', 'It burned. #2'], Q],
    ],
    [
      'moves to another block',
      { kind: 'moved', claim: 2, says: 'It burned.', after: 4 },
      [H, ['paragraph', 'It rained.#3'], ['paragraph', 'He fled. #4', 'It burned. #2']],
    ],
    [
      'adds to a block',
      { kind: 'new', after: 2, blocks: [{ texts: ['It thawed.'] }] },
      [H, ['paragraph', 'It burned. #2', 'It thawed. ', 'It rained.#3'], Q],
    ],
    [
      'adds blocks',
      {
        kind: 'new',
        after: 3,
        blocks: [
          { kind: 'quotation', texts: ['I saw it.'] },
          { kind: 'heading', level: 3, texts: ['After'] },
        ],
      },
      [H, P, ['quotation', 'I saw it.'], ['heading', 'After'], Q],
    ],
    [
      'adds at the start',
      { kind: 'new', after: null, blocks: [{ kind: 'paragraph', texts: ['First.'] }] },
      [['paragraph', 'First.'], H, P, Q],
    ],
    [
      'fits no claim that says something else',
      { kind: 'retired', claim: 2, says: 'It smouldered.' },
      'C-2 says something else by now.',
    ],
    [
      'fits no claim that is gone',
      { kind: 'split', claim: 9, says: 'x', texts: ['x', 'y'] },
      'C-9 is not in the article any more.',
    ],
    [
      'fits no place that is gone',
      { kind: 'moved', claim: 2, says: 'It burned.', after: 9 },
      'C-9, which it should follow, is not in the article any more.',
    ],
    [
      'merges no claims of two blocks',
      { kind: 'merged', claims: [3, 4], says: ['It rained.', 'He fled.'], text: 'x' },
      'These claims do not stand side by side any more.',
    ],
  ])('%s', (_name, change, expected) => {
    expect(after(change)).toEqual(expected)
  })
})

describe('splitting a text', () => {
  test.each<[string, number[], string[] | null]>([
    ['It burned and it rained.', [10], ['It burned ', 'and it rained.']],
    ['It burned and it rained.', [9], ['It burned ', 'and it rained.']],
    ['One two three', [8, 4], ['One ', 'two ', 'three']],
    ['It burned', [4], null],
    ['It burned', [0], null],
    ['It burned.', [9], null],
    ['In 1,083 cases', [5], null],
    ['A-50U plane', [2], null],
  ])('%j at %j', (text, cuts, parts) => {
    expect(splitAt(text, cuts)).toEqual(parts)
  })
  test('merges as the words stand, unless that is too long for a claim', () => {
    expect(mergedText(['a ', 'b'])).toBe('a b')
    expect(mergedText(['a'.repeat(9_999), 'bc'])).toBeNull()
  })
})

describe('the label of a claim', () => {
  const standing = (label: string) => {
    const field = { id: 'b1', kind: 'infobox_field' as const, label, open: `- ${label}: `, close: '\n', claims: [1] }
    return { layout: { open: 'Infobox\n', close: '', blocks: [field] }, texts: new Map([[1, '23']]) }
  }

  test('is what a change was proposed for: under another one it does not fit', () => {
    const proposed = withFrames(standing('Injured'), { kind: 'retired', claim: 1, says: '23' })
    expect(applyStructure(standing('Injured'), proposed)).toHaveProperty('target')
    expect(applyStructure(standing('Killed'), proposed)).toEqual({
      misfit: 'C-1 says something else by now. The label changed from “Injured” to “Killed”.',
    })
  })

  test('comes with a new one', () => {
    const blocks = [{ kind: 'infobox_field' as const, label: 'Missing', texts: ['7'] }]
    const fit = applyStructure(standing('Injured'), { kind: 'new', after: 1, blocks })
    expect('target' in fit && fit.target.blocks.at(-1)).toMatchObject({ label: 'Missing', open: '- Missing: ' })
  })
})
