import { claimKey } from '../claim/claim.ts'
import type { Decision, Piece, RecordedPiece } from '../reconcile/piece.ts'

/** What the change of setting is called among the changes: paragraphs, kinds of blocks, white space; no claim. */
export const SETTING_KEY = 'setting'

/** Whether a decision changes the article: everything but what stays in its words and its place. */
export function isChange({ outcome, moved }: Pick<Decision, 'outcome' | 'moved'>): boolean {
  return outcome !== 'kept' || moved
}

/**
 * What each decision is called while others go on typing: indexes shift with every sentence put in anywhere, claim
 * numbers don't. A decision about recorded claims is called by their numbers ("C-5", "C-5+C-6"); a new claim by the
 * recorded claim it follows and a fingerprint of its words ("C-5>9f3a01bc"), so that other words are another change.
 * Where two would be called the same, the later ones are counted ("C-5>9f3a01bc~2").
 *
 * @returns keys in the order of the decisions, no two equal
 */
export function changeKeys(
  decisions: readonly Decision[],
  base: readonly Pick<RecordedPiece, 'number'>[],
  pieces: readonly Pick<Piece, 'text'>[],
): string[] {
  const numberOf = (at: number | undefined) => base[at ?? -1]?.number ?? 0
  const followed = followedBy(decisions, pieces.length, numberOf)
  const times = new Map<string, number>()
  return decisions.map((decision) => {
    const key = changeKey(decision, numberOf, followed, pieces)
    const time = (times.get(key) ?? 0) + 1
    times.set(key, time)
    return time === 1 ? key : `${key}~${time}`
  })
}

function changeKey(
  { before, after }: Decision,
  numberOf: (at: number) => number,
  followed: readonly number[],
  pieces: readonly Pick<Piece, 'text'>[],
): string {
  if (before.length > 0) return before.map((at) => claimKey(numberOf(at))).join('+')
  const at = after[0] ?? 0
  return `${claimKey(followed[at] ?? 0)}>${fingerprint((pieces[at]?.text ?? '').trim())}`
}

/** For every piece, the number of the last recorded claim before it in reading order; 0 where none is. */
function followedBy(decisions: readonly Decision[], length: number, numberOf: (at: number) => number): number[] {
  const own = new Array<number>(length).fill(0)
  for (const { before, after } of decisions)
    if (before.length > 0) for (const at of after) own[at] = numberOf(before.at(-1) ?? -1)
  let last = 0
  return own.map((number) => {
    const followed = last
    if (number > 0) last = number
    return followed
  })
}

/** 32 bits of a text in hex (FNV-1a over UTF-16 units): tells texts apart beside each other, and proves nothing. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
