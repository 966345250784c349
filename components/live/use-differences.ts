'use client'

import { useEffect, useState } from 'react'
import type { Said } from '@/lib/domain/article/framing.ts'
import { type WorkingDifferences, workingDifferences } from '@/lib/domain/revision/working-difference.ts'
import type { Live } from './use-live.ts'

/** Milliseconds between two looks while people are typing. */
const LOOK_EVERY = 250

/**
 * Where the working text differs from what is recorded, as it is typed; null until the text is there.
 * @param recorded every claim in reading order with what is recorded of it; the same array as long as that is the same
 */
export function useDifferences(
  { connection, synced }: Pick<Live, 'connection' | 'synced'>,
  recorded: readonly (readonly [number, Said])[],
): WorkingDifferences | null {
  const [differences, setDifferences] = useState<WorkingDifferences | null>(null)
  useEffect(() => {
    if (!connection || !synced) return setDifferences(null)
    let later: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      later = undefined
      setDifferences(workingDifferences(connection.blocks(), recorded))
    }
    const soon = () => {
      later ??= setTimeout(look, LOOK_EVERY)
    }
    look()
    connection.doc.on('update', soon)
    return () => {
      clearTimeout(later)
      connection.doc.off('update', soon)
    }
  }, [connection, synced, recorded])
  return differences
}
