import { expect, test } from 'vitest'
import { isOpenHttp } from './open-http.ts'

test.each([
  ['127.0.0.1', 'http://localhost:3000', false],
  ['localhost', 'http://localhost:3000', false],
  ['::1', 'http://localhost:3000', false],
  ['0.0.0.0', 'http://desk.example', true],
  ['::', 'http://desk.example', true],
  ['192.0.2.7', 'http://localhost:3000', true],
  ['0.0.0.0', 'https://desk.example', false],
])('served at %s, reached at %s: %s', (host, url, open) => {
  expect(isOpenHttp(host, url)).toBe(open)
})
