import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { carryCovers, coverRuns, coversNow, coversOf, wordsCovered } from './cover.ts'

const CLAIM = 'On 26 February 2023, two drones hit an A-50 at Machulishchy; the crew wasn’t there.'
const at = (text: string, part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length })
const cover = (text: string, ...parts: string[]) =>
  coversOf(
    text,
    parts.map((part) => at(text, part)),
  )
const exacts = (covers: readonly { exact: string }[]) => covers.map(({ exact }) => exact)

test.each([
  [['wo drones h'], ['two drones hit']],
  [[' two drones '], ['two drones']],
  [['; '], []],
  [['A-5'], ['A-50']],
  [
    ['crew', 'two', 'drones'],
    ['two drones', 'crew'],
  ],
  [['two drones', 'drones hit'], ['two drones hit']],
  [['n’'], ['wasn’t']],
])('%j covers %j', (parts, expected) => expect(exacts(cover(CLAIM, ...parts))).toEqual(expected))

test('cuts off what lies outside', () => {
  expect(
    exacts(
      coversOf('one two', [
        { start: -5, end: 2 },
        { start: 6, end: 99 },
      ]),
    ),
  ).toEqual(['one two'])
  expect(
    coversOf('one two', [
      { start: 5, end: 5 },
      { start: Number.NaN, end: 9 },
    ]),
  ).toEqual([])
})

describe('wordsCovered', () => {
  test('counts the union of several citations, in words', () => {
    const covers = [...cover(CLAIM, 'two drones hit'), ...cover(CLAIM, 'drones hit an A-50')]
    const { covered, total, uncovered } = wordsCovered(CLAIM, covers)
    expect([covered, total]).toEqual([5, 15])
    expect(uncovered.map(({ start, end }) => CLAIM.slice(start, end))).toEqual([
      'On 26 February 2023',
      'at Machulishchy; the crew wasn’t there',
    ])
  })
  test('a cover of another wording covers nothing', () => {
    expect(wordsCovered('Three drones', cover('Two drones', 'Two')).covered).toBe(0)
  })
  test('an empty claim', () => expect(wordsCovered('', [])).toEqual({ covered: 0, total: 0, uncovered: [] }))
})

describe('carryCovers', () => {
  test.each([
    ['two drones hit an A-50', 'two drones hit', 'three drones hit an A-50', ['drones hit']],
    ['two drones hit an A-50', 'two drones hit', 'At night two drones hit an A-50', ['two drones hit']],
    ['two drones hit an A-50', 'two drones hit', 'two small drones hit an A-50', ['two', 'drones hit']],
    ['two drones hit an A-50', 'an A-50', 'two drones hit an A-50U', ['an']],
    ['on 26 February 2023 it burned', 'on 26 February 2023', 'on 27 February 2023 it burned', ['on']],
    ['it burned', 'burned', 'it burned.', ['burned']],
    ['it burned', 'burned', '', []],
  ])('%j with %j, now %j: %j', (from, part, to, expected) => {
    expect(exacts(carryCovers(from, to, cover(from, part)))).toEqual(expected)
  })

  const claim = fc.array(fc.constantFrom('two', 'drones', 'hit', '1,083', 'A-50', 'ў', '中文', '😀'), { maxLength: 12 })
  test('never covers a word that was not covered, and keeps all where nothing changed', () => {
    fc.assert(
      fc.property(claim, claim, fc.nat(40), fc.nat(40), (old, now, start, end) => {
        const [from, to] = [old.join(' '), now.join(' ')]
        const covers = coversOf(from, [{ start, end }])
        expect(carryCovers(from, from, covers)).toEqual(covers)
        const carried = carryCovers(from, to, covers)
        expect(wordsCovered(to, carried).covered).toBeLessThanOrEqual(wordsCovered(from, covers).covered)
        for (const { start, end, exact } of carried) expect(to.slice(start, end)).toBe(exact)
      }),
    )
  })
})

test('runs give the claim back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(30), fc.nat(30), (text, start, end) => {
      const covers = coversOf(text, [{ start, end }])
      const runs = coverRuns(text, covers)
      expect(runs.map((run) => run.text).join('')).toBe(text)
      expect(runs.every((run) => run.text !== '')).toBe(true)
      expect(runs.filter((run) => run.covered).map((run) => run.text)).toEqual(exacts(covers))
    }),
  )
})

test('covers stand where they stood while only style changed, and word by word where more did', () => {
  const madeFor = 'The mill stood by the river.'
  const covers = coversOf(madeFor, [{ start: 4, end: 14 }])
  expect(coversNow(madeFor, madeFor, covers)).toBe(covers)
  expect(coversNow(madeFor, 'The  mill stood by the river', covers)).toEqual([
    { start: 5, end: 15, exact: 'mill stood' },
  ])
})
