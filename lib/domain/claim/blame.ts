/**
 * For any words of a claim: which wording they came with.
 *
 * Plan: go through the accepted wordings in the order they were recorded. Each was written over others: the claim's own
 * wording before it, and where the claim was cut out of another or took another in at that moment, what that one said.
 * Words it shares with them keep the origin they have there; what is left is its own. So does `git blame`, with two
 * differences: it works on words, not lines, and a wording that says again, word for word, what the claim said before
 * takes its words from there, because whoever restored them has not written them.
 *
 * Linear in the number of wordings, beside one comparison of words for each (bounded in `word-diff.ts`).
 */
import { tokenDiff } from '../text/word-diff.ts'

/** An accepted wording of one claim. `seq`: when it was accepted. */
export type Worded = { claim: number; seq: number; text: string }

/** At `seq` the words of `ancestor` came to `claim`: it was split off, or took the other in. */
export type Descent = { claim: number; ancestor: number; seq: number }

/** A stretch of the claim's words, and the place of the wording it came with. Neighbours differ in origin; none is empty. */
export type BlameRun = { text: string; origin: number }

/**
 * Who wrote what a claim says last.
 * @param wordings of the claim and its ancestors, in the order they were accepted
 * @returns runs that joined are the claim's last wording; nothing where it has none
 */
export function blame(wordings: readonly Worded[], descents: readonly Descent[], claim: number): BlameRun[] {
  const known: { worded: Worded; runs: BlameRun[] }[] = []
  /** What a claim said last before a moment. */
  const lastOf = (number: number, seq: number) =>
    known.findLast(({ worded }) => worded.claim === number && worded.seq < seq)
  const ancestorsOf = Map.groupBy(descents, (descent) => `${descent.claim} ${descent.seq}`)
  for (const [at, worded] of wordings.entries()) {
    const again = known.findLast(({ worded: w }) => w.claim === worded.claim && w.text.trim() === worded.text.trim())
    const own = lastOf(worded.claim, worded.seq)
    const others = (ancestorsOf.get(`${worded.claim} ${worded.seq}`) ?? []).flatMap(
      ({ ancestor }) => lastOf(ancestor, worded.seq) ?? [],
    )
    const sources = again ? [again] : inReadingOrder(own ? [own, ...others] : others, worded.text)
    const from = sources.flatMap(({ runs }) => runs)
    known.push({ worded, runs: carried(from, worded.text, at) })
  }
  return known.findLast(({ worded }) => worded.claim === claim)?.runs ?? []
}

/** What was joined stands in the order it has in the joined words; what is not found there keeps its place at the end. */
function inReadingOrder<T extends { worded: Worded }>(sources: T[], text: string): T[] {
  if (sources.length < 2) return sources
  const place = ({ worded }: T) => {
    const found = text.indexOf(worded.text.trim())
    return found < 0 ? text.length : found
  }
  return sources.toSorted((a, b) => place(a) - place(b))
}

/** The words of `text`, with the origins of those that were there before; the others are of origin `own`. */
function carried(before: readonly BlameRun[], text: string, own: number): BlameRun[] {
  const runs: BlameRun[] = []
  const put = (words: string, origin: number) => {
    const last = runs.at(-1)
    if (words === '') return
    // White space is no one's words: it goes with those before it.
    if (last && (last.origin === origin || words.trim() === '')) last.text += words
    else runs.push({ text: words, origin })
  }
  let [at, within] = [0, 0]
  /** Goes on by so many characters of the words before; `each` hears of the stretches on the way. */
  const pass = (length: number, each: (words: string, origin: number) => void) => {
    let left = length
    for (let run = before[at]; run && left > 0; run = before[at]) {
      const words = run.text.slice(within, within + left)
      each(words, run.origin)
      left -= words.length
      within += words.length
      if (within < run.text.length) break
      at += 1
      within = 0
    }
  }
  for (const part of tokenDiff(before.map((run) => run.text).join(''), text)) {
    if (part.kind === 'added') put(part.text, own)
    else pass(part.text.length, part.kind === 'same' ? put : () => {})
  }
  return runs
}
