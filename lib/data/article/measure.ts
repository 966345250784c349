import type { Measure } from '@/lib/domain/claim/claim.ts'
import { statesHumanToll } from '@/lib/domain/claim/human-toll.ts'
import { countWords } from '@/lib/domain/text/word.ts'

/** A wording's text never changes, so what was measured of it once holds. Bounded: the oldest half goes when full. */
const KEPT = 60_000
const kept = new Map<string, Measure>()

/** @param label the infobox label the claim stands under, where it does */
export function measureWording(wordingId: string, text: string, label?: string): Measure {
  const key = `${wordingId} ${label ?? ''}`
  const known = kept.get(key)
  if (known) return known
  if (kept.size >= KEPT) for (const old of [...kept.keys()].slice(0, KEPT / 2)) kept.delete(old)
  const humanToll = statesHumanToll(text, label)
  const measure = { words: countWords(text), humanToll, numbers: humanToll || /\p{Nd}/u.test(text) }
  kept.set(key, measure)
  return measure
}
