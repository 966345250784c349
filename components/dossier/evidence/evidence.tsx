'use client'

import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useState } from 'react'
import { useGalley } from '@/components/article/article-context.ts'
import { Button } from '@/components/ui/button.tsx'
import { Kbd } from '@/components/ui/kbd.tsx'
import { originWords } from '@/lib/domain/source/derivation.ts'
import type { CitationDto, Dossier } from '@/lib/view/dossier.ts'
import { unreachable } from '../../ui/unreachable.tsx'
import { Earlier } from '../frame/earlier.tsx'
import { Section } from '../frame/section.tsx'
import { AttachForm } from './attach-form.tsx'
import { Citation } from './citation.tsx'
import type { CitationReaderProps } from './citation-reader.tsx'
import { distinctSources } from './distinct-sources.ts'

/** Read on demand: who does not open it does not load it. */
const CitationReader = dynamic(() => import('./citation-reader.tsx').catch(unreachable<CitationReaderProps>), {
  ssr: false,
})

/** The sources of a claim: what each does for it, what it says, how good it is, and whether it still says so. */
export function Evidence({ dossier }: { dossier: Dossier }) {
  const { pane, openPane, may } = useGalley()
  const [reading, setReading] = useState<{ citation: CitationDto; snapshotId: string } | null>(null)
  const { citations, claim, origins } = dossier
  const read = (citation: CitationDto, snapshotId: string) => setReading({ citation, snapshotId })
  return (
    <Section
      title="Evidence"
      action={
        may('citation.attach') &&
        pane !== 'attach' && (
          <Button small tone="quiet" onClick={() => openPane('attach')}>
            Add source <Kbd>s</Kbd>
          </Button>
        )
      }
    >
      {citations.length > 0 && <p className="-mt-1.5 mb-1 text-[13px] text-ink3">{counted(citations, origins)}</p>}
      {dossier.twins.map(({ one, other, words }) => (
        <p
          key={`${one} ${other}`}
          className="mb-2 rounded-r-md border-l-[3px] border-sta bg-hover px-2.5 py-1.5 text-[13px] leading-[19px] text-ink2"
        >
          {words}{' '}
          <Link prefetch={false} className="text-pencil underline" href={`/sources/${one}`}>
            Compare them
          </Link>
        </p>
      ))}
      {pane === 'attach' && <AttachForm dossier={dossier} />}
      {citations.length === 0 && pane !== 'attach' && <p className="text-[13px] text-ink3">No source yet.</p>}
      <ul>
        {citations.map((citation) => (
          <Citation key={citation.id} citation={citation} claim={claim} onRead={read} />
        ))}
      </ul>
      <Earlier count={dossier.earlierCitations.length} what="no longer counts" many="no longer count">
        {dossier.earlierCitations.map((citation) => (
          <Citation key={citation.id} citation={citation} claim={claim} onRead={read} />
        ))}
      </Earlier>
      {reading && <CitationReader dossier={dossier} {...reading} onClose={() => setReading(null)} />}
    </Section>
  )
}

/** "5 sources, 2 independent origins". */
function counted(citations: readonly CitationDto[], origins: number): string {
  const stale = citations.filter((citation) => !citation.fresh).length
  const words = originWords(distinctSources(citations), origins)
  return stale > 0 ? `${words}; ${stale} more for an earlier wording` : words
}
