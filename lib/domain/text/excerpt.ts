import { words } from './word.ts'

/** How many words of a long run are shown, from its beginning and from its end. */
const FIRST = 5
const LAST = 3

/** A run of words, short enough to be named in a line: a long one by its first and last words, whole ones always. */
export function shortRun(text: string): string {
  const all = words(text)
  const [first, last] = [all[FIRST - 1], all[all.length - LAST]]
  // Leaving out one or two words saves nothing.
  if (!first || !last || all.length <= FIRST + LAST + 2) return text
  return `${text.slice(0, first.end)} … ${text.slice(last.start)}`
}
