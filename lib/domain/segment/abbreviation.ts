import {
  type AbbreviationClass,
  type AbbreviationTable,
  BY_LANGUAGE,
  CYRILLIC,
  LATIN,
  NEIGHBOURS,
  ORDINARY,
} from './abbreviation-table.ts'

/*
 * Seven classes, because what may follow differs; where two readings are possible the class that joins is chosen: a
 * sentence too long can be split by a person, a sentence cut in two hides half of a statement.
 * - `never`: no sentence ends here ("Dr.", "e.g.", "вул.").
 * - `inner`: no sentence ends here unless what follows takes up a new thought ("… and i.e. But see …").
 * - `numbered`: joins only to a number or a single letter ("No. 278", "p. 12", "арт. 5").
 * - `dated`: joins to a number; else a sentence ends here if it has said more than when ("It ended in Dec. Snow …").
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

/** Languages in whose words the endings below do not occur. */
const SPELLED = new Set('en de nl fr es it pt sv da nb no nn af ca gl lb'.split(' '))
/** Pairs of consonants no word ends in: "Natl.", "Stiftg.", "Exh.", "Govt." */
const UNSPOKEN =
  /(?:[tdgbpfckvnmx]l|[tdbmkpvsh]g|[tdkpcb]m|[tdbpcfvsk]n|[bgcfpvnmls]r|[tdgnmbs]v|[vbgmptfk]d|vt|[xjvf]h|xs|[tdgb]f|[tdgbpmf]k|[tbdgk]p|[tdgn]b|[nrltd]w|[dtbpg]c)$/u
const VOWELS = 'aeiouy'
/** Names that end so: Piotr, Dniepr, Bobr; Vogl, Seidl. */
const NAME = /^\p{Lu}\p{L}+[bdpt]r$/u
const GERMAN_NAME = /^\p{Lu}\p{L}+[bdgkpt]l$/u
const NO_VOWEL = /^[^aeiouyàâäåæèéêëìíîïòóôöøùúûüœ]{2,5}$/u

/** Whether a word no one listed is written as only an abbreviation is; never one in capitals ("KGB"). */
export function looksAbbreviated(word: string, language: string): boolean {
  if (VOWELS.includes(word.charAt(word.length - 1)) || VOWELS.includes(word.charAt(word.length - 2))) return false
  if (word.length > 12 || !SPELLED.has(language) || !/^\p{L}\p{Ll}+$/u.test(word)) return false
  const lower = word.toLowerCase()
  if (NO_VOWEL.test(lower)) return true
  return UNSPOKEN.test(lower) && !NAME.test(word) && !(language === 'de' && GERMAN_NAME.test(word))
}
