import { expect, it } from 'vitest'
import { readablePdf } from './readable-pdf'
import { PDF_SAMPLES } from './testing/pdf-samples'

it.each(PDF_SAMPLES)('reads $name', async ({ bytes, text }) => {
  const { readable } = await readablePdf(bytes)
  expect(readable.text.split('\n')).toEqual(text)
})
