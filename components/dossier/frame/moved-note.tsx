'use client'

import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { DiffView } from '@/components/wording/diff-view.tsx'
import { withLabel } from '@/lib/domain/article/framing.ts'
import type { ClaimSummary } from '@/lib/domain/claim/claim.ts'
import type { SeenWording } from './use-seen-wording.ts'

/** Said when the claim was reworded while someone was writing about it: nothing landed on words they had not seen. */
export function MovedNote({ claim, moved }: { claim: ClaimSummary; moved: boolean }) {
  if (!moved) return null
  return (
    <p role="alert" className="rounded-r-md border-l-[3px] border-sta bg-hover px-3 py-2 text-[13px] text-ink2">
      The claim was reworded while you were writing. It now says: “{withLabel(claim.label, claim.text.trim())}” What you
      typed is kept; compare it with these words and send it again.
    </p>
  )
}

/** The same as soon as it is known: what changed, and a button for who has read it. Until then nothing is sent. */
export function RewordedNote({ claim, seen, asked }: { claim: ClaimSummary; seen: SeenWording; asked: number }) {
  const note = useRef<HTMLDivElement>(null)
  const isMoved = seen.was !== null
  useEffect(() => {
    if (isMoved) note.current?.scrollIntoView({ block: 'nearest' })
  }, [isMoved])
  useEffect(() => {
    if (asked > 0) note.current?.querySelector('button')?.focus()
  }, [asked])
  if (seen.was === null) return null
  return (
    <div
      ref={note}
      role="alert"
      className="rounded-r-md border-l-[3px] border-sta bg-hover px-3 py-2 text-[13px] leading-[19px] text-ink2"
    >
      <p className="font-medium text-sta">The claim was reworded while you were writing.</p>
      <p className="my-1 font-serif text-[16px] leading-6 text-ink">
        <DiffView before={withLabel(claim.label, seen.was.trim())} after={withLabel(claim.label, claim.text.trim())} />
      </p>
      <p>What you typed is kept, and not sent. Compare it with these words first.</p>
      <Button small className="mt-2" onClick={seen.look}>
        I have read the new wording
      </Button>
    </div>
  )
}
