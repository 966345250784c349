import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { NOTICE_STYLE, pagePolicy } from './content-policy.ts'

const page = { nonce: 'n', host: 'desk.example:8080', secure: false, development: false }

test('lets nothing run, and no sheet apply, that has not the page’s nonce', () => {
  const policy = pagePolicy(page)
  expect(policy).toContain("script-src 'self' 'nonce-n' 'strict-dynamic';")
  expect(policy).toContain("style-src-elem 'self' 'nonce-n' 'sha256-")
  expect(policy.replace("style-src-attr 'unsafe-inline'", '')).not.toMatch(/unsafe|\*|https?:/)
})

test.each([
  ['desk.example', false, "connect-src 'self' ws://desk.example wss://desk.example;"],
  ['desk.example', true, "connect-src 'self' wss://desk.example;"],
  ['[::1]:3000', true, "connect-src 'self' wss://[::1]:3000;"],
  ["a; script-src 'unsafe-inline'", true, "connect-src 'self';"],
  ['a b', false, "connect-src 'self';"],
  [null, false, "connect-src 'self';"],
])('connects to the live desk of %s alone', (host, secure, part) => {
  expect(pagePolicy({ ...page, host, secure })).toContain(part)
})

test('knows the sheet of the notices as it is installed', () => {
  const folder = dirname(createRequire(import.meta.url).resolve('sonner'))
  const code = readFileSync(join(folder, 'index.mjs'), 'utf8')
  const [, literal] = /__insertCSS\(("(?:[^"\\]|\\.)*")\)/.exec(code) ?? []
  const sheet = JSON.parse(literal ?? '""') as string
  expect(createHash('sha256').update(sheet).digest('base64')).toBe(NOTICE_STYLE)
})
