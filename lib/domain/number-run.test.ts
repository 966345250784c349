import { describe, expect, it, test } from 'vitest'
import { numberRunAt } from './number-run'
import { NUMBER_LANGUAGES } from './number-word'

it.each<[string, number, string]>([
  ['twelve people', 12, 'twelve'],
  ['Twenty-five people', 25, 'Twenty-five'],
  ['twenty-\nfive people', 25, 'twenty-\nfive'],
  ['three hundred and forty-two men', 342, 'three hundred and forty-two'],
  ['nineteen thousand and six', 19_006, 'nineteen thousand and six'],
  ['one and two', 1, 'one'],
  ['twenty and thirty', 20, 'twenty'],
  ['fünfundzwanzig Tote', 25, 'fünfundzwanzig'],
  ['dreihundertvierzig Tote', 340, 'dreihundertvierzig'],
  ['soixante-dix-sept morts', 77, 'soixante-dix-sept'],
  ['vingt et un morts', 21, 'vingt et un'],
  ['quatre-vingt-onze morts', 91, 'quatre-vingt-onze'],
  ['deux cents morts', 200, 'deux cents'],
  ['treinta y cuatro muertos', 34, 'treinta y cuatro'],
  ['doscientos dos muertos', 202, 'doscientos dos'],
  ['mil muertos', 1_000, 'mil'],
  ['dwanaście osób', 12, 'dwanaście'],
  ['dwudziestu trzech rannych', 23, 'dwudziestu trzech'],
  ['двадцать пять человек', 25, 'двадцать пять'],
  ['двенадцати человек', 12, 'двенадцати'],
  ['сто сорок человек', 140, 'сто сорок'],
  ['трое задержаны', 3, 'трое'],
  ['дванадцять людей', 12, 'дванадцять'],
  ['п’ятнадцять людей', 15, 'п’ятнадцять'],
  ['дзвюх тысяч чалавек', 2_000, 'дзвюх тысяч'],
  ['дванаццаць чалавек', 12, 'дванаццаць'],
])('%j begins with %d', (text, value, words) => expect(numberRunAt(text, 0)).toEqual({ value, end: words.length }))

test.each([
  'a man',
  'un homme',
  'una casa',
  'hundreds of',
  'cent',
  'thousand',
  'onerous',
  'ein Mann',
  '12',
  '',
  'тысяч',
])('%j begins with none', (text) => expect(numberRunAt(text, 0)).toBeNull())

describe('the words of each language', () => {
  it.each(NUMBER_LANGUAGES.map((language, nth) => [nth, language] as const))(
    '%d: has every number to 19',
    (_, { values }) => {
      const known = new Set(values.values())
      for (let value = 1; value < 20; value++) if (value < 17 || known.has(18)) expect(known).toContain(value)
    },
  )
})
