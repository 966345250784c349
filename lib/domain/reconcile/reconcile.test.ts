import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BLOCK_KINDS } from '../article/block.ts'
import { COPIES_LIMIT } from './anchor.ts'
import { MOST_PARTS } from './parting.ts'
import { type Decision, OUTCOMES, type Piece, type RecordedPiece } from './piece.ts'
import { describe as describeGroups, reconcile } from './reconcile.ts'
import { COMPARED_WORDS } from './term.ts'

const prose = (...texts: string[]): RecordedPiece[] =>
  texts.map((text, at) => ({ text, block: 0, kind: 'paragraph', number: at + 1 }))

/** Words that repeat, so that sentences are alike in many ways; and anything else that a file may hold. */
const word = fc.constantFrom(
  'the',
  'bridge',
  'burned',
  'burnt',
  'Minsk',
  'Brest',
  '3',
  '1,083',
  'мост',
  'моста',
  '桥',
  'and',
  'not',
)
const sentence = fc.oneof(
  { weight: 8, arbitrary: fc.array(word, { minLength: 1, maxLength: 7 }).map((words) => `${words.join(' ')}. `) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.constantFrom('', ' ', '\n\t', '\ud800', '\u202e3\u202c', '\u0000', '…', '🙂') },
)
const piece = fc.record(
  {
    text: sentence,
    block: fc.nat({ max: 3 }),
    kind: fc.constantFrom(...BLOCK_KINDS),
    label: fc.constantFrom('Killed', 'Wounded', ''),
    hint: fc.integer({ min: -1, max: 9 }),
  },
  { requiredKeys: ['text', 'block', 'kind'] },
) as fc.Arbitrary<Piece>
const pieces = fc.array(piece, { maxLength: 9 })
const recorded = pieces.map((all): RecordedPiece[] => all.map((one, at) => ({ ...one, number: at + 1 })))
const runs = { numRuns: 3_000 }

function expectPartition(decisions: readonly Decision[], before: number, after: number): void {
  for (const [side, length] of [
    ['before', before],
    ['after', after],
  ] as const) {
    const all = decisions.flatMap((decision) => decision[side])
    expect(all.toSorted((a, b) => a - b)).toEqual(Array.from({ length }, (_, at) => at))
    for (const decision of decisions) expect(decision[side]).toEqual(decision[side].toSorted((a, b) => a - b))
  }
}

const SHAPES: Record<Decision['outcome'], RegExp> = {
  kept: /^1-1$/,
  moved: /^1-1$/,
  reworded: /^1-1$/,
  split: /^1-([2-9]|\d\d)$/,
  merged: /^([2-9]|\d\d)-1$/,
  retired: /^1-0$/,
  new: /^0-1$/,
}

describe('whatever the texts', () => {
  test('every claim of either is in exactly one decision, of the shape its outcome has', () => {
    fc.assert(
      fc.property(recorded, pieces, (before, after) => {
        const decisions = reconcile(before, after)
        expectPartition(decisions, before.length, after.length)
        for (const { outcome, score, reason, moved, ...group } of decisions) {
          expect(`${group.before.length}-${group.after.length}`).toMatch(SHAPES[outcome])
          expect(score >= 0 && score <= 1).toBe(true)
          expect(reason).toMatch(/\S/)
          if (moved) expect(outcome).toMatch(/^(moved|reworded|split|merged)$/)
        }
        const texts = decisions.flatMap((one) => one.after).sort((a, b) => a - b)
        expect(texts.map((at) => after[at]?.text).join('')).toBe(after.map(({ text }) => text).join(''))
      }),
      runs,
    )
  })

  test('decisions stand in the order of the text after; what kept its order has it on both sides', () => {
    fc.assert(
      fc.property(recorded, pieces, (before, after) => {
        const decisions = reconcile(before, after)
        const firsts = decisions.flatMap((one) => one.after.slice(0, 1))
        expect(firsts).toEqual(firsts.toSorted((a, b) => a - b))
        const kept = decisions.filter(({ outcome }) => outcome === 'kept').map((one) => one.before[0] ?? -1)
        expect(kept).toEqual(kept.toSorted((a, b) => a - b))
      }),
      runs,
    )
  })

  test('a text compared with itself is kept, every claim as itself', () => {
    fc.assert(
      fc.property(recorded, (before) => {
        for (const [at, { outcome, score, ...group }] of reconcile(before, before).entries())
          expect({ outcome, score, before: group.before, after: group.after }).toEqual({
            outcome: 'kept',
            score: 1,
            before: [at],
            after: [at],
          })
      }),
      runs,
    )
  })

  test('the same texts give the same decisions; the input is left alone', () => {
    fc.assert(
      fc.property(recorded, pieces, (before, after) => {
        const given = JSON.stringify([before, after])
        const once = JSON.stringify(reconcile(before, after))
        expect(JSON.stringify(reconcile(before, after))).toBe(once)
        expect(JSON.stringify([before, after])).toBe(given)
      }),
      runs,
    )
  })

  test('numbers that the text names change nothing about what is the same; forged ones harm nothing', () => {
    const hints = fc.array(fc.integer({ min: -5, max: 12 }), { minLength: 9, maxLength: 9 })
    fc.assert(
      fc.property(recorded, pieces, hints, (before, after, forged) => {
        const hinted = after.map((one, at) => ({ ...one, hint: forged[at] ?? 0 }))
        expectPartition(reconcile(before, hinted), before.length, after.length)
        for (const { outcome, after: to } of reconcile(
          before,
          before.map((one) => ({ ...one, hint: 1 })),
        ))
          expect([outcome, to.length]).toEqual(['kept', 1])
      }),
      runs,
    )
  })

  test('describing the groups that were decided says the same again', () => {
    fc.assert(
      fc.property(recorded, pieces, (before, after) => {
        const decisions = reconcile(before, after)
        expect(describeGroups(before, after, decisions)).toEqual(decisions)
      }),
      runs,
    )
  })

  test('white space between and around the words is no change', () => {
    const spaced = (text: string) => `  ${text.replaceAll(' ', ' \n ')}\t`
    const words = fc.array(fc.array(word, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(words, (sentences) => {
        const before = prose(...sentences.map((one) => one.join(' ')))
        const after = before.map((one) => ({ ...one, text: spaced(one.text) }))
        expect(reconcile(before, after).map(({ outcome }) => outcome)).toEqual(before.map(() => 'kept'))
      }),
      runs,
    )
  })
})

describe('split and merged mirror each other', () => {
  const content = fc.uniqueArray(
    fc.string({ minLength: 5, maxLength: 9, unit: fc.constantFrom(...'abcdefghijklmnop') }),
    {
      minLength: 8,
      maxLength: 14,
    },
  )
  test('a claim cut in two is split; the two put together are merged', () => {
    fc.assert(
      fc.property(content, fc.integer({ min: 4, max: 8 }), (words, cut) => {
        const at = Math.min(cut, words.length - 4)
        const whole = prose('It began in the night of Sunday.', `${words.join(' ')}.`, 'The rest is silence.')
        const [one, two] = [`${words.slice(0, at).join(' ')}.`, `${words.slice(at).join(' ')}.`]
        const parts = prose('It began in the night of Sunday.', one, two, 'The rest is silence.')
        expect(reconcile(whole, parts).map(({ outcome }) => outcome)).toEqual(['kept', 'split', 'kept'])
        expect(reconcile(parts, whole).map(({ outcome }) => outcome)).toEqual(['kept', 'merged', 'kept'])
      }),
      runs,
    )
  })
})

describe('texts of an unusual size', () => {
  test('one claim of a megabyte is compared by its first words', () => {
    const long = 'partisan '.repeat(120_000)
    const [decision] = reconcile(prose(long), prose(`${long}burned a cabinet.`))
    expect(decision).toMatchObject({ outcome: 'reworded', before: [0], after: [0] })
    expect(COMPARED_WORDS).toBeLessThan(10_000)
  })

  test('many copies of one sentence keep as many as there are', () => {
    const copies = (count: number) => prose(...Array<string>(count).fill('No losses were reported.'))
    const decisions = reconcile(copies(5_000), copies(4_900))
    expect(OUTCOMES.map((name) => decisions.filter(({ outcome }) => outcome === name).length)).toEqual([
      4_900, 0, 0, 0, 0, 100, 0,
    ])
  })

  test('a claim is found again in as many parts as it may have', () => {
    const parts = Array.from({ length: MOST_PARTS }, (_, at) => `Village${at} lost barn${at} and mill${at}.`)
    const [decision, ...others] = reconcile(prose(parts.join(' ')), prose(...parts))
    expect(decision).toMatchObject({ outcome: 'split', after: parts.map((_, at) => at) })
    expect(others).toEqual([])
  })

  test('more copies out of order than are aligned are paired all the same', () => {
    const half = COPIES_LIMIT * 2
    const copies = (one: string, other: string) =>
      prose(...Array.from({ length: 2 * half }, (_, at) => (at < half ? one : other)))
    const [losses, quiet] = ['No losses were reported.', 'The front was quiet.']
    const decisions = reconcile(copies(losses, quiet), copies(quiet, losses))
    const names = new Set(decisions.map(({ outcome }) => outcome))
    expect(names).toEqual(new Set(['kept', 'moved']))
  })

  test('copies in another rhythm are all found again', () => {
    const texts = ['No losses were reported.', 'One man was hurt.', 'A drone was shot down.']
    const inRhythm = (step: number) => prose(...Array.from({ length: 900 }, (_, at) => texts[(at * step) % 3] ?? ''))
    const decisions = reconcile(inRhythm(1), inRhythm(2))
    expect(decisions.filter(({ outcome }) => outcome === 'kept' || outcome === 'moved').length).toBe(900)
  })

  test('a wide gap in which every claim was reworded', () => {
    const sentences = Array.from(
      { length: 300 },
      (_, at) => `Village${at} lost house${at * 7} and barn${at * 11} to fire.`,
    )
    const after = sentences.map((text) => text.replace('lost', 'then lost').replace(' to fire', ' in the fire'))
    const decisions = reconcile(prose(...sentences), prose(...after))
    expect(decisions.map(({ outcome, before, after: to }) => [outcome, before, to])).toEqual(
      sentences.map((_, at) => ['reworded', [at], [at]]),
    )
  })
})

describe('what a text names a claim', () => {
  test('breaks a tie between equally likely claims', () => {
    const before = prose('Shells fell on the northern quarter.', 'Rain.', 'Shells fell on the southern quarter.')
    const after: Piece[] = [{ text: 'Shells fell on the eastern quarter.', block: 0, kind: 'paragraph', hint: 3 }]
    expect(reconcile(before, after).find((one) => one.after.length > 0)?.before).toEqual([2])
  })

  test('does not stand against the words', () => {
    const before = prose('The mill burned on Monday.', 'A dog barked in the distance.')
    const after = before.map(({ number: _, ...one }, at) => ({ ...one, hint: 2 - at }))
    expect(reconcile(before, after).map(({ outcome }) => outcome)).toEqual(['kept', 'kept'])
  })

  test('makes no claim of what has nothing in common with it', () => {
    const before = prose('The mill burned on Monday.', 'The owner was abroad.', 'Nobody was hurt.')
    const after: Piece[] = [{ text: 'Elections follow in spring.', block: 0, kind: 'paragraph', hint: 1 }]
    expect(
      reconcile(before, after)
        .map(({ outcome }) => outcome)
        .sort(),
    ).toEqual(['new', 'retired', 'retired', 'retired'])
  })
})

test.each([
  ['“Slava” was the word.', '"Slava" was the word.', /checks stand/],
  ['It burned', 'It burned.', /checks stand/],
  ['It burned on Monday.', 'It burned on Tuesday.', /other words/],
])('%s → %s is told with a reason', (before, after, reason) => {
  const [decision] = reconcile(prose(before), prose(after))
  expect(decision).toMatchObject({ outcome: 'reworded', moved: false })
  expect(decision?.reason).toMatch(reason)
})
