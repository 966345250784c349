import { expect, test } from 'vitest'
import { PDF_SAMPLES } from '../testing/pdf-samples.ts'
import { pdfLines } from './paragraph.ts'
import { readablePdf } from './readable.ts'

test.each(PDF_SAMPLES)('reads $name', async ({ bytes, text }) => {
  const { readable } = await readablePdf(bytes)
  expect(readable.text.split('\n')).toEqual(text)
})

test('reads a line of more runs than a call takes arguments', () => {
  const run = (at: number) => ({
    str: 'a ',
    transform: [10, 0, 0, 10, at / 100, 700],
    width: 8,
    height: 10,
    hasEOL: false,
  })
  const lines = pdfLines(Array.from({ length: 200_000 }, (_, at) => run(at)))
  expect(lines.reduce((sum, { words }) => sum + words.length, 0)).toBeGreaterThan(200_000)
})
