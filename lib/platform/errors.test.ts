import { expect, test } from 'vitest'
import { AppError, isUnavailable } from './errors.ts'

test.each([
  ['refused', Object.assign(new Error('x'), { code: 'ECONNREFUSED' })],
  ['wrapped by the client', { code: 'P2010', meta: { driverAdapterError: { cause: { originalCode: '57P01' } } } }],
  ['a cause of a cause', new Error('a', { cause: new Error('b', { cause: { code: 'ECONNRESET' } }) })],
  ['one of several addresses', { errors: [{ code: 'ECONNREFUSED' }] }],
  ['in words only', new Error('Connection terminated unexpectedly')],
])('the database was away: %s', (_name, error) => expect(isUnavailable(error)).toBe(true))

test.each([
  ['a broken rule', { code: 'P2002' }],
  ['an expected answer', new AppError('forbidden', 'No.')],
  ['nothing', null],
  ['a word', 'ECONNREFUSED'],
])('not the database: %s', (_name, error) => expect(isUnavailable(error)).toBe(false))

test('ends on a circle of causes', () => {
  const error = new Error('a')
  error.cause = error
  expect(isUnavailable(error)).toBe(false)
})
