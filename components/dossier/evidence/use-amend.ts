'use client'

import { useState } from 'react'
import { toast } from 'sonner'
import { useGalley } from '@/components/article/article-context.ts'
import { useCommand } from '@/components/ui/use-command.ts'
import { amendCitation } from '@/lib/actions/annotation.ts'
import type { Stance } from '@/lib/domain/check/scale.ts'
import type { ClaimSummary } from '@/lib/domain/claim/claim.ts'
import type { CoverRange } from '@/lib/domain/claim/cover.ts'
import type { CitationDto } from '@/lib/view/dossier.ts'
import type { Passage } from '../reader/passage.ts'

/** What of a citation may be said again; what is left out stays as it is. */
export type Amendment = {
  stance?: Stance
  quote?: string
  note?: string
  locator?: string
  credibility?: number
  passage?: Passage
  covers?: readonly CoverRange[] | null
}

/** The citation that was said again a moment ago: when its row is there, the focus goes on from it. */
let awaited: string | null = null

/** Whether the focus was waiting for this citation; true once. */
export function wasAwaited(citationId: string): boolean {
  const is = awaited === citationId
  if (is) awaited = null
  return is
}

/** Says again what a citation says. A new entry takes its place; the one before stays in the record. */
export function useAmend(citation: CitationDto, claim: ClaimSummary, done: () => void) {
  const { article, refresh } = useGalley()
  const [outcome, setOutcome] = useState<'amended' | 'moved' | 'gone'>()
  const command = useCommand(amendCitation, (value) => {
    setOutcome(value?.outcome)
    refresh()
    if (value?.outcome === 'moved' || value?.outcome === 'gone') return
    awaited = value?.citationId ?? null
    toast('Citation changed. The previous version stays in the record.')
    done()
  })
  const amend = ({ covers, ...said }: Amendment) => {
    const { stance, quote, note, locator, credibility } = citation
    // Covers of an earlier wording are places in other words.
    const kept = covers === undefined ? (citation.fresh ? citation.covers : null) : covers
    void command.run({
      articleId: article.id,
      claimId: claim.id,
      wordingId: claim.wordingId,
      citationId: citation.id,
      ...{ stance, quote, note, locator, credibility },
      ...said,
      covers: kept?.map(({ start, end }) => ({ start, end })) ?? null,
    })
  }
  return { amend, command, moved: outcome === 'moved', gone: outcome === 'gone' }
}
