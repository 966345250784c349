import { expect, test } from 'vitest'
import type { Said } from '../article/framing.ts'
import type { DraftBlock } from './draft.ts'
import { workingDifferences } from './working-difference.ts'

const RECORDED: [number, Said][] = [
  [1, { text: 'The fire' }],
  [2, { text: 'At least 12 died. ' }],
  [3, { text: 'It burned\nfor days.' }],
]
const block = (...runs: DraftBlock['runs']): DraftBlock => ({ kind: 'paragraph', runs })

test.each<[string, DraftBlock[], unknown]>([
  [
    'the same words, however they are set, are no difference',
    [
      block({ text: 'The fire', hint: 1 }),
      block({ text: 'At least 12  died.', hint: 2 }, { text: 'It burned for days.', hint: 3 }),
    ],
    { claims: [], added: [] },
  ],
  [
    'a changed number is one, in the words of both',
    [
      block({ text: 'The fire', hint: 1 }),
      block({ text: 'At least 13 died. ', hint: 2 }, { text: 'It burned for days.', hint: 3 }),
    ],
    {
      claims: [{ number: 2, recorded: { text: 'At least 12 died. ' }, working: { text: 'At least 13 died. ' } }],
      added: [],
    },
  ],
  [
    'words put in the middle of a claim are its own',
    [
      block({ text: 'The fire', hint: 1 }),
      block(
        { text: 'At least ', hint: 2 },
        { text: 'so we hear ' },
        { text: '12 died. ', hint: 2 },
        { text: 'It burned for days.', hint: 3 },
      ),
    ],
    {
      claims: [
        {
          number: 2,
          recorded: { text: 'At least 12 died. ' },
          working: { text: 'At least so we hear 12 died. ' },
        },
      ],
      added: [],
    },
  ],
  [
    'words of a claim that were taken out and put in again are no difference',
    [
      block({ text: 'The fire', hint: 1 }),
      block(
        { text: 'At ', hint: 2 },
        { text: 'least ' },
        { text: '12 died. ', hint: 2 },
        { text: 'It burned for days.', hint: 3 },
      ),
    ],
    { claims: [], added: [] },
  ],
  [
    'words between two claims, and in a block of their own, are new',
    [
      block({ text: 'The fire', hint: 1 }, { text: ' by ' }, { text: 'the mill' }),
      block(
        { text: 'At least 12 died. ', hint: 2 },
        { text: 'So we ' },
        { text: 'hear. ' },
        { text: 'It burned for days.', hint: 3 },
      ),
      block({ text: ' ' }),
    ],
    { claims: [], added: ['by the mill', 'So we hear.'] },
  ],
  [
    'words that are gone are a difference',
    [block({ text: 'The fire', hint: 1 }), block({ text: ' ', hint: 2 }, { text: 'It burned for days.', hint: 3 })],
    { claims: [{ number: 2, recorded: { text: 'At least 12 died. ' }, working: null }], added: [] },
  ],
  [
    'an empty text differs in every claim',
    [],
    { claims: RECORDED.map(([number, recorded]) => ({ number, recorded, working: null })), added: [] },
  ],
])('%s', (_, blocks, expected) => {
  expect(workingDifferences(blocks, RECORDED)).toEqual(expected)
})

test('another label, or words made a quotation, are a difference although the words are the same', () => {
  const working: DraftBlock[] = [
    { kind: 'infobox_field', label: 'Killed', runs: [{ text: '23', hint: 1 }] },
    { kind: 'quotation', runs: [{ text: 'The mill burned.', hint: 2 }] },
    { kind: 'list_item', runs: [{ text: 'Ann', hint: 3 }] },
  ]
  const recorded: [number, Said][] = [
    [1, { text: '23', label: 'Injured' }],
    [2, { text: 'The mill burned.' }],
    [3, { text: 'Ann' }],
  ]
  expect(workingDifferences(working, recorded).claims).toEqual([
    { number: 1, recorded: { text: '23', label: 'Injured' }, working: { text: '23', label: 'Killed' } },
    { number: 2, recorded: { text: 'The mill burned.' }, working: { text: 'The mill burned.', quoted: true } },
  ])
})
