import { describe, expect, test } from 'vitest'
import type { Piece, RecordedPiece } from '../reconcile/piece.ts'
import { reconcile } from '../reconcile/reconcile.ts'
import { changeKeys, isChange } from './change-key.ts'

const prose = (...texts: string[]): RecordedPiece[] =>
  texts.map((text, at) => ({ text, block: 0, kind: 'paragraph', number: at + 3 }))
const BASE = prose('The mill burned on Monday.', 'Nobody was hurt.', 'The owner was abroad.')
const [BURNED = '', HURT = '', ABROAD = ''] = BASE.map(({ text }) => text)

const keyed = (...texts: string[]) => {
  const pieces: Piece[] = prose(...texts)
  const decisions = reconcile(BASE, pieces)
  const keys = changeKeys(decisions, BASE, pieces)
  return decisions.map((decision, at) => [decision.outcome, keys[at]])
}
const newKeys = (...texts: string[]) => keyed(...texts).flatMap(([outcome, key]) => (outcome === 'new' ? key : []))

describe('what a change is called', () => {
  test('is the numbers of the recorded claims that it is about', () => {
    expect(keyed('The mill burned on Tuesday.', 'Nobody was hurt, the owner was abroad.')).toEqual([
      ['reworded', 'C-3'],
      ['merged', 'C-4+C-5'],
    ])
    expect(keyed(BURNED, ABROAD)).toContainEqual(['retired', 'C-4'])
  })

  test('of a new claim, is what it follows and what it says, whatever is typed elsewhere', () => {
    const [key] = newKeys(BURNED, HURT, 'A second fire broke out at night.', ABROAD)
    expect(key).toMatch(/^C-4>[0-9a-f]{8}$/)
    const more = ['Sirens were heard in Brest.', 'The mill burned late on Monday.', HURT]
    expect(newKeys(...more, 'A second fire broke out at night. ', ABROAD)).toContain(key)
    expect(newKeys(BURNED, HURT, 'A second fire broke out at dawn.', ABROAD)).not.toContain(key)
    expect(newKeys('Sirens were heard in Brest.', BURNED, HURT, ABROAD)).toEqual([expect.stringMatching(/^C-0>/)])
  })

  test('is never the same for two', () => {
    const again = 'It rained.'
    const keys = newKeys(BURNED, again, again, HURT, ABROAD)
    expect(keys).toEqual([expect.stringMatching(/^C-3>[0-9a-f]{8}$/), `${keys[0]}~2`])
  })
})

test('only what stays in its words and place is no change', () => {
  expect(isChange({ outcome: 'kept', moved: false })).toBe(false)
  expect(isChange({ outcome: 'moved', moved: true })).toBe(true)
  expect(isChange({ outcome: 'retired', moved: false })).toBe(true)
})
