import { Readable } from 'node:stream'
import zlib from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readBody } from './body.ts'

const limits = { bytes: 20_000_000, ratio: 250 }
const text = Buffer.from('Всё, что сказано. '.repeat(500))
const read = (bytes: Uint8Array, encoding: string, some: Partial<typeof limits> = {}) =>
  // In small pieces, as a network brings them.
  readBody(Readable.from(bytes.length < 100_000 ? [...pieces(bytes, 7)] : [...pieces(bytes, 16_384)]), {
    encoding,
    expected: null,
    limits: { ...limits, ...some },
  })

function* pieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield Buffer.from(bytes.subarray(at, at + size))
}

/** Zeros by ten megabytes, as members of one file after another: quick to make, slow to hold. */
const zeros = (tens: number) =>
  Buffer.concat(Array<Buffer>(tens).fill(zlib.gzipSync(Buffer.alloc(10_000_000), { level: 9 })))

describe('encodings are undone', () => {
  const double = zlib.brotliCompressSync(zlib.gzipSync(text))
  test.each([
    ['', text],
    ['identity', text],
    ['gzip', zlib.gzipSync(text)],
    ['X-GZIP', zlib.gzipSync(text)],
    ['gzip', Buffer.concat([zlib.gzipSync(text.subarray(0, 99)), zlib.gzipSync(text.subarray(99))])],
    ['deflate', zlib.deflateSync(text)],
    ['deflate', zlib.deflateRawSync(text)],
    ['br', zlib.brotliCompressSync(text)],
    [' GZIP , br ', double],
    ['gzip, identity, br', double],
  ])('%j', async (encoding, bytes) => {
    expect(Buffer.from(await read(bytes, encoding)).equals(text)).toBe(true)
  })

  test.each(['', 'gzip', 'deflate', 'br', 'gzip, br'])('%j of nothing is nothing', async (encoding) => {
    expect(await read(Buffer.alloc(0), encoding)).toHaveLength(0)
  })
})

describe('damage is found', () => {
  const gzip = zlib.gzipSync(text)
  const br = zlib.brotliCompressSync(text)
  test.each([
    ['gzip', gzip.subarray(0, gzip.length - 4)],
    ['gzip', gzip.subarray(0, 12)],
    ['gzip', gzip.subarray(0, 5)],
    ['gzip', text],
    ['gzip', Buffer.concat([gzip.subarray(0, gzip.length - 8), Buffer.alloc(8)])],
    ['deflate', zlib.deflateSync(text).subarray(0, -6)],
    ['br', br.subarray(0, -3)],
    ['br', text],
    ['gzip, br', br],
    ['compress', gzip],
    ['gzip, gzip, gzip, gzip', gzip],
    ['__proto__', gzip],
  ])('%s', async (encoding, bytes) => {
    await expect(read(bytes, encoding)).rejects.toMatchObject({ name: 'FetchFailed', code: 'broken' })
  })

  test('and what failed by itself fails as it was', async () => {
    const body = new Readable({ read: () => undefined })
    const reading = readBody(body, { encoding: 'gzip', expected: null, limits })
    body.push(gzip.subarray(0, 50))
    body.destroy(new Error('cable cut'))
    await expect(reading).rejects.toThrow('cable cut')
  })
})

describe('bombs', () => {
  test('a gigabyte of zeros, by its size', async () => {
    const bomb = zeros(100)
    expect(bomb.length).toBeLessThan(2_000_000)
    const before = process.memoryUsage().arrayBuffers
    await expect(read(bomb, 'gzip', { ratio: Number.POSITIVE_INFINITY })).rejects.toMatchObject({ code: 'too_large' })
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100_000_000)
  })

  test('by its ratio, long before its size', async () => {
    const bomb = zlib.gzipSync(Buffer.alloc(30_000_000), { level: 9 })
    await expect(read(bomb, 'gzip', { bytes: 10 ** 9 })).rejects.toThrow('250 times')
  })

  test('one inside another', async () => {
    const bomb = zlib.gzipSync(zeros(20))
    expect(bomb.length).toBeLessThan(20_000)
    await expect(read(bomb, 'gzip, gzip')).rejects.toMatchObject({ code: 'too_large' })
    await expect(read(bomb, 'gzip, gzip', { ratio: 10 ** 9 })).rejects.toThrow('20 MB')
  })

  test('of Brotli, a few bytes for all of memory', async () => {
    const bomb = zlib.brotliCompressSync(Buffer.alloc(200_000_000), {
      params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 5 },
    })
    expect(bomb.length).toBeLessThan(20_000)
    await expect(read(bomb, 'br')).rejects.toMatchObject({ code: 'too_large' })
  })

  test('but a page of much the same is let through', async () => {
    const page = Buffer.from('<td>0</td>'.repeat(20_000))
    expect(await read(zlib.gzipSync(page), 'gzip')).toHaveLength(page.length)
  })
})
