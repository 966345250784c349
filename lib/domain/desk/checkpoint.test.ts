import { describe, expect, test } from 'vitest'
import { EMPTY_CHAIN } from './audit.ts'
import { type Checkpoint, checkpointText, countFaults, headFault } from './checkpoint.ts'

const hash = 'a'.repeat(64)
const head = { id: 'article', desk: 'desk', seq: 7, hash }

describe('a head', () => {
  test.each([
    ['the same', { workspaceId: 'desk', seq: 7, hashAt: hash }, null],
    ['added to', { workspaceId: 'desk', seq: 20, hashAt: hash }, null],
    ['taken back', { workspaceId: 'desk', seq: 6, hashAt: undefined }, 'ends at change 6, the checkpoint saw change 7'],
    ['written anew', { workspaceId: 'desk', seq: 7, hashAt: 'b'.repeat(64) }, 'was rewritten'],
    ['its event is missing', { workspaceId: 'desk', seq: 9, hashAt: undefined }, 'was rewritten'],
    ['moved', { workspaceId: 'other', seq: 7, hashAt: hash }, 'another desk'],
  ])('%s', (_, now, words) => {
    if (words === null) expect(headFault(head, now)).toBeNull()
    else expect(headFault(head, now)).toContain(words)
  })

  test('of a clock that had not run yet is extended by anything', () => {
    const empty = { ...head, seq: 0, hash: EMPTY_CHAIN }
    expect(headFault(empty, { workspaceId: 'desk', seq: 3, hashAt: undefined })).toBeNull()
  })
})

test('counts may grow, and not shrink', () => {
  const then = { events: 10, desks: 1, articles: 2, users: 3 }
  expect(countFaults(then, then)).toEqual([])
  expect(countFaults(then, { events: 11, desks: 2, articles: 2, users: 30 })).toEqual([])
  expect(countFaults(then, { events: 9, desks: 1, articles: 1, users: 2 })).toEqual([
    'There are 9 events; the checkpoint saw 10.',
    'There are 1 articles; the checkpoint saw 2.',
    'There are 2 accounts; the checkpoint saw 3.',
  ])
})

test('what is signed does not depend on the order of keys, nor on key and signature', () => {
  const checkpoint: Checkpoint = { format: 'attest-checkpoint/1', at: '2026-01-01T00:00:00.000Z', clocks: [head] }
  const turned = { clocks: checkpoint.clocks, at: checkpoint.at, format: checkpoint.format, key: 'k', signature: 's' }
  expect(checkpointText(turned)).toBe(checkpointText(checkpoint))
  expect(checkpointText({ ...checkpoint, report: hash })).not.toBe(checkpointText(checkpoint))
})
