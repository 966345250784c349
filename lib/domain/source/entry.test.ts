import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readEntry, sourceKeys } from './entry.ts'

describe('readEntry', () => {
  test.each([
    ['https://spring96.org/en/news/107246', 'https://spring96.org/en/news/107246'],
    ['  https://spring96.org/en/news/107246.\n', 'https://spring96.org/en/news/107246'],
    ['spring96.org/en/news/107246', 'https://spring96.org/en/news/107246'],
    ['www.svaboda.org', 'https://www.svaboda.org/'],
    ['пример.бел/a', 'https://xn--e1afmkfd.xn--90ais/a'],
    ['<https://example.org/a>', 'https://example.org/a'],
    ['(https://example.org/a)', 'https://example.org/a'],
    ['https://en.wikipedia.org/wiki/Minsk_(city)', 'https://en.wikipedia.org/wiki/Minsk_(city)'],
    ['https://example.org/a?b=1,', 'https://example.org/a?b=1'],
    ['“https://example.org/a”', 'https://example.org/a'],
    ['example.org:8080/x', 'https://example.org:8080/x'],
    ['https://example.org/report.pdf', 'https://example.org/report.pdf'],
    ['example.org/report.pdf', 'https://example.org/report.pdf'],
  ])('%j is the address %s', (text, url) => expect(readEntry(text)).toEqual({ kind: 'url', url }))

  test.each([
    ['10.1000/182', '10.1000/182'],
    ['doi:10.1000/182.', '10.1000/182'],
    ['https://doi.org/10.1000/ABC', '10.1000/abc'],
    ['(10.1002/(SICI)1096)', '10.1002/(sici)1096'],
  ])('%j is the DOI %s', (text, doi) => expect(readEntry(text)).toEqual({ kind: 'doi', doi }))

  test.each(['0-306-40615-2', '9780306406157', 'ISBN 978-0-306-40615-7'])('%j is an ISBN', (text) =>
    expect(readEntry(text)).toEqual({ kind: 'isbn', isbn: '9780306406157' }),
  )

  test.each([
    ['bibtex', '@article{a, title={B}}'],
    ['bibtex', '% from somewhere\n@Book (a, title={B})'],
    ['bibtex', '\ufeff@misc{a, title="B"}'],
    ['ris', 'TY  - JOUR\nTI  - A\nER  - '],
    ['csl', '{"type":"book","title":"A"}'],
    ['csl', '[{"title":"A"}]'],
  ])('%s: %j', (kind, text) => expect(readEntry(text)).toEqual({ kind, text: text.replace('\ufeff', '').trim() }))

  test.each([
    'The harvest of 2021',
    'interview with a driver, 3 May',
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://example.org/a',
    'https://user:pass@example.org/',
    'report.pdf',
    'т.д.',
    'Канец.Пачатак',
    'end.Next',
    '192.168.0.1/admin',
    '@somebody',
    '{"a":1}',
    '[]',
    '[1]',
    '{broken',
    '978-0-306-40615-8',
    'https://a.org and https://b.org',
    '',
  ])('%j is words', (text) => expect(readEntry(text)).toEqual({ kind: 'words', text }))

  test('never fails, and gives no address but of the web', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.webUrl(), fc.json()), (text) => {
        const entry = readEntry(text)
        if (entry.kind === 'url') expect(entry.url).toMatch(/^https?:\/\//)
      }),
    )
  })
})

test.each([
  [{}, { urlKey: null, doi: null, isbn: null }],
  [
    { URL: 'https://www.example.org/a/', DOI: 'https://doi.org/10.1000/A', ISBN: '0-306-40615-2' },
    { urlKey: 'example.org/a', doi: '10.1000/a', isbn: '9780306406157' },
  ],
  [
    { type: 'book', ISBN: '0-306-40615-2', 'container-title': 'A series' },
    { urlKey: null, doi: null, isbn: '9780306406157' },
  ],
  [
    { type: 'chapter', ISBN: '0-306-40615-2' },
    { urlKey: null, doi: null, isbn: null },
  ],
  [
    { type: 'document', ISBN: '0-306-40615-2', 'container-title': 'Papers of a meeting' },
    { urlKey: null, doi: null, isbn: null },
  ],
  [{ URL: 'https://doi.org/10.1000/A' }, { urlKey: 'doi.org/10.1000/A', doi: '10.1000/a', isbn: null }],
  [
    { URL: 'javascript:x', DOI: 'none', ISBN: '1' },
    { urlKey: null, doi: null, isbn: null },
  ],
])('%j: %j', (csl, keys) => expect(sourceKeys(csl)).toEqual(keys))
