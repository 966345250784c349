import type { Form, Terms } from './reconcile-term'

/** In how many claims a word may stand and still lead from one to the other; and how many claims are looked at for one. */
export const RARE_CLAIMS = 40
export const MOST_CANDIDATES = 6
/** How many of a claim's rarest words are looked up. */
const LOOKED_UP = 12

/**
 * For claims of one text, those of the other that share most of their rare words: an inverted index, as retrieval
 * systems have it. What shares no rare word is no candidate. Linear in the number of claims, as all else is bounded.
 */
export class RareWords {
  private readonly places = new Map<Form, number[]>()

  /** @param indexes the claims that may be found */
  constructor(
    indexes: Iterable<number>,
    private readonly terms: readonly Terms[],
  ) {
    for (const at of indexes)
      for (const form of new Set(terms[at]?.forms)) {
        const found = this.places.get(form)
        if (!found) this.places.set(form, [at])
        else if (found.length <= RARE_CLAIMS) found.push(at)
      }
  }

  /** The claims most like `terms`, the likeliest first; of equally likely ones, the first. */
  find(terms: Terms): number[] {
    const weights = new Map<number, number>()
    const rare = [...new Set(terms.forms)]
      .filter((form) => (this.places.get(form)?.length ?? RARE_CLAIMS + 1) <= RARE_CLAIMS)
      .sort((a, b) => b.weight - a.weight)
      .slice(0, LOOKED_UP)
    for (const form of rare)
      for (const at of this.places.get(form) ?? []) weights.set(at, (weights.get(at) ?? 0) + form.weight)
    const likely = (at: number) => (weights.get(at) ?? 0) / Math.sqrt(1 + (this.terms[at]?.weight ?? 0))
    return [...weights.keys()].sort((a, b) => likely(b) - likely(a) || a - b).slice(0, MOST_CANDIDATES)
  }
}
