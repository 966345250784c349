import { expect, test } from 'vitest'
import { fingerprints } from '../text/fingerprint.ts'
import { type Sighting, twinsAmong, twinWords } from './twin.ts'

const TEXT =
  'The river rose overnight and carried away the footbridge at the old ford, the district office said on Tuesday. Nineteen families were taken to the school hall, where they were given blankets and soup by volunteers.'
const at = (sourceId: string, addresses: string[], text = ''): Sighting => ({
  sourceId,
  addresses,
  fingerprints: fingerprints(text),
})
const self = (id: string) => id
const never = () => false

test('finds those that lead to one address, and those that say one text', () => {
  const story = at('a', ['paper.example/story'])
  const amp = at('b', ['paper.example/x', 'paper.example/story'])
  expect(twinsAmong([story, amp], self, never)).toEqual([{ one: 'a', other: 'b', why: 'address' }])
  const pair = [at('a', ['a.example'], TEXT), at('b', ['b.example'], `${TEXT} Reported by our desk.`)]
  expect(twinsAmong(pair, self, never)).toEqual([{ one: 'a', other: 'b', why: 'text' }])
  expect(twinsAmong([at('a', ['a.example'], TEXT), at('b', ['b.example'], 'Something else.')], self, never)).toEqual([])
})

test('asks about none that are counted as one, or that someone found apart', () => {
  const pair = [at('a', ['x.example']), at('b', ['x.example'])]
  expect(twinsAmong(pair, () => 'one', never)).toEqual([])
  expect(twinsAmong(pair, self, (one, other) => one === 'a' && other === 'b')).toEqual([])
  expect(twinsAmong([at('a', ['x.example']), at('a', ['x.example'])], self, never)).toEqual([])
})

test('says so in words', () => {
  expect(twinWords('A', 'B', 'address')).toContain('“A” and “B” lead to the same address')
  expect(twinWords('A', 'B', 'text')).toContain('nearly the same text')
})
