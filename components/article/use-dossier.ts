'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { readJson } from '@/components/ui/read-json.ts'
import { claimKey } from '@/lib/domain/claim/claim.ts'
import type { Dossier } from '@/lib/view/dossier.ts'

const UNREAD = 'This claim could not be read.'

/**
 * The open claim's dossier, read on demand. The one before stays in sight until the next is there.
 * @param revision as it stood at the end of it; null: as it stands now
 */
export function useDossier(slug: string, selected: number | null, revision: number | null = null) {
  const [dossier, setDossier] = useState<Dossier | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [round, setRound] = useState(0)
  const seen = useRef(new Map<number, Dossier>())
  const shown = useRef(dossier)
  shown.current = dossier

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks again
  useEffect(() => {
    if (selected === null) return setDossier(null)
    const leave = new AbortController()
    setDossier(seen.current.get(selected) ?? null)
    setProblem(null)
    readJson<Dossier>(claimAddress(slug, selected, '', revision), UNREAD, leave.signal).then(
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
  }, [slug, selected, revision, round])

  const again = useCallback(() => {
    // What is in sight stays there, with what is being typed in it, until it was read again.
    const now = shown.current
    seen.current = new Map(now ? [[now.claim.number, now]] : [])
    setRound((now) => now + 1)
  }, [])
  return { dossier: dossier && dossier.claim.number === selected ? dossier : null, problem, again }
}

/** Where a claim's dossier (or what `part` names of it) is read. */
export function claimAddress(slug: string, number: number, part: '' | '/blame', revision: number | null): string {
  const of = revision === null ? '' : `?revision=${revision}`
  return `/api/articles/${encodeURIComponent(slug)}/claims/${claimKey(number)}${part}${of}`
}
