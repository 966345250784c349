import { BIG_EDITS } from './big-edits.ts'
import { DELETED } from './deleted.ts'
import { DUPLICATES } from './duplicates.ts'
import { HEAVY_REWORDING } from './heavy-rewording.ts'
import { HOLDOUT_ENCYCLOPEDIA } from './holdout-encyclopedia.ts'
import { HOLDOUT_LANGUAGES } from './holdout-languages.ts'
import { HOLDOUT_LATER_LANGUAGES } from './holdout-later-languages.ts'
import { HOLDOUT_LATER_LONG } from './holdout-later-long.ts'
import { HOLDOUT_LATER_PROSE } from './holdout-later-prose.ts'
import { HOLDOUT_NEWS } from './holdout-news.ts'
import { HOLDOUT_OSINT } from './holdout-osint.ts'
import { HOLDOUT_SAME_SUBJECT } from './holdout-same-subject.ts'
import { HOLDOUT_SLAVIC } from './holdout-slavic.ts'
import { HOLDOUT_SUBJECTS } from './holdout-subjects.ts'
import { HOLDOUT_TEMPLATES } from './holdout-templates.ts'
import { HOLDOUT_UPHEAVAL } from './holdout-upheaval.ts'
import { HOLDOUT_WHO_BEFORE_FIGURE } from './holdout-who-before-figure.ts'
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

/**
 * Pairs written apart from the algorithm, as it is tried by those who don't know it, and measured before it was changed.
 * The first 89, at first sight: precision 98.8 %, recall 98.2 %, outcomes 96.6 % (seven labels were put right since;
 * with those 99.6 %, 98.4 %, 98.3 %). The 31 called "later", written after what these taught was put in: 98.1 %,
 * 98.6 %, 96.8 %. The 16 called "who before figure", of kinds that had just been put right: 98.0 %, 100 %, 98.2 %. What
 * is printed today is kinder, as misses that stood for something general were put right.
 */
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
  ...HOLDOUT_LATER_PROSE,
  ...HOLDOUT_LATER_LONG,
  ...HOLDOUT_LATER_LANGUAGES,
  ...HOLDOUT_WHO_BEFORE_FIGURE,
]
