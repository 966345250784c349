import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pageMetadata } from './metadata.ts'
import { findDoi, findIsbn, plainValue, writtenName } from './value.ts'
import { writtenDate } from './written-date.ts'

const URL_OF_PAGE = 'https://news.example/a?utm_source=x'
const read = (head: string) =>
  pageMetadata(`<!doctype html><html><head>${head}</head><body></body></html>`, URL_OF_PAGE)
const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`
const og = (name: string, content: string) => `<meta property="${name}" content="${content}">`
const ld = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`

describe('what is read', () => {
  test('of a journal article by its citation tags', () => {
    const found = read(
      [
        meta('citation_title', 'On &amp; on'),
        meta('citation_author', 'Lee, Ann'),
        meta('citation_author', 'Bob Roe'),
        meta('citation_journal_title', 'Journal of Things'),
        meta('citation_publication_date', '2023/02/27'),
        meta('citation_doi', 'doi:10.1234/abc.5'),
        og('og:title', 'Other'),
        ld({ '@type': 'NewsArticle', headline: 'Another', datePublished: '2020' }),
      ].join(''),
    )
    expect(found).toMatchObject({
      csl: {
        type: 'article-journal',
        title: 'On & on',
        author: [{ family: 'Lee', given: 'Ann' }, { literal: 'Bob Roe' }],
        'container-title': 'Journal of Things',
        issued: { 'date-parts': [[2023, 2, 27]] },
        DOI: '10.1234/abc.5',
        URL: 'https://news.example/a?utm_source=x',
      },
      canonicalUrl: null,
      doi: '10.1234/abc.5',
      isbn: null,
    })
  })

  test('of each place that says something of a field, whichever was taken', () => {
    const { csl, found } = pageMetadata(
      [
        '<html lang="uk"><head><title>Млин згорів | Канал</title>',
        og('og:title', 'Млин згорів'),
        og('og:site_name', 'Канал'),
        og('article:published_time', '2021-05-04T08:00:00Z'),
        meta('dc.creator', 'Редакція'),
        meta('dc.date', '2021-05-03'),
        meta('author', 'Ганна Коваль'),
        ld({
          '@type': 'NewsArticle',
          headline: 'Млин згорів',
          author: { name: 'Hanna Koval' },
          datePublished: '2021-05-05',
        }),
        '</head><body><h1>Млин згорів</h1></body></html>',
      ].join(''),
      URL_OF_PAGE,
    )
    const said = (field: string) => found.flatMap((one) => (one.field === field ? [`${one.from}: ${one.value}`] : []))
    expect(said('date')).toEqual(['json_ld: 2021-05-05', 'open_graph: 2021-05-04', 'dublin_core: 2021-05-03'])
    expect(said('authors')).toEqual(['json_ld: Hanna Koval', 'dublin_core: Редакція', 'html: Ганна Коваль'])
    expect(said('title')).toEqual(['json_ld: Млин згорів', 'open_graph: Млин згорів', 'html: Млин згорів'])
    expect(said('container')).toEqual(['open_graph: Канал'])
    expect(csl.issued).toEqual({ 'date-parts': [[2021, 5, 5]] })
    expect(csl.author).toEqual([{ literal: 'Hanna Koval' }])
  })

  test('of a place that says it in several ways, the first that can be read', () => {
    const { found } = read(meta('citation_date', 'soon') + meta('citation_year', '1999') + meta('date', '2001'))
    expect(found).toEqual([
      { field: 'date', from: 'citation', value: '1999' },
      { field: 'date', from: 'html', value: '2001' },
    ])
  })

  test('of a news article by JSON-LD', () => {
    const article = {
      '@type': ['NewsArticle'],
      headline: 'What the court said',
      author: [
        { '@type': 'Person', name: 'Ann Lee' },
        'Bob',
        { familyName: 'Roe', givenName: 'Jo' },
        'https://x.example',
      ],
      publisher: { name: 'The Paper' },
      datePublished: '2023-02-27T10:15:00+03:00',
      inLanguage: 'be',
    }
    const page = { '@type': 'WebPage', name: 'A page' }
    for (const form of [
      article,
      [page, article],
      { '@context': 'x', '@graph': [page, article] },
      { ...page, mainEntity: article },
    ]) {
      expect(read(ld(form)).csl).toMatchObject({
        type: 'article-newspaper',
        title: 'What the court said',
        author: [{ literal: 'Ann Lee' }, { literal: 'Bob' }, { family: 'Roe', given: 'Jo' }],
        publisher: 'The Paper',
        issued: { 'date-parts': [[2023, 2, 27]] },
        language: 'be',
      })
    }
  })

  test('by Open Graph, with the site taken off the title', () => {
    const head = [
      og('og:title', 'Headline | The Paper'),
      og('og:site_name', 'The Paper'),
      og('og:type', 'article'),
      og('article:published_time', '2023-02-27'),
      og('article:section', 'Politics'),
      og('article:author', 'https://facebook.example/ann'),
      meta('author', 'Ann Lee'),
      og('og:locale', 'en_GB'),
      '<link rel="canonical" href="/b">',
    ]
    expect(read(head.join(''))).toMatchObject({
      csl: {
        type: 'article-newspaper',
        title: 'Headline',
        author: [{ literal: 'Ann Lee' }],
        'container-title': 'The Paper',
        language: 'en-GB',
        URL: 'https://news.example/b',
      },
      canonicalUrl: 'https://news.example/b',
    })
  })

  test('by Dublin Core', () => {
    const head =
      meta('DC.title', 'A') +
      meta('DC.Creator', 'Lee, Ann') +
      meta('dcterms.issued', '2023-02') +
      meta('DC.publisher', 'P') +
      meta('DC.identifier', 'ISBN 978-3-16-148410-0')
    expect(read(head)).toMatchObject({
      csl: {
        type: 'webpage',
        title: 'A',
        author: [{ family: 'Lee', given: 'Ann' }],
        issued: { 'date-parts': [[2023, 2]] },
        publisher: 'P',
      },
      isbn: '9783161484100',
    })
  })

  test('by plain HTML', () => {
    const found = pageMetadata('<html lang=uk><title> A\n &lt;b&gt; </title><p>x', null)
    expect(found.csl).toEqual({ type: 'webpage', title: 'A', language: 'uk' })
  })

  test.each([
    [ld({ '@type': 'Report' }), 'report'],
    [ld({ '@type': 'https://schema.org/ScholarlyArticle' }), 'article-journal'],
    [ld({ '@type': 'BlogPosting' }), 'webpage'],
    [og('og:type', 'book'), 'book'],
    [og('og:type', 'article'), 'webpage'],
    [meta('citation_technical_report_institution', 'X'), 'report'],
    ['', 'webpage'],
  ])('type: %s is %s', (head, type) => expect(read(head).csl.type).toBe(type))

  test.each([
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['https://user:pass@x.example/', null],
    ['//other.example/x', 'https://other.example/x'],
    ['', null],
  ])('canonical %j is %j', (href, url) => expect(read(`<link rel=canonical href="${href}">`).canonicalUrl).toBe(url))
})

describe('by agreement', () => {
  const shown = '<title>The old mill – The Paper</title><body><h1>The old mill</h1>'

  test('the title is what the page’s own accounts repeat, whichever member of JSON-LD has it', () => {
    const description = { '@type': 'Article', name: 'The old mill', headline: 'a mill in the district' }
    expect(read(ld(description) + shown).csl.title).toBe('The old mill')
    const site = { '@type': 'Article', name: 'The Paper', headline: 'The old mill' }
    expect(read(ld(site) + shown).csl.title).toBe('The old mill')
    expect(read('<title>A | B</title>').csl.title).toBe('A | B')
  })

  test.each([
    ['VideoObject', 'article-newspaper'],
    ['Book', 'article-newspaper'],
    ['Dataset', 'article-newspaper'],
  ])('an article is the page, and not the %s beside it', (type, own) => {
    const article = { '@type': 'NewsArticle', headline: 'The old mill', author: 'Ann Lee', datePublished: '2021-05-06' }
    const beside = { '@type': type, name: 'Something else', author: 'Bo Tarn', datePublished: '1999' }
    for (const order of [
      [article, beside],
      [beside, article],
    ])
      expect(read(order.map(ld).join('') + shown).csl).toMatchObject({
        type: own,
        title: 'The old mill',
        author: [{ literal: 'Ann Lee' }],
        issued: { 'date-parts': [[2021, 5, 6]] },
      })
  })

  test('a video that is the page is', () => {
    const video = { '@type': 'VideoObject', name: 'The old mill' }
    const page = { '@type': 'WebPage', name: 'Videos' }
    expect(read(ld([page, video]) + shown).csl.type).toBe('motion_picture')
  })

  test('authors are looked up by their id', () => {
    const person = { '@type': 'Person', '@id': '#ann', name: 'Ann Lee' }
    const article = { '@type': 'Article', headline: 'A', author: [{ '@id': '#ann' }, { '@id': '#nobody' }] }
    expect(read(ld({ '@graph': [article, person] })).csl.author).toEqual([{ literal: 'Ann Lee' }])
  })

  test.each([
    ['By Ann Lee and Bo Tarn', ['Ann Lee', 'Bo Tarn']],
    ['Von Ann Lee und Bo Tarn', ['Ann Lee', 'Bo Tarn']],
    ['Ann Lee, Bo Tarn, Cy van der Orr', ['Ann Lee', 'Bo Tarn', 'Cy van der Orr']],
    ['Автор: Анна Лі', ['Анна Лі']],
    ['Wire Desk | Updated: Feb 13, 2020', ['Wire Desk']],
    ['Office of Food and Water', ['Office of Food and Water']],
    ['Byron Hill', ['Byron Hill']],
    ['https://x.example/ann', undefined],
  ])('the byline %j', (line, names) =>
    expect(read(meta('byl', line)).csl.author?.map((name) => ('literal' in name ? name.literal : name))).toEqual(names),
  )

  test.each<[string, string, unknown]>([
    ['a line called a byline', '<div class="article-byline">By Ann Lee Updated: 1 Oct 2021 3:50 pm</div>', ['Ann Lee']],
    ['an element marked as the author', '<a rel="author" href="/ann">Ann Lee</a>', ['Ann Lee']],
    ['a marked person', '<span itemprop="author"><b itemprop="name">Ann Lee</b>, Reporter</span>', ['Ann Lee']],
    ['a box about authors', '<div class="author-box">More of our authors</div>', undefined],
    ['a long line', `<p class="byline">By the river ${'on and on '.repeat(40)}</p>`, undefined],
  ])('authors that are only shown: %s', (_, html, names) => {
    const page = `<!doctype html><title>A</title><body><article><h1>A</h1>${html}<p>Words.</p></article></body>`
    const found = pageMetadata(page, URL_OF_PAGE).csl.author
    expect(found?.map((name) => ('literal' in name ? name.literal : name))).toEqual(names)
  })

  test('days are read of elements that say so, or of the only one', () => {
    const article = (inner: string) =>
      pageMetadata(`<html><body><article>${inner}</article>`, null).csl.issued?.['date-parts'][0]
    expect(article('<time pubdate datetime="2021-03-04T10:00">4 March</time><time datetime="2020-01-01">')).toEqual([
      2021, 3, 4,
    ])
    expect(article('<span itemprop="datePublished" content="2021-03-04">')).toEqual([2021, 3, 4])
    expect(article('<time datetime="2021-03-04">')).toEqual([2021, 3, 4])
    expect(article('<time datetime="2021-03-04"></time><time datetime="2021-03-05">')).toBeUndefined()
    expect(
      read('<meta property="article:published" itemprop="datePublished" content="2021-05-18T04:01:31Z">').csl.issued,
    ).toEqual({
      'date-parts': [[2021, 5, 18]],
    })
  })

  test('a language that the letters contradict is not believed', () => {
    const words = 'Река вышла из берегов ночью и снесла пешеходный мост у переправы.'
    const page = (head: string) =>
      pageMetadata(`<html lang="en"><head>${head}</head><body><p>${words}`, null).csl.language
    expect(page(og('og:locale', 'ru_RU'))).toBe('ru-RU')
    expect(page('')).toBeUndefined()
    expect(pageMetadata(`<html lang="be"><body><p>Jon naradziŭsia ŭ Lidzie.`, null).csl.language).toBe('be')
  })
})

describe('values', () => {
  test.each([
    ['2023-02-27', [2023, 2, 27]],
    ['2023-02-27T23:59:00Z', [2023, 2, 27]],
    ['2023-02-27 10:00', [2023, 2, 27]],
    ['20230227', [2023, 2, 27]],
    ['2023/2/7', [2023, 2, 7]],
    ['2023', [2023]],
    ['Mon, 27 Feb 2023 10:15:00 +0300', [2023, 2, 27]],
    ['27 February 2023', [2023, 2, 27]],
    ['February 27, 2023', [2023, 2, 27]],
    ['Sept. 7, 2023', [2023, 9, 7]],
    ['27/02/2023', [2023, 2, 27]],
    ['02/27/2023', [2023, 2, 27]],
    ['03/04/2020', null],
    ['02.03.2023', [2023, 3, 2]],
    ['7. 3. 2023', [2023, 3, 7]],
    ['27 лютага 2023', [2023, 2, 27]],
    ['3 червня 2021 р.', [2021, 6, 3]],
    ['1er mars 2022', [2022, 3, 1]],
    ['Montag, 6. März 2023', [2023, 3, 6]],
    ['12 de septiembre de 2019', [2019, 9, 12]],
    ['5 maja 2020', [2020, 5, 5]],
    ['15 gru 2020', [2020, 12, 15]],
    ['30 February 2023', null],
    ['27 Febtober 2023', null],
    ['2023-13', null],
    ['yesterday', null],
    ['', null],
  ])('date %j is %j', (text, date) => expect(writtenDate(text)).toEqual(date))
  test.each([
    ['a <b>b</b>&amp;amp;\u0000\ud800', 'a b &amp;'],
    ['2 < 3 > 1', '2 < 3 > 1'],
    ['', null],
    [{}, null],
    [5, '5'],
  ])('words of %j are %j', (value, words) => expect(plainValue(value)).toBe(words))
  test.each([
    ['https://doi.org/10.1234/a(b)', '10.1234/a(b)'],
    ['10.5555/x.', '10.5555/x'],
    ['(doi: 10.5555/x)', '10.5555/x'],
    ['11.5555/x', null],
    ['version 110.5555/x', null],
    [
      '10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2',
      '10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2',
    ],
    ['10.1002/(SICI)1097-0258(19980815)17:15<1661', null],
    ['10.5555/x</a>', '10.5555/x'],
  ])('DOI of %j is %j', (text, doi) => expect(findDoi(text)).toBe(doi))
  test.each([
    ['0-306-40615-2', '0306406152'],
    ['978 3 16 148410 0', '9783161484100'],
    ['9783161484101', null],
    ['080442957X', '080442957X'],
    ['12345', null],
  ])('ISBN of %j is %j', (text, isbn) => expect(findIsbn(text)).toBe(isbn))
  test.each([
    ['Lee, Ann', true, { family: 'Lee', given: 'Ann' }],
    ['Lee, Ann', false, { literal: 'Lee, Ann' }],
    ['Lee, Ann Mary,', true, { family: 'Lee', given: 'Ann Mary' }],
    ['Ministry of A, B, and C', true, { literal: 'Ministry of A, B, and C' }],
    ['https://x.example', false, null],
    ['@ann', false, null],
    ['---', false, null],
  ])('name %j', (text, familyFirst, name) => expect(writtenName(text, familyFirst)).toEqual(name))
})

describe('a hostile page', () => {
  test('has long values cut and many authors dropped', () => {
    const found = read(
      meta('citation_title', 'я'.repeat(9_000)) +
        Array.from({ length: 200 }, (_, at) => meta('citation_author', `Author ${at}`)).join('') +
        meta('og:site_name', 'x'.repeat(9_000)),
    )
    expect(found.csl.title?.length).toBe(500)
    expect(found.csl.author?.length).toBe(50)
    expect(found.csl['container-title']?.length).toBe(300)
  })
  test.each<[string, string]>([
    [
      'a prototype',
      '<script type="application/ld+json">{"__proto__": {"headline": "x"}, "@type": "Article", "constructor": {"prototype": {"polluted": 1}}}</script>',
    ],
    ['ten megabytes', ld({ '@type': 'Article', headline: 'x'.repeat(10_000_000) })],
    ['a deep nest', `<script type="application/ld+json">${'['.repeat(10_000)}${']'.repeat(10_000)}</script>`],
    [
      'a deep graph',
      `<script type="application/ld+json">${'{"@graph":[{"author":'.repeat(5_000)}1${'}]}'.repeat(5_000)}</script>`,
    ],
    ['no JSON', '<script type="application/ld+json">{"@type": </script>'],
    [
      'odd values',
      ld({ '@type': { a: 1 }, headline: [null, {}, []], author: [[[]], null, 5], datePublished: {}, isbn: [] }),
    ],
    ['null', ld(null)],
    [
      'names of the prototype',
      meta('constructor', 'x') + meta('__proto__', 'y') + meta('citation_title', '&amp;constructor;'),
    ],
  ])('says nothing by %s', (_, head) => {
    const found = read(head)
    expect(found.csl.type).toBe('webpage')
    expect(found.csl.title ?? '&constructor;').toBe('&constructor;')
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
  test('never makes it throw, and gives tidy words', () => {
    const names = fc.constantFrom(
      'citation_title',
      'og:title',
      'citation_author',
      'citation_date',
      'DC.identifier',
      'og:url',
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(names, fc.string({ unit: 'binary' }))), fc.jsonValue(), (tags, value) => {
        const head = tags.map(([name, content]) => meta(name, content.replaceAll('"', '&quot;'))).join('')
        const { csl } = read(head + ld({ '@type': 'Article', headline: value, author: value, '@graph': value }))
        expect(csl.title ?? 'x').toMatch(/^\S/)
        expect(JSON.stringify(csl).isWellFormed()).toBe(true)
      }),
    )
  })
})
