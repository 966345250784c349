'use client'

import { withLabel } from '@/lib/domain/article/framing.ts'
import type { ClaimSummary } from '@/lib/domain/claim/claim.ts'

/** Said when the claim was reworded while someone was writing about it: nothing landed on words they had not seen. */
export function MovedNote({ claim, moved }: { claim: ClaimSummary; moved: boolean }) {
  if (!moved) return null
  return (
    <p role="alert" className="rounded-r-md border-l-[3px] border-sta bg-hover px-3 py-2 text-[13px] text-ink2">
      The claim was reworded while you were writing. It now says: “{withLabel(claim.label, claim.text.trim())}”. What
      you typed is kept; look at it against these words and send it again.
    </p>
  )
}
