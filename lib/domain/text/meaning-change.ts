import { diffArrays } from 'diff'
import { NUMBER_WORD } from './number-word.ts'
import { foldedWord, plainForQuotes } from './searchable.ts'
import { words } from './word.ts'

/** What tells that two passages don't state the same thing, from the gravest. `word`: another word in its place. */
export type ToldDifference = 'number' | 'negation' | 'name' | 'word'

/** The most words that may differ for a comparison word by word; beyond, the whole of one stands against the other. */
const EDIT_LIMIT = 400

const NEGATIONS: ReadonlySet<string> = new Set(
  (
    'not no never none nobody nothing neither nor without cannot denied denies deny refuted false ' +
    'не нет ни без никогда никто ничего нельзя опроверг опровергла опровергли ' +
    'няма ніхто ніколі нічога ні немає ніколи нічого жоден жодна nie ni nima niama nichto nikoli nigdy nikt bez żaden ' +
    'nicht kein keine keinen keiner keines nie niemals niemand ohne ne pas jamais sans aucun aucune ' +
    'sin nunca jamás nadie non senza não sem nunca nem ' +
    'nav nekad nėra niekada nikdy nikdo'
  ).split(' '),
)

/**
 * The gravest difference between a quote and the passage found for it, as far as single words tell; null where only
 * spelling, style, order of small words or forms of a word differ. Numbers are compared to the digit, also those in
 * words that `number-word.ts` or `human-toll-word.ts` knows, and with their minus, currency or per cent; marks of notes are none; negations as whole words and "n't"; a name is a word with a capital, and
 * another one where it does not begin like the one it replaces. A name that
 * was put in, and replaces none, is a `word`.
 * A denial worded without such a word, or a changed word without a capital, is not seen as more than `word`.
 */
export function toldDifference(quote: string, passage: string): ToldDifference | null {
  if (foldedWord(quote) === foldedWord(passage)) return null
  if (otherMeasure(quote, passage)) return 'number'
  const changes = wordChanges(quote, passage)
  if (changes.some(({ gone, come }) => numbers(gone) !== numbers(come))) return 'number'
  if (changes.some(({ gone, come }) => negations(gone) !== negations(come))) return 'negation'
  // A name put in, with nothing taken out for it, adds to what was said.
  const isOther = ({ gone, come }: Change) => !namesKept(gone, come) || (gone.length > 0 && !namesKept(come, gone))
  if (changes.some(isOther)) return 'name'
  return changes.some(replaced) ? 'word' : null
}

/** Words of a quote that are not in a passage, and what stands in their place; one of the two may be empty. */
export type Change = { gone: string[]; come: string[] }

type Keyed = { text: string; key: string }

/** The differences between a quote and a passage, word by word, style and case aside (Myers, 1986, as `diff` has it). */
export function wordChanges(quote: string, passage: string): Change[] {
  const [old, now] = [quote, passage].map((text) =>
    words(plainForQuotes(text)).map((word) => ({ text: word.text, key: foldedWord(word.text) })),
  ) as [Keyed[], Keyed[]]
  const parts = diffArrays(old, now, { comparator: (a, b) => a.key === b.key, maxEditLength: EDIT_LIMIT })
  const texts = (list: readonly Keyed[]) => list.map(({ text }) => text)
  if (!parts) return [{ gone: texts(old), come: texts(now) }]
  const changes: Change[] = []
  let open: Change | null = null
  for (const part of parts) {
    if (!part.added && !part.removed) {
      open = null
      continue
    }
    if (!open) {
      open = { gone: [], come: [] }
      changes.push(open)
    }
    ;(part.removed ? open.gone : open.come).push(...texts(part.value))
  }
  return changes
}

/** Signs that say what a number is of, by kind; one that is only there or not may be written out beside it. */
const MEASURES = [/\p{Sc}/gu, /[%‰]/gu]
const MINUS = /(?<=^|[\s(])[-−–](?=\p{N})/gu

/** Whether another currency or share, or another side of zero, is in the same places. */
function otherMeasure(quote: string, passage: string): boolean {
  const signs = (text: string, kind: RegExp) => (text.match(kind) ?? []).sort().join('')
  if (signs(quote, MINUS).length !== signs(passage, MINUS).length) return true
  return MEASURES.some((kind) => {
    const [before, now] = [signs(quote, kind), signs(passage, kind)]
    return before !== now && before.length === now.length
  })
}

function numbers(list: readonly string[]): string {
  return list
    .filter((word) => isNumber(word) || NUMBER_WORD.test(word))
    .map((word) => foldedWord(word).replace(/(?<=\p{N})[\s,.](?=\p{N}{3}(?!\p{N}))/gu, ''))
    .join(' ')
}

/** Mostly digits: "ki1led" is a word that was read badly, "1Z" may be a number. */
export function isNumber(word: string): boolean {
  const digits = word.match(/\p{N}/gu)?.length ?? 0
  return digits > 0 && digits >= (word.match(/\p{L}/gu)?.length ?? 0)
}

function negations(list: readonly string[]): number {
  return list.filter((word) => NEGATIONS.has(word.toLowerCase()) || /n['’]t$/iu.test(word)).length
}

/** Whether each name of the one side has a word on the other that begins like it, or is within its run of letters. */
function namesKept(names: readonly string[], others: readonly string[]): boolean {
  const run = foldedWord(others.join(''))
  return names
    .filter((word) => /(?:^|[-‐‑])\p{Lu}/u.test(word) && word.length > 2)
    .map(foldedWord)
    .every((name) => run.includes(name) || others.some((other) => beginAlike(name, foldedWord(other))))
}

function beginAlike(a: string, b: string): boolean {
  let shared = 0
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared++
  return shared >= 0.6 * Math.max(a.length, b.length)
}

/** Whether a word of four letters or more stands in for another that has few of its letters in order. */
function replaced({ gone, come }: Change): boolean {
  const [old, now] = [foldedWord(gone.join('')), foldedWord(come.join(''))]
  const longest = Math.max(old.length, now.length)
  return longest >= 4 && commonLength(old.slice(0, 400), now.slice(0, 400)) < 0.6 * Math.min(longest, 400)
}

/** The length of the longest common subsequence (Wagner and Fischer, 1974); quadratic, of texts of 400 units at most. */
function commonLength(a: string, b: string): number {
  let row = new Uint16Array(b.length + 1)
  for (const unit of a) {
    const next = new Uint16Array(b.length + 1)
    for (let at = 1; at <= b.length; at++) {
      next[at] = unit === b[at - 1] ? (row[at - 1] ?? 0) + 1 : Math.max(row[at] ?? 0, next[at - 1] ?? 0)
    }
    row = next
  }
  return row[b.length] ?? 0
}
