import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Run, recut } from './recut.ts'

const recorded = new Map([
  [1, 'It burned, '],
  [2, 'and it rained. '],
  [3, 'Nobody was tried.'],
])
const of = (claim: number) => recorded.get(claim)
const sentences = (text: string) => text.match(/[^.]*\.?\s*/gu)?.filter((part) => part !== '') ?? [text]
const cut = (...runs: Run[]) => recut(runs, of, sentences).map(({ text, hint }) => [text, hint])

describe('a block that was edited', () => {
  test.each<[string, Run[], unknown[]]>([
    [
      'is cut as it was where its words are still there, even inside a sentence',
      [
        { text: 'It burned, ', hint: 1 },
        { text: 'and it rained. ', hint: 2 },
        { text: 'Nobody was tried.', hint: 3 },
      ],
      [
        ['It burned, ', 1],
        ['and it rained. ', 2],
        ['Nobody was tried.', 3],
      ],
    ],
    [
      'keeps a border whose words on both sides were left alone',
      [
        { text: 'It all burned, ', hint: 1 },
        { text: 'and it rained hard. ', hint: 2 },
      ],
      [
        ['It all burned, ', 1],
        ['and it rained hard. ', 2],
      ],
    ],
    [
      'loses a border that was written over',
      [
        { text: 'It burned ', hint: 1 },
        { text: 'while it rained. ', hint: 2 },
      ],
      [['It burned while it rained. ', 2]],
    ],
    [
      'cuts what was typed behind a claim into sentences of their own',
      [{ text: 'Nobody was tried. The owner fled. He lives.', hint: 3 }],
      [
        ['Nobody was tried. ', 3],
        ['The owner fled. ', 3],
        ['He lives.', 3],
      ],
    ],
    [
      'cuts pasted text',
      [{ text: 'One. Two.' }],
      [
        ['One. ', undefined],
        ['Two.', undefined],
      ],
    ],
    [
      'joins the pieces of a claim that has a hole in its mark',
      [{ text: 'Nobody ', hint: 3 }, { text: 'ever ' }, { text: 'was tried.', hint: 3 }],
      [['Nobody ever was tried.', 3]],
    ],
    [
      'gives white space to the claim before',
      [{ text: 'Nobody was tried.', hint: 3 }, { text: '  ' }],
      [['Nobody was tried.  ', 3]],
    ],
    [
      'and at its start to the claim behind',
      [{ text: '  ' }, { text: 'Nobody was tried.', hint: 3 }],
      [['  Nobody was tried.', 3]],
    ],
    ['of white space alone is one piece of it', [{ text: '  ' }], [['  ', undefined]]],
    ['of nothing is nothing', [{ text: '', hint: 1 }], []],
  ])('%s', (_name, runs, expected) => {
    expect(cut(...runs)).toEqual(expected)
  })
})

test('whatever the runs: joined the pieces are the text, and none is only white space', () => {
  const run = fc.record({
    text: fc.string({ unit: fc.constantFrom('a', 'b ', '. ', ' ', '\u202e', '😀', 'It burned, '), maxLength: 6 }),
    hint: fc.option(fc.nat(4), { nil: 0 }),
  })
  fc.assert(
    fc.property(fc.array(run, { maxLength: 8 }), (given) => {
      const runs = given.map(({ text, hint }): Run => ({ text, ...(hint > 0 && { hint }) }))
      const pieces = recut(runs, of, sentences)
      const text = runs.map((one) => one.text).join('')
      expect(pieces.map((piece) => piece.text).join('')).toBe(text)
      if (text.trim() !== '') for (const piece of pieces) expect(piece.text.trim()).not.toBe('')
    }),
    { numRuns: 3_000 },
  )
})
