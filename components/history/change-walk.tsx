'use client'

import { type RefObject, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'

/** Leads from change to change of a long text. */
export function ChangeWalk({ text }: { text: RefObject<HTMLElement | null> }) {
  const [at, setAt] = useState<number | null>(null)
  const [all, setAll] = useState<number | null>(null)
  const go = (by: 1 | -1) => {
    // What was struck out and what came in its place are one change.
    const changes = [...(text.current?.querySelectorAll<HTMLElement>('ins, del') ?? [])].filter(
      (one) => !one.previousElementSibling?.matches('ins, del'),
    )
    setAll(changes.length)
    if (changes.length === 0) return
    const next = at === null ? (by === 1 ? 0 : changes.length - 1) : (at + by + changes.length) % changes.length
    setAt(next)
    changes[next]?.scrollIntoView({ block: 'center' })
  }
  return (
    <div className="no-print sticky top-[60px] z-10 mb-3 flex items-center justify-end gap-2">
      <p aria-live="polite" className="rounded-md bg-paper px-1.5 text-[13px] text-ink2">
        {at !== null && all !== null && `Change ${at + 1} of ${all}`}
      </p>
      <Button small aria-label="Previous change" onClick={() => go(-1)}>
        ↑
      </Button>
      <Button small onClick={() => go(1)}>
        ↓ Next change
      </Button>
    </div>
  )
}
