import { folded } from './searchable.ts'
import { words } from './word.ts'

/** Words of a shingle: short enough that a changed word spoils few, long enough that common phrases say nothing. */
const SHINGLE = 5
/** Of so many neighbouring shingles one is kept: a run of `SHINGLE + WINDOW - 1` words that two texts share is noticed. */
const WINDOW = 4
/** The most fingerprints of a text. Of a longer text's, the smallest are kept, a fair sample that stays comparable. */
export const FINGERPRINT_LIMIT = 2_000

/**
 * The fingerprints of a text: signed 32-bit integers, each once, sorted. Case, style and punctuation aside.
 *
 * Winnowing (Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document fingerprinting", 2003) over
 * shingles of words: of every `WINDOW` neighbouring hashes the smallest is kept. A text shorter than one shingle has
 * none. Linear in the length of the text.
 */
export function fingerprints(text: string): number[] {
  const hashes = shingles(words(folded(text)).map((word) => hashOf(word.text)))
  const kept = new Set<number>()
  for (let at = 0; at < hashes.length; at++) {
    const near = hashes.slice(at, at + WINDOW)
    if (near.length === WINDOW || at === 0) kept.add(Math.min(...near))
  }
  return [...kept].sort((a, b) => a - b).slice(0, FINGERPRINT_LIMIT)
}

/** How alike two texts are by their fingerprints: how many both have, of the shorter's, and of all. */
export type Likeness = { shared: number; containment: number; resemblance: number }

/**
 * Compares the fingerprints of two texts (Broder, "On the resemblance and containment of documents", 1997). Where one
 * was cut at the limit, only the part of the other that would have been kept beside it counts.
 */
export function likeness(a: readonly number[], b: readonly number[]): Likeness {
  const bound = Math.min(lastKept(a), lastKept(b))
  const one = new Set(a.filter((hash) => hash <= bound))
  const other = b.filter((hash) => hash <= bound)
  const shared = other.filter((hash) => one.has(hash)).length
  if (shared === 0) return { shared: 0, containment: 0, resemblance: 0 }
  return {
    shared,
    containment: shared / Math.min(one.size, other.length),
    resemblance: shared / (one.size + other.length - shared),
  }
}

/** From how many shared fingerprints, and which part of the shorter text's, a derivation is suggested. */
const SHARED_FLOOR = 6
const CONTAINMENT_FLOOR = 0.5

/**
 * Whether one text so repeats the other that a derivation should be suggested for a person to confirm. A short item
 * wholly inside a long one counts; a quotation both reports have does not. A translation shares no words and is never
 * found so; nor is a rewrite sentence by sentence. Which of the two is the origin is not told.
 */
export function isNearIdentical(a: readonly number[], b: readonly number[]): boolean {
  const { shared, containment } = likeness(a, b)
  return shared >= SHARED_FLOOR && containment >= CONTAINMENT_FLOOR
}

function lastKept(prints: readonly number[]): number {
  return prints.length < FINGERPRINT_LIMIT ? Number.POSITIVE_INFINITY : (prints.at(-1) ?? 0)
}

/** FNV-1a over the units of a word. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash
}

/** A hash of every run of `SHINGLE` words, well mixed (the finaliser of MurmurHash3), so that the smallest are a fair sample. */
function shingles(hashes: readonly number[]): number[] {
  const all: number[] = []
  for (let at = 0; at + SHINGLE <= hashes.length; at++) {
    let hash = 0
    for (let nth = 0; nth < SHINGLE; nth++) hash = Math.imul(hash, 0x9e3779b1) + (hashes[at + nth] ?? 0)
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
    all.push((hash ^ (hash >>> 16)) | 0)
  }
  return all
}
