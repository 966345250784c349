import { expect, test } from 'vitest'
import { BY_LANGUAGE, CYRILLIC, LATIN, NEIGHBOURS, ORDINARY } from './abbreviation-table.ts'

const all = [LATIN, CYRILLIC, ...Object.values(BY_LANGUAGE)]

test('a table names a word once, as it is looked up: lower case, no last full stop, no space inside', () => {
  for (const table of all) {
    const words = Object.values(table).flatMap((list) => list.split(' '))
    for (const word of words) expect(word, word).toMatch(/^[^\s.](?:.*[^\s.])?$/u)
    expect(words).toEqual(words.map((word) => word.toLowerCase()))
    expect(words.filter((word, at) => words.indexOf(word) !== at)).toEqual([])
  }
})

test('neighbours are languages we have words for', () => {
  for (const name of Object.values(NEIGHBOURS)) expect(Object.keys(BY_LANGUAGE)).toContain(name)
  for (const name of ORDINARY.keys()) expect(Object.keys(BY_LANGUAGE)).toContain(name)
})
