'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button.tsx'

/** Three things to try on a first visit; gone for good once closed. */
export function FirstSteps() {
  const [shown, setShown] = useState(true)
  if (!shown) return null
  return (
    <section aria-label="First steps" className="no-print mb-6 rounded-lg border border-line bg-paper p-4">
      <ol className="list-decimal space-y-1 pl-5 text-ink2">
        <li>Choose a sentence: its dossier opens. With a keyboard, j goes from claim to claim.</li>
        <li>In the dossier, attach a source (s), say what you think of the claim (a), ask a colleague (c).</li>
        <li>Edit its wording (e). Whatever was checked before goes stale, until someone looks again.</li>
      </ol>
      <Button
        small
        className="mt-3"
        onClick={() => {
          // A cookie, so that the server knows and the page does not jump the next time.
          // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser we serve
          document.cookie = `first-steps=done; path=/; max-age=${365 * 24 * 3600}; samesite=lax`
          setShown(false)
        }}
      >
        Got it
      </Button>
    </section>
  )
}
