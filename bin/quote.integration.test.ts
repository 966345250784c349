import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writePdf } from '@/lib/exchange/testing/write-pdf.ts'
import { attest, endChildren } from './testing/child.ts'

/** `attest read` and `attest quote` as they are typed; no database answers, and none is needed. */
let folder: string
const run = (...args: string[]) => attest(args, { DATABASE_URL: 'postgresql://a:b@127.0.0.1:1/none' })
const written = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
const page = (...lines: string[]) =>
  `<!doctype html><html lang="en"><head><title>The ford</title><meta name="author" content="Ann Lee"></head><body><article><h1>The ford</h1>${lines.map((line) => `<p>${line}</p>`).join('')}</article></body></html>`

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'attest-quote-'))
})
afterAll(async () => {
  await endChildren()
  rmSync(folder, { recursive: true })
})

describe('read', () => {
  test('prints what a page says about itself and its words', async () => {
    const file = written('ford.html', page('Nine carts crossed the ford on Monday, the keeper said.'))
    const { code, stdout } = await run('read', file, '--url', 'https://ford.example/a', '--json')
    expect(code).toBe(0)
    const told = JSON.parse(stdout)
    expect(Object.keys(told)).toEqual(['csl', 'text', 'blocks', 'problems'])
    expect(told).toMatchObject({
      csl: { title: 'The ford', author: [{ literal: 'Ann Lee' }], URL: 'https://ford.example/a' },
      text: 'The ford\nNine carts crossed the ford on Monday, the keeper said.',
      problems: [],
    })
    const plain = await run('read', file)
    expect(plain.stdout).toContain('title: The ford')
    expect(plain.stdout).toContain('Nine carts crossed')
  })

  test('reads a PDF, and a text file by the type it was sent with', async () => {
    const pdf = await run('read', written('a.pdf', writePdf([['One line', 'and another.']])), '--json')
    expect(JSON.parse(pdf.stdout)).toMatchObject({ text: 'One line and another.', blocks: [{ page: 1 }] })
    const text = await run('read', written('a.dat', 'Plain words.'), '--type', 'text/plain', '--json')
    expect(JSON.parse(text.stdout)).toMatchObject({ csl: {}, text: 'Plain words.' })
  })

  test('says what is wrong, with exit code 1', async () => {
    const wall = written('wall.html', '<title>Just a moment...</title><p>Verify you are human.</p>')
    const { code, stdout, stderr } = await run('read', wall, '--json')
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ csl: {}, problems: [{ code: 'bot_challenge' }] })
    expect(stderr).toMatch(/proof that a person/)
    expect(await run('read', join(folder, 'nowhere.html'))).toMatchObject({ code: 1, stdout: '' })
  })
})

describe('quote', () => {
  const before = page('Nine carts crossed the ford on Monday, the keeper said.', 'Nine carts were counted twice.')
  const ask = async (from: string, after: string, quote: string, ...rest: string[]) => {
    const first = from === '-' ? from : written('before.html', from)
    const { code, stdout } = await run(
      'quote',
      first,
      written('after.html', after),
      '--quote',
      quote,
      ...rest,
      '--json',
    )
    return { code, ...JSON.parse(stdout) }
  }

  test('says what became of one that was selected, and where', async () => {
    const words = 'Nine carts crossed the ford on Monday'
    const same = await ask(before, before, words)
    expect(same).toMatchObject({ code: 0, fate: 'says_so', score: 1 })
    expect(same.text.slice(same.start, same.end)).toBe(words)
    expect(await ask(before, before.replace('Nine carts crossed', 'Eight carts crossed'), words)).toMatchObject({
      code: 1,
      fate: 'gone',
    })
  })

  test('knows which occurrence was selected', async () => {
    const second = await ask(before, before, 'Nine carts', '--nth', '1')
    expect(second.text.slice(second.start)).toMatch(/^Nine carts were counted/)
  })

  test('says of one that was typed that it was not found, and of a wall nothing', async () => {
    const after = written('after.html', before)
    const never = await run('quote', '-', after, '--quote', 'Forty carts sank in the river')
    expect(never.code).toBe(1)
    expect(never.stdout).toMatch(/^The quote was not found in this page\.$/m)
    const wall = '<title>Just a moment...</title><p>Verify you are human.</p>'
    expect(await ask('-', wall, 'Nine carts crossed')).toMatchObject({
      code: 1,
      fate: 'unknown',
      start: null,
      end: null,
    })
  })

  test('is called with words that are there, and a number that is one', async () => {
    const file = written('before.html', before)
    expect(await run('quote', file, file, '--quote', 'Forty carts')).toMatchObject({ code: 1, stdout: '' })
    expect(await run('quote', file, file, '--quote', 'Nine carts', '--nth', 'x')).toMatchObject({ code: 2, stdout: '' })
    expect(await run('quote', file, file)).toMatchObject({ code: 2, stdout: '' })
  })
})
