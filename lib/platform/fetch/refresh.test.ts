import { expect, test } from 'vitest'
import { refreshTarget } from './refresh.ts'

const long = `<p>${'A page to be read, with many words. '.repeat(20)}</p>`

test.each([
  ['<meta http-equiv="refresh" content="0; url=https://a.example/b">', 'https://a.example/b'],
  ['<META HTTP-EQUIV=Refresh CONTENT="0;URL=/b?c=1&amp;d=2">', '/b?c=1&d=2'],
  [`<meta content="1; url='/b'" http-equiv='refresh'>`, '/b'],
  ['<noscript><meta http-equiv="refresh" content="0;/b"></noscript><title>Moved</title>', '/b'],
  ['<meta http-equiv=refresh content="0; url=/b"><p>If nothing happens, <a href="/b">go on</a>.', '/b'],
  ['<meta http-equiv="refresh" content="300">', null],
  ['<meta http-equiv="refresh" content="300; url=/live">', null],
  [`<meta http-equiv="refresh" content="0; url=/b">${long}`, null],
  ['<meta http-equiv="refresh">', null],
  ['<meta name="refresh" content="0; url=/b">', null],
  ['', null],
])('%j leads to %j', (html, target) => expect(refreshTarget(html)).toBe(target))

test('is as fast with a hostile page', () => {
  expect(refreshTarget(`<meta ${'http-equiv="'.repeat(200_000)}`)).toBeNull()
  expect(refreshTarget('<script>'.repeat(100_000))).toBeNull()
})
