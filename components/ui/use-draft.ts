'use client'

import { useCallback, useEffect, useState } from 'react'

/**
 * What somebody is typing, kept in this tab until it was recorded: it survives a reload, a lost session and a closed
 * form. Kept for the tab alone, so the next person at this machine does not find it.
 */
export function useDraft<T extends object>(key: string, empty: T): [T, (patch: Partial<T>) => void, () => void] {
  const place = `attest.draft.${key}`
  const [value, setValue] = useState<T>(empty)

  // biome-ignore lint/correctness/useExhaustiveDependencies: `empty` is what the form starts from, not a signal
  useEffect(() => {
    setValue({ ...empty, ...read(place) })
  }, [place])

  const change = useCallback(
    (patch: Partial<T>) =>
      setValue((before) => {
        const after = { ...before, ...patch }
        write(place, after)
        return after
      }),
    [place],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  const forget = useCallback(() => {
    write(place, null)
    setValue(empty)
  }, [place])
  return [value, change, forget]
}

function read(place: string): object {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? '{}') as object
  } catch {
    return {}
  }
}

function write(place: string, value: object | null) {
  try {
    if (value) sessionStorage.setItem(place, JSON.stringify(value))
    else sessionStorage.removeItem(place)
  } catch {
    // Storage that is full or forbidden keeps nothing; the form itself still holds the text.
  }
}
