import { describe, expect, test } from 'vitest'
import { fullStopBreaks, isAbbreviated } from './full-stop.ts'

/** The full stop before "|"; `voted` as the segmenter would. */
function breaks(marked: string, language: string, voted = true): boolean {
  const next = marked.indexOf('|')
  const text = marked.replace('|', '')
  const stop = text.slice(0, next).trimEnd().length
  const at = { mark: stop - 1, stop, closed: stop, end: stop, next, voted }
  return fullStopBreaks({
    text,
    from: 0,
    at,
    opened: undefined,
    left: text.slice(0, stop),
    right: text.slice(next),
    language,
  })
}

describe('a full stop ends a sentence', () => {
  test.each([
    ['en', 'It burned in May. |Police came.'],
    ['en', 'He has plan B. |Then he left.'],
    ['ru', 'Он родился в 1954 г. |Похоронен там же.'],
    ['be', 'У XX ст. |Тут быў млын.'],
    ['uk', 'Збитки 5 крб. |Ніхто не платив.'],
    ['de', 'Die Zahl stieg auf 16. |Retter suchten weiter.'],
    ['fr', 'Du pain, de l’eau, etc. |Personne ne vint.'],
  ])('%s: %s', (language, marked) => expect(breaks(marked, language)).toBe(true))
})

describe('a full stop goes on', () => {
  test.each([
    ['en', 'It was J. |K. Smith.'],
    ['en', 'In 44 B.C. |Caesar died.'],
    ['en', 'He is 5 ft. |6 in. tall.'],
    ['ru', 'В мае 2020 г. |Лукашенко победил.'],
    ['ru', 'Это А. |В. Иванов.'],
    ['be', 'Гэта г. |Мінск.'],
    ['de', 'Es war am 3. |Mai.'],
    ['de', 'Es war der 2. |Weltkrieg.'],
    ['lt', 'Gimė 1954 m. |Kopysyje.'],
    ['he', 'א. |ב. יהושע'],
  ])('%s: %s', (language, marked) => expect(breaks(marked, language)).toBe(false))
})

test('without a vote, a long plain word is enough, a short one is not', () => {
  expect(breaks('It was finished. |Mills stood.', 'en', false)).toBe(true)
  expect(breaks('It burnt. |Mills stood.', 'en', false)).toBe(false)
})

test('abbreviations of up to three parts', () => {
  for (const text of ['и т. д.', 'z.\u00a0B.', 'Dr.', 'i h. d.'])
    expect(isAbbreviated(text, 'be') || isAbbreviated(text, 'de')).toBe(true)
  expect(isAbbreviated('the mill.', 'en')).toBe(false)
})
