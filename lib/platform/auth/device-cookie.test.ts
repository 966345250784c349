import { expect, test } from 'vitest'
import { knownDevice, withDevice } from './device-cookie.ts'

const SECRET = 'a secret of this installation'
const ANN = 'ann@desk.example'
const cookie = withDevice(undefined, ANN, SECRET)

test('a browser is known for the account that signed in, and stays the same one', () => {
  const id = knownDevice(cookie, ANN, SECRET)
  expect(id).toMatch(/^[\w-]{22}$/)
  expect(withDevice(cookie, ANN, SECRET)).toBe(cookie)
})

test.each([
  ['another account', cookie, 'bob@desk.example', SECRET],
  ['another secret', cookie, ANN, 'another secret'],
  ['no cookie', undefined, ANN, SECRET],
  ['an empty one', '', ANN, SECRET],
  ['another id', `${cookie.startsWith('A') ? 'B' : 'A'}${cookie.slice(1)}`, ANN, SECRET],
  ['another mark', `${cookie.slice(0, -2)}AA`, ANN, SECRET],
  ['a cut one', cookie.slice(0, -1), ANN, SECRET],
  ['rubbish', '~~~.~'.repeat(1_000), ANN, SECRET],
])('%s is not known', (_name, given, email, secret) => expect(knownDevice(given, email, secret)).toBeNull())

test('several accounts share a browser, and the oldest of too many is forgotten', () => {
  const emails = Array.from({ length: 6 }, (_, at) => `p${at}@desk.example`)
  let all: string | undefined
  for (const email of emails) all = withDevice(all, email, SECRET)
  expect(emails.map((email) => knownDevice(all, email, SECRET) !== null)).toEqual([
    false,
    false,
    true,
    true,
    true,
    true,
  ])
})
