import { HEAVY_REWORDING } from './heavy-rewording.ts'
import type { LabelledPair } from './labelled-pair.ts'
import { LIGHT_REWORDING } from './light-rewording.ts'
import { MERGED } from './merged.ts'
import { MOVED } from './moved.ts'
import { NUMBERS } from './numbers.ts'
import { SPLIT } from './split.ts'
import { TYPOGRAPHY } from './typography.ts'

/** All labelled pairs, category by category. */
export const LABELLED_PAIRS: LabelledPair[] = [
  ...TYPOGRAPHY,
  ...NUMBERS,
  ...LIGHT_REWORDING,
  ...HEAVY_REWORDING,
  ...SPLIT,
  ...MERGED,
  ...MOVED,
]
