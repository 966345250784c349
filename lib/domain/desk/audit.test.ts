import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ChainedEvent, canonicalJson, chainEvent, EMPTY_CHAIN, eventBreak, type Json } from './audit.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

function chain(length: number): ChainedEvent[] {
  const events: ChainedEvent[] = []
  for (let seq = 1; seq <= length; seq++) {
    const facts = { seq, kind: 'comment.added', memberId: 'm', at: `2026-01-01T00:00:00.${seq}00Z`, deskSeq: 3 }
    events.push(chainEvent(facts, { text: `c${seq}` }, `salt${seq}`, events.at(-1)?.hash ?? EMPTY_CHAIN, sha256))
  }
  return events
}

function firstBreak(events: ChainedEvent[], before?: ChainedEvent) {
  let previous: { seq: number; hash: string } = before ?? { seq: 0, hash: EMPTY_CHAIN }
  for (const event of events) {
    const found = eventBreak(event, previous, sha256)
    if (found) return found
    previous = event
  }
  return null
}

describe('the chain', () => {
  test('holds when nothing was touched, and after a redaction', () => {
    const events = chain(5)
    expect(firstBreak(events)).toBeNull()
    events[2] = { ...(events[2] as ChainedEvent), payload: null, salt: null }
    expect(firstBreak(events)).toBeNull()
  })

  const change = (patch: Partial<ChainedEvent>) => (events: ChainedEvent[], at: number) => {
    events[at] = { ...(events[at] as ChainedEvent), ...patch }
  }
  const mutations: [string, (events: ChainedEvent[], at: number) => void][] = [
    ['payload', change({ payload: { text: 'other' } })],
    ['salt', change({ salt: 'other' })],
    ['payload hash', change({ payloadHash: sha256('other') })],
    ['kind', change({ kind: 'comment.withdrawn' })],
    ['actor', change({ memberId: 'n' })],
    ['no actor', change({ memberId: null })],
    ['time', change({ at: '2027-01-01T00:00:00.000Z' })],
    ['desk clock', change({ deskSeq: 4 })],
    ['hash', change({ hash: sha256('other') })],
    ['removed', (events, at) => void events.splice(at, 1)],
    ['doubled', (events, at) => void events.splice(at, 0, events[at] as ChainedEvent)],
  ]
  test.each(mutations)('is seen to be broken at every place: %s', (name, mutate) => {
    for (let at = 0; at < 12; at++) {
      // A cut tail is found through the clock's own hash, not here.
      if (name === 'removed' && at === 11) continue
      const events = chain(12)
      mutate(events, at)
      expect(firstBreak(events), `${name} at ${at}`).not.toBeNull()
    }
  })

  test('in a chain of a thousand, each of them at every place, and there', () => {
    const events = chain(1_000)
    let found = 0
    for (const [name, mutate] of mutations) {
      for (let at = 0; at < events.length; at++) {
        if (name === 'removed' && at === events.length - 1) continue
        // What comes before holds, and leaves nothing behind but the last event: it need not be gone through each time.
        const near = events.slice(at, at + 3)
        mutate(near, 0)
        const broken = firstBreak(near, events[at - 1])
        expect(broken, `${name} at ${at}`).not.toBeNull()
        // A chain that was joined again breaks where it was joined, and a hash of its own event too.
        expect(Math.abs((broken?.seq ?? 0) - (at + 1)), `${name} at ${at}`).toBeLessThanOrEqual(1)
        found += 1
      }
    }
    expect(found).toBe(mutations.length * 1_000 - 1)
  })

  test('names the place', () => {
    const events = chain(6)
    change({ payload: { text: 'x' } })(events, 3)
    expect(firstBreak(events)).toEqual({ seq: 4, what: 'its content is not what was recorded' })
  })
})

describe('canonicalJson', () => {
  const json = fc.jsonValue().map((value) => value as Json)
  test('says the same value', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
  test('does not depend on the order of keys', () => {
    expect(canonicalJson({ b: 1, a: [{ d: null, c: 'é' }] })).toBe('{"a":[{"c":"é","d":null}],"b":1}')
  })
  /** By the letter: sorted members, one after another. */
  const byTheLetter = (value: Json): string => {
    if (Array.isArray(value)) return `[${value.map(byTheLetter).join(',')}]`
    if (value === null || typeof value !== 'object') return JSON.stringify(value)
    const members = Object.keys(value).sort()
    return `{${members.map((key) => `${JSON.stringify(key)}:${byTheLetter(value[key] ?? null)}`).join(',')}}`
  }
  test('has one spelling, whatever keys there are: also such as an object would put first, or lose', () => {
    const key = fc.oneof(fc.constantFrom('10', '9', '01', '__proto__', 'a', 'B', 'é', '', 'toJSON'), fc.string())
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.jsonValue({ maxDepth: 1 }),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.array(fc.tuple(key, tie('tree')), { maxLength: 4 }).map((members) => Object.fromEntries(members)),
      ),
    }))
    fc.assert(
      fc.property(tree, (value) => {
        expect(canonicalJson(value as Json)).toBe(byTheLetter(value as Json))
      }),
    )
    expect(canonicalJson(JSON.parse('{"b":{"10":1,"9":2},"a":{"__proto__":3}}'))).toBe(
      '{"a":{"__proto__":3},"b":{"10":1,"9":2}}',
    )
  })
  test('refuses what JSON cannot hold', () => {
    for (const value of [Number.NaN, { a: [Number.POSITIVE_INFINITY] }, { 1: Number.NaN }])
      expect(() => canonicalJson(value)).toThrow(TypeError)
  })
})
