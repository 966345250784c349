import { framingOf, type Said, sameFraming } from '../article/framing.ts'
import { oneLine } from '../claim/wording.ts'
import type { DraftBlock } from './draft.ts'

/** A claim that says something else in the working text than in the record; null: its words are not there at all. */
export type WorkingDifference = { number: number; recorded: Said; working: Said | null }

/** Where the working text and the record say different things, before anything is decided about it. */
export type WorkingDifferences = {
  claims: WorkingDifference[]
  /** Words that are of no claim yet, stretch by stretch. */
  added: string[]
}

/**
 * Compares the working text with the record claim by claim, by what each stretch of it says it belongs to. Cheap enough
 * to be asked with every keystroke; what will become of each claim is decided by reconciliation, when someone records.
 * Differences of white space alone are none; another label, or words that have become a quotation, are one. A claim in
 * several blocks is framed by the first; words put in the middle of a claim are read as its own, as recording would.
 * @param recorded every claim of the article in reading order, and what it says
 */
export function workingDifferences(
  blocks: readonly DraftBlock[],
  recorded: Iterable<readonly [number: number, said: Said]>,
): WorkingDifferences {
  const found = new Map<number, Said>()
  const added: string[] = []
  for (const block of blocks) {
    let between = ''
    let last: number | undefined
    const end = () => {
      if (between.trim() !== '') added.push(between.trim())
      between = ''
    }
    for (const { text, hint } of block.runs) {
      if (hint === undefined) {
        between += text
        continue
      }
      const before = found.get(hint) ?? { ...framingOf(block), text: '' }
      const words = hint === last ? between + text : text
      if (hint === last) between = ''
      else end()
      found.set(hint, { ...before, text: before.text + words })
      last = hint
    }
    end()
  }
  const claims: WorkingDifference[] = []
  for (const [number, said] of recorded) {
    const working = found.get(number)
    const before = plain(said.text)
    if (working === undefined || plain(working.text) === '') {
      if (before !== '') claims.push({ number, recorded: said, working: null })
    } else if (plain(working.text) !== before || !sameFraming(working, said))
      claims.push({ number, recorded: said, working })
  }
  return { claims, added }
}

function plain(text: string): string {
  return oneLine(text).replace(/\s+/gu, ' ').trim()
}
