'use client'

import { useEffect, useState } from 'react'
import { readJson } from '@/components/ui/read-json.ts'
import type { SnapshotDto } from '@/lib/view/snapshot.ts'

const UNREAD = 'What was kept of this page could not be read.'

/** A snapshot with its text, read when it is wanted. */
export function useSnapshot(snapshotId: string) {
  const [snapshot, setSnapshot] = useState<SnapshotDto | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [round, setRound] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks again
  useEffect(() => {
    const leave = new AbortController()
    setSnapshot(null)
    setProblem(null)
    readJson<SnapshotDto>(`/api/snapshots/${encodeURIComponent(snapshotId)}`, UNREAD, leave.signal).then(
      setSnapshot,
      (error: Error) => {
        if (!leave.signal.aborted) setProblem(error.message)
      },
    )
    return () => leave.abort()
  }, [snapshotId, round])
  return { snapshot, problem, again: () => setRound(round + 1) }
}
