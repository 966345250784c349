import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sameSubstance } from '../text/substance.ts'
import {
  decideAcceptance,
  decideReplacement,
  nextSubstance,
  oneLine,
  WORDING_LIMIT,
  type WordingState,
  whyNotRestore,
  withEdgesOf,
  wordingProblem,
} from './wording.ts'

const head = { id: 'w1', text: 'At least 60 ', substance: 3 }

describe('wordingProblem', () => {
  test.each([
    ['', 'cannot be empty'],
    [' \t ', 'cannot be empty'],
    ['x'.repeat(WORDING_LIMIT + 1), 'the limit is 10,000'],
    ['x'.repeat(100_000), '100,000 characters'],
    ['two\nlines', 'one line'],
    ['two\u2028lines', 'one line'],
  ])('%#', (text, words) => expect(wordingProblem(text)).toContain(words))
  test('lets markup be: it is shown as text', () => {
    expect(wordingProblem('<script>alert(1)</script>')).toBeNull()
    expect(wordingProblem('x'.repeat(WORDING_LIMIT))).toBeNull()
  })
})

test.each([
  ['hard\nwrapped', 'hard wrapped'],
  ['ended.\r\n', 'ended. '],
  ['a \n b', 'a b'],
  ['two  spaces', 'two  spaces'],
])('%j is set as %j', (text, line) => {
  expect(oneLine(text)).toBe(line)
  expect(sameSubstance(text, line)).toBe(true)
})

describe('withEdgesOf', () => {
  test('keeps the setting and takes the words', () => {
    expect(withEdgesOf('At least 60 ', 'At least 61')).toBe('At least 61 ')
    expect(withEdgesOf('  a', 'b  ')).toBe('  b')
  })
  test('is itself when nothing was typed, and trims to what was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (base, typed) => {
        if (base.trim()) expect(withEdgesOf(base, base)).toBe(base)
        expect(withEdgesOf(base, typed).trim()).toBe(typed.trim())
      }),
    )
  })
})

describe('nextSubstance', () => {
  test.each([
    ['At least 60.', 3],
    ['At  least 60', 3],
    ['At least 61', 4],
    ['at least 60', 4],
  ])('%s → %i', (text, substance) => expect(nextSubstance(head, { text })).toBe(substance))

  test.each([
    [{ label: 'Injured' }, { label: 'Killed' }, 4],
    [{ label: 'Injured' }, { label: 'Injured ' }, 3],
    [{ label: 'Injured' }, {}, 4],
    [{}, { quoted: true as const }, 4],
    [{ quoted: true as const }, { quoted: true as const }, 3],
  ])('the label and the quotation are part of it: %j → %j', (before, after, substance) =>
    expect(nextSubstance({ ...head, ...before }, { text: head.text, ...after })).toBe(substance),
  )
})

describe('decideAcceptance', () => {
  const proposal = { id: 'p', text: 'At least 61 ', state: 'proposed' as WordingState, authorId: 'ann', base: head }
  test('accepts, and says whether the checks go stale', () => {
    expect(decideAcceptance(proposal, head, true)).toEqual({ outcome: 'accept', substance: 4 })
    expect(decideAcceptance({ ...proposal, text: 'At least 60. ' }, head, true)).toEqual({
      outcome: 'accept',
      substance: 3,
    })
  })
  test('never by someone who may not, such as its author under most policies', () => {
    expect(decideAcceptance(proposal, head, false).outcome).toBe('own_proposal')
    expect(decideAcceptance(proposal, head, true).outcome).toBe('accept')
  })
  test('never on another wording than it was written against', () => {
    const base = { id: 'w0', text: 'At least 59 ' }
    expect(decideAcceptance({ ...proposal, base }, head, true).outcome).toBe('conflict')
    expect(decideAcceptance({ ...proposal, base: null }, head, true).outcome).toBe('conflict')
  })
  test('on the very words it was written against, although they were recorded again meanwhile', () => {
    const restored = { ...proposal, base: { id: 'w0', text: 'At least 60' } }
    expect(decideAcceptance(restored, head, true)).toEqual({ outcome: 'accept', substance: 4 })
    expect(decideAcceptance(restored, { ...head, label: 'Killed' }, true).outcome).toBe('conflict')
  })
  test.each(['accepted', 'rejected', 'superseded', 'withdrawn'] as const)('never twice (%s)', (state) => {
    expect(decideAcceptance({ ...proposal, state }, head, true)).toEqual({ outcome: 'settled', state })
  })
})

describe('whyNotRestore', () => {
  test.each([
    ['superseded', 'At least 58', null],
    ['rejected', 'At least 58', null],
    ['withdrawn', 'At least 58', null],
    ['accepted', 'At least 60', 'current'],
    ['proposed', 'At least 61', 'waiting'],
    ['inherited', 'Some 60', 'inherited'],
    ['superseded', ' [redacted] ', 'redacted'],
    ['inherited', '[redacted]', 'redacted'],
  ] as const)('%s “%s”: %s', (state, text, why) => expect(whyNotRestore({ state, text })).toBe(why))
})

describe('decideReplacement', () => {
  test('replaces, notices no change, and finds a changed base', () => {
    expect(decideReplacement(head, head, 'At least 61')).toEqual({
      outcome: 'replace',
      text: 'At least 61 ',
      substance: 4,
    })
    expect(decideReplacement(head, head, ' At least 60')).toEqual({ outcome: 'unchanged' })
    expect(decideReplacement(head, { id: 'w0', text: 'Some 60' }, 'At least 61')).toEqual({ outcome: 'conflict' })
  })
})
