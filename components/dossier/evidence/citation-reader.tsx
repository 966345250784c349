'use client'

import { useGalley } from '@/components/article/article-context.ts'
import { ProblemNote } from '@/components/ui/problem-note.tsx'
import { mayWithdraw } from '@/lib/domain/desk/permission.ts'
import { pageLocator } from '@/lib/domain/source/locator.ts'
import type { CitationDto, Dossier } from '@/lib/view/dossier.ts'
import { MovedNote } from '../frame/moved-note.tsx'
import ReaderPane from '../reader/pane.tsx'
import type { Sought } from '../reader/use-quote-places.ts'
import { GoneNote } from './amend-form.tsx'
import { useAmend } from './use-amend.ts'

export type CitationReaderProps = { dossier: Dossier; citation: CitationDto; snapshotId: string; onClose: () => void }

/** The reader on a citation's source: what it quotes is marked, and another passage can be made its quote. */
export default function CitationReader({ dossier, citation, snapshotId, onClose }: CitationReaderProps) {
  const { viewer, may } = useGalley()
  const { claim } = dossier
  const { amend, command, moved, gone } = useAmend(citation, claim, onClose)
  const amends = may('citation.attach') && mayWithdraw(viewer, 'citation', citation.memberId)
  const others = dossier.citations.filter(
    ({ id, quote, source }) => id !== citation.id && quote !== '' && source.id === citation.source.id,
  )
  return (
    <ReaderPane
      snapshotId={snapshotId}
      claim={claim}
      quote={soughtOf(citation)}
      others={others.map(soughtOf)}
      covers={citation.fresh ? citation.covers : null}
      busy={command.busy}
      onClose={onClose}
      onQuote={
        amends
          ? ({ passage, exact, page, covers }) =>
              amend({ passage, quote: exact, covers, ...(page !== null && { locator: pageLocator(page) }) })
          : undefined
      }
    >
      <ProblemNote command={command} />
      <MovedNote claim={claim} moved={moved} />
      <GoneNote gone={gone} />
    </ReaderPane>
  )
}

function soughtOf({ quote, passage, snapshotId, standing }: CitationDto): Sought {
  return {
    quote,
    passage: passage && snapshotId ? { snapshotId, start: passage.start, end: passage.end } : null,
    said: standing && { snapshotId: standing.snapshotId, text: standing.said },
  }
}
