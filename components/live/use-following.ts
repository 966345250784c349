'use client'

import { useEffect, useRef, useState } from 'react'
import type { Present } from './live-state.ts'
import { onePerPerson } from './present-people.tsx'

/**
 * Goes where a colleague goes, until the reader does something of their own. They are told of by name while followed;
 * someone who leaves is followed no more.
 */
export function useFollowing(people: readonly Present[], go: (claim: number) => void) {
  const [following, follow] = useState<string | null>(null)
  const target = onePerPerson(people).find(({ memberId }) => memberId === following) ?? null
  const claim = target ? (target.editing ?? target.claim) : null
  const latest = useRef(go)
  latest.current = go

  useEffect(() => {
    if (claim !== null) latest.current(claim)
  }, [claim])

  useEffect(() => {
    if (following === null) return
    const own = (event: Event) => {
      const inside = event.target instanceof Element && event.target.closest('[data-following], [role="menu"]')
      if (!inside) follow(null)
    }
    // The click that began it is over by then.
    const later = setTimeout(() => {
      window.addEventListener('keydown', own)
      window.addEventListener('pointerdown', own)
    })
    return () => {
      clearTimeout(later)
      window.removeEventListener('keydown', own)
      window.removeEventListener('pointerdown', own)
    }
  }, [following])

  return { following, follow, target }
}
