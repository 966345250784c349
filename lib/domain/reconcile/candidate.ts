import type { Terms } from './term.ts'

/** In how many claims a word, or two together, may stand and still lead to them; how many claims are looked at for one. */
export const RARE_CLAIMS = 40
export const MOST_CANDIDATES = 6
/** How many places of a claim's words and pairs of words are looked at, the rarest first. */
const LOOKED_AT = 120
/** More words than any text has: two ids make one key. */
const MOST_WORDS = 2 ** 26

/**
 * For claims of one text, those of the other that share most of their rare words and neighbouring pairs of words: an
 * inverted index, as retrieval systems have it, with shingles (Broder, "On the resemblance and containment of
 * documents", 1997) for texts in which no word is rare. Linear in the number of claims, as all else is bounded.
 */
export class RareWords {
  private readonly places = new Map<number, number[]>()
  /** While a claim is looked for: the weight of what each shares with it; else all 0. */
  private readonly shared: Float64Array

  /** @param indexes the claims that may be found */
  constructor(
    indexes: Iterable<number>,
    private readonly terms: readonly Terms[],
  ) {
    this.shared = new Float64Array(terms.length)
    for (const at of indexes)
      for (const key of keysOf(terms[at]).keys()) {
        const found = this.places.get(key)
        if (!found) this.places.set(key, [at])
        else if (found.length <= RARE_CLAIMS) found.push(at)
      }
  }

  /** The claims most like `terms`, the likeliest first; of equally likely ones, the first. */
  find(terms: Terms): number[] {
    const rare: { places: readonly number[]; weight: number }[] = []
    for (const [key, weight] of keysOf(terms)) {
      const places = this.places.get(key)
      if (places && places.length <= RARE_CLAIMS) rare.push({ places, weight })
    }
    rare.sort((a, b) => a.places.length - b.places.length || b.weight - a.weight)
    const touched: number[] = []
    let looked = 0
    for (const { places, weight } of rare) {
      if (looked > LOOKED_AT) break
      looked += places.length
      for (const at of places) {
        if (this.shared[at] === 0) touched.push(at)
        this.shared[at] = (this.shared[at] ?? 0) + weight
      }
    }
    const best: Ranked[] = []
    for (const at of touched) {
      const rank = (this.shared[at] ?? 0) / Math.sqrt(1 + (this.terms[at]?.weight ?? 0))
      this.shared[at] = 0
      const last = best.at(-1)
      if (best.length === MOST_CANDIDATES && last && !isBefore({ at, rank }, last)) continue
      if (best.length === MOST_CANDIDATES) best.pop()
      const place = best.findIndex((one) => isBefore({ at, rank }, one))
      best.splice(place < 0 ? best.length : place, 0, { at, rank })
    }
    return best.map(({ at }) => at)
  }
}

type Ranked = { at: number; rank: number }

const isBefore = (a: Ranked, b: Ranked) => a.rank > b.rank || (a.rank === b.rank && a.at < b.at)

/** What a claim is found by, and how much each tells. */
function keysOf(terms: Terms | undefined): Map<number, number> {
  const keys = new Map<number, number>()
  for (const [at, form] of terms?.forms.entries() ?? []) {
    keys.set(form.id, form.weight)
    const next = terms?.forms[at + 1]
    if (next) keys.set((form.id + 1) * MOST_WORDS + next.id, (form.weight + next.weight) / 2)
  }
  return keys
}
