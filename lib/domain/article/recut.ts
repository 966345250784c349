import { words } from '../text/word.ts'
import { claimsOf } from './block.ts'

/** A stretch of an edited block's text, and the claim it says it belongs to: a hint, never proof. */
export type Run = { text: string; hint?: number }

/**
 * Cuts an edited block into claims. What people decided stays: a claim whose words are still there is cut as it was,
 * even in the middle of a sentence, and so is a border between two claims whose words on both sides of it were left
 * alone. Only what lies between is cut into sentences again. Joined, the pieces are the runs; none is only white space
 * (unless all of the block is). Linear in the length of the block.
 *
 * @param recorded what a claim says in the recorded article
 */
export function recut(
  runs: readonly Run[],
  recorded: (claim: number) => string | undefined,
  segment: (text: string) => string[],
): Run[] {
  const stretches: { runs: Run[]; whole: boolean }[] = []
  for (const run of mergedRuns(runs)) {
    const text = run.hint === undefined ? undefined : recorded(run.hint)
    const whole = text !== undefined && text.trim() !== '' && text.trim() === run.text.trim()
    const last = stretches.at(-1)
    if (whole || !last || last.whole || bordersStand(last.runs.at(-1), run, recorded))
      stretches.push({ runs: [run], whole })
    else last.runs.push(run)
  }
  const pieces = stretches.flatMap(({ runs: own, whole }) => (whole ? own : cutAnew(own, segment)))
  return settled(pieces)
}

/** Neighbours that say they are of one claim are one run. */
function mergedRuns(runs: readonly Run[]): Run[] {
  const merged: Run[] = []
  for (const run of runs) {
    const last = merged.at(-1)
    if (run.text === '') continue
    if (last && last.hint === run.hint) last.text += run.text
    else merged.push({ ...run })
  }
  return merged
}

/** Whether the border between two edited claims is as it was: the last word before it, and the first behind it. */
function bordersStand(before: Run | undefined, after: Run, recorded: (claim: number) => string | undefined): boolean {
  if (before?.hint === undefined || after.hint === undefined) return false
  const [was, will] = [recorded(before.hint), recorded(after.hint)]
  if (was === undefined || will === undefined) return false
  const lastOf = (text: string) => text.trimEnd().slice(words(text).at(-1)?.start ?? 0)
  const firstOf = (text: string) => text.trimStart().slice(0, words(text.trimStart())[0]?.end ?? 0)
  return lastOf(before.text) === lastOf(was) && firstOf(after.text) === firstOf(will) && firstOf(will) !== ''
}

/** Sentences of a stretch; each takes the hint that most of its text has. */
function cutAnew(runs: readonly Run[], segment: (text: string) => string[]): Run[] {
  const text = runs.map((run) => run.text).join('')
  let at = 0
  let from = 0
  const pieces: Run[] = []
  let next = 0
  for (const claim of claimsOf(text, segment)) {
    const to = from + claim.length
    const share = new Map<number, number>()
    while (next < runs.length) {
      const run = runs[next] as Run
      const overlap = Math.min(to, at + run.text.length) - Math.max(from, at)
      if (run.hint !== undefined && overlap > 0) share.set(run.hint, (share.get(run.hint) ?? 0) + overlap)
      if (at + run.text.length > to) break
      at += run.text.length
      next++
    }
    const [best] = [...share].sort((a, b) => b[1] - a[1])
    pieces.push(best ? { text: claim, hint: best[0] } : { text: claim })
    from = to
  }
  return pieces
}

/** White space is no claim of its own: it goes to the one before it, or at the start of a block to the one behind it. */
function settled(pieces: readonly Run[]): Run[] {
  const claims: Run[] = []
  let waiting = ''
  for (const piece of pieces) {
    const last = claims.at(-1)
    if (piece.text.trim() !== '') {
      claims.push({ ...piece, text: waiting + piece.text })
      waiting = ''
    } else if (last) last.text += piece.text
    else waiting += piece.text
  }
  if (waiting !== '') claims.push({ text: waiting })
  return claims
}
