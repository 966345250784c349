import { countsOf, type WordCounts } from './anchor-noise'
import { type GramIndex, indexGrams } from './gram-index'

/**
 * A text made ready to have quotes found in it. `folded` is the text as it is compared; its unit `i` came from the
 * UTF-16 units `[from[i], to[i])` of `text`. `grams` and `counts` are made when they are first asked for.
 */
export type SearchableText = {
  text: string
  folded: string
  from: Int32Array
  to: Int32Array
  grams: () => GramIndex
  counts: () => WordCounts
}

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
 * Folds a text for finding quotes in it: runs of white space are one space, quotation marks and dashes of all styles
 * one, ligatures their letters, "…" three stops, case aside, canonically equivalent spellings one; soft hyphens, a
 * hyphen at the end of a line inside a word, and invisible marks are left out. "ё" and "е", "²" and "2" stay apart.
 * Linear in the length of the text; make it once for many quotes.
 */
export function searchable(text: string): SearchableText {
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
    if (text.charCodeAt(at) === 45) {
      HYPHEN_BREAK.lastIndex = at
      const broken = HYPHEN_BREAK.exec(text)
      if (broken) {
        at += broken[0].length
        continue
      }
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

/** A text folded as `searchable` folds it, its edges trimmed. */
export function folded(text: string): string {
  return searchable(text).folded.trim()
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

function foldOf(cluster: string): string {
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
  const plain = SETTING.test(cluster) ? cluster.normalize('NFKC') : cluster.normalize('NFC')
  return plain
    .replace(UNSEEN, '')
    .replace(/(?<=\p{Script=Cyrillic})[\u0300\u0301]/gu, '')
    .toLowerCase()
    .normalize('NFC')
}

function stringOf(units: readonly number[]): string {
  const parts: string[] = []
  for (let at = 0; at < units.length; at += 8_192) parts.push(String.fromCharCode(...units.slice(at, at + 8_192)))
  return parts.join('')
}
