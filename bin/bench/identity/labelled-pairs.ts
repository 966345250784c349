import type { LabelledPair } from './labelled-pair.ts'
import { NUMBERS } from './numbers.ts'
import { TYPOGRAPHY } from './typography.ts'

/** All labelled pairs, category by category. */
export const LABELLED_PAIRS: LabelledPair[] = [...TYPOGRAPHY, ...NUMBERS]
