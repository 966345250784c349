import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Standing, type Target, targetOf } from '../article/target.ts'
import { sameSubstance } from '../text/substance.ts'
import { planRestructure } from './restructure.ts'
import { type Head, substancesOf } from './succession.ts'

const NONE = { reworded: [], revived: [], fresh: [], split: [], merged: [] }
const heads = new Map<number, Head>([
  [1, { text: 'It burned. ', substance: 4 }],
  [2, { text: 'It rained.', substance: 1 }],
])

test.each([
  ['other words: one more', { ...NONE, reworded: [{ number: 1, text: 'It burned down. ' }] }, [[1, 5]]],
  ['another label: one more', { ...NONE, reworded: [{ number: 1, text: 'It burned. ', label: 'Cause' }] }, [[1, 5]]],
  [
    'a place that changes what it says: one more',
    { ...NONE, reworded: [{ number: 1, text: 'It burned. ', recheck: true as const }] },
    [[1, 5]],
  ],
  ['another setting: as it was', { ...NONE, reworded: [{ number: 1, text: 'It burned' }] }, [[1, 4]]],
  [
    'a claim that was split: one more, whatever it says',
    { ...NONE, reworded: [{ number: 1, text: 'It burned' }], split: [{ number: 1, parts: [1, 3] }] },
    [[1, 5]],
  ],
  ['a claim that took another in, saying what it said', { ...NONE, merged: [{ number: 1, others: [2] }] }, [[1, 5]]],
  ['one that comes back: one more than it had', { ...NONE, revived: [{ number: 7, text: 'x' }] }, [[7, 10]]],
  ['a part of a split claim', { ...NONE, fresh: [{ number: 8, text: 'x', from: [1], heading: false }] }, [[8, 2]]],
  ['a new claim', { ...NONE, fresh: [{ number: 8, text: 'x', from: [], heading: false }] }, [[8, 1]]],
])('%s', (_name, plan, expected) => {
  expect([...substancesOf(plan, heads, new Map([[7, 9]]))]).toEqual(expected)
})

// ── Staleness is never lost ──

type Check = { text: string; substance: number; changed: boolean }
type Kept = { head: Head | null; last: number; checks: Check[] }

/** A record in memory that follows the rules of lib/data/revision/revision.ts and lib/data/revision/carry.ts. */
class Record {
  standing: Standing
  next: number
  readonly claims = new Map<number, Kept>()
  readonly states: Standing[] = []

  constructor(texts: readonly string[]) {
    this.next = texts.length + 1
    const claims = texts.map((_, at) => at + 1)
    this.standing = {
      layout: { open: '', close: '', blocks: [{ id: 'b1', kind: 'paragraph', open: '', close: '\n', claims }] },
      texts: new Map(texts.map((text, at) => [at + 1, text])),
    }
    for (const [number, text] of this.standing.texts)
      this.claims.set(number, { head: { text, substance: 1 }, last: 1, checks: [] })
    this.states.push(this.standing)
  }

  check(number: number): void {
    const claim = this.claims.get(number)
    if (claim?.head) claim.checks.push({ ...claim.head, changed: false })
  }

  record(target: Target): void {
    const plan = planRestructure(this.standing, target, this.next)
    if ('problem' in plan) return
    const standing = [...this.claims].flatMap(([number, { head }]) => (head ? [[number, head] as const] : []))
    const earlier = new Map(
      [...this.claims].flatMap(([number, { head, last }]) => (head ? [] : [[number, last] as const])),
    )
    const substances = substancesOf(plan, new Map(standing), earlier)
    const carried = new Map(
      [...this.claims].map(([number, { checks }]) => [number, checks.map((check) => ({ ...check, changed: true }))]),
    )
    for (const { number } of plan.ended) {
      const claim = this.claims.get(number)
      if (claim)
        Object.assign(claim, { head: null, checks: claim.checks.map((check) => ({ ...check, changed: true })) })
    }
    for (const { number, text } of [
      ...plan.reworded,
      ...plan.revived,
      ...plan.merged.map(({ number }) => ({ number, text: textIn(target, number) })),
    ]) {
      const claim = this.claims.get(number)
      if (!claim) continue
      const before = claim.head?.text
      const substance = substances.get(number) ?? 1
      const changed = before === undefined || !sameSubstance(before, text)
      claim.checks = claim.checks.map((check) => ({ ...check, changed: check.changed || changed }))
      Object.assign(claim, { head: { text, substance }, last: substance })
    }
    for (const { number, text, from } of plan.fresh) {
      const substance = substances.get(number) ?? 1
      const checks = from
        .flatMap((ancestor) => carried.get(ancestor) ?? [])
        .map((check) => ({ ...check, substance: 1 }))
      this.claims.set(number, { head: { text, substance }, last: substance, checks })
    }
    for (const { number, others } of plan.merged) {
      const heir = this.claims.get(number)
      const below = (substances.get(number) ?? 2) - 1
      for (const other of others)
        heir?.checks.push(...(carried.get(other) ?? []).map((check) => ({ ...check, substance: below })))
    }
    this.next += plan.fresh.length
    const texts = new Map(
      [...this.claims].flatMap(([number, { head }]) => (head ? [[number, head.text] as const] : [])),
    )
    this.standing = { layout: plan.layout, texts }
    this.states.push(this.standing)
  }

  /** Checks that count for what their claim says now. */
  fresh(): { text: string; now: string; changed: boolean }[] {
    return [...this.claims.values()].flatMap(({ head, checks }) =>
      head
        ? checks.filter(({ substance }) => substance === head.substance).map((check) => ({ ...check, now: head.text }))
        : [],
    )
  }
}

const textIn = (target: Target, number: number) =>
  target.blocks.flatMap(({ claims }) => claims).find(({ from }) => from.includes(number))?.text ?? ''

const step = fc.oneof(
  fc.record({ do: fc.constant('check' as const), at: fc.nat(6) }),
  fc.record({
    do: fc.constant('reword' as const),
    at: fc.nat(6),
    text: fc.constantFrom('A b. ', 'A b', 'A c. ', 'D e f. '),
  }),
  fc.record({ do: fc.constant('split' as const), at: fc.nat(6) }),
  fc.record({ do: fc.constant('merge' as const), at: fc.nat(6) }),
  fc.record({ do: fc.constant('move' as const), at: fc.nat(6), to: fc.nat(6) }),
  fc.record({ do: fc.constant('retire' as const), at: fc.nat(6) }),
  fc.record({ do: fc.constant('restore' as const), to: fc.nat(20) }),
)

test('no sequence of edits turns a changed, checked wording into a fresh check', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const record = new Record(['A b. ', 'C d e. ', 'F g. ', 'H i j k. '])
      for (const one of steps) {
        const target = targetOf(record.standing)
        const claims = target.blocks[0]?.claims ?? []
        const claim = 'at' in one ? claims[one.at] : undefined
        if (one.do === 'restore') {
          const then = record.states[one.to % record.states.length]
          if (then) record.record(targetOf(then))
          continue
        }
        if (!claim || !('at' in one)) continue
        if (one.do === 'check') record.check(claim.from[0] ?? 0)
        if (one.do === 'reword') claim.text = one.text
        if (one.do === 'retire') claims.splice(one.at, 1)
        if (one.do === 'move') claims.splice(one.to, 0, ...claims.splice(one.at, 1))
        if (one.do === 'split') {
          const cut = claim.text.trim().indexOf(' ')
          if (cut > 0)
            claims.splice(
              one.at,
              1,
              { ...claim, text: claim.text.slice(0, cut + 1) },
              { ...claim, text: claim.text.slice(cut + 1) },
            )
        }
        const other = claims[one.at + 1]
        if (one.do === 'merge' && other)
          claims.splice(one.at, 2, { text: claim.text + other.text, from: [...claim.from, ...other.from] })
        if (one.do !== 'check') record.record(target)
      }
      for (const { text, now, changed } of record.fresh()) {
        expect(changed).toBe(false)
        expect(sameSubstance(text, now)).toBe(true)
      }
    }),
    { numRuns: 5_000 },
  )
})
