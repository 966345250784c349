import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeControls } from './control-character.ts'

test.each([
  ['a title that clears the screen', 'Mill\u001b[2J\u001b[H', 'Mill\\u001b[2J\\u001b[H'],
  ['one byte that begins a sequence', 'a\u009b31mb', 'a\\u009b31mb'],
  ['a carriage return that hides what was before', 'holds\rBROKEN', 'holds\\u000dBROKEN'],
  ['a name that is read backwards', 'a\u202etxt.exe', 'a\\u202etxt.exe'],
  ['tabs and lines stay', 'a\tb\nc', 'a\tb\nc'],
  ['words of any script stay', 'Мінск · بيروت\u200f · 東京', 'Мінск · بيروت\u200f · 東京'],
])('%s', (_, text, shown) => {
  expect(escapeControls(text)).toBe(shown)
})

test('leaves JSON the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value)
      expect(JSON.parse(escapeControls(text))).toEqual(JSON.parse(text))
    }),
  )
})
