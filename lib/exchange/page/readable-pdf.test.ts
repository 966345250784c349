import { describe, expect, test } from 'vitest'
import { pdfLines, pdfParagraphs } from '../pdf/paragraph.ts'
import { readablePdf, UnreadableContent } from '../pdf/readable.ts'
import { writePdf } from '../testing/write-pdf.ts'

const shown = async (bytes: Uint8Array) => {
  const { readable } = await readablePdf(bytes)
  return readable.blocks.map(({ page, start, end }) => `${page}: ${readable.text.slice(start, end)}`)
}

describe('readablePdf', () => {
  test('gives paragraphs with their page', async () => {
    const bytes = writePdf([['One line', 'and the next of it.', '', 'Another.'], ['Page two (with brackets).']])
    expect(await shown(bytes)).toEqual([
      '1: One line and the next of it.',
      '1: Another.',
      '2: Page two (with brackets).',
    ])
  })
  test('reads Cyrillic by its table of letters', async () => {
    expect(await shown(writePdf([['Праваабарончы цэнтр', 'у Мінску']]))).toEqual(['1: Праваабарончы цэнтр у Мінску'])
  })
  test('joins words broken over two lines', async () => {
    expect(await shown(writePdf([['human rights defend-', 'ers']]))).toEqual(['1: human rights defenders'])
  })
  test('reads who, what and when, and the language', async () => {
    const bytes = writePdf([['x']], { Title: 'A report', Author: 'Viasna', CreationDate: 'D:20230227101500Z' }, 'be-BY')
    const { info, readable } = await readablePdf(bytes)
    expect(info).toEqual({ title: 'A report', author: 'Viasna', created: [2023, 2, 27] })
    expect(readable.language).toBe('be-BY')
  })
  test('knows nothing of who and when where nothing is said, or nothing sound', async () => {
    const none = { title: null, author: null, created: null }
    expect((await readablePdf(writePdf([['x']]))).info).toEqual(none)
    expect((await readablePdf(writePdf([['x']], { Title: ' ', CreationDate: 'D:20231399' }))).info).toEqual(none)
  })
  test('keeps the bytes it was given', async () => {
    const bytes = writePdf([['x']])
    const before = bytes.slice()
    await readablePdf(bytes)
    expect(bytes).toEqual(before)
  })
  test('gives no words of a page without text', async () => {
    expect((await readablePdf(writePdf([[]]))).readable).toMatchObject({ text: '', blocks: [], cut: false })
  })
  test('stops at 2,000 pages', async () => {
    const { readable } = await readablePdf(writePdf(Array.from({ length: 2_003 }, (_, at) => [`Page ${at + 1}`])))
    expect(readable.cut).toBe(true)
    expect(readable.blocks.at(-1)?.page).toBe(2_000)
  })
  test('reads what is left of a file whose end is missing', async () => {
    const bytes = writePdf([['First'], ['Second']])
    expect(await shown(bytes.slice(0, bytes.length - 12))).toEqual(['1: First', '2: Second'])
  })
  test.each<[string, Uint8Array, RegExp]>([
    ['garbage', new TextEncoder().encode(`%PDF-1.7\n${'x'.repeat(5_000)}`), /damaged/],
    ['half a file', writePdf([['First'], ['Second']]).slice(0, 700), /damaged/],
    ['nothing', new Uint8Array(), /damaged/],
    ['half a header', new TextEncoder().encode('%PDF-'), /damaged/],
    ['no pages', writePdf([]), /no pages|damaged/],
    ['a password', writePdf([['x']], {}, null, true), /password/],
  ])('says in words what is wrong: %s', async (_, bytes, words) => {
    const failure = await readablePdf(bytes).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(UnreadableContent)
    expect((failure as Error).message).toMatch(words)
  })
})

describe('pdfParagraphs', () => {
  const run = (str: string, x: number, y: number, height = 10) => ({
    str,
    transform: [height, 0, 0, height, x, y],
    width: str.length * 5,
    height,
    hasEOL: false,
  })
  test.each([
    ['runs on one line', [run('a', 0, 700), run('b', 20, 700)], ['a b']],
    ['parts of a word', [run('re', 0, 700), run('vise', 10, 700)], ['revise']],
    ['a heading', [run('Title', 0, 700, 20), run('text', 0, 680)], ['Title', 'text']],
    ['two columns', [run('a', 0, 700), run('b', 0, 688), run('c', 300, 700)], ['a b', 'c']],
    ['a wider gap', [run('a', 0, 700), run('b', 0, 688), run('c', 0, 670)], ['a b', 'c']],
    ['nothing', [], []],
  ])('%s', (_, runs, paragraphs) => expect(pdfParagraphs(pdfLines(runs))).toEqual(paragraphs))
})
