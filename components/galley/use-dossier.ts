'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { claimKey } from '@/lib/domain/claim'
import type { Dossier } from '@/lib/schema/dossier'

/** The open claim's dossier, read on demand. The one before stays in sight until the next is there. */
export function useDossier(slug: string, selected: number | null) {
  const [dossier, setDossier] = useState<Dossier | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [round, setRound] = useState(0)
  const seen = useRef(new Map<number, Dossier>())

  useEffect(() => {
    if (selected === null) return setDossier(null)
    const leave = new AbortController()
    setDossier(seen.current.get(selected) ?? null)
    setProblem(null)
    read(slug, selected, round, leave.signal).then(
      (found) => {
        if (leave.signal.aborted) return
        seen.current.set(selected, found)
        setDossier(found)
      },
      (error: Error) => {
        if (!leave.signal.aborted) setProblem(error.message)
      },
    )
    return () => leave.abort()
  }, [slug, selected, round])

  const again = useCallback(() => {
    seen.current.clear()
    setRound((now) => now + 1)
  }, [])
  return { dossier: dossier && dossier.claim.number === selected ? dossier : null, problem, again }
}

async function read(slug: string, number: number, _round: number, signal: AbortSignal): Promise<Dossier> {
  const answer = await fetch(`/api/articles/${encodeURIComponent(slug)}/claims/${claimKey(number)}`, {
    signal,
    cache: 'no-store',
  }).catch(() => {
    throw new Error('Attest does not answer. Check your connection; what you typed is kept here.')
  })
  const body = (await answer.json()) as Dossier & { problem?: { message: string } }
  if (!answer.ok) throw new Error(body.problem?.message ?? 'This claim could not be read.')
  return body
}
