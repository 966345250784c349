import { BIG_EDITS } from './big-edits.ts'
import { DELETED } from './deleted.ts'
import { DUPLICATES } from './duplicates.ts'
import { HEAVY_REWORDING } from './heavy-rewording.ts'
import { HOLDOUT_ENCYCLOPEDIA } from './holdout-encyclopedia.ts'
import { HOLDOUT_LANGUAGES } from './holdout-languages.ts'
import { HOLDOUT_NEWS } from './holdout-news.ts'
import { HOLDOUT_OSINT } from './holdout-osint.ts'
import { HOLDOUT_SAME_SUBJECT } from './holdout-same-subject.ts'
import { HOLDOUT_SLAVIC } from './holdout-slavic.ts'
import { HOLDOUT_SUBJECTS } from './holdout-subjects.ts'
import { HOLDOUT_TEMPLATES } from './holdout-templates.ts'
import { HOLDOUT_UPHEAVAL } from './holdout-upheaval.ts'
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

/** The pairs that the algorithm was made to get right, category by category. */
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

/** Pairs written without sight of the algorithm and measured before it was changed; nothing is made to fit them alone. */
export const HOLDOUT_PAIRS: LabelledPair[] = [
  ...HOLDOUT_NEWS,
  ...HOLDOUT_ENCYCLOPEDIA,
  ...HOLDOUT_TEMPLATES,
  ...HOLDOUT_SAME_SUBJECT,
  ...HOLDOUT_OSINT,
  ...HOLDOUT_SUBJECTS,
  ...HOLDOUT_SLAVIC,
  ...HOLDOUT_LANGUAGES,
  ...HOLDOUT_UPHEAVAL,
]
