'use client'

import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import type { Cover } from '@/lib/domain/claim/cover.ts'

type LookedAt = { covers: readonly Cover[]; look: (covers: readonly Cover[] | null) => void }

const NONE: readonly Cover[] = []
const LookedAtContext = createContext<LookedAt>({ covers: NONE, look: () => {} })

/** Lets a citation that is pointed at show its words in the wording above. */
export function LookedAtCovers({ children }: { children: ReactNode }) {
  const [covers, setCovers] = useState(NONE)
  const value = useMemo(() => ({ covers, look: (now: readonly Cover[] | null) => setCovers(now ?? NONE) }), [covers])
  return <LookedAtContext value={value}>{children}</LookedAtContext>
}

export const useLookedAt = () => useContext(LookedAtContext)
