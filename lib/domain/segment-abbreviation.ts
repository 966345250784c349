import {
  type AbbreviationClass,
  type AbbreviationTable,
  BY_LANGUAGE,
  CYRILLIC,
  LATIN,
  NEIGHBOURS,
  ORDINARY,
} from './segment-abbreviation-table.ts'

/*
 * Five classes, because what may follow differs; where two readings are possible the class that joins is chosen: a
 * sentence too long can be split by a person, a sentence cut in two hides half of a statement.
 * - `never`: no sentence ends here ("Dr.", "e.g.", "вул.").
 * - `numbered`: joins only to a number or a single letter ("No. 278", "p. 12", "арт. 5").
 * - `counted`: behind a number it may end a sentence ("у 2020 г. Потым …"), elsewhere it goes on ("г. Мінск").
 * - `either`: a sentence may end here; it does if a word that usually opens a sentence follows ("the U.S. The …").
 * - `closing`: a sentence ends here if a capital follows ("и т. д. Потом …", "at 5 p.m. Police …").
 */

const tables = new Map<string, Map<string, AbbreviationClass>>()

const fill = (map: Map<string, AbbreviationClass>, table: AbbreviationTable): void => {
  for (const [kind, list] of Object.entries(table) as [AbbreviationClass, string][]) {
    for (const word of list.split(' ')) map.set(word, kind)
  }
}

/** The language whose words are known best for this one; English for an unknown one. */
function known(language: string): string {
  const near = Object.hasOwn(NEIGHBOURS, language) ? (NEIGHBOURS[language] ?? language) : language
  return Object.hasOwn(BY_LANGUAGE, near) ? near : 'en'
}

function tableFor(language: string): Map<string, AbbreviationClass> {
  const before = tables.get(language)
  if (before) return before
  const name = known(language)
  if (name !== language) return tableFor(name)
  const made = new Map<string, AbbreviationClass>()
  for (const table of [LATIN, CYRILLIC, BY_LANGUAGE[name] ?? {}]) fill(made, table)
  tables.set(name, made)
  return made
}

/** No abbreviation of one part is longer. */
const LONGEST = 8

/** The class of `word` (with or without inner full stops and spaces, without the last one), or undefined. */
export function abbreviationClass(word: string, language: string): AbbreviationClass | undefined {
  if (word.length > LONGEST && !word.includes('.') && !word.includes('-')) return undefined
  const lower = word.toLowerCase()
  const table = tableFor(language)
  return table.get(lower) ?? (/\s/u.test(lower) ? table.get(lower.replace(/\s+/gu, '')) : undefined)
}

/** Whether a word that might be an abbreviation is an ordinary word, so that a full stop behind it ends a sentence. */
export function isOrdinaryWord(word: string, language: string): boolean {
  return ORDINARY.get(language)?.test(word) ?? false
}
