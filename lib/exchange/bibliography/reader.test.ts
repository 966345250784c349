import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { BIBLIOGRAPHY_ENTRIES, PROBLEM_LIMIT, readBibliography } from './reader.ts'

const first = async (text: string, kind: 'bibtex' | 'ris' | 'csl') => (await readBibliography(text, kind)).items[0]

const READ = {
  csl: {
    type: 'article-newspaper',
    title: 'Двое задержаны',
    author: [{ family: 'Lee', given: 'Ann' }, { literal: 'Вясна' }],
    'container-title': 'Babel',
    issued: { 'date-parts': [[2023, 2, 27]] },
    URL: 'https://example.org/a',
    DOI: '10.1000/x',
    language: 'ru',
  },
  doi: '10.1000/x',
  isbn: null,
}

test.each<[string, 'bibtex' | 'ris', string, unknown[]]>([
  [
    'all in one line, parted by semicolons',
    'ris',
    'TY  - JOUR\nTI  - Mills\nAU  - Sanchez, Ana J.; Lee, Bo; Cy Orr;\nER  - ',
    [
      { family: 'Sanchez', given: 'Ana J.' },
      { family: 'Lee', given: 'Bo' },
      { family: 'Orr', given: 'Cy' },
    ],
  ],
  [
    'a name over two lines, and a body without braces',
    'bibtex',
    '@article{a, Title = {Mills}, Author = {Lee, Ann and Tarn,\n   Bo and Members of the Mill Inquiry}}',
    [{ family: 'Lee', given: 'Ann' }, { family: 'Tarn', given: 'Bo' }, { literal: 'Members of the Mill Inquiry' }],
  ],
])('authors: %s', async (_, kind, text, authors) => {
  const found = (await first(text, kind))?.csl.author
  // A name in its natural order stays as it was written.
  const whole = (name: unknown) => JSON.stringify(name).replace('{"literal":"Cy Orr"}', '{"family":"Orr","given":"Cy"}')
  expect(found?.map(whole)).toEqual(authors.map(whole))
})

describe('reads one entry', () => {
  test('of CSL-JSON', async () => {
    const item = { ...READ.csl, DOI: 'https://doi.org/10.1000/X', note: 'not kept' }
    expect(await first(JSON.stringify(item), 'csl')).toEqual(READ)
    expect(await first(JSON.stringify([item]), 'csl')).toEqual(READ)
  })

  test('of BibTeX', async () => {
    const text = `@article{a, title={Двое {задержаны}}, author={Lee, Ann and {Вясна}}, journal={Babel}, date={2023-02-27},
      url={https://example.org/a}, doi={10.1000/X}, langid={russian}}`
    expect(await first(text, 'bibtex')).toEqual({ ...READ, csl: { ...READ.csl, type: 'article-journal' } })
  })

  test('of RIS', async () => {
    const text =
      'TY  - NEWS\nTI  - Двое задержаны\nAU  - Lee, Ann\nAU  - Вясна\nT2  - Babel\nDA  - 2023/02/27\nUR  - https://example.org/a\nDO  - 10.1000/X\nLA  - ru\nER  - \n'
    expect(await first(text, 'ris')).toEqual(READ)
    expect(await first(text.replaceAll('\n', '\r\n').replaceAll('  -', ' -'), 'ris')).toEqual(READ)
  })

  test.each([
    ['@book{a, title={T}, isbn={0-306-40615-2}, year={2020}}', 'book', '9780306406157'],
    ['@phdthesis{a, title={T}, school={S}, year=2020}', 'report', null],
    ['@inproceedings{a, title={T}, booktitle={P}, year=2020}', 'article-journal', null],
    ['@incollection{a, title={T}, booktitle={P}, year=2020}', 'chapter', null],
    ['@online{a, title={T}, url={https://example.org}}', 'webpage', null],
    ['@misc{a, title={T}}', 'document', null],
    ['@nonsense{a, title={T}}', 'document', null],
  ])('%s is a %s', async (text, type, isbn) => {
    expect(await first(text, 'bibtex')).toMatchObject({ csl: { type, title: 'T' }, isbn })
  })

  test('type setting, particles, months and definitions', async () => {
    const text = `@string{jw = "Journal of Wires"}\n@article{a, title={\\textit{On} \\"Uber}, author={van der Berg, Jan}, journal=jw, month=feb, year=2023}`
    expect((await first(text, 'bibtex'))?.csl).toMatchObject({
      title: 'On Über',
      author: [{ family: 'van der Berg', given: 'Jan' }],
      'container-title': 'Journal of Wires',
      issued: { 'date-parts': [[2023, 2]] },
    })
  })

  test('what an entry refers to', async () => {
    const text = '@inbook{a, title={Part}, crossref={b}}\n@book{b, title={Whole}, author={Roe, R.}, year={2020}}'
    const { items } = await readBibliography(text, 'bibtex')
    expect(items.map(({ csl }) => csl.title)).toEqual(['Part', 'Whole'])
    expect(items[0]?.csl['container-title']).toBe('Whole')
    // citation-js fails on a whole without an author.
    expect((await readBibliography(text.replace('author={Roe, R.}, ', ''), 'bibtex')).items).toHaveLength(2)
  })
})

describe('one broken entry spoils only itself', () => {
  test('of BibTeX', async () => {
    const text =
      '@misc{a, title={A}}\n@misc{b, title={B\n@misc{c, title={C}}\n@misc{d}\n@comment{x}\nwords\n@misc{e, year={2020}}'
    const { items, problems } = await readBibliography(text, 'bibtex')
    expect(items.map(({ csl }) => csl.title)).toEqual(['A', 'C'])
    expect(problems).toHaveLength(3)
    expect(problems[0]).toMatch(/^“b” could not be read/)
    expect(problems[2]).toBe('“e” has no title and was left out.')
  })
  test('of RIS', async () => {
    const text = 'stray\nTY  - JOUR\nTI  - A\nER  - \nTY  - JOUR\nAU  - X\nER  - \nTY  - ????\nTI  - C'
    const { items, problems } = await readBibliography(text, 'ris')
    expect(items.map(({ csl }) => csl.title)).toEqual(['A', 'C'])
    expect(problems).toEqual(['Entry 2 has no title and was left out.'])
  })
  test('of CSL-JSON', async () => {
    const list = [
      null,
      1,
      { title: 'A' },
      { title: { x: 1 } },
      { title: 'B', issued: { 'date-parts': [[2023, 13]] }, URL: 'javascript:x', author: [null, {}, 'x'] },
    ]
    const { items, problems } = await readBibliography(JSON.stringify(list), 'csl')
    expect(items.map(({ csl }) => csl)).toEqual([
      { type: 'document', title: 'A' },
      { type: 'document', title: 'B', issued: { 'date-parts': [[2023]] } },
    ])
    expect(problems).toHaveLength(4)
    expect(problems[3]).toBe('Entry 5: the rest of its date and its web address could not be read and was left out.')
  })
})

test('what a file puts into a prototype is harmless', async () => {
  const csl = '[{"title":"A","__proto__":{"URL":"https://example.org/"},"constructor":{"prototype":{"polluted":1}}}]'
  expect(await first(csl, 'csl')).toEqual({ csl: { type: 'document', title: 'A' }, doi: null, isbn: null })
  const bibtex = '@string{__proto__={x}}\n@misc{__proto__, title={A}, __proto__={x}, constructor={y}, toString={z}}'
  expect((await first(bibtex, 'bibtex'))?.csl).toEqual({ type: 'document', title: 'A' })
  expect(Object.keys(Object.prototype)).toEqual([])
  expect('polluted' in {}).toBe(false)
})

test('nothing is fetched, whatever stands there', async () => {
  let asked = 0
  const server = createServer((_request, response) => {
    asked++
    response.end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/a.json`
  for (const kind of ['bibtex', 'ris', 'csl'] as const) {
    for (const text of [
      url,
      JSON.stringify(url),
      JSON.stringify([url, { title: 'A', URL: url, DOI: url }]),
      `@misc{a, title={${url}}, url={${url}}}`,
      `TY  - JOUR\nTI  - ${url}\nUR  - ${url}\nER  - `,
    ]) {
      await readBibliography(text, kind)
    }
  }
  await new Promise((resolve) => setTimeout(resolve, 50))
  await new Promise((resolve) => server.close(resolve))
  expect(asked).toBe(0)
})

describe('bounds', () => {
  test('says that a file is too large, in bytes', async () => {
    const { items, problems } = await readBibliography('ў'.repeat(2_600_000), 'bibtex')
    expect([items.length, problems[0]]).toEqual([0, 'The file is larger than 5 MB. Please divide it.'])
  })
  test('reads the first entries of too many', async () => {
    const list = Array.from({ length: BIBLIOGRAPHY_ENTRIES + 1 }, (_, at) => ({ title: `T${at}` }))
    const { items, problems } = await readBibliography(JSON.stringify(list), 'csl')
    expect([items.length, problems]).toEqual([
      BIBLIOGRAPHY_ENTRIES,
      ['It has 5,001 entries; only the first 5,000 were read.'],
    ])
  })
  test('names so many problems and counts the rest', async () => {
    const { problems } = await readBibliography(JSON.stringify(Array.from({ length: 300 }, () => ({}))), 'csl')
    expect([problems.length, problems.at(-1)]).toEqual([PROBLEM_LIMIT + 1, 'And 200 more.'])
  })
  test('5,000 entries of BibTeX take seconds at most', async () => {
    const text = Array.from(
      { length: 5_000 },
      (_, at) => `@article{k${at}, title={Title ${at} of many}, author={Lee, Ann}, journal={J}, year={2020}}`,
    ).join('\n')
    const began = performance.now()
    expect((await readBibliography(text, 'bibtex')).items).toHaveLength(5_000)
    expect(performance.now() - began).toBeLessThan(15_000)
  })
  test.each(['', 'words', '[]', '{'])('%j has no entry, and says so', async (text) => {
    for (const kind of ['bibtex', 'ris', 'csl'] as const) {
      const { items, problems } = await readBibliography(text, kind)
      expect(items).toEqual([])
      expect(problems).toHaveLength(1)
    }
  })
})

describe('what others write otherwise', () => {
  const csl = (item: object) => first(JSON.stringify({ title: 'T', ...item }), 'csl')

  test.each([
    ['journal-article', 'article-journal'],
    ['proceedings-article', 'article-journal'],
    ['posted-content', 'article-journal'],
    ['book-chapter', 'chapter'],
    ['monograph', 'book'],
    ['dissertation', 'report'],
    ['toString', 'document'],
  ])('Crossref’s %s is %s', async (type, read) => expect((await csl({ type }))?.csl.type).toBe(read))

  test.each([
    [{ 'date-parts': [[2011, 21]] }, [2011]],
    [{ 'date-parts': [[2021, 4, 31]] }, [2021, 4]],
    [{ 'date-parts': [[2019], [2022]] }, [2019]],
    [{ literal: 'c. 1987' }, [1987]],
    [{ literal: '1887–1889' }, [1887]],
    [{ raw: '2004/03//15/3/2004' }, [2004, 3]],
    [{ raw: '2020-05-06T10:00:00Z' }, [2020, 5, 6]],
    [{ literal: 'in press' }, undefined],
    [{ 'date-parts': [['x']] }, undefined],
  ])('of the date %j stays what a calendar has', async (issued, date) =>
    expect((await csl({ issued }))?.csl.issued?.['date-parts'][0]).toEqual(date),
  )

  test('a group is an author, “and others” is none, four in one field are four', async () => {
    const author = [
      { name: 'The River Group' },
      { family: 'others' },
      { literal: 'et al.' },
      { family: 'Lee', given: 'Ann' },
    ]
    expect((await csl({ author }))?.csl.author).toEqual([
      { literal: 'The River Group' },
      { family: 'Lee', given: 'Ann' },
    ])
    const four = 'TY  - JOUR\nTI  - T\nAU  - Ann Lee, Bo Tarn, Cy Orr, Di Penn\nER  - '
    expect((await first(four, 'ris'))?.csl.author).toHaveLength(4)
    const one = 'TY  - JOUR\nTI  - T\nAU  - Lee, Ann, Jr.\nER  - '
    expect((await first(one, 'ris'))?.csl.author).toHaveLength(1)
  })

  test('a body with “and” in its name is one, in braces or quotation marks', async () => {
    for (const value of ['{Ministry of Fish and Water}', '"Ministry of Fish and Water"']) {
      const text = `@techreport{a, title={T}, institution=${value}, year={2015}}`
      expect((await first(text, 'bibtex'))?.csl.publisher).toBe('Ministry of Fish and Water')
    }
  })

  test('TeX’s accents make whole letters', async () => {
    const text = "@book{a, title={T}, author={Mart{\\'\\i}n, Jos{\\'e}}}"
    expect((await first(text, 'bibtex'))?.csl.author).toEqual([{ family: 'Martín', given: 'José' }])
  })

  test('what a citation needs is kept', async () => {
    const text =
      '@incollection{a, title={T}, booktitle={B}, editor={Brok, Lene}, volume={3}, pages={3--9}, edition={2}, publisher={P}, address={Lida}, urldate={2024-05-06}}'
    expect((await first(text, 'bibtex'))?.csl).toMatchObject({
      editor: [{ family: 'Brok', given: 'Lene' }],
      volume: '3',
      page: '3-9',
      edition: '2',
      'publisher-place': 'Lida',
      accessed: { 'date-parts': [[2024, 5, 6]] },
    })
  })
})

test('an entry that many refer to is not read again with each of them where it is long', async () => {
  const parent = `@book{p, title={The whole}, note={${'x'.repeat(400_000)}}}\n`
  const parts = Array.from({ length: 1_000 }, (_, at) => `@incollection{k${at}, crossref={p}, title={Part ${at}}}\n`)
  const begun = performance.now()
  const { items } = await readBibliography(parent + parts.join(''), 'bibtex')
  expect(items).toHaveLength(1_001)
  expect(performance.now() - begun).toBeLessThan(5_000)
})

test('of braces without an end it is said only that they could not be read', async () => {
  const { items, problems } = await readBibliography(`@book{k, title={${'{'.repeat(40_000)}`, 'bibtex')
  expect({ items, problems }).toEqual({ items: [], problems: ['“k” could not be read.'] })
})
