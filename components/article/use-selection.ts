'use client'

import { useCallback, useEffect, useState } from 'react'
import { claimKey, parseClaimKey } from '@/lib/domain/claim/claim.ts'

type Select = (number: number | null, replace?: boolean) => void

/** The open claim, which is also the address: `#C-12` opens it, the back button goes back to the one before. */
export function useSelection(
  claims: ReadonlyMap<number, unknown>,
): [selected: number | null, select: Select, missing: number | null] {
  const [selected, setSelected] = useState<number | null>(null)
  /** What the address names, but is not in the article (any more). */
  const [missing, setMissing] = useState<number | null>(null)

  useEffect(() => {
    const read = () => {
      // A page that was loaded at a claim keeps that claim in the addresses the router makes from then on: the last counts.
      const keys = window.location.hash.split('#').filter((key) => key !== '')
      const key = keys.at(-1) ?? ''
      if (keys.length > 1)
        window.history.replaceState(null, '', `${window.location.pathname}${window.location.search}#${key}`)
      const number = parseClaimKey(key)
      const known = number !== null && claims.has(number)
      setSelected(known ? number : null)
      setMissing(known ? null : number)
    }
    // A link to a claim is the browser's to follow, and the router does not hear of it: the next time it reads the page
    // again (someone else recorded something) it would set the address back, and the claim would close.
    const follow = () => {
      window.history.replaceState(null, '', window.location.href)
      read()
    }
    read()
    window.addEventListener('hashchange', follow)
    window.addEventListener('popstate', read)
    return () => {
      window.removeEventListener('hashchange', follow)
      window.removeEventListener('popstate', read)
    }
  }, [claims])

  const select = useCallback<Select>((number, replace = false) => {
    setSelected(number)
    setMissing(null)
    const { pathname, search } = window.location
    const address = `${pathname}${search}${number === null ? '' : `#${claimKey(number)}`}`
    if (replace || number === null) window.history.replaceState(null, '', address)
    else window.history.pushState(null, '', address)
    if (number === null) return
    const words = document.querySelector<HTMLElement>(`[data-claim="${number}"]`)
    words?.focus({ preventScroll: true })
    words?.scrollIntoView({ block: 'nearest' })
  }, [])

  return [selected, select, missing]
}
