import { expect, test } from 'vitest'
import { closeWords, LIVE_CLOSE, readLiveMessage, worthReconnecting } from './live-message.ts'

test('reads what the server says, and nothing else', () => {
  expect(readLiveMessage('{"type":"recorded","seq":4}')).toEqual({ type: 'recorded', seq: 4 })
  for (const payload of ['', 'null', '[]', '{"type":"shout"}', '{"type":["hello"', '"hello"'])
    expect(readLiveMessage(payload)).toBeNull()
})

test('every close has a code of its own that a server may use, and words that fit in a close frame', () => {
  const closes = Object.values(LIVE_CLOSE)
  expect(new Set(closes.map(({ code }) => code)).size).toBe(closes.length)
  for (const { code, reason } of closes) {
    expect(code === 1012 || (code >= 4000 && code < 5000)).toBe(true)
    // RFC 6455, 5.5: a control frame holds at most 125 bytes, two of them the code.
    expect(reason.length).toBeLessThanOrEqual(123)
  }
})

test('a page connects again by itself, unless it would hear the same', () => {
  expect(
    Object.entries(LIVE_CLOSE)
      .filter(([, { code }]) => !worthReconnecting(code))
      .map(([name]) => name),
  ).toEqual(['signedOut', 'forbidden', 'full', 'large'])
  expect(worthReconnecting(1006)).toBe(true)
})

test('a message that is longer than any that is read ends with the words of one that has too many parts', () => {
  expect(worthReconnecting(1009)).toBe(false)
  expect(closeWords(1009, '')).toBe(LIVE_CLOSE.large.reason)
  expect(closeWords(LIVE_CLOSE.full.code, LIVE_CLOSE.full.reason)).toBe(LIVE_CLOSE.full.reason)
  expect(closeWords(1006, '')).toBeNull()
})
