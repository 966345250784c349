import { describe, expect, test } from 'vitest'
import { infoboxItems } from './infobox.ts'

const items = (label: string, value: string, language = 'en'): string[] =>
  infoboxItems(label, value, language).map(({ start, end, stars }) => `${'*'.repeat(stars)}${value.slice(start, end)}`)

const SPLIT: [string, string, string[]][] = [
  [
    'Side1',
    'Opposition, * Council, ** Partisans:, *** Supraciŭ',
    ['Opposition', '*Council', '**Partisans:', '***Supraciŭ'],
  ],
  ['Side1', '* First, * Second', ['*First', '*Second']],
  ['Side1', 'A, * Bodies (one, two), * C', ['A', '*Bodies (one, two)', '*C']],
  ['Side1', 'A, * B, * ', ['A', '*B']],
  ['Place', 'Belarus, Russia, Ukraine', ['Belarus', 'Russia', 'Ukraine']],
  ['Leadfigures1', 'Pavel Latushko, Ursula von der Leyen', ['Pavel Latushko', 'Ursula von der Leyen']],
  ['Leaders', 'Government of Russia:, Vladimir Putin', ['Government of Russia:', 'Vladimir Putin']],
  [
    'Commanders2',
    'POL Andrzej Duda (until 2025), Evika Siliņa (since 2023)',
    ['POL Andrzej Duda (until 2025)', 'Evika Siliņa (since 2023)'],
  ],
  ['Leaders', 'Jean-Luc Picard, Sinéad O’Connor', ['Jean-Luc Picard', 'Sinéad O’Connor']],
  ['Leaders', 'Павел Латушка, Святлана Ціханоўская', ['Павел Латушка', 'Святлана Ціханоўская']],
]

const WHOLE: [string, string][] = [
  ['Fatalities', 'Unknown, at least 1'],
  ['Fatalities', '1,083'],
  ['Injuries', '12, 3 of them severe'],
  ['Arrests', 'At least 60'],
  ['Partof', 'Belarusian democratic movement, Russo-Ukrainian War and Post-Soviet conflicts'],
  ['Causes', '2020–2021 Belarusian protests, Russian invasion of Ukraine'],
  ['Goals', 'Opening relations with Samoa, Kiribati, Tonga and Taiwan'],
  ['Methods', 'Sabotage, Amateur drone attacks, Cyberattacks'],
  ['Status', 'Ongoing, low intensity conflict as of 2026'],
  ['Place', 'Paris, Texas'],
  ['Place', 'Paris, Texas, United States'],
  ['Place', 'Minsk, Belarus'],
  ['Place', 'Georgia, United States'],
  ['Place', 'Belarus, Russia, the sea'],
  ['Place', 'Samoa, Kiribati, Tonga and Taiwan'],
  ['Leaders', 'Smith, John'],
  ['Leaders', 'John Smith, Jr.'],
  ['Leaders', 'John Smith, Mary Jones, Sr.'],
  ['Leaders', 'Alexander Lukashenko, President of Belarus'],
  ['Leaders', 'Viktor Khrenin, Minister of Defence'],
  ['Leaders', 'John Smith, Prime Minister'],
  ['Leaders', 'Ministry of Labour, Health and Welfare'],
  ['Leaders', 'Pavel Latushko, who left in 2020'],
  ['Leaders', 'Pavel Latushko, several others'],
  ['Leaders', 'Pavel Latushko (Minsk, Warsaw)'],
  ['Leaders', 'Pavel Latushko'],
  ['Leaders', 'Government of Belarus:, KGB'],
  ['Title', 'Pavel Latushko, Dzianis Prokharaŭ'],
  ['Side1', '5 * 3, 4'],
  ['Side1', '"First, Second", Third'],
]

describe('infoboxItems', () => {
  test.each(SPLIT)('%s: %s is a list', (label, value, expected) => expect(items(label, value)).toEqual(expected))
  test.each(WHOLE)('%s: %s stays whole', (label, value) => expect(items(label, value)).toEqual([value]))
  test('knows countries in the language of the article', () => {
    expect(items('Месца', 'Беларусь, Расія, Украіна', 'be')).toEqual(['Беларусь', 'Расія', 'Украіна'])
    expect(items('Place', 'Беларусь, Расія, Украіна', 'en')).toHaveLength(1)
    expect(items('Place', 'Belarus, Russia, Poland', 'no such tag')).toHaveLength(1)
  })
  test('has nothing for an empty value', () => expect(items('Result', '  ')).toEqual([]))
})
