import { describe, expect, it } from 'vitest'
import { addressKey, parseWebAddress } from './web-address'

describe('parseWebAddress', () => {
  it.each([
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
  it.each([
    ['https://www.novinite.com/view_news.php?id=221402', 'http://novinite.com/view_news.php?id=221402#top'],
    ['https://example.org/a/', 'https://example.org/a'],
    ['https://example.org/a?b=1&a=2&utm_source=x', 'https://example.org/a?a=2&b=1&fbclid=y'],
  ])('%s is %s', (one, other) => expect(addressKey(one)).toBe(addressKey(other)))
  it.each([
    ['https://example.org/a?id=1', 'https://example.org/a?id=2'],
    ['https://example.org/A', 'https://example.org/a'],
    ['https://example.org:8080/a', 'https://example.org/a'],
  ])('%s is not %s', (one, other) => expect(addressKey(one)).not.toBe(addressKey(other)))
})
