import { expect, test } from 'vitest'
import { ownAddress, ownPath } from './own-path.ts'

test.each([
  '/',
  '/articles/a-mill?revision=3#C-12',
  '/articles/b%C3%A4r/history/compare?from=1&to=2',
  '/sources?text=100%25%20sure',
  '/articles/a:b@c',
  '/review?next=//not-followed.example',
])('%s is followed', (path) => expect(ownPath(path)).toBe(path))

test.each([
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '\\/evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/\r\n/evil.example',
  '\t//evil.example',
  ' //evil.example',
  '/ /evil.example',
  '/\u0000/evil.example',
  '/\u0085/evil.example',
  '/\u2028/evil.example',
  '\ufeff//evil.example',
  '/%09/evil.example',
  '/%5Cevil.example',
  '/%5c%5cevil.example',
  '/%2F/evil.example',
  '/%252Fevil.example',
  '/%25255Cevil.example',
  '/%0d%0aLocation:%20https://evil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/%2e//evil.example',
  '/a/..//evil.example',
  'https:evil.example',
  'https://evil.example',
  'http:/evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  'user@evil.example',
  '//user:word@evil.example',
  'evil.example',
  '?next=x',
  '#x',
  '',
  '/'.padEnd(2_001, 'x'),
])('%j leads to the desk', (path) => expect(ownPath(path)).toBe('/'))

test.each([[undefined], [null], [7], [['/a', '/b']], [{}]])('%j is no path', (value) =>
  expect(ownPath(value)).toBe('/'),
)

const SITE = 'https://desk.example:8443'
test.each([
  ['/articles/x', '/articles/x'],
  [`${SITE}/articles/x?a=1#b`, '/articles/x?a=1#b'],
  [SITE, '/'],
  ['https://desk.example/articles/x', ''],
  ['http://desk.example:8443/x', ''],
  ['https://desk.example:8443@evil.example/', ''],
  ['https://user@desk.example:8443/x', ''],
  ['https://evil.example/', ''],
  ['//evil.example', '/'],
  ['https:evil.example', '/'],
  [`${SITE}//evil.example`, '/'],
  ['javascript:alert(1)', '/'],
])('of this site, %s is %s', (asked, path) => expect(ownAddress(asked, SITE)).toBe(`${SITE}${path}`))
