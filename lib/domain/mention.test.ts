import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mentionedIds, mentionParts } from './mention'

const people = [
  { id: '1', name: 'Ann' },
  { id: '2', name: 'Ann Lee' },
  { id: '3', name: 'Аляксей' },
]

it.each([
  ['@Ann look', ['1']],
  ['@Ann Lee look', ['2']],
  ['@Anna look', []],
  ['@Ann, @Аляксей.', ['1', '3']],
  ['@Ann @Ann', ['1']],
  ['ann@Ann', ['1']],
  ['@@Ann', ['1']],
  ['@', []],
  ['nobody', []],
  ['', []],
])('%j mentions %j', (text, ids) => expect(mentionedIds(text, people)).toEqual(ids))

it('gives the text back', () => {
  const texts = fc.array(fc.constantFrom('@', 'Ann', ' Lee', 'Аляксей', 'a', ' ')).map((parts) => parts.join(''))
  fc.assert(
    fc.property(texts, (text) => {
      expect(
        mentionParts(text, people)
          .map((part) => part.text)
          .join(''),
      ).toBe(text)
    }),
  )
})
