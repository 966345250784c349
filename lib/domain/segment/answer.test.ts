import { expect, test } from 'vitest'
import { answersNo } from './answer.ts'

/** The "No." before "|". */
function answers(marked: string): boolean {
  const next = marked.indexOf('|')
  const text = marked.replace('|', '')
  const stop = text.slice(0, next).trimEnd().length
  const from = Math.max(0, text.search(/(?:A: )?No\./u))
  const at = { mark: stop - 1, stop, closed: stop, end: stop, next, voted: false }
  const [left, right] = [text.slice(from, stop), text.slice(next)]
  return answersNo({ text, from, at, opened: undefined, left, right, language: 'en' })
}

test.each(['A: No. |I was in Lida.', 'Did he? No. |12 men did.', 'A: No. |3 men did.', 'No. |Nobody.', 'No. |A man.'])(
  'an answer: %s',
  (marked) => expect(answers(marked)).toBe(true),
)
test.each([
  'No. |12 burned.',
  'No. |IV is lost.',
  'No. |I of the series',
  'It ended. No. |7 is next.',
  'No. |B-2 is lost.',
])('a number: %s', (marked) => expect(answers(marked)).toBe(false))
