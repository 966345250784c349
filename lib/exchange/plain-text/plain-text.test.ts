import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ArticleText, articleSource, type Block, blockText } from '../../domain/article/block.ts'
import { sentenceSegmenter } from '../sentences/sentences.ts'
import { parseArticle } from './plain-text.ts'

const demo = readFileSync(
  new URL('../../../prisma/seed/data/belarusian-partisan-movement.txt', import.meta.url),
  'utf8',
)

const segment = await sentenceSegmenter('en')

describe('parseArticle', () => {
  const parsed = (source: string): ArticleText => {
    const result = parseArticle(source, segment)
    if (!result.ok) throw new Error(result.problem.message)
    return result.article
  }
  const brief = (block: Block): unknown[] => [
    block.kind,
    block.label ?? block.level ?? '',
    block.open,
    block.claims,
    block.close,
  ]
  const blocks = (body: string): unknown[][] => parsed(`= T =\n\n${body}`).blocks.map(brief)

  test.each<[string, string, unknown[][]]>([
    [
      'headings with and without spaces',
      '==A==\n=== B c ===\n',
      [
        ['heading', 2, '==', ['A'], '==\n'],
        ['heading', 3, '=== ', ['B c'], ' ==='],
      ],
    ],
    ['six levels', '====== A ======', [['heading', 6, '====== ', ['A'], ' ======']]],
    [
      'paragraphs of several lines',
      'One.\nTwo.\n\n\nThree',
      [
        ['paragraph', '', '', ['One.\n', 'Two.'], '\n\n\n'],
        ['paragraph', '', '', ['Three'], ''],
      ],
    ],
    [
      'lists with levels',
      '- a\n* b\n** c d\n  - e',
      [
        ['list_item', 1, '- ', ['a'], '\n'],
        ['list_item', 1, '* ', ['b'], '\n'],
        ['list_item', 2, '** ', ['c d'], '\n'],
        ['list_item', 2, '  - ', ['e'], ''],
      ],
    ],
    [
      'bullets, dashes and numbers',
      '• a\n• b\n\n– Ana Kos\n– Luka Kos\n\n1. Bread\n2. Milk\n(a) x\n(b) y',
      [
        ['list_item', 1, '• ', ['a'], '\n'],
        ['list_item', 1, '• ', ['b'], '\n\n'],
        ['list_item', 1, '– ', ['Ana Kos'], '\n'],
        ['list_item', 1, '– ', ['Luka Kos'], '\n\n'],
        ['list_item', 1, '1. ', ['Bread'], '\n'],
        ['list_item', 1, '2. ', ['Milk'], '\n'],
        ['list_item', 1, '(a) ', ['x'], '\n'],
        ['list_item', 1, '(b) ', ['y'], ''],
      ],
    ],
    [
      'a lone number, numbers that do not count on, and speech behind dashes',
      '1. Brigade\n\n1992. It fell.\n1994. It rose.\n\n— Come in, she said.\n— No.',
      [
        ['paragraph', '', '', ['1. Brigade'], '\n\n'],
        ['paragraph', '', '', ['1992. ', 'It fell.\n', '1994. ', 'It rose.'], '\n\n'],
        ['paragraph', '', '', ['— Come in, she said.\n', '— No.'], ''],
      ],
    ],
    [
      'quotations',
      '> One. Two.\n> Three.',
      [
        ['quotation', '', '> ', ['One. ', 'Two.'], '\n'],
        ['quotation', '', '> ', ['Three.'], ''],
      ],
    ],
    [
      'an infobox',
      'Infobox\n- Fatalities: Unknown, at least 1\n- Result:\n\nText.',
      [
        ['infobox_field', 'Fatalities', '- Fatalities: ', ['Unknown, at least 1'], '\n'],
        ['infobox_field', 'Result', '- Result:', [], '\n\n'],
        ['paragraph', '', '', ['Text.'], ''],
      ],
    ],
    [
      'starred items',
      'Infobox\n- Side1: Opp, * Council, ** Part:, *** Sup\n',
      [
        ['infobox_field', 'Side1', '- Side1: ', ['Opp'], ''],
        ['list_item', 'Side1', ', * ', ['Council'], ''],
        ['list_item', 'Side1', ', ** ', ['Part:'], ''],
        ['list_item', 'Side1', ', *** ', ['Sup'], ''],
      ],
    ],
    [
      'items on lines of their own',
      'Infobox\n- Side1:\n* a\n** b\n',
      [
        ['infobox_field', 'Side1', '- Side1:', [], '\n'],
        ['list_item', 'Side1', '* ', ['a'], '\n'],
        ['list_item', 'Side1', '** ', ['b'], ''],
      ],
    ],
    ['the word Infobox in prose', 'Infobox\nis a word.', [['paragraph', '', '', ['Infobox\nis a word.'], '']]],
    [
      'lines without content',
      'A.\n\n====\n----\n* \n\nB.',
      [
        ['paragraph', '', '', ['A.'], '\n\n====\n----\n* \n\n'],
        ['paragraph', '', '', ['B.'], ''],
      ],
    ],
    [
      'a heading right behind a paragraph',
      'A.\n== B ==\nC.',
      [
        ['paragraph', '', '', ['A.'], '\n'],
        ['heading', 2, '== ', ['B'], ' ==\n'],
        ['paragraph', '', '', ['C.'], ''],
      ],
    ],
    ['colons in prose lists', '- see: this', [['list_item', 1, '- ', ['see: this'], '']]],
  ])('reads %s', (_, body, expected) => expect(blocks(body)).toEqual(expected))

  test('knows the level of an infobox item', () => {
    const items = parsed('= T =\nInfobox\n- Side1: A, * B, *** C').blocks
    expect(items.map((block) => [block.label, block.level])).toEqual([
      ['Side1', undefined],
      ['Side1', 1],
      ['Side1', 3],
    ])
  })

  test.each([
    ['\ufeff= T =\r\n\r\nOne.\r\nTwo.\r\n\r\n== A ==\r\n', 'T', 2],
    ['\n\n  = A = b =  \nText', 'A = b', 1],
    ['= T =', 'T', 0],
    ['= T =\n  One.  \n \t\n', 'T', 1],
  ])('gives back %j', (source, title, count) => {
    const article = parsed(source)
    expect(article.title).toBe(title)
    expect(article.blocks).toHaveLength(count)
    expect(articleSource(article)).toBe(source)
  })

  test.each([
    ['', 'empty'],
    [' \n\ufeff', 'empty'],
    ['Text', 'no_title'],
    ['== A ==\nText', 'no_title'],
    ['=  =\nText', 'no_title'],
    ['===', 'no_title'],
    ['Text\n= T =', 'no_title'],
  ])('says what is wrong with %j', (source, code) => {
    const result = parseArticle(source, segment)
    expect(result.ok ? '' : result.problem.code).toBe(code)
  })

  test('reads the demo article', () => {
    const article = parsed(demo)
    const of = (label: string) => article.blocks.filter((block) => block.label === label)
    expect(articleSource(article)).toBe(demo)
    expect(article.title).toBe('Belarusian partisan movement (2020–present)')
    expect(of('Fatalities')[0]?.claims).toEqual(['Unknown, at least 1'])
    expect(of('Place').map(blockText)).toEqual(['Belarus', 'Russia', 'Ukraine', 'Poland', 'Lithuania', 'Latvia'])
    for (const label of ['Partof', 'Causes', 'Goals', 'Methods', 'Status']) expect(of(label)).toHaveLength(1)
    expect(of('Side1')).toHaveLength(13)
    expect(of('Leadfigures1')).toHaveLength(14)
    expect(article.blocks.flatMap((block) => block.claims)).toHaveLength(109)
  })

  const line = fc.constantFrom(
    'Infobox',
    '- Key: a, * b, ** c',
    '- Leaders: Pavel Latushko, Vladimir Putin',
    '- Key:',
    '- a',
    '** b',
    '== H ==',
    '==',
    '=== ? ===',
    '> q. R.',
    '>',
    'One. Two!',
    '  in. Dent',
    '',
    ' ',
    '\ufeff',
    '* * *',
    '- : x',
    '= L =',
    '😀',
    'Infobox ',
    '- K: , *',
    '\u0301',
    '*\ta',
  )
  const body = fc.array(
    fc.oneof({ weight: 3, arbitrary: line }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) }),
    { maxLength: 14 },
  )
  const source = fc
    .tuple(body, fc.constantFrom('\n', '\r\n', '\r', '\n\n'))
    .map(([lines, end]) => `= T =${end}${lines.join(end)}`)

  test('loses nothing, invents nothing, and puts every word into a claim', () => {
    fc.assert(
      fc.property(source, (text) => {
        const article = parsed(text)
        expect(articleSource(article)).toBe(text)
        const markup = [
          article.close,
          ...article.blocks.flatMap((block) => [block.close, block.kind === 'infobox_field' ? '' : block.open]),
        ]
        expect(markup.join('').replace(/Infobox/g, '')).not.toMatch(/[\p{L}\p{N}]/u)
        for (const block of article.blocks) {
          for (const claim of block.claims) expect(claim).toMatch(/\S/u)
          if (block.kind !== 'infobox_field') expect(block.claims.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 3_000 },
    )
  })

  test('comes to an end on long hostile text, which a rule that looks back again and again would not', () => {
    for (const unit of ['=', '*', ', ', '\n', ', * a', '- k: v\n', '(a. ', '"', 'A. ', '[1] ', ' ']) {
      for (const head of ['= T =\n', '= T =\n\nInfobox\n- Place: ']) parsed(head + unit.repeat(500_000 / unit.length))
    }
  })
})
