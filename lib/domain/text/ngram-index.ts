/** How many UTF-16 units a gram has: short enough that some survive one mistake in ten characters. */
export const GRAM = 4
const BUCKETS = 1 << 17

/** Where every run of `GRAM` units of a text stands; runs that share a bucket share a list. */
export type GramIndex = { length: number; starts: Int32Array; places: Int32Array }

/** Indexes a text by its grams, in two passes. Linear; memory four bytes a unit and half a megabyte. */
export function indexGrams(text: string): GramIndex {
  const starts = new Int32Array(BUCKETS + 1)
  const count = Math.max(0, text.length - GRAM + 1)
  const buckets = new Int32Array(count)
  for (let at = 0; at < count; at++) {
    const bucket = bucketAt(text, at)
    buckets[at] = bucket
    starts[bucket + 1] = (starts[bucket + 1] ?? 0) + 1
  }
  for (let bucket = 0; bucket < BUCKETS; bucket++)
    starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0)
  const next = starts.slice()
  const places = new Int32Array(count)
  for (let at = 0; at < count; at++) {
    const bucket = buckets[at] ?? 0
    const place = next[bucket] ?? 0
    places[place] = at
    next[bucket] = place + 1
  }
  return { length: text.length, starts, places }
}

/** What a vote is gathered by: places whose distance from the pattern's beginning differs by less than this. */
const BIN = 32
/** A gram that stands in more places than this tells next to nothing; it is left out unless all are such. */
const COMMON = 6_000

/**
 * Where a pattern may begin in the indexed text: the places most grams of it vote for, best first.
 *
 * Each gram of the pattern that stands somewhere in the text votes for the place where the pattern would then begin;
 * a true match gathers the votes of all its undamaged grams near one place, however many of the others are damaged
 * (the q-gram lemma: Ukkonen, "Approximate string matching with q-grams and maximal matches", 1992).
 * @param offset where `pattern` begins, seen from what is looked for; negative for what stands before it
 * @returns places within one bin of the true one, at most `limit`
 */
export function votedPlaces(
  index: GramIndex,
  patterns: readonly { pattern: string; offset: number; weight: number }[],
  limit: number,
): number[] {
  const margin = 4 * BIN + Math.max(0, ...patterns.map(({ pattern, offset }) => offset + pattern.length))
  const bins = new Float32Array(Math.ceil((index.length + 2 * margin) / BIN) + 2)
  for (const { pattern, offset, weight } of patterns) {
    for (const common of [COMMON, Number.POSITIVE_INFINITY]) {
      let voted = 0
      for (let at = 0; at + GRAM <= pattern.length; at++) {
        const bucket = bucketAt(pattern, at)
        const [from, to] = [index.starts[bucket] ?? 0, index.starts[bucket + 1] ?? 0]
        if (to - from > common) continue
        voted++
        for (let place = from; place < to; place++) {
          const bin = Math.trunc(((index.places[place] ?? 0) - at - offset + margin) / BIN)
          bins[bin] = (bins[bin] ?? 0) + weight
        }
      }
      if (voted > 0) break
    }
  }
  return tops(bins, limit).map((bin) => Math.max(0, (bin + 1) * BIN - margin))
}

/** The bins that with the next one hold most, best first, neighbours of a better one left out. */
function tops(bins: Float32Array, limit: number): number[] {
  const held = (bin: number) => (bins[bin] ?? 0) + (bins[bin + 1] ?? 0)
  let best: number[] = []
  let least = 2
  for (let bin = 0; bin < bins.length; bin++) {
    const votes = held(bin)
    if (votes < least || votes < held(bin - 1) || votes <= held(bin + 1)) continue
    best.push(bin)
    if (best.length < 4 * limit) continue
    best = best.sort((a, b) => held(b) - held(a)).slice(0, limit)
    least = held(best.at(-1) ?? 0)
  }
  return best.sort((a, b) => held(b) - held(a)).slice(0, limit)
}

function bucketAt(text: string, at: number): number {
  let hash = 0
  for (let unit = 0; unit < GRAM; unit++) hash = Math.imul(hash ^ text.charCodeAt(at + unit), 0x9e3779b1)
  return (hash >>> 15) & (BUCKETS - 1)
}
