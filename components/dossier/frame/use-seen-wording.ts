'use client'

import { useCallback, useEffect, useState } from 'react'
import { readDraft, writeDraft } from '@/components/ui/draft-store.ts'
import type { ClaimSummary } from '@/lib/domain/claim/claim.ts'

type Seen = { id: string; text: string }

export type SeenWording = {
  /** The wording that what is being written is about. */
  wordingId: string
  /** What it said, where the claim says something else by now; null where it does not. */
  was: string | null
  /** Keeps with the draft which wording it is about. */
  keep: () => void
  /** From now on it is about the claim as it is. */
  look: () => void
  forget: () => void
}

/**
 * What someone writes is about the words they read when they began: a page that shows a colleague's new wording meanwhile
 * must not record it for that. Kept with the draft, so that one that is opened later is about the same words.
 * @param key the draft's
 */
export function useSeenWording(claim: ClaimSummary, key: string): SeenWording {
  const place = `seen.${key}`
  const [seen, setSeen] = useState<Seen>({ id: claim.wordingId, text: claim.text })
  useEffect(() => {
    const kept = readDraft(place) as Partial<Seen>
    if (kept.id) setSeen({ id: kept.id, text: kept.text ?? '' })
  }, [place])
  const keep = useCallback(() => writeDraft(place, seen), [place, seen])
  const { wordingId, text } = claim
  const look = useCallback(() => {
    const now = { id: wordingId, text }
    setSeen(now)
    writeDraft(place, now)
  }, [place, wordingId, text])
  const forget = useCallback(() => writeDraft(place, null), [place])
  return { wordingId: seen.id, was: seen.id === wordingId ? null : seen.text, keep, look, forget }
}
