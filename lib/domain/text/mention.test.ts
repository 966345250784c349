import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mentionedIds, mentionParts, nameAsked, namesLike, unknownMentions, withMention } from './mention.ts'

const people = [
  { id: '1', name: 'Ann' },
  { id: '2', name: 'Ann Lee' },
  { id: '3', name: 'Аляксей' },
]

test.each([
  ['@Ann look', ['1']],
  ['@Ann Lee look', ['2']],
  ['@Anna look', []],
  ['@Ann, @Аляксей.', ['1', '3']],
  ['@Ann @Ann', ['1']],
  ['ann@Ann', []],
  ['@@Ann', ['1']],
  ['@', []],
  ['nobody', []],
  ['', []],
])('%j mentions %j', (text, ids) => expect(mentionedIds(text, people)).toEqual(ids))

test.each([
  ['@edi, which?', ['edi']],
  ['@Anna and @Ann', ['Anna']],
  ['@Ann Lee, ask @Łukasz-Jan or @O’Neill', ['Łukasz-Jan', 'O’Neill']],
  ['@bo @bo @Bo', ['bo', 'Bo']],
  ['write to ann@desk.example or a.b+c@d.example', []],
  ['at 5 @ 3, or @', []],
  ['@Аляксей @Олена', ['Олена']],
  ['@a @b @c @d @e', ['a', 'b', 'c']],
  ['', []],
])('%j names no member by %j', (text, names) => expect(unknownMentions(text, people)).toEqual(names))

test('asks of a long text in no time squared', () => {
  expect(unknownMentions('@Ann '.repeat(5_000), people)).toEqual([])
})

test.each([
  ['Ask @al', 7, 'Ask @Alena ', 11],
  ['Ask @al which', 7, 'Ask @Alena which', 11],
  ['@al\nwhich', 3, '@Alena\nwhich', 7],
  ['Ask @al, which', 7, 'Ask @Alena , which', 11],
  ['@Ann and @al', 12, '@Ann and @Alena ', 16],
])('%j with the caret at %i: the chosen name, and one space', (text, caret, said, at) => {
  expect(withMention(text, caret, 'Alena')).toEqual({ text: said, caret: at })
})

test('gives the text back', () => {
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

describe('names being typed', () => {
  test.each([
    ['Ask @', ''],
    ['Ask @Al', 'Al'],
    ['Ask @Al Ka', 'Al Ka'],
    ['(@Łu', 'Łu'],
    ['write to ann@desk', null],
    ['write to a.b+c@d', null],
    ['Ask @ you', null],
    ['Ask @Ann, then', null],
    ['nothing', null],
  ])('%j asks for %j', (before, asked) => expect(nameAsked(before)).toBe(asked))

  const people = ['Łukasz Żeleński', 'Alena Lukashevich', 'José Núñez', 'Zoë Bell', 'Марыя Ко́лас'].map((name) => ({
    id: name,
    name,
  }))
  test.each([
    ['luk', ['Łukasz Żeleński', 'Alena Lukashevich']],
    ['zele', ['Łukasz Żeleński']],
    ['nunez', ['José Núñez']],
    ['NÚÑ', ['José Núñez']],
    ['oe', ['Zoë Bell']],
    ['кол', ['Марыя Ко́лас']],
    ['shev', ['Alena Lukashevich']],
    ['', people.map(({ name }) => name)],
    ['(', []],
  ])('%j offers %j', (asked, names) => expect(namesLike(people, asked).map(({ name }) => name)).toEqual(names))
})

test('mentions no one inside an e-mail address', () => {
  const people = [{ id: 'a', name: 'Ann' }]
  expect(mentionedIds('Write to desk@Ann or d.@Ann', people)).toEqual([])
  expect(mentionedIds('(@Ann) and @Ann.', people)).toEqual(['a'])
})
