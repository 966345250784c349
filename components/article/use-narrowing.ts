'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ClaimSummary } from '@/lib/domain/claim/claim.ts'
import { brightClaims, FILTERS, type Filter } from './claim-filter.ts'

export type Narrowing = {
  filter: Filter | null
  search: string
  /** Claims that stay bright, and the one that was jumped to; null where nothing narrows. */
  bright: ReadonlySet<number> | null
  hit: number | null
  /** How many there are, and the place of `hit` among them, from 1; 0: none was jumped to. */
  matches: number
  place: number
  setFilter: (filter: Filter | null) => void
  setSearch: (text: string) => void
  jump: (by: 1 | -1) => void
}

/** Milliseconds without a keystroke before the search is put into the address; browsers refuse too many changes of it. */
const REST = 300

const filterNamed = (name: string | null): Filter | null => FILTERS.find(([known]) => known === name)?.[0] ?? null

/**
 * What the article is narrowed to. It stands in the address (`?show=stale&find=60`), so that it survives a reload and can
 * be sent to someone; a filter jumps to its first claim, and Enter in the search from one to the next.
 * @param order of the claims on the page
 */
export function useNarrowing(claims: ClaimSummary[], order: readonly number[], me: string): Narrowing {
  const given = useSearchParams()
  const [filter, chooseFilter] = useState(() => filterNamed(given.get('show')))
  const [search, type] = useState(() => given.get('find') ?? '')
  const [hit, setHit] = useState<number | null>(null)
  const bright = useMemo(() => brightClaims(claims, filter, search, me), [claims, filter, search, me])
  const found = useMemo(() => (bright ? order.filter((number) => bright.has(number)) : []), [order, bright])

  const go = useCallback((number: number | undefined) => {
    setHit(number ?? null)
    if (number !== undefined)
      document.querySelector(`[data-claim="${number}"]`)?.scrollIntoView({ block: 'center', behavior: 'instant' })
  }, [])

  useEffect(() => {
    const later = setTimeout(() => {
      const address = new URL(window.location.href)
      put(address, 'show', filter ?? '')
      put(address, 'find', search.trim())
      if (address.href !== window.location.href) window.history.replaceState(null, '', address)
    }, REST)
    return () => clearTimeout(later)
  }, [filter, search])

  // An address that narrows shows its first claim, unless it names one.
  const first = useRef(found[0])
  useEffect(() => {
    if (first.current !== undefined && window.location.hash === '') go(first.current)
  }, [go])

  const setFilter = (wanted: Filter | null) => {
    chooseFilter(wanted)
    const left = brightClaims(claims, wanted, search, me)
    go(wanted === null ? undefined : order.find((number) => left?.has(number)))
  }
  const setSearch = (text: string) => {
    type(text)
    setHit(null)
  }
  const place = hit === null ? 0 : found.indexOf(hit) + 1
  const jump = (by: 1 | -1) => {
    const from = place === 0 ? (by === 1 ? -1 : 0) : place - 1
    go(found[(from + by + found.length) % found.length])
  }
  return {
    ...{ filter, search, bright, setFilter, setSearch, jump, place },
    hit: place === 0 ? null : hit,
    matches: found.length,
  }
}

function put(address: URL, name: string, value: string) {
  if (value) address.searchParams.set(name, value)
  else address.searchParams.delete(name)
}
