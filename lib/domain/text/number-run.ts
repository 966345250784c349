import { NUMBER_LANGUAGES, type NumberWords } from './number-word.ts'

/** A number in words: where it ends in the text, and its value. */
export type NumberRun = { end: number; value: number }

/** The most words of one number below a million. */
const MOST_WORDS = 9
const WORD = /[\p{L}\p{M}]+(?:['’ʼ`][\p{L}\p{M}]+)?/uy
const GAP = /(?:-?\s*\n\s*|[-‐‑]\s?|[ \u00a0])/uy

/** Words that a number begins with, and the languages in which it does. */
const STARTS = new Map<string, NumberWords[]>()
for (const words of NUMBER_LANGUAGES)
  for (const word of [...words.values.keys(), ...(words.bare ? [...words.hundred, ...words.thousand] : [])])
    STARTS.set(word, [...(STARTS.get(word) ?? []), words])
const LONGEST = Math.max(...[...STARTS.keys()].map((word) => word.length))

/**
 * The number in words that begins at the beginning of a word: "twelve", "twenty-five", "двести сорок", "fünfundzwanzig";
 * null where none does. The longest one that a language allows is taken. Bounded by `MOST_WORDS`.
 */
export function numberRunAt(text: string, at: number): NumberRun | null {
  const first = wordAt(text, at)
  const languages = first && first.word.length <= LONGEST ? STARTS.get(first.word) : undefined
  if (!first || !languages) return null
  const tokens = [first]
  for (let end = first.end; tokens.length < MOST_WORDS; ) {
    GAP.lastIndex = end
    if (!GAP.test(text)) break
    const next = wordAt(text, GAP.lastIndex)
    if (!next) break
    tokens.push(next)
    end = next.end
  }
  let best: NumberRun | null = null
  for (const language of languages) {
    const run = runOf(tokens, language)
    if (run && (!best || run.end > best.end)) best = run
  }
  return best
}

type Token = { word: string; end: number }

function wordAt(text: string, at: number): Token | null {
  WORD.lastIndex = at
  const found = WORD.exec(text)?.[0]
  return found === undefined ? null : { word: found.toLowerCase().replace(/[’ʼ`]/u, "'"), end: at + found.length }
}

/** Reads words from left to right as long as each fits behind those before it. */
function runOf(tokens: readonly Token[], language: NumberWords): NumberRun | null {
  let [thousands, group, count, end] = [0, 0, 0, -1]
  for (let at = 0; at < tokens.length; at++) {
    const { word, end: behind } = tokens[at] as Token
    if (language.between.has(word) && group + thousands > 0 && group % 10 === 0) {
      const next = language.values.get(tokens[at + 1]?.word ?? '')
      if (next === undefined || next >= 100 || added(group, next) === null) break
      continue
    }
    const value = language.values.get(word)
    const sum = value === undefined ? scaled(group, word, language, thousands > 0) : added(group, value)
    if (sum === null) break
    if (language.thousand.has(word)) [thousands, group] = [sum, 0]
    else group = sum
    count++
    end = behind
  }
  const [first] = tokens
  const isArticle = count === 1 && /^(?:une?|una|un)$/u.test(first?.word ?? '')
  // "Cent" alone is a coin as well.
  const isCoin = count === 1 && /^cents?$/u.test(first?.word ?? '')
  return count === 0 || isArticle || isCoin ? null : { end, value: thousands + group }
}

function added(group: number, value: number): number | null {
  const rest = group % 100
  if (value >= 100) return group === 0 ? value : null
  // "Quatre-vingt" is four times twenty, "soixante-dix" sixty and ten.
  if (value === 20 && rest === 4 && group < 10) return 80
  if (value >= 20) return rest === 0 ? group + value : null
  if (value >= 10) return rest === 0 || (value < 20 && (rest === 60 || rest === 80)) ? group + value : null
  const isOpen = rest === 0 || (rest >= 20 && rest % 10 === 0) || rest === 10 || rest === 70 || rest === 90
  return isOpen && (rest !== 10 || value >= 7) ? group + value : null
}

function scaled(group: number, word: string, language: NumberWords, hasThousands: boolean): number | null {
  if (language.hundred.has(word)) {
    if (group === 0) return language.bare ? 100 : null
    return group < 100 ? group * 100 : null
  }
  if (!language.thousand.has(word) || hasThousands) return null
  if (group === 0) return language.bare ? 1000 : null
  return group * 1000
}
