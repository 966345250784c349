import { type GramIndex, indexGrams } from './ngram-index.ts'
import { normalized } from './normalized.ts'
import { noteMarkEnd } from './note-mark.ts'
import { numberRunAt } from './number-run.ts'

/**
 * A text as it is compared: unit `i` of `folded` came from the UTF-16 units `[from[i], to[i])` of `text`. `grams` and
 * `counts` are made when they are first asked for.
 */
export type FoldedText = {
  text: string
  folded: string
  from: Int32Array
  to: Int32Array
  grams: () => GramIndex
  counts: () => WordCounts
}

/** A text to find words in as they are typed; `forQuotes` is the same text to find quotes in, made when first asked for. */
export type SearchableText = Pick<FoldedText, 'text' | 'folded' | 'from' | 'to'> & { forQuotes: () => FoldedText }

const DOUBLE = '“”„‟«»〝〞〟＂'
const SINGLE = '‘’‚‛‹›ʼ`´'
const DASHES = '‐‑‒–—―−﹘﹣－'
/** Ligatures and letters in the widths of East Asian type settings; nothing else that only looks alike ("½", "²"). */
const SETTING = /[\ufb00-\ufb06\uff01-\uff5e]/u
const SPACE = /[\p{White_Space}\u200b]/u
/** Soft hyphens, joiners, marks of direction, variation selectors, and the stress mark that Cyrillic has no letter for. */
const UNSEEN = /\u034f|[\ufe00-\ufe0f]|[\u00ad\u061c\u180e\u200c-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu
const HYPHEN_BREAK = /(?<=\p{L})-[^\S\r\n]*\r?\n\s*(?=\p{Ll})/uy

/**
 * Folds a text for finding words in it: runs of white space are one space, quotation marks and dashes of all styles
 * one, ligatures their letters, "…" three stops, case aside, canonically equivalent spellings one; soft hyphens, a
 * hyphen at the end of a line inside a word, and invisible marks are left out. "ё" and "е", "²" and "2" stay apart.
 * Linear in the length of the text; make it once for many quotes.
 */
export function searchable(text: string): SearchableText {
  let plain: FoldedText | undefined
  let quoted: FoldedText | undefined
  const once = () => {
    plain ??= fold(text, lowered, false)
    return plain
  }
  return {
    text,
    get folded() {
      return once().folded
    },
    get from() {
      return once().from
    },
    get to() {
      return once().to
    },
    forQuotes: () => {
      quoted ??= fold(text, lowered, true)
      return quoted
    },
  }
}

/** A text folded as `searchable` folds it, its edges trimmed. */
export function folded(text: string): string {
  return fold(text, lowered, false).folded.trim()
}

/**
 * A text folded for finding quotes: as `searchable` folds it, and besides, what is set differently from one edition to
 * the next is one: marks of notes are left out, numbers in words are digits, thousands are not parted, and a hyphen
 * inside a word, with or without the end of a line, is left out.
 */
export function foldedForQuotes(text: string): FoldedText {
  return fold(text, lowered, true)
}

/** A word, or a few, as they are compared when quotes are found. */
export function foldedWord(text: string): string {
  return foldedForQuotes(text).folded.trim()
}

/** The same with the case, the marks and the hyphens of words as they are, to compare word by word. */
export function plainForQuotes(text: string): string {
  return fold(text, (cluster) => cluster, true, true).folded
}

function fold(text: string, foldOf: (cluster: string) => string, forQuotes: boolean, keepHyphens = false): FoldedText {
  const units: number[] = []
  const [from, to] = [[] as number[], [] as number[]]
  const put = (folded: string, start: number, end: number): void => {
    for (let at = 0; at < folded.length; at++) {
      const unit = folded.charCodeAt(at)
      const last = units.at(-1)
      // A run of spaces, or of dashes, is one.
      if (unit === last && (unit === 32 || unit === 45)) {
        to[to.length - 1] = end
        continue
      }
      units.push(unit)
      from.push(start)
      to.push(end)
    }
  }
  for (let at = 0; at < text.length; ) {
    const broken = brokenWordEnd(text, at)
    if (broken >= 0) {
      at = broken
      continue
    }
    const set = forQuotes ? otherSetting(text, at, keepHyphens) : null
    if (set) {
      put(set.as, at, set.end)
      at = set.end
      continue
    }
    const end = clusterEnd(text, at)
    put(foldOf(text.slice(at, end)), at, end)
    at = end
  }
  const folded = stringOf(units)
  let grams: GramIndex | undefined
  let counts: WordCounts | undefined
  return {
    text,
    folded,
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    grams: () => {
      grams ??= indexGrams(folded)
      return grams
    },
    counts: () => {
      counts ??= countsOf(folded)
      return counts
    },
  }
}

function brokenWordEnd(text: string, at: number): number {
  if (text.charCodeAt(at) !== 45) return -1
  HYPHEN_BREAK.lastIndex = at
  return HYPHEN_BREAK.test(text) ? HYPHEN_BREAK.lastIndex : -1
}

const INNER_HYPHEN = /(?<=\p{L})[-‐‑](?:(?=\p{L})|\s{1,8}(?=\p{Ll}))/uy
const PARTED_THOUSANDS = /(?<!\p{Nd}|\p{Nd}[.,])[1-9]\d{0,2}([,.’' \u00a0\u202f\u2009])\d{3}(?:\1\d{3})*(?!\d|[.,]\d)/uy
const HYPHENS = '-‐‑'

/** What stands at an offset, where it is set in another way than it is compared. */
function otherSetting(text: string, at: number, keepHyphens: boolean): { as: string; end: number } | null {
  const code = text.charCodeAt(at)
  if (code === 32) return null
  const isLetter = code > 96 && code !== 0xa0 ? /\p{L}/u.test(text[at] ?? '') : code > 64 && code < 91
  if (isLetter) {
    if (/[\p{L}\p{M}\p{N}]$/u.test(text[at - 1] ?? '')) return null
    const run = numberRunAt(text, at)
    if (run) return { as: String(run.value), end: run.end }
    return null
  }
  if (code >= 49 && code <= 57) {
    PARTED_THOUSANDS.lastIndex = at
    const parted = PARTED_THOUSANDS.exec(text)
    if (parted) return { as: parted[0].replace(/\D/gu, ''), end: PARTED_THOUSANDS.lastIndex }
  }
  if (!keepHyphens && HYPHENS.includes(text[at] ?? '')) {
    INNER_HYPHEN.lastIndex = at
    return INNER_HYPHEN.test(text) ? { as: '', end: INNER_HYPHEN.lastIndex } : null
  }
  const end = noteMarkEnd(text, at)
  return end < 0 ? null : { as: '', end }
}

/** Where a character with the marks on it ends. */
function clusterEnd(text: string, start: number): number {
  const point = text.codePointAt(start) ?? 0
  let end = start + (point > 0xffff ? 2 : 1)
  while (end < text.length && text.charCodeAt(end) >= 0x300 && /^\p{M}/u.test(text.slice(end, end + 2))) {
    end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1
  }
  return end
}

const KNOWN = new Map<string, string>()
/** The most folded characters that are remembered: more than any one text has. */
const KNOWN_LIMIT = 20_000

function lowered(cluster: string): string {
  const known = KNOWN.get(cluster)
  if (known !== undefined) return known
  if (KNOWN.size >= KNOWN_LIMIT) KNOWN.clear()
  const fold = foldedCluster(cluster)
  KNOWN.set(cluster, fold)
  return fold
}

function foldedCluster(cluster: string): string {
  if (SPACE.test(cluster)) return ' '
  if (DOUBLE.includes(cluster)) return '"'
  if (SINGLE.includes(cluster)) return "'"
  if (DASHES.includes(cluster)) return '-'
  if (cluster === '…') return '...'
  const plain = SETTING.test(cluster) ? normalized(cluster, 'NFKC') : normalized(cluster, 'NFC')
  return normalized(
    plain
      .replace(UNSEEN, '')
      .replace(/(?<=\p{Script=Cyrillic})[\u0300\u0301]/gu, '')
      .toLowerCase(),
    'NFC',
  )
}

function stringOf(units: readonly number[]): string {
  const parts: string[] = []
  for (let at = 0; at < units.length; at += 8_192) parts.push(String.fromCharCode(...units.slice(at, at + 8_192)))
  return parts.join('')
}

/** How often each word stands in a folded text. */
export type WordCounts = ReadonlyMap<string, number>

export function countsOf(folded: string): WordCounts {
  const counts = new Map<string, number>()
  for (const [word] of folded.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
