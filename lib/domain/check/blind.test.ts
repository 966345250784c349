import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BlindAnswer, hiddenAnswers, isRevealed, maySee, type SubstanceSpan } from './blind.ts'

const by = (memberId: string, substance = 2) => ({ memberId, substance })

test.each([
  ['one asked, one answered', [by('a')], 1, true, true],
  ['two asked, one answered', [by('a')], 2, true, false],
  ['both answered', [by('a'), by('b')], 2, true, true],
  ['the policy keeps no one blind', [by('a')], 2, false, true],
  ['two answers by one person are one answer', [by('a'), by('a')], 2, true, false],
  ['an answer to another wording does not count', [by('a', 1), by('b')], 2, true, false],
] as const)('%s', (_name, current, assessors, blind, expected) =>
  expect(isRevealed(current, 2, assessors, blind)).toBe(expected),
)

/** "id member substance from-until", of claim `c` unless `id` has another in front: "d/x". `<y`: a copy of y. */
function answer(text: string): BlindAnswer {
  const [name = '', memberId = '', substance = '', time = '', copy] = text.split(' ')
  const [id, claimId = 'c'] = name.split('/').reverse() as [string, string?]
  const [from, until] = time.split('-').map(Number)
  const carriedFromId = copy ? copy.slice(1) : null
  return {
    id,
    claimId,
    memberId,
    substance: Number(substance),
    createdSeq: from ?? 0,
    endedSeq: until ?? null,
    carriedFromId,
  }
}
const span = (
  substance: number,
  from: number,
  until: number | null = null,
  assessors = 2,
  claimId = 'c',
): SubstanceSpan => ({
  claimId,
  substance,
  from,
  until,
  assessors,
})
const hiddenOf = (answers: string[], spans: SubstanceSpan[], at?: number, blind = true) =>
  [...hiddenAnswers({ blind, answers: answers.map(answer), spans, familyOf: () => 'c' }, at)].sort()

const CASES: [name: string, answers: string[], spans: SubstanceSpan[], hidden: string[]][] = [
  ['alone', ['x a 1 2'], [span(1, 1)], ['x']],
  ['both', ['x a 1 2', 'y b 1 3'], [span(1, 1)], []],
  ['the other withdrew', ['x a 1 2', 'y b 1 3-4'], [span(1, 1)], ['x', 'y']],
  ['withdrawn before anyone else answered', ['x a 1 2-3'], [span(1, 1)], ['x']],
  ['… and shown with the answers of two others', ['x a 1 2-3', 'y b 1 4', 'z c 1 5'], [span(1, 1)], []],
  ['reworded', ['x a 1 2'], [span(1, 1, 3), span(2, 3)], ['x']],
  ['reworded and re-affirmed', ['x a 1 2-4', 'y a 2 4'], [span(1, 1, 3), span(2, 3)], ['x', 'y']],
  ['reworded and restored', ['x a 1 2'], [span(1, 1, 3), span(2, 3, 4), span(3, 4)], ['x']],
  ['revealed, then reworded', ['x a 1 2', 'y b 1 3'], [span(1, 1, 4), span(2, 4)], []],
  ['revealed, withdrawn, then reworded', ['x a 1 2', 'y b 1 3-4'], [span(1, 1, 5), span(2, 5)], ['x', 'y']],
  [
    'revealed, reworded, re-affirmed by one',
    ['x a 1 2-5', 'y b 1 3', 'z a 2 5'],
    [span(1, 1, 4), span(2, 4)],
    ['x', 'z'],
  ],
  ['… who takes it back', ['x a 1 2-5', 'y b 1 3', 'z a 2 5-6'], [span(1, 1, 4), span(2, 4)], ['x', 'z']],
  ['… and by the other', ['x a 1 2-5', 'y b 1 3-6', 'z a 2 5', 'w b 2 6'], [span(1, 1, 4), span(2, 4)], []],
  ['one was enough for the earlier wording', ['x a 1 2'], [span(1, 1, 3, 1), span(2, 3)], []],
  ['… but now it is re-affirmed', ['x a 1 2-4', 'y a 2 4'], [span(1, 1, 3, 1), span(2, 3)], ['x', 'y']],
  ['one is enough for the new wording', ['x a 1 2-4', 'y a 2 4'], [span(1, 1, 3), span(2, 3, null, 1)], ['x']],
  ['the claim left the article', ['x a 1 2'], [span(1, 1, 3)], ['x']],
  ['a copy is hidden with its original', ['x a 1 2', 'd/y a 1 3 <x'], [span(1, 1, 3)], ['x', 'y']],
  ['a copy is shown with its original', ['x a 1 2', 'z b 1 2', 'd/y a 1 3 <x'], [span(1, 1, 3)], []],
  [
    'an original is hidden with the copy that was re-affirmed',
    ['x a 1 2', 'z b 1 2', 'd/y a 1 3-4 <x', 'd/w a 2 4'],
    [span(1, 1, 3), span(2, 3, null, 2, 'd')],
    ['w', 'x', 'y'],
  ],
  ['a copy without its original', ['d/y a 1 3 <x'], [span(1, 1, 3)], ['y']],
]

describe('hidden from everyone else', () => {
  test.each(CASES)('%s', (_name, answers, spans, hidden) => expect(hiddenOf(answers, spans)).toEqual(hidden))

  test('nothing, where the policy keeps no one blind', () =>
    expect(hiddenOf(['x a 1 2'], [span(1, 1)], undefined, false)).toEqual([]))

  test.each([
    [2, ['x']],
    [3, []],
    [4, ['x', 'y']],
    [5, ['x', 'y']],
  ])('as of change %d', (at, hidden) =>
    expect(hiddenOf(['x a 1 2', 'y b 1 3-4'], [span(1, 1, 5), span(2, 5)], at)).toEqual(hidden),
  )

  test('and never from the person who gave it', () => {
    const row = { id: 'x', memberId: 'a' }
    expect(['a', 'b', null].map((viewer) => maySee(row, viewer, new Set(['x'])))).toEqual([true, false, false])
  })
})

type Step = { what: 'assess' | 'reword' | 'reaffirm' | 'withdraw'; who: number; pick: number }
const step = fc.record({
  what: fc.constantFrom<Step['what']>('assess', 'assess', 'reword', 'reaffirm', 'withdraw'),
  who: fc.nat(4),
  pick: fc.nat(2),
})

test('whatever five people do, no one sees what another answers now before enough have answered', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const answers: BlindAnswer[] = []
      /** What each answer says: a re-affirmed one says the same. */
      const says = new Map<string, number>()
      const spans: SubstanceSpan[] = [span(1, 1)]
      let seq = 1
      for (const { what, who, pick } of steps) {
        seq += 1
        const head = spans.at(-1) as SubstanceSpan
        const memberId = `m${who}`
        const mine = answers.filter((row) => row.memberId === memberId && row.endedSeq === null)
        const add = (said: number) => {
          for (const row of mine) row.endedSeq = seq
          const id = `a${seq}`
          says.set(id, said)
          answers.push({
            ...{ id, memberId, claimId: 'c', substance: head.substance },
            createdSeq: seq,
            endedSeq: null,
            carriedFromId: null,
          })
        }
        const stale = mine.find((row) => row.substance !== head.substance)
        if (what === 'assess') add(seq)
        else if (what === 'reaffirm' && stale) add(says.get(stale.id) ?? 0)
        else if (what === 'withdraw') for (const row of mine) row.endedSeq = seq
        else if (what === 'reword') {
          head.until = seq
          spans.push(span(head.substance + 1, seq, null, 1 + pick))
        }
        const now = spans.at(-1) as SubstanceSpan
        const hidden = hiddenAnswers({ blind: true, answers, spans, familyOf: (id) => id })
        const current = answers.filter((row) => row.endedSeq === null && row.substance === now.substance)
        const open = now.assessors <= 1 || new Set(current.map((row) => row.memberId)).size >= now.assessors
        for (const secret of current)
          for (const row of answers)
            if (row.memberId === secret.memberId && says.get(row.id) === says.get(secret.id)) {
              if (!open) expect(hidden.has(row.id)).toBe(true)
              else if (row === secret) expect(hidden.has(row.id)).toBe(false)
            }
      }
    }),
    { numRuns: 500 },
  )
})
