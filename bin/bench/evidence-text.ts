import { BOILERPLATE, MONTHS, NAMES, PATTERNS, TOWNS, WORDS } from './evidence-words.ts'
import { demoText } from './measures.ts'

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export type Span = { start: number; end: number }
/** A text and where its sentences stand. */
export type Written = { text: string; sentences: Span[] }

/** Sentences that are another one's near-duplicate, lines of lists, and lines that stand on every page; of all. */
const ALIKE = 0.15
const LISTED = 0.03
const REPEATED = 0.04

/**
 * Prose of about `length` units, as the pages of one site may read one below the other: the demo's article, then
 * sentences of many patterns and words, in paragraphs. About one in seven is an earlier one with another number, date,
 * name or town in it; now and then a list stands between, and a line that is the same each time.
 */
export function writtenText(seed: number, length: number, withDemo: boolean): Written {
  const random = randomFrom(seed)
  const fill = filler(random)
  const written: Written = withDemo ? demo() : { text: '', sentences: [] }
  const earlier: string[] = []
  const parts = [written.text]
  let at = written.text.length
  const put = (sentence: string, behind: string): void => {
    written.sentences.push({ start: at, end: at + sentence.length })
    parts.push(sentence, behind)
    at += sentence.length + behind.length
  }
  const next = (): string => {
    if (random() < ALIKE && earlier.length > 50) {
      const old = earlier[Math.floor(earlier.length * random())] ?? ''
      const near = nearDuplicate(old, random)
      if (near !== old) return near
    }
    const fresh = fill(pick(PATTERNS, random))
    earlier.push(fresh)
    return fresh
  }
  while (at < length) {
    const kind = random()
    if (kind < REPEATED * 4) put(pick(BOILERPLATE, random), '\n\n')
    else if (kind < (REPEATED + LISTED) * 4) {
      const count = 3 + Math.floor(random() * 4)
      for (let nth = 0; nth < count; nth++)
        put(`${fill('{y}: {#} cases, {#} of them {d}')}`, nth + 1 < count ? '\n' : '\n\n')
    } else {
      const count = 2 + Math.floor(random() * 5)
      for (let nth = 0; nth < count; nth++) put(next(), nth + 1 < count ? ' ' : '\n\n')
    }
  }
  return { text: parts.join(''), sentences: written.sentences }
}

function demo(): Written {
  const text = `${demoText()}\n\n`
  const sentences = [...text.matchAll(/\S[^\n]{30,}?[.\n](?=\s)/gu)].map(({ 0: own, index }) => ({
    start: index,
    end: index + own.trimEnd().length,
  }))
  return { text, sentences }
}

const pick = <T>(list: readonly T[], random: () => number): T => list[Math.floor(list.length * random())] as T

/** Fills a pattern of `evidence-words.ts`; a sentence begins with a capital. */
function filler(random: () => number): (pattern: string) => string {
  const of: Record<string, () => string> = {
    n: () => pick(NAMES, random),
    y: () => pick(TOWNS, random),
    '#': () => String(2 + Math.floor(random() * 90)),
    z: () => `${1 + Math.floor(random() * 28)} ${pick(MONTHS, random)} ${2020 + Math.floor(random() * 6)}`,
  }
  return (pattern) => {
    const own = pattern.replace(/\{(.)\}/gu, (_, key: string) => of[key]?.() ?? pick(WORDS[key] ?? [''], random))
    return (own[0] ?? '').toUpperCase() + own.slice(1)
  }
}

/** The same sentence with another number, month, name or town; the same where it has none. */
export function nearDuplicate(sentence: string, random: () => number): string {
  const kinds: [RegExp, readonly string[]][] = [
    [/\d+/gu, []],
    [new RegExp(MONTHS.join('|'), 'gu'), MONTHS],
    [new RegExp(NAMES.join('|'), 'gu'), NAMES],
    [new RegExp(TOWNS.join('|'), 'gu'), TOWNS],
  ]
  const places = kinds.flatMap(([pattern, others]) =>
    [...sentence.matchAll(pattern)].map(({ 0: own, index }) => ({ own, index, others })),
  )
  if (places.length === 0) return sentence
  const { own, index, others } = pick(places, random)
  const other = others.length === 0 ? String(Number(own) + 1 + Math.floor(random() * 7)) : pick(others, random)
  return sentence.slice(0, index) + other + sentence.slice(index + own.length)
}

/** The harsher kind: sentences of eight patterns alone, so that nearly every one has near-duplicates, and so have its neighbours. */
export function alikeText(seed: number, length: number): Written {
  const random = randomFrom(seed)
  const fill = filler(random)
  const patterns = PATTERNS.filter((pattern) => /\{[#z]\}/u.test(pattern)).slice(0, 8)
  const written: Written = { text: '', sentences: [] }
  while (written.text.length < length) {
    const count = 3 + Math.floor(random() * 5)
    for (let nth = 0; nth < count; nth++) {
      const own = fill(pick(patterns, random))
      written.sentences.push({ start: written.text.length, end: written.text.length + own.length })
      written.text += own + (nth + 1 < count ? ' ' : '\n\n')
    }
  }
  return written
}

/** What type setting changes; what scanning misreads. */
const SET: [RegExp, string[]][] = [
  [/[“”]/u, ['"', '„', '«', '”']],
  [/[’']/u, ["'", '’', '‘']],
  [/–/u, ['-', '—', ' – ']],
  [/ /u, ['  ', '\u00a0', '\n', ' ']],
]
const LIGATURES: Record<string, string> = { fi: 'ﬁ', fl: 'ﬂ', ff: 'ﬀ' }
const MISREAD: Record<string, string> = {
  rn: 'm',
  cl: 'd',
  vv: 'w',
  m: 'rn',
  l: '1',
  O: '0',
  o: '0',
  e: 'c',
  h: 'b',
  i: 'l',
  t: 'f',
  S: '5',
  B: '8',
  g: 'q',
  a: 'o',
  u: 'ii',
}
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/**
 * A text as another edition of it may read: always with another type setting, and of its characters the given share
 * misread, changed, lost, added, or words joined. `at(offset)` is where what stood at an offset stands now.
 */
export function noisy(text: string, share: number, seed: number): { text: string; at: (offset: number) => number } {
  const random = randomFrom(seed)
  const one = (list: readonly string[] | string) => list[Math.floor(list.length * random())] ?? ''
  const moved = new Int32Array(text.length + 1)
  const parts: string[] = []
  let length = 0
  for (let at = 0; at < text.length; ) {
    const pair = text.slice(at, at + 2)
    const unit = text[at] ?? ''
    let [taken, given] = [1, unit]
    if (random() < share && unit !== '\n') {
      const misread = MISREAD[pair] ?? MISREAD[unit]
      const kind = random()
      if (misread && kind < 0.5) [taken, given] = [MISREAD[pair] ? 2 : 1, misread]
      else if (kind < 0.7) given = one(LETTERS)
      else if (kind < 0.85) given = ''
      else given = unit === ' ' ? '' : unit + one(LETTERS)
    } else if (LIGATURES[pair] && random() < 0.5) {
      ;[taken, given] = [2, LIGATURES[pair] ?? '']
    } else {
      const setting = SET.find(([pattern]) => pattern.test(unit))
      if (setting && random() < (unit === ' ' ? 0.1 : 0.6)) given = one(setting[1])
      else if (/[a-z]/.test(unit) && random() < 0.01) given = `${unit}\u00ad`
    }
    for (let nth = 0; nth < taken; nth++) moved[at + nth] = length
    parts.push(given)
    length += given.length
    at += taken
  }
  moved[text.length] = length
  return { text: parts.join(''), at: (offset) => moved[offset] ?? length }
}
