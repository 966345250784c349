/** How often each word occurs whole in a document. */
export type Lexicon = ReadonlyMap<string, number>

const WORD = /[\p{L}\p{M}]+(?:[-‐‑][\p{L}\p{M}]+)*/gu
const ENDS_BROKEN = /([\p{L}\p{M}]+)[-‐‑\u00ad]$/u
/** Numbers are the compounds that are most often broken at their own hyphen. */
const TENS =
  /^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|vingt|trente|quarante|cinquante|soixante|quatre)$/iu

/** The words of lines, but for those broken at their ends. */
export function lexiconOf(lines: Iterable<string>): Lexicon {
  const lexicon = new Map<string, number>()
  for (const line of lines)
    for (const [word] of line.replace(/\S+[-‐‑]\s*$/u, '').matchAll(WORD)) {
      const key = word.toLowerCase().replace(/[‐‑]/gu, '-')
      lexicon.set(key, (lexicon.get(key) ?? 0) + 1)
    }
  return lexicon
}

/**
 * Two lines as one. A hyphen at the end of the first goes with the break, unless it belongs to the word: where the
 * document has the word with it elsewhere, or both parts as words of their own and not the whole, and in numbers and
 * names.
 */
export function joinLines(first: string, second: string, lexicon: Lexicon): string {
  const [line, next] = [first.trimEnd(), second.trimStart()]
  if (/\p{Nd}[-‐‑]$/u.test(line) && /^\p{Nd}/u.test(next)) return line + next
  const before = ENDS_BROKEN.exec(line)?.[1]
  const behind = /^[\p{L}\p{M}]+/u.exec(next)?.[0]
  if (!before || !behind) return `${line} ${next}`
  if (/^\p{Lu}/u.test(behind)) return /^\p{Lu}+$/u.test(before + behind) ? line.slice(0, -1) + next : line + next
  const [one, other] = [before.toLowerCase(), behind.toLowerCase()]
  const has = (word: string) => (lexicon.get(word) ?? 0) > 0
  const isCompound = has(`${one}-${other}`) || (has(one) && has(other) && one.length > 2 && other.length > 2)
  const keeps = !has(one + other) && (TENS.test(one) || isCompound) && !line.endsWith('\u00ad')
  return (keeps ? line : line.slice(0, -1)) + next
}
