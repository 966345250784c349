import { describe, expect, test } from 'vitest'
import { addressKey, exactAddressKey, parseWebAddress } from './web-address.ts'

describe('parseWebAddress', () => {
  test.each([
    ['https://spring96.org/en/news/107246', 'https://spring96.org/en/news/107246'],
    [' http://EXAMPLE.org ', 'http://example.org/'],
    ['https://пример.бел/a', 'https://xn--e1afmkfd.xn--90ais/a'],
    ['javascript:alert(1)', null],
    ['JaVaScRiPt:alert(1)', null],
    ['java\nscript:alert(1)', null],
    ['data:text/html,x', null],
    ['file:///etc/passwd', null],
    ['ftp://example.org', null],
    ['//example.org', null],
    ['example.org', null],
    ['https://', null],
    ['https://user:pass@example.org', null],
    ['https://exa mple.org', null],
    [`https://example.org/${'a'.repeat(2000)}`, null],
    ['', null],
  ])('%j', (typed, read) => expect(parseWebAddress(typed)).toBe(read))
})

describe('addressKey', () => {
  test.each([
    ['https://www.novinite.com/view_news.php?id=221402', 'http://novinite.com/view_news.php?id=221402#top'],
    ['https://example.org/a/', 'https://example.org/a'],
    ['https://example.org/a?b=1&a=2&utm_source=x', 'https://example.org/a?a=2&b=1&fbclid=y'],
    // What a reader came by.
    ['https://paper.example/a', 'https://paper.example/a?msclkid=1&_ga=2&mkt_tok=3&si=4&igsh=5&gbraid=6&srsltid=7'],
    ['https://www.reddit.com/r/a/comments/1/b/', 'https://old.reddit.com/r/a/comments/1/b/?share_id=x&rdt=2'],
    // A place in the page.
    ['https://paper.example/a', 'https://paper.example/a#:~:text=the%20old%20mill'],
    ['https://paper.example/a.pdf#page=12', 'https://paper.example/a.pdf'],
    ['https://video.example/v#t=90', 'https://video.example/v'],
    // Telephones, AMP and its caches.
    ['https://m.paper.example/a', 'https://www.paper.example/a'],
    ['https://mobile.paper.example/a', 'https://paper.example/a'],
    ['https://be.m.wikipedia.org/wiki/Ліда', 'https://be.wikipedia.org/wiki/Ліда'],
    ['https://amp.paper.example/a', 'https://paper.example/a'],
    ['https://paper.example/a/amp/', 'https://paper.example/a'],
    ['https://paper.example/amp/a', 'https://paper.example/a?outputType=amp'],
    ['https://www.google.com/amp/s/paper.example/a', 'https://paper.example/a'],
    ['https://paper-example.cdn.ampproject.org/c/s/paper.example/a', 'https://paper.example/a'],
    // One post, several names of its site.
    ['https://twitter.com/Ann/status/123', 'https://x.com/ann/status/123?s=20&t=abc'],
    ['https://mobile.twitter.com/ann/status/123/photo/1', 'https://x.com/ann/status/123'],
    ['https://youtu.be/abc_-123?si=x', 'https://www.youtube.com/watch?v=abc_-123'],
    ['https://t.me/s/channel/45', 'https://t.me/channel/45'],
    ['https://t.me/channel/45?single&embed=1', 'https://t.me/channel/45'],
    // Archived copies.
    ['https://web.archive.org/web/20200601000000/https://www.paper.example/a', 'https://paper.example/a'],
    ['https://web.archive.org/web/20200601000000if_/http://paper.example/a?id=1', 'https://paper.example/a?id=1'],
    ['https://archive.ph/2021.05.03-101500/https://paper.example/a', 'https://paper.example/a'],
  ])('%s is %s', (one, other) => expect(addressKey(one)).toBe(addressKey(other)))
  test.each([
    ['https://example.org/a?id=1', 'https://example.org/a?id=2'],
    ['https://example.org/A', 'https://example.org/a'],
    ['https://example.org:8080/a', 'https://example.org/a'],
    // A fragment that says which document is shown.
    [
      'https://court.example/eng#{%22itemid%22:[%22001-1%22]}',
      'https://court.example/eng#{%22itemid%22:[%22001-2%22]}',
    ],
    ['https://register.example/#/case/41', 'https://register.example/#/case/42'],
    ['https://register.example/#!case=41', 'https://register.example/'],
    ['https://register.example/view#id=41', 'https://register.example/view#id=42'],
    // Names that only begin like a telephone's, and posts of others.
    ['https://m.example/a', 'https://example/a'],
    ['https://medium.example/a', 'https://ium.example/a'],
    ['https://example.org/example', 'https://example.org/ex'],
    ['https://x.com/ann/status/123', 'https://x.com/ann/status/124'],
    ['https://x.com/search?q=mill', 'https://x.com/search?q=ford'],
    ['https://t.me/channel/45?comment=1', 'https://t.me/channel/45?comment=2'],
    ['https://t.me/channel/45?comment=1', 'https://t.me/channel/45'],
    ['https://youtu.be/abc', 'https://youtu.be/abd'],
    ['https://web.archive.org/web/2020*/mill', 'https://web.archive.org/web/2021*/mill'],
  ])('%s is not %s', (one, other) => expect(addressKey(one)).not.toBe(addressKey(other)))
})

test('of the very address, copies of a page are pages of their own', () => {
  expect(exactAddressKey('https://m.example.org/a')).not.toBe(exactAddressKey('https://example.org/a'))
  expect(exactAddressKey('https://www.example.org/a?utm_source=x')).toBe(exactAddressKey('http://example.org/a/'))
})
