import { expect, test } from 'vitest'
import { type Standing, targetClaims, targetOf } from './target.ts'

const standing: Standing = {
  layout: {
    open: '= T =\n',
    close: '',
    blocks: [
      { id: 'b1', kind: 'infobox_field', label: 'Dead', open: '- Dead: ', close: '\n', claims: [1] },
      { id: 'b2', kind: 'paragraph', open: '', close: '\n', claims: [2, 3, 9] },
    ],
  },
  texts: new Map([
    [1, '12'],
    [2, 'A. '],
    [3, 'B.'],
  ]),
}

test('an article as it stands names each of its claims as itself; a number without words is left out', () => {
  expect(targetOf(standing).blocks.map(({ id, claims }) => [id, claims])).toEqual([
    ['b1', [{ text: '12', from: [1] }]],
    [
      'b2',
      [
        { text: 'A. ', from: [2] },
        { text: 'B.', from: [3] },
      ],
    ],
  ])
})

test('lists its claims in reading order, with the block and label they stand in', () => {
  expect(targetClaims(targetOf(standing)).map(({ text, block, kind, label }) => [text, block, kind, label])).toEqual([
    ['12', 0, 'infobox_field', 'Dead'],
    ['A. ', 1, 'paragraph', undefined],
    ['B.', 1, 'paragraph', undefined],
  ])
})
