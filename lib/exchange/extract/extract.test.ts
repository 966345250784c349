import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { png, pngChunk } from '../testing/pictures.ts'
import { writePdf } from '../testing/write-pdf.ts'
import { type Content, extract } from './extract.ts'

const content = (bytes: Uint8Array | string, rest: Partial<Content> = {}): Content => ({
  bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
  mediaType: null,
  charset: null,
  url: null,
  fileName: null,
  ...rest,
})

describe('extract', () => {
  test('reads a page in the encoding its server declared', async () => {
    const bytes = iconv.encode('<html lang=be><title>Мінск</title><p>Праваабаронцы паведамляюць', 'win1251')
    const found = await extract(
      content(bytes, { mediaType: 'text/html', charset: 'windows-1251', url: 'https://a.example/b' }),
    )
    expect(found).toEqual({
      mediaType: 'text/html',
      kind: 'html',
      readable: {
        text: 'Праваабаронцы паведамляюць',
        blocks: [{ kind: 'paragraph', start: 0, end: 26 }],
        language: 'be',
        cut: false,
      },
      fields: {
        csl: { type: 'webpage', title: 'Мінск', language: 'be', URL: 'https://a.example/b' },
        canonicalUrl: null,
        doi: null,
        isbn: null,
        found: [
          { field: 'title', from: 'html', value: 'Мінск' },
          { field: 'language', from: 'html', value: 'be' },
        ],
      },
      problem: null,
      fingerprints: [],
    })
  })
  test('reads the charset in the media type', async () => {
    const bytes = iconv.encode('Мінск', 'koi8-u')
    const found = await extract(content(bytes, { mediaType: 'text/plain; charset="KOI8-U"' }))
    expect(found.readable?.text).toBe('Мінск')
  })
  test('reads a PDF with its pages and fields', async () => {
    const found = await extract(
      content(writePdf([['One'], ['Two']], { Title: 'T', Author: 'A B', CreationDate: 'D:2023' })),
    )
    expect(found).toMatchObject({
      kind: 'pdf',
      readable: { text: 'One\nTwo', blocks: [{ page: 1 }, { page: 2 }] },
      fields: {
        csl: { type: 'document', title: 'T', author: [{ literal: 'A B' }], issued: { 'date-parts': [[2023]] } },
      },
      problem: null,
    })
  })
  test('reads paragraphs of plain text', async () => {
    const found = await extract(content('a\nb\r\n \r\nc\n\n\n\n d ', { fileName: 'a.txt' }))
    expect(found.readable?.text).toBe('a b\nc\nd')
    expect(found.readable?.blocks).toHaveLength(3)
  })
  test('shows JSON and SVG as text', async () => {
    expect(await extract(content('{"a": 1}'))).toMatchObject({ kind: 'json', readable: { text: '{"a": 1}' } })
    expect(await extract(content('<svg><script>x'))).toMatchObject({
      kind: 'text',
      readable: { text: '<svg><script>x' },
    })
  })
  test.each<[string, Uint8Array, string, string | null]>([
    ['a picture', png(), 'image', null],
    [
      'a picture whose file says more',
      png([pngChunk('tEXt', 'Author\0Ann')]),
      'image',
      'This picture file holds details of how it was made, such as the camera and the time. The copy shown here does not; the kept bytes do.',
    ],
    [
      'the beginning of a picture',
      png().subarray(0, 20),
      'image',
      'This picture is not shown, because its file is damaged or incomplete.',
    ],
    [
      'an archive',
      Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]),
      'other',
      'Files of this kind can’t be read here; its bytes are kept.',
    ],
    [
      'a locked PDF',
      writePdf([['x']], {}, null, true),
      'pdf',
      'This PDF is locked with a password, so its text could not be read. Its bytes are kept.',
    ],
    ['a scan', writePdf([[]]), 'pdf', 'This PDF has no text layer: it may be a scan. Its bytes are kept.'],
    [
      'a broken PDF',
      new TextEncoder().encode('%PDF-1.7 x'),
      'pdf',
      'This PDF is damaged, so its text could not be read. Its bytes are kept.',
    ],
  ])('has no words of %s', async (_, bytes, kind, problem) => {
    expect(await extract(content(bytes, { mediaType: 'text/html', fileName: 'a.pdf' }))).toMatchObject({
      kind,
      readable: null,
      problem: problem === null ? null : { message: problem },
    })
  })
})
