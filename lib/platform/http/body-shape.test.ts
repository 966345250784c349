import { expect, test } from 'vitest'
import { BodyShape } from './body-shape.ts'

/** In pieces that cut through whatever there is. */
function admits(body: string, piece = 7): boolean {
  const shape = new BodyShape()
  const bytes = Buffer.from(body)
  for (let at = 0; at < bytes.length; at += piece) if (!shape.admits(bytes.subarray(at, at + piece))) return false
  return true
}

test.each<[string, string]>([
  ['a long text', JSON.stringify([{ text: 'Пажар. '.repeat(200_000) }])],
  ['a text of brackets and quotes', JSON.stringify([{ text: '[{"\\,'.repeat(100_000) }])],
  ['a recording of 60,000 changes', JSON.stringify([{ chosen: Array.from({ length: 60_000 }, (_, n) => `c${n}`) }])],
  ['nothing', ''],
  ['a form', 'csrfToken=a&email=b%40c.example&password=long'],
])('%s is what a page sends', (_, body) => {
  expect(admits(body, 1_000)).toBe(true)
  expect(admits(body.slice(0, 5_000), 1)).toBe(true)
})

test.each<[string, string]>([
  ['lists within lists', '['.repeat(100)],
  ['objects within lists', '[{"a":'.repeat(50)],
  ['empty lists', `[${'[],'.repeat(130_000)}[]]`],
  ['numbers', `[${'1,'.repeat(260_000)}1]`],
  ['empty objects behind a long text', `["${'\\"'.repeat(1_000)}",${'{},'.repeat(130_000)}{}]`],
])('%s are not', (_, body) => {
  expect(admits(body, 1_000)).toBe(false)
})
