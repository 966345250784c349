import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ReadableText, TEXT_LIMIT } from '@/lib/domain/quote/snapshot.ts'
import { tidy } from './readable-assembly.ts'
import { readableHtml } from './readable-html.ts'
import { stripTags } from './readable-strip.ts'

const shown = ({ text, blocks }: ReadableText) =>
  blocks.map(({ kind, level, start, end }) => `${kind}${level ?? ''}: ${text.slice(start, end)}`)
const read = (html: string) => shown(readableHtml(html))

function expectOrder({ text, blocks }: ReadableText) {
  let end = -1
  for (const block of blocks) {
    expect(block.start).toBe(end + 1)
    if (end >= 0) expect(text[end]).toBe('\n')
    const words = text.slice(block.start, block.end)
    expect(words).not.toBe('')
    expect(words).toBe(words.trim())
    expect(words).not.toMatch(/[\n\r\t]/)
    end = block.end
  }
  expect(text.length).toBe(Math.max(end, 0))
  expect(text.length).toBeLessThanOrEqual(TEXT_LIMIT)
  expect(text.isWellFormed()).toBe(true)
}

const SENTENCE =
  'The court heard the case on Monday, and the verdict, which had been expected, came into force at once. '
const paragraphs = (count: number) =>
  Array.from({ length: count }, (_, at) => `<p>${at} ${SENTENCE.repeat(4)}</p>`).join('')
const menu = `<nav><ul>${'<li><a href="/x">Another section</a></li>'.repeat(40)}</ul></nav>`

describe('what readers drop and a desk may quote', () => {
  test('a whole sentence that leads on to another page', () => {
    const linked = 'On Friday three men denied the charge of arson before the court.'
    const page = `${menu}<article><h1>Court</h1>${paragraphs(2)}<p><a href="/x"><b>${linked}</b></a></p>${paragraphs(2)}</article>`
    expect(read(page)).toContain(`paragraph: ${linked}`)
  })

  test('every row of a table of which one was kept', () => {
    const row = (at: number) =>
      `<tr><td><a href="#${at}">${at}</a></td><td>第${at}回。${'此開卷作者自云曾歷過一番夢幻之後。'.repeat(2)}</td></tr>`
    const said = read(`<table><tbody>${[1, 2, 3].map(row).join('')}</tbody></table>`)
    for (const at of [1, 2, 3]) expect(said.join('\n')).toContain(`第${at}回。`)
  })
})

describe('blocks', () => {
  test.each<[string, string, string[]]>([
    ['headings', '<h1>A <b>b</b></h1><h3>c</h3>', ['heading1: A b', 'heading3: c']],
    ['paragraphs', '<p>a\n  b&nbsp;c<p>d', ['paragraph: a b c', 'paragraph: d']],
    ['bare words', 'a <i>b</i> c', ['paragraph: a b c']],
    ['a line break', '<p>a<br>b</p>', ['paragraph: a b']],
    ['two line breaks', '<div>a<br> <br/>b</div>', ['paragraph: a', 'paragraph: b']],
    [
      'lists',
      '<ul><li>a<ul><li>b</ul><li><p>c</p></ul><dl><dt>d<dd>e</dl>',
      ['item: a', 'item: b', 'item: c', 'item: d', 'item: e'],
    ],
    [
      'tables',
      '<table><caption>t</caption><tr><th>a<td><p>b</p><tr><td>c</table>',
      ['paragraph: t', 'cell: a', 'cell: b', 'cell: c'],
    ],
    ['quotes', '<blockquote>a<p>b</p></blockquote>c', ['quote: a', 'quote: b', 'paragraph: c']],
    ['lines as they stand', '<pre>a\n\n  b</pre>', ['preformatted: a', 'preformatted: b']],
    ['pictures', '<p>a <img alt="A crowd"> b</p><img alt=""><img alt="*"><img>', ['paragraph: a b', 'image: A crowd']],
    ['parts of words', '<p>re<b>vision</b>ed</p>', ['paragraph: revisioned']],
    ['entities', '<p>&lt;b&gt; &amp;amp; &#1103; &copy;', ['paragraph: <b> &amp; я ©']],
    ['unseen spaces', '<p>a\u200bb\ufeff \u00ad', ['paragraph: ab \u00ad']],
    ['lone surrogates', '<p>a\ud800b', ['paragraph: a\ufffdb']],
    ['nothing', '', []],
    ['an empty page', '<html><head><title>x</title></head><body></body></html>', []],
    ['a page without a body', '<!doctype html><title>x</title><p>a', ['paragraph: a']],
    ['words after the page', '<html><body><p>a</p></body></html><p>b</p>', ['paragraph: a', 'paragraph: b']],
    ['a definition in line', '<p>a <code>b</code> <span>c</span>d', ['paragraph: a b cd']],
  ])('%s', (_, html, blocks) => expect(read(html)).toEqual(blocks))

  test.each([
    '<script>x()</script>',
    '<style>x{}</style>',
    '<template><p>x</p></template>',
    '<noscript><p>x</p></noscript>',
    '<p hidden>x</p>',
    '<p style="color:red; display : NONE">x</p>',
    '<p style="visibility:hidden">x</p>',
    '<div aria-hidden="true"><p>x</p></div>',
    '<div hidden><div><p>x</p><img alt="x"></div></div>',
    '<svg><text>x</text></svg>',
    '<textarea>x</textarea><select><option>x</select><button>x</button>',
    '<iframe>x</iframe><object>x</object>',
    '<dialog>x</dialog>',
    '<!-- x -->',
  ])('nothing of %s', (html) => expect(read(`<p>a</p>${html}<p>b</p>`)).toEqual(['paragraph: a', 'paragraph: b']))

  test('the language as the page says', () => {
    expect(readableHtml('<html lang="be_by"><p>x').language).toBe('be-BY')
    expect(readableHtml('<html lang="<script>"><p>x').language).toBeNull()
    expect(readableHtml('<p>x').language).toBeNull()
  })
})

describe('the article of a page', () => {
  const page = (inside: string, before = menu) =>
    `<html><body>${before}<h1>What the court said</h1><article>${inside}</article><footer><p><a href="/">All rights</a></p></footer></body></html>`

  test('comes without the menus, with its heading', () => {
    const { text } = readableHtml(page(paragraphs(8)))
    expect(text).toMatch(/^What the court said\n0 The court/)
    expect(text).not.toContain('Another section')
    expect(text).not.toContain('All rights')
  })
  test('keeps tables, lists and notes that stand in it', () => {
    const inside = `${paragraphs(4)}<table><tr><td>Detained</td><td>37</td></tr></table><ul><li>A note</li></ul><div class="sidebar share">An aside of 12 people</div>${paragraphs(4)}`
    const { text } = readableHtml(page(inside))
    for (const kept of ['Detained\n37', 'A note', 'An aside of 12 people']) expect(text).toContain(kept)
  })
  test.each([
    ['a short first sentence', '<p>He drowned.</p>', ''],
    ['a short last one', '', '<p>She was 9.</p>'],
    ['both in Japanese', '<p>三人が死亡した。</p>', '<p>原因は不明だ。</p>'],
    ['a place and a short first sentence', '<p>Minsk</p><p>They won.</p>', ''],
  ])('keeps %s', (_, first, last) => {
    const words = (html: string) => html.match(/[^<>]+(?=<\/p>)/g) ?? []
    const { text } = readableHtml(page(first + paragraphs(6) + last))
    for (const sentence of [...words(first), ...words(last)]) expect(text.split('\n')).toContain(sentence)
  })
  test('shows raised numbers raised', () => {
    const inside = `${paragraphs(3)}<p>The court met.<sup><a href="#n7">7</a></sup> It cost 10<sup>6</sup> on the 1<sup>st</sup>.</p>`
    expect(readableHtml(page(inside)).text).toContain('The court met.⁷ It cost 10⁶ on the 1st.')
  })
  test('keeps captions', () => {
    const inside = `${paragraphs(3)}<figure><img src=a alt="The bridge"><figcaption>The bridge in May.</figcaption></figure>${paragraphs(3)}`
    expect(readableHtml(page(inside)).text).toContain('The bridge in May.')
  })
  test('leaves out links to other articles in it', () => {
    const inside = `${paragraphs(4)}<div class="related"><a href="/x">Read also about something else</a></div>${paragraphs(4)}`
    expect(readableHtml(page(inside)).text).not.toContain('Read also')
  })
  test('is the whole page where it would lose most of the words', () => {
    const rows = Array.from({ length: 400 }, (_, at) => `<tr><td>Person ${at}</td><td>Detained in Minsk</td></tr>`)
    const { text } = readableHtml(`<body><article>${paragraphs(3)}</article><table>${rows.join('')}</table></body>`)
    expect(text).toContain('Person 399\nDetained in Minsk')
    expect(text).toContain('2 The court')
  })
})

describe('order', () => {
  const tags = [
    'p',
    'div',
    'li',
    'ul',
    'h2',
    'blockquote',
    'pre',
    'td',
    'table',
    'span',
    'a',
    'br',
    'img alt="a b"',
    'script',
    'b hidden',
  ]
  const piece = fc.oneof(
    fc.constantFrom(...tags.map((tag) => `<${tag}>`), ...tags.map((tag) => `</${tag.split(' ')[0]}>`)),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      ' ',
      '\n',
      '\t',
      '&nbsp;',
      '&amp;',
      '&#0;',
      '<!--',
      '-->',
      '<',
      '\u2028',
      '\ud83d',
      '\u0085',
      SENTENCE,
    ),
  )
  test('holds for any soup of tags', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (soup) => expectOrder(readableHtml(soup.join('')))),
      { numRuns: 500 },
    )
  })
  test('tidying is done once', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => tidy(tidy(text)) === tidy(text)))
  })
  test('holds at the limit', () => {
    const read = readableHtml(`<div>${'<p>Ab𝒞 def</p>'.repeat(260_000)}</div>`)
    expect(read.cut).toBe(true)
    expectOrder(read)
    const one = readableHtml(`<p>${'𝒞'.repeat(TEXT_LIMIT)}</p>`)
    expect([one.cut, one.blocks.length, one.text.length]).toEqual([true, 1, TEXT_LIMIT])
    expect(readableHtml('<p>x').cut).toBe(false)
  })
})

describe('monsters', () => {
  test.each<[string, () => string]>([
    ['a hundred thousand divs in one another', () => `${'<div>'.repeat(100_000)}words`],
    ['ten thousand of everything', () => `${'<b><i><ul><li><a><table><tr><td>'.repeat(10_000)}words`],
    ['an attribute of five megabytes', () => `<div style="${'a:b;'.repeat(1_250_000)}">words</div>`],
    ['a hundred thousand open tags', () => `words${'<p'.repeat(100_000)}`],
    ['a hundred thousand open comments', () => `words${'<!--'.repeat(100_000)}`],
    ['a hundred thousand open scripts', () => `words${'<script>'.repeat(100_000)}`],
  ])(
    '%s',
    (_, html) => {
      const read = readableHtml(html())
      expect(read.text).toContain('words')
      expectOrder(read)
    },
    20_000,
  )
  test('five megabytes of article', () => {
    const read = readableHtml(`<body>${menu}<article>${paragraphs(12_000)}</article></body>`)
    expect(read.cut).toBe(true)
    expectOrder(read)
  })
})

test('the last resort reads what stands outside of tags', () => {
  const html = '<title>t</title><p>a &amp; b &#x44f;&#9999999;<script>x<b></script>c<!-- d -->e<style>f'
  expect(stripTags(html).map(({ words }) => words)).toEqual(['a & b я&#9999999;', 'c', 'e'])
})
