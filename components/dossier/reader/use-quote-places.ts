'use client'

import { useMemo } from 'react'
import { findQuoteIn, type SearchableText, searchable } from '@/lib/domain/quote/anchor.ts'
import type { SnapshotDto } from '@/lib/view/snapshot.ts'
import type { Passage } from './passage.ts'

/** A quote to be found in a snapshot: by its own passage, by what was last found for it there, or by its words. */
export type Sought = { quote: string; passage: Passage | null; said: { snapshotId: string; text: string } | null }

/** `anchored`: the quote was taken from this very place. `score`: 1 for its very words. */
export type QuotePlace = { start: number; end: number; anchored: boolean; score: number }
export type Places = { present: QuotePlace | null; others: QuotePlace[] }

/** Where the quotes stand in a snapshot. The text is made searchable once, and only if something has to be looked for. */
export function useQuotePlaces(
  snapshot: SnapshotDto,
  quote: Sought | null,
  others: readonly Sought[],
): [within: () => SearchableText, places: Places] {
  const within = useMemo(() => {
    let made: SearchableText | undefined
    return () => {
      made ??= searchable(snapshot.text)
      return made
    }
  }, [snapshot.text])
  // biome-ignore lint/correctness/useExhaustiveDependencies: found once, when the snapshot opens
  const places = useMemo(
    () => ({
      present: quote && placeOf(snapshot, quote, within),
      others: others.flatMap((one) => placeOf(snapshot, one, within) ?? []),
    }),
    [snapshot],
  )
  return [within, places]
}

function placeOf({ id, text }: SnapshotDto, sought: Sought, within: () => SearchableText): QuotePlace | null {
  const { quote, passage, said } = sought
  if (passage?.snapshotId === id) return { start: passage.start, end: passage.end, anchored: true, score: 1 }
  if (said?.snapshotId === id && said.text !== '') {
    const start = text.indexOf(said.text)
    if (start >= 0) return { start, end: start + said.text.length, anchored: passage !== null, score: 1 }
  }
  const found = quote === '' ? null : findQuoteIn(within(), quote)
  return found && { start: found.start, end: found.end, anchored: false, score: found.score }
}
