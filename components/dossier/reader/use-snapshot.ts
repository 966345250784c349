'use client'

import { useEffect, useState } from 'react'
import type { SnapshotDto } from '@/lib/view/snapshot.ts'

const AWAY = 'Attest does not answer. Check your connection and try again; nothing you typed is lost.'

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
    read(snapshotId, leave.signal).then(setSnapshot, (error: Error) => {
      if (!leave.signal.aborted) setProblem(error.message)
    })
    return () => leave.abort()
  }, [snapshotId, round])
  return { snapshot, problem, again: () => setRound(round + 1) }
}

async function read(snapshotId: string, signal: AbortSignal): Promise<SnapshotDto> {
  const answer = await fetch(`/api/snapshots/${encodeURIComponent(snapshotId)}`, { signal, cache: 'no-store' }).catch(
    () => {
      throw new Error(AWAY)
    },
  )
  const body = (await answer.json().catch(() => ({}))) as SnapshotDto & { problem?: { message: string } | null }
  if (!answer.ok) throw new Error(body.problem?.message ?? 'What was kept of this page could not be read.')
  return body
}
