import { normalized } from './normalized.ts'
import { diffTokens } from './word-token.ts'

/** Signs that belong to the number beside them: "−5", "$5", "5%", "5°". */
const BEFORE = /^[\p{Sc}\-−±<>≤≥~≈]$/u
const BEHIND = /^[\p{Sc}%‰°′″]$/u

/**
 * Whether a wording states other numbers or dates than the one before, or the same in another order. Numbers are what
 * is written with digits (fractions and signs of numbers too), with the signs beside them; a whole date is one. How
 * digits are grouped by spaces is no difference. Linear in the length of the texts.
 */
export function numbersChanged(before: string, after: string): boolean {
  if (before === after) return false
  const [were, are] = [numbersOf(before), numbersOf(after)]
  return were.length !== are.length || were.some((number, at) => number !== are[at])
}

/** The numbers and dates of a text in order, spelled so that the same are equal. */
export function numbersOf(text: string): string[] {
  const tokens = diffTokens(text)
  return tokens.flatMap((token, at) => {
    if (!/\p{N}/u.test(token)) return []
    let from = at
    let to = at
    // A hyphen is a minus where nothing stands before it.
    while (from > 0 && BEFORE.test(tokens[from - 1] ?? '') && !/[\p{L}\p{N}]$/u.test(tokens[from - 2] ?? '')) from--
    while (BEHIND.test(tokens[to + 1] ?? '')) to++
    const spelled = normalized(tokens.slice(from, to + 1).join(''), 'NFC').toLowerCase()
    return [spelled.replace(/(?<=\p{N})\s+(?=\p{N})/gu, '').replace(/\s+/gu, ' ')]
  })
}
