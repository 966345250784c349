'use client'

import { useEffect, useState } from 'react'
import { type Pane, useGalley } from '@/components/article/article-context.ts'
import { Button } from '@/components/ui/button.tsx'
import { readDraft, writeDraft } from '@/components/ui/draft-store.ts'

/** Forms of a dossier that keep a draft. */
export const KINDS: [kind: string, pane: Pane, words: string][] = [
  ['wording', 'edit', 'a wording'],
  ['attach', 'attach', 'a source'],
  ['search', 'search', 'a search'],
  ['assess', 'assess', 'an assessment'],
  ['adjudicate', 'adjudicate', 'an adjudication'],
  ['comment', 'comment', 'a comment'],
  ['reaffirm', 'reaffirm', 'a re-affirmation'],
]

/** Does a kept draft hold anything that was typed? */
function holdsWords(kind: string, claimId: string): boolean {
  return Object.values(readDraft(`${kind}.${claimId}`)).some(
    (value) => typeof value === 'string' && value.trim() !== '',
  )
}

/** Whether this page has shown a claim since it was loaded. */
let shown = false

/**
 * What was typed about this claim and never sent: said, so that it can be found again. The claim that the page comes back
 * with, after a reload or after signing in again, shows the form that was open.
 */
export function Unsent({ claimId }: { claimId: string }) {
  const { pane, openPane, may } = useGalley()
  const [kinds, setKinds] = useState<typeof KINDS>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at again whenever a form opens or closes
  useEffect(() => {
    const begun = KINDS.filter(([kind]) => holdsWords(kind, claimId))
    setKinds(begun)
    const [first] = begun
    if (!shown && pane === null && first && may('comment.write')) openPane(first[1])
    shown = true
  }, [claimId, pane])
  const discard = () => {
    for (const [kind] of others)
      for (const key of [`${kind}.${claimId}`, `seen.${kind}.${claimId}`]) writeDraft(key, null)
    setKinds([])
  }
  const others = kinds.filter(([, name]) => name !== pane)
  if (others.length === 0 || !may('comment.write')) return null
  return (
    <p className="mb-3 text-[13px] text-ink2">
      You began{' '}
      {others.map(([kind, name, words], at) => (
        <span key={kind}>
          {at > 0 && ', '}
          <Button small tone="quiet" className="px-0.5!" onClick={() => openPane(name)}>
            {words}
          </Button>
        </span>
      ))}{' '}
      and have not sent it.{' '}
      <Button small tone="quiet" className="px-0.5!" onClick={discard}>
        Discard
      </Button>
    </p>
  )
}
