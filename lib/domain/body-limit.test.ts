import { expect, it } from 'vitest'
import { bodyLimit, tooLargeWords } from './body-limit'

it.each([
  ['/', false, 64_000],
  ['/api/desks/1/files', false, 64_000],
  ['/articles/new', true, 12_000_000],
  ['/api/desks/1/files', true, 51_000_000],
  ['/api/desks/1/files?name=a', true, 51_000_000],
  ['/api/desks/1/files/2', true, 12_000_000],
  ['/x?/api/desks/1/files', true, 12_000_000],
])('%s, with a session: %s', (path, hasSession, limit) => {
  expect(bodyLimit(path, hasSession)).toBe(limit)
})

it('says so in words that are known again', () => {
  expect(tooLargeWords(64_000)).toBe(
    'This is too large for Attest to take: at most 64 kB at once. Sign in, and try again.',
  )
  expect(tooLargeWords(12_000_000)).toContain('Nothing was recorded.')
})
