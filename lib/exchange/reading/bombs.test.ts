import { afterAll, describe, expect, test } from 'vitest'
import { bibliographyBombs, pageBombs } from '../testing/bombs.ts'
import { bibliographyApart, endReading, readApart } from './reading.ts'

afterAll(endReading)

// How long anyone is held up meanwhile is measured by `npm run bench -- hostile`.

describe('a file that stops a server that reads it itself', () => {
  test.each(pageBombs())('%s: read, or refused in words', { timeout: 60_000 }, async (_, bytes, mediaType) => {
    const { readable, problem } = await readApart({ bytes, mediaType, charset: null, url: null, fileName: null })
    expect(readable?.text.length ?? 0).toBeLessThanOrEqual(2_000_000)
    expect(readable !== null || problem !== null).toBe(true)
    // What follows is read as if nothing had been.
    const next = await readApart({ ...NEXT, bytes: Buffer.from('<p>The next page.') })
    expect(next.readable?.text).toBe('The next page.')
  })
  test.each(bibliographyBombs())('%s: read, or refused in words', { timeout: 60_000 }, async (_, text, kind) => {
    const { items, problems } = await bibliographyApart(text, kind)
    expect(items.length + problems.length).toBeGreaterThan(0)
  })
})

const NEXT = { mediaType: 'text/html', charset: null, url: null, fileName: null }
