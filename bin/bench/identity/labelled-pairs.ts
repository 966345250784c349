import { BIG_EDITS } from './big-edits.ts'
import { DELETED } from './deleted.ts'
import { DUPLICATES } from './duplicates.ts'
import { HEAVY_REWORDING } from './heavy-rewording.ts'
import { INSERTED } from './inserted.ts'
import type { LabelledPair } from './labelled-pair.ts'
import { LIGHT_REWORDING } from './light-rewording.ts'
import { LONG_EDITS } from './long-edits.ts'
import { MERGED } from './merged.ts'
import { MOVED } from './moved.ts'
import { NUMBERS } from './numbers.ts'
import { OTHER_LANGUAGES } from './other-languages.ts'
import { REPLACED } from './replaced.ts'
import { SLAVIC } from './slavic-languages.ts'
import { SPLIT } from './split.ts'
import { STRUCTURE } from './structure.ts'
import { SWAPPED } from './swapped.ts'
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
  ...SWAPPED,
  ...INSERTED,
  ...DELETED,
  ...REPLACED,
  ...DUPLICATES,
  ...STRUCTURE,
  ...BIG_EDITS,
  ...LONG_EDITS,
  ...SLAVIC,
  ...OTHER_LANGUAGES,
]
