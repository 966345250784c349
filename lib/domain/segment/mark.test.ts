import fc from 'fast-check'
import { expect, test } from 'vitest'
import { marksOf } from './mark.ts'

test.each<[string, string[], string]>([
  ['It burned. Who knew?! Nobody…', ['.', '?!', '…'], ''],
  ['“Why?” (he asked) said [the] owner’s', ['?'], '“”()[]’'],
  ['停电。3日恢复！', ['。', '！'], ''],
  ['「え？」', ['？'], '「」'],
  ['रात में आग लगी।', ['।'], ''],
  ['هل احترقت؟', ['؟'], ''],
  ['no mark, only: commas; and — dashes', [], ''],
  ['', [], ''],
])('%s', (text, endings, enclosing) => {
  const marks = marksOf(text)
  expect(marks.endings.map(({ mark, stop }) => text.slice(mark, stop))).toEqual(endings)
  expect(marks.enclosing.map((at) => text[at]).join('')).toBe(enclosing)
})

test('runs are as long as they can be, and nothing is two things', () => {
  const unit = fc.constantFrom('.', '?', '…', '。', '(', '”', 'a', ' ', '𝕏')
  fc.assert(
    fc.property(fc.array(unit), (units) => {
      const text = units.join('')
      const { endings, enclosing } = marksOf(text)
      expect(endings.map(({ mark, stop }) => text.slice(mark, stop))).toEqual(text.match(/[.?…。]+/gu) ?? [])
      expect(enclosing).toEqual([...text.matchAll(/[(”]/gu)].map(({ index }) => index))
    }),
  )
})
