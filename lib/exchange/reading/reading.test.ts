import { afterAll, describe, expect, test } from 'vitest'
import { extract } from '../extract/extract.ts'
import { writePdf } from '../testing/write-pdf.ts'
import { endReading, readApart } from './reading.ts'

const content = (bytes: Uint8Array | string) => ({
  bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
  mediaType: 'text/html',
  charset: null,
  url: 'https://a.example/b',
  fileName: null,
})
afterAll(endReading)

const bounds = { milliseconds: 20_000, memoryMb: 256 }

describe('readApart', () => {
  test.each([
    ['a page', '<html lang=be><title>Мінск</title><h1>a</h1><p>b'],
    ['a PDF', writePdf([['One'], ['Two']])],
    ['a PDF as files are read', Buffer.from(writePdf([['One'], ['Two']]))],
    ['garbage', Uint8Array.from({ length: 10_000 }, (_, at) => (at * 7919) % 256)],
    ['nothing', ''],
  ])('finds what extract finds: %s', async (_, bytes) => {
    expect(await readApart(content(bytes), bounds)).toEqual(await extract(content(bytes)))
  })
  test('leaves the bytes with whoever gave them', async () => {
    const given = content('<p>x')
    await readApart(given, bounds)
    expect(given.bytes).toHaveLength(4)
  })
  test('ends what takes too long', async () => {
    const found = await readApart(content(`<html>${'<div>'.repeat(2_000_000)}x`), {
      milliseconds: 2_000,
      memoryMb: 2_000,
    })
    expect(found).toMatchObject({
      kind: 'html',
      readable: null,
      problem: { code: 'too_long', message: 'Reading it took longer than 2 seconds; its bytes are kept.' },
    })
  })
  test('ends what takes too much memory', async () => {
    const found = await readApart(content(`<html>${'<p>a<b>b</b>'.repeat(1_000_000)}`), { ...bounds, memoryMb: 64 })
    expect(found).toMatchObject({
      readable: null,
      problem: { code: 'too_much_memory', message: 'Reading it took more than 64 MB of memory; its bytes are kept.' },
    })
  })
  test('reads several at once, and others after a monster', async () => {
    const pages = await Promise.all(['a', 'b', 'c'].map((word) => readApart(content(`<p>${word}`), bounds)))
    expect(pages.map(({ readable }) => readable?.text)).toEqual(['a', 'b', 'c'])
  })
})
