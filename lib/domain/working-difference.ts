import type { DraftBlock } from './draft'
import { oneLine } from './wording'

/** A claim whose words in the working text are not the record's; null: its words are not there at all. */
export type WorkingDifference = { number: number; recorded: string; working: string | null }

/** Where the working text and the record say different things, before anything is decided about it. */
export type WorkingDifferences = {
  claims: WorkingDifference[]
  /** Words that are of no claim yet: how many stretches of them. */
  added: number
}

/**
 * Compares the working text with the record claim by claim, by what each stretch of it says it belongs to. Cheap enough
 * to be asked with every keystroke; what will become of each claim is decided by reconciliation, when somebody records.
 * Differences of white space alone are none.
 * @param recorded every claim of the article in reading order, and its words
 */
export function workingDifferences(
  blocks: readonly DraftBlock[],
  recorded: Iterable<readonly [number: number, text: string]>,
): WorkingDifferences {
  const said = new Map<number, string>()
  let added = 0
  for (const { runs } of blocks)
    for (const { text, hint } of runs)
      if (hint !== undefined) said.set(hint, (said.get(hint) ?? '') + text)
      else if (text.trim() !== '') added += 1
  const claims: WorkingDifference[] = []
  for (const [number, text] of recorded) {
    const working = said.get(number)
    const before = plain(text)
    if (working === undefined || plain(working) === '') {
      if (before !== '') claims.push({ number, recorded: text, working: null })
    } else if (plain(working) !== before) claims.push({ number, recorded: text, working })
  }
  return { claims, added }
}

function plain(text: string): string {
  return oneLine(text).replace(/\s+/gu, ' ').trim()
}
