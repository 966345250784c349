import { WITHDRAWAL_WORDS } from './withdrawal-word.ts'

/** How much of a sentence is read on either side of the words, and of it behind them for what they were said by. */
const REACH = 240
const TAIL = 80
const SENTENCE_END = /[.!?。！？…]["'”’»)\]]*\s+(?=["'“«„([]?[\p{Lu}\p{Lo}\p{N}])|\n/gu
const whole = (words: string) => `(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`

const FRAMES = WITHDRAWAL_WORDS.map(({ earlier, denies, that, claim, isFalse, tail }) => ({
  earlier: new RegExp(whole(earlier), 'u'),
  denial: new RegExp(
    `${whole(denies)}(?:[\\s,:]+[^\\s,]+){0,5}?[\\s,:]+(?:${that})(?:\\s+\\S+){0,6}\\s*["'“«„]?\\s*$`,
    'u',
  ),
  claim: new RegExp(`${whole(claim)}[^.]{0,60}$`, 'u'),
  isFalse: new RegExp(`^[\\s,;"'”’»–—-]*(?:\\S+\\s){0,4}?(?:${isFalse})(?!\\p{L})`, 'u'),
  tail: new RegExp(`^[\\s,;:."'”’»(–—-]*(?:${tail})(?!\\p{L})`, 'u'),
}))
const LABEL =
  /^\s*["'“«„]?\s*(?:false|fake|hoax|myth|untrue|falsch|faux|falso|fałsz|nieprawda|фейк|ложь|неправда|міф|миф|фэйк|няпраўда)\s*[:.!–—-]/u

/**
 * A denial right before words, or right behind them where it comes last: "did not | order it", "befahl es | nicht". None
 * that is another word in another language ("mai", "nu", "ne").
 */
const DENIED_BEFORE =
  /(?:(?<![\p{L}\p{N}])(?:not|never|no|nor|cannot|не|ня|ні|ни|никогда|никакой|ніколі|ніколи|nie|nigdy|nicht|niemals|keine?[mnrs]?|jamais|aucune?|non|não|nao|nunca|jamás|inte|aldrig|ikke|aldri|niet|geen|nem|nav|nima)|n['’]t)\s+$|(?<!\p{L})n['’]$/iu
const DENIED_BEHIND = /^\s+(?:(?:nicht|niemals|pas|inte|ikke|niet)(?![\p{L}\p{N}])|nie(?=[.,;!?]))/iu
/** The longest of these, with its space. */
const DENIAL = 16

/**
 * Whether a page states the words at `[start, end)` only to take them back or deny them: "an earlier version said …",
 * "reports that … are false", "the ministry denied that …", "did not …". Recognised by the sentence around them, in the languages of
 * `withdrawal-word.ts`. What is denied sentences away, or in other words, is not seen. Bounded by `REACH`.
 */
export function isWithdrawn(text: string, start: number, end: number): boolean {
  const lead = leadOf(text.slice(Math.max(0, start - REACH), start))
  const behind = text.slice(end, end + REACH)
  const tail = /[.!?。]["'”’»)]*\s*$/u.test(text.slice(start, end)) ? '' : tailOf(behind)
  if (LABEL.test(lead)) return true
  if (DENIED_BEFORE.test(text.slice(Math.max(0, start - DENIAL), start))) return true
  if (DENIED_BEHIND.test(behind.slice(0, DENIAL))) return true
  const opened = /["“«„]\s*$/u.test(lead)
  return FRAMES.some(
    ({ earlier, denial, claim, isFalse, tail: ends }) =>
      earlier.test(lead) ||
      earlier.test(tail.slice(0, TAIL)) ||
      denial.test(lead) ||
      ((opened || claim.test(lead)) && isFalse.test(tail)) ||
      ends.test(tail === '' ? nextOf(behind) : tail),
  )
}

/** What is before the words in their sentence; with the sentence before where theirs begins by "It said". */
function leadOf(before: string): string {
  const ends = [...before.matchAll(SENTENCE_END)].map(({ 0: mark, index }) => index + mark.length)
  const own = before.slice(ends.at(-1) ?? 0).toLowerCase()
  if (!/^\s*["'“«„]?(?:it|there|es|il|elle|tam|там|тут|в ней|у ёй|у ній|w niej|allí)\s/u.test(own)) return own
  return before.slice(ends.at(-2) ?? 0).toLowerCase()
}

function tailOf(behind: string): string {
  SENTENCE_END.lastIndex = 0
  const end = SENTENCE_END.exec(behind)
  return (end ? behind.slice(0, end.index + 1) : behind).toLowerCase()
}

/** The sentence behind words that end one: "… were killed. This was wrong." */
function nextOf(behind: string): string {
  return tailOf(behind.replace(/^["'”’»)\s]+/u, ''))
}
