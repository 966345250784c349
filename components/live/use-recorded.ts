'use client'

import { useEffect, useRef } from 'react'
import type { Live } from './use-live.ts'

/** Milliseconds in which several changes are read together. */
const TOGETHER = 150
/** If a page could not be read again in this time, it is asked for again with the next change. */
const PATIENCE = 3_000

/**
 * Reads the page again when something was recorded that it does not show yet: by someone else, by another window, or
 * while the connection was gone. Several changes at once are read once. Where the connection was ended for good, the page
 * stays as it is, with the words that say why: what its reader typed may be nowhere else.
 * @param shown the moment the page shows, on the article's and on the desk's clock
 */
export function useRecorded(
  live: Pick<Live, 'seq' | 'deskSeq' | 'status'>,
  shown: { seq: number; deskSeq: number },
  read: () => void,
) {
  const latest = useRef(read)
  latest.current = read
  const asked = useRef({ seq: 0, deskSeq: 0, at: 0 })
  const behind = live.status !== 'ended' && (live.seq > shown.seq || live.deskSeq > shown.deskSeq)
  useEffect(() => {
    if (!behind) return
    const { seq, deskSeq, at } = asked.current
    if (seq >= live.seq && deskSeq >= live.deskSeq && Date.now() - at < PATIENCE) return
    const later = setTimeout(() => {
      asked.current = { seq: live.seq, deskSeq: live.deskSeq, at: Date.now() }
      latest.current()
    }, TOGETHER)
    return () => clearTimeout(later)
  }, [behind, live.seq, live.deskSeq])
}
