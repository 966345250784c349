'use client'

import { useState } from 'react'
import { toast } from 'sonner'
import { Button } from './button.tsx'

type Props = {
  words: string
  /** What is copied, or how it is got; null: it could not be. */
  text: () => string | Promise<string | null>
  done: string
  className?: string
}

/** Copies a text for someone's message or footnote, and says so. */
export function CopyButton({ words, text, done, className }: Props) {
  const [busy, setBusy] = useState(false)
  async function copy() {
    setBusy(true)
    const said = await text()
    try {
      if (said === null) throw new Error('nothing to copy')
      await navigator.clipboard.writeText(said)
      toast(done)
    } catch {
      toast.error(
        said === null
          ? 'Can’t reach Attest. Nothing was copied.'
          : `Your browser does not allow copying. Copy it by hand: ${said}`,
      )
    }
    setBusy(false)
  }
  return (
    <Button small tone="quiet" className={className} busy={busy} onClick={() => void copy()}>
      {words}
    </Button>
  )
}
