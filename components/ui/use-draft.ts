'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { onKeepDrafts, readDraft, writeDraft } from './draft-store.ts'

/**
 * What someone is typing, kept in this tab until it was recorded: it survives a reload, a lost session and a closed
 * form, and goes when they sign out.
 */
export function useDraft<T extends object>(key: string, empty: T): [T, (patch: Partial<T>) => void, () => void] {
  const [value, setValue] = useState<T>(empty)

  // biome-ignore lint/correctness/useExhaustiveDependencies: `empty` is what the form starts from, not a signal
  useEffect(() => {
    setValue({ ...empty, ...readDraft(key) })
  }, [key])

  const now = useRef(value)
  now.current = value
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  useEffect(
    () =>
      onKeepDrafts(() => {
        if (JSON.stringify(now.current) !== JSON.stringify(empty)) writeDraft(key, now.current)
      }),
    [key],
  )

  const change = useCallback(
    (patch: Partial<T>) =>
      setValue((before) => {
        const after = { ...before, ...patch }
        writeDraft(key, after)
        return after
      }),
    [key],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above
  const forget = useCallback(() => {
    writeDraft(key, null)
    setValue(empty)
  }, [key])
  return [value, change, forget]
}
