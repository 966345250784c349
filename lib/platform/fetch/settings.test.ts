import { describe, expect, test } from 'vitest'
import { fetchSettings } from './settings.ts'

test('nothing set, nothing special', () => {
  expect(fetchSettings({})).toEqual({})
  expect(fetchSettings({ ATTEST_FETCH_PROXY: ' ', ATTEST_FETCH_ALLOW: ' , ' })).toEqual({})
})

test.each(['socks5://127.0.0.1:9050', 'socks5h://tor:9050', 'http://u:p@proxy.example.org:3128', 'https://proxy/'])(
  'a proxy: %s',
  (proxy) => expect(fetchSettings({ ATTEST_FETCH_PROXY: proxy })).toEqual({ proxy }),
)

test.each([
  'proxy',
  'proxy:3128',
  '127.0.0.1:9050',
  'socks4://proxy:1080',
  'ftp://proxy/',
  'http://proxy/path',
  'http://proxy/?x',
  'socks5://',
])('not a proxy: %s', (proxy) => {
  expect(() => fetchSettings({ ATTEST_FETCH_PROXY: proxy })).toThrow('ATTEST_FETCH_PROXY')
})

test('a password in a proxy that is refused is not repeated', () => {
  expect(() => fetchSettings({ ATTEST_FETCH_PROXY: 'socks4://u:geheim@proxy/' })).toThrow(/^((?!geheim).)*$/)
})

test('places that are allowed, as a URL writes them', () => {
  const allow = 'Archive.internal:8080, 127.1:80,[0:0::1]:443 ,localhost:3000'
  expect(fetchSettings({ ATTEST_FETCH_ALLOW: allow })).toEqual({
    allow: ['archive.internal:8080', '127.0.0.1:80', '[::1]:443', 'localhost:3000'],
  })
})

describe('not places', () => {
  test.each([
    'archive',
    'archive.internal',
    '*.internal:80',
    'http://archive:80',
    'archive:80/path',
    'a@b:80',
    'archive:0',
    'archive:99999',
    'archive:http',
    'one two:80',
    '::1:80',
  ])('%s', (place) => expect(() => fetchSettings({ ATTEST_FETCH_ALLOW: `a:1,${place}` })).toThrow(place))
})
