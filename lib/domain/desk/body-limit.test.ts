import { expect, test } from 'vitest'
import { bodyLimit, isFilePath, TOO_DIVIDED, tooLargeWords } from './body-limit.ts'

const [TEXT, FILE] = [12_000_000, 51_000_000]

test.each([
  ['/', false, 64_000],
  ['/api/desks/1/files', false, 64_000],
  ['/articles/new', false, 64_000],
  ['/articles/new', true, TEXT],
  ['/articles/the-mill-fire', true, TEXT],
  ['/articles/the-mill-fire?claim=3', true, TEXT],
  ['/articles/the-mill-fire/upstream', true, TEXT],
  ['/articles/the-mill-fire/edit', true, TEXT],
  ['/sources?q=register', true, TEXT],
  ['/api/desks/1/files', true, FILE],
  ['/api/desks/1/files?name=a', true, FILE],
  // Everything else.
  ['/', true, 1_000_000],
  ['/articles', true, 1_000_000],
  ['/articles/the-mill-fire/review', true, 1_000_000],
  ['/articles/the-mill-fire/history/3', true, 1_000_000],
  ['/articles/the-mill-fire/edit/', true, 1_000_000],
  ['/articles/new/x/edit', true, 1_000_000],
  ['/sources/1', true, 1_000_000],
  ['/settings/account', true, 1_000_000],
  ['/api/desks/1/files/2', true, 1_000_000],
  ['/x?/api/desks/1/files', true, 1_000_000],
  ['/x?/articles/new', true, 1_000_000],
  ['//articles/new', true, 1_000_000],
  ['http://a.example/articles/new', true, 1_000_000],
])('%s, with a session: %s', (path, hasSession, limit) => {
  expect(bodyLimit(path, hasSession)).toBe(limit)
  expect(isFilePath(path)).toBe(limit === FILE || (!hasSession && path.startsWith('/api/desks')))
})

test('a form in parts is short, but for a file', () => {
  expect(bodyLimit('/articles/new', true, ' Multipart/Form-Data; boundary=a')).toBe(64_000)
  expect(bodyLimit('/articles/new', true, 'text/plain;charset=UTF-8')).toBe(TEXT)
  expect(bodyLimit('/api/desks/1/files', true, 'multipart/x')).toBe(FILE)
})

test('says so in words that are known again', () => {
  expect(tooLargeWords(64_000)).toBe(
    'This is too large for Attest to take: at most 64 kB at once. Sign in, and try again.',
  )
  expect(tooLargeWords(64_000, true)).toContain('Nothing was recorded.')
  for (const words of [tooLargeWords(1_000_000), tooLargeWords(12_000_000), TOO_DIVIDED]) {
    expect(words).toMatch(/^This is too large for Attest/)
    expect(words).toContain('Nothing was recorded.')
  }
})
