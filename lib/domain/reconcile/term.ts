import { FUNCTION_WORDS } from '../text/function-word.ts'
import { normalized } from '../text/normalized.ts'
import { atOnce } from '../text/step.ts'
import { words } from '../text/word.ts'

/** Claims that are read between two pauses. */
const PAUSE = 2_000

/** The most of a claim that is compared: its first words, and what of its text they are looked for in (UTF-16 units). */
export const COMPARED_WORDS = 600
const COMPARED_LENGTH = 6_000

/** A word as it is compared. One object for one word, so that words are equal if and only if they are identical. */
export type Form = {
  id: number
  text: string
  /** Words that may be forms of one word begin alike. */
  stem: number
  /** How much it tells: from its kind, then from how rare it is in both texts. */
  weight: number
  /** In how many claims of each side it stands. */
  found: [before: number, after: number]
  number: boolean
}

/** What is compared of one claim. */
export type Terms = {
  /** The text, white space aside. */
  text: string
  forms: Form[]
  /** Of each form, whether it is a name or a number: tells what the statement is about. */
  telling: boolean[]
  /** The sum of the forms' weights. */
  weight: number
}

export type BothTerms = { before: readonly Terms[]; after: readonly Terms[] }

/**
 * The words of all claims, weighed: a word that few claims have tells more than one that all have (inverse document
 * frequency; Spärck Jones, "A statistical interpretation of term specificity", 1972), a name or number more than
 * another word, and function words next to nothing.
 */
export function termsOf(before: readonly { text: string }[], after: readonly { text: string }[]): BothTerms {
  return atOnce(weighing(before, after))
}

/** The same with pauses. */
export function* weighing(
  before: readonly { text: string }[],
  after: readonly { text: string }[],
): Generator<void, BothTerms> {
  const vocabulary = new Vocabulary()
  // What stands in both texts is read once.
  const read = new Map<string, Terms>()
  const termsIn = (text: string, side: 0 | 1): Terms => {
    let terms = read.get(text)
    if (!terms) {
      terms = vocabulary.read(text)
      read.set(text, terms)
    }
    for (const form of new Set(terms.forms)) form.found[side]++
    return terms
  }
  const both: { before: Terms[]; after: Terms[] } = { before: [], after: [] }
  for (const [side, texts] of [before, after].entries()) {
    const terms = side === 0 ? both.before : both.after
    for (const { text } of texts) {
      terms.push(termsIn(text, side === 0 ? 0 : 1))
      if (terms.length % PAUSE === 0) yield
    }
  }
  const claims = before.length + after.length
  for (const form of vocabulary.forms()) {
    const rarity = Math.log(1 + claims / (form.found[0] + form.found[1])) / Math.log(1 + claims)
    form.weight *= COMMON + (1 - COMMON) * rarity
  }
  for (const terms of read.values()) for (const form of terms.forms) terms.weight += form.weight
  return both
}

/** The words of both texts, each met once. */
class Vocabulary {
  private readonly byPlain = new Map<string, Form>()
  private readonly byWord = new Map<string, { form: Form; capital: boolean }>()
  private readonly stems = new Map<string, number>()

  forms(): Iterable<Form> {
    return this.byPlain.values()
  }

  read(text: string): Terms {
    const forms: Form[] = []
    const telling: boolean[] = []
    for (const { text: word } of words(text.slice(0, COMPARED_LENGTH))) {
      if (forms.length === COMPARED_WORDS) break
      const { form, capital } = this.meet(word)
      telling.push(form.number || (forms.length > 0 && capital && form.weight >= 0.5))
      forms.push(form)
    }
    return { text: oneSpaced(text), forms, telling, weight: 0 }
  }

  private meet(word: string): { form: Form; capital: boolean } {
    const met = this.byWord.get(word)
    if (met) return met
    const plain = plainWord(word)
    let form = this.byPlain.get(plain)
    if (!form) {
      const start = plain.slice(0, STEM)
      const stem = this.stems.get(start) ?? this.stems.size
      this.stems.set(start, stem)
      const number = /\p{N}/u.test(plain)
      form = { id: this.byPlain.size, text: plain, stem, weight: kindWeight(plain, number), found: [0, 0], number }
      this.byPlain.set(plain, form)
    }
    const now = { form, capital: /^\p{Lu}/u.test(word) }
    this.byWord.set(word, now)
    return now
  }
}

/** What a word weighs that every claim has, of what one weighs that hardly any has. */
const COMMON = 0.25

/** How many letters words that may be forms of one word have in common, at least. */
const STEM = 3

/** Case, style, accents, script (of languages written in two) and the grouping of digits aside. */
function plainWord(word: string): string {
  const lower = /^[a-z]+$/.test(word) ? word : plainLetters(word)
  if (!/^\p{Nd}/u.test(lower)) return lower
  return lower.replace(/(?<=\d)[,.\s](?=\d{3}(?!\d))/gu, '')
}

function plainLetters(word: string): string {
  const marked = word.toLowerCase().replace(/[йўё]/gu, (letter) => LATIN[letter] ?? '')
  const bare = normalized(marked, 'NFKD')
    .replace(/[\u0300-\u036f]/gu, '')
    .replace(/[’ʼ]/gu, "'")
  return /[ł\u0400-\u04ff]/u.test(bare) ? bare.replace(/[ł\u0400-\u04ff]/gu, (letter) => LATIN[letter] ?? letter) : bare
}

/** Cyrillic as Łacinka has it, its accents left out, so that a claim is known again in the other script. */
const LATIN: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'а=a б=b в=v г=h ґ=g д=d е=je ё=jo є=je ж=z з=z и=i і=i ї=ji й=j к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ў=u ' +
    'ф=f х=ch ц=c ч=c ш=s щ=sc ъ= ы=y ь= э=e ю=ju я=ja ł=l'
  )
    .split(' ')
    .map((pair) => pair.split('=') as [string, string]),
)

const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u

function kindWeight(word: string, number: boolean): number {
  if (number) return 1
  if (PLAIN_FUNCTION_WORDS.has(word)) return 0.12
  if (UNSPACED.test(word)) return word.length === 1 ? 0.5 : 1
  return word.length === 1 ? 0.3 : word.length === 2 ? 0.6 : word.length === 3 ? 0.85 : 1
}

const PLAIN_FUNCTION_WORDS: ReadonlySet<string> = new Set(
  Object.values(FUNCTION_WORDS).flatMap((list) => list.split(' ').map(plainWord)),
)

/** White space that is not one space between two characters, or behind them all. */
const UNEVEN = /[^\S ]| {2}|^ /u

/** Edges trimmed, and every run of white space one space. */
export function oneSpaced(text: string): string {
  return UNEVEN.test(text) ? text.replace(/\s+/gu, ' ').trim() : text.trimEnd()
}

/** Whether two words, not the same, may be forms of one word: they share a beginning of more than half. */
export function alike(one: Form, other: Form): boolean {
  if (one.stem !== other.stem || one.number || other.number) return false
  const [a, b] = [one.text, other.text]
  const least = Math.max(STEM, 0.55 * Math.max(a.length, b.length))
  let shared = STEM
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared++
  return a.length >= STEM && b.length >= STEM && shared >= least && one.weight >= 0.2 && other.weight >= 0.2
}
