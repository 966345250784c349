import type { Run } from '../article/recut.ts'

/** Where something begins and ends on one side, by the indexes of claims; open where it goes on in something else. */
export type Ends = { first?: number; last?: number }

/** One of the two texts that an outcome is woven of: its claims in reading order, and the block of each. */
export type Side<B = unknown> = {
  name: 'base' | 'theirs'
  blocks: readonly B[]
  blockOf: readonly number[]
  texts: readonly string[]
}

/**
 * One claim of the outcome. `base`, `theirs`: the place it takes on either side, where it has one there.
 * `claim`: the claim of base that stands again; `piece`: the piece of theirs otherwise.
 */
export type Item = {
  run: Run
  decision: number
  base: Ends | null
  theirs: Ends | null
  claim: number | null
  piece: number | null
}
