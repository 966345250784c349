import { FUNCTION_WORDS } from './function-word'
import { words } from './word'

/** How much of a text is read (UTF-16 units): a page tells its language. */
const READ = 20_000

/** Scripts that one language, of those with sentences of their own to be cut, writes most of its texts in. */
const SCRIPTS: [language: string, pattern: RegExp][] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['hy', /\p{Script=Armenian}/gu],
  ['ka', /\p{Script=Georgian}/gu],
  ['th', /\p{Script=Thai}/gu],
]
/** What share of a text's letters is enough: kana stand between Han in Japanese. */
const ENOUGH = 0.2
const LETTER = /\p{L}/gu

/** Letters that a language has and its neighbours have not. */
const LETTERS: [language: string, letters: RegExp][] = [
  ['be', /ў/gu],
  ['uk', /[їєґ]/gu],
  ['ru', /ъ/gu],
  ['pl', /[ąęłż]/gu],
  ['be-Latn', /ŭ/gu],
  ['lt', /[ėųį]/gu],
  ['lv', /[āēīņļķģ]/gu],
  ['cs', /[řůě]/gu],
  ['de', /ß/gu],
  ['es', /[ñ¿¡]/gu],
  ['pt', /[ãõ]/gu],
]

/** Letters that a language has not, of the script it is written in. */
const FOREIGN: typeof LETTERS = [
  ['be', /[ищъ]/gu],
  ['ru', /[іўїє]/gu],
  ['uk', /[ыэъў]/gu],
]

const KNOWN = Object.entries(FUNCTION_WORDS).map(([language, list]) => [language, new Set(list.split(' '))] as const)

/**
 * The language a text is most likely in (BCP 47), to cut its sentences by: by its script, else by which language's
 * function words and own letters it has most of (Grefenstette, "Comparing two language identification schemes", 1995). English where
 * nothing speaks for another. Linear in what is read, which is bounded.
 */
export function guessLanguage(text: string): string {
  const page = text.slice(0, READ)
  const letters = page.match(LETTER)?.length ?? 0
  for (const [language, pattern] of SCRIPTS) if ((page.match(pattern)?.length ?? 0) > ENOUGH * letters) return language
  const low = page.toLowerCase()
  const counts = new Map(LETTERS.map(([language, own]) => [language, low.match(own)?.length ?? 0]))
  for (const [language, foreign] of FOREIGN)
    counts.set(language, (counts.get(language) ?? 0) - (low.match(foreign)?.length ?? 0))
  for (const { text: word } of words(low))
    for (const [language, list] of KNOWN) if (list.has(word)) counts.set(language, (counts.get(language) ?? 0) + 1)
  let best = 'en'
  for (const [language, count] of counts) if (count > (counts.get(best) ?? 0)) best = language
  return best
}
