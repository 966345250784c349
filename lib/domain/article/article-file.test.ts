import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ARTICLE_LIMIT_BYTES, decodeArticleFile, wikitextProblem } from './article-file.ts'

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)))

describe('decodeArticleFile', () => {
  test.each<[string, Uint8Array, string, RegExp]>([
    ['nothing', bytes(), 'empty', /empty/],
    ['white space', bytes(' \r\n'), 'empty', /white space/],
    ['a byte order mark alone', bytes([0xef, 0xbb, 0xbf]), 'empty', /white space/],
    ['more than the limit', bytes('a'.repeat(1_001)), 'too_large', /1,001 bytes; the limit is 1,000 bytes/],
    ['a NUL', bytes('abc', [0], 'd'), 'binary', /byte 3/],
    ['a PDF', bytes('%PDF-1.7'), 'binary', /PDF/],
    ['a zip', bytes('PK', [3, 4]), 'binary', /Word/],
    ['UTF-16', bytes([0xff, 0xfe, 0x41, 0]), 'encoding', /UTF-16/],
    ['Windows-1251', bytes('abc ', [0xcf, 0xf0]), 'encoding', /offset 4/],
    ['an overlong form', bytes('ab', [0xc0, 0xaf]), 'encoding', /offset 2/],
    ['an overlong form of three', bytes([0xe0, 0x80, 0xaf]), 'encoding', /offset 0/],
    ['half a surrogate pair', bytes('ў', [0xed, 0xa0, 0x80]), 'encoding', /offset 2/],
    ['beyond Unicode', bytes([0xf4, 0x90, 0x80, 0x80]), 'encoding', /offset 0/],
    ['a sequence cut off at the end', bytes('ab', [0xf0, 0x9f, 0x98]), 'encoding', /offset 2/],
  ])('refuses %s', (_, file, code, says) => {
    const result = decodeArticleFile(file, 1_000)
    expect(result.ok ? '' : result.problem.code).toBe(code)
    expect(result.ok ? '' : result.problem.message).toMatch(says)
  })

  test('keeps the byte order mark and line ends', () => {
    expect(decodeArticleFile(bytes([0xef, 0xbb, 0xbf], '= T =\r\n'))).toEqual({ ok: true, text: '\ufeff= T =\r\n' })
    expect(ARTICLE_LIMIT_BYTES).toBe(5_000_000)
  })

  test('agrees with the platform on what is UTF-8', () => {
    const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    const file = fc.oneof(
      fc.uint8Array({ min: 1 }),
      fc.string({ unit: 'binary' }).map((text) => bytes(`a${text}`)),
      fc
        .array(fc.constantFrom(0x41, 0x80, 0xbf, 0xc2, 0xe0, 0xa0, 0xed, 0xf0, 0x90, 0xf4))
        .map((list) => Uint8Array.from(list)),
    )
    fc.assert(
      fc.property(file, (one) => {
        const result = decodeArticleFile(one)
        if (!result.ok && result.problem.code !== 'encoding') return
        const expected = ((): string | undefined => {
          try {
            return strict.decode(one)
          } catch {
            return undefined
          }
        })()
        expect(result.ok ? result.text : undefined).toBe(expected)
      }),
      { numRuns: 3_000 },
    )
  })
})

test('the source of a wiki page is refused in words, a text with a bracket or two is not', () => {
  const page = "{{Infobox mill\n| name = Lund\n}}\n'''Lund''' is a [[mill]].<ref>Kos 2001</ref>\n[[Category:Mills]]"
  expect(wikitextProblem(page)?.message).toMatch(/is wikitext.*Copy the page/u)
  for (const text of ['= Lund =\nA mill.[1]', 'He typed [[link]] and {{name}}.', "It is '''bold'''.", ''])
    expect(wikitextProblem(text), text).toBeUndefined()
})
