'use client'

import { useGalley } from '@/components/galley/galley-context'
import { Button } from '@/components/ui/button'
import { Kbd } from '@/components/ui/kbd'
import { When } from '@/components/ui/when'
import { withdrawCitation } from '@/lib/actions/annotation'
import { gradePair, gradeWords, STANCE_LABEL, type Stance } from '@/lib/domain/scale'
import type { CitationDto, Dossier } from '@/lib/schema/dossier'
import { AttachForm } from './attach-form'
import { Earlier } from './earlier'
import { Section } from './section'
import { WithdrawButton } from './withdraw-button'

const SIGN: Record<Stance, { glyph: string; tone: string }> = {
  supports: { glyph: '+', tone: 'text-sup' },
  refutes: { glyph: '−', tone: 'text-ref' },
  context: { glyph: '○', tone: 'text-con' },
}

/** The sources of a claim: what each does for it, what it says, how good it is. */
export function Evidence({ dossier }: { dossier: Dossier }) {
  const { pane, openPane, may } = useGalley()
  const { citations } = dossier
  return (
    <Section
      title="Evidence"
      note={citations.length || ''}
      action={
        may('citation.attach') &&
        pane !== 'attach' && (
          <Button small tone="quiet" onClick={() => openPane('attach')}>
            Add source <Kbd>s</Kbd>
          </Button>
        )
      }
    >
      {pane === 'attach' && <AttachForm claim={dossier.claim} />}
      {citations.length === 0 && pane !== 'attach' && <p className="text-[13px] text-ink3">No source yet.</p>}
      <ul>
        {citations.map((citation) => (
          <Citation key={citation.id} citation={citation} />
        ))}
      </ul>
      <Earlier count={dossier.earlierCitations.length} what="no longer counts" many="no longer count">
        {dossier.earlierCitations.map((citation) => (
          <Citation key={citation.id} citation={citation} />
        ))}
      </Earlier>
    </Section>
  )
}

function Citation({ citation }: { citation: CitationDto }) {
  const { nameOf, viewer, may } = useGalley()
  const { source, stance, credibility, quote, note, locator, fresh } = citation
  const { glyph, tone } = SIGN[stance]
  const mine = citation.ended === null && (citation.memberId === viewer.memberId || may('wording.review'))
  return (
    <li className="grid grid-cols-[20px_1fr_auto] gap-x-2 gap-y-0.5 py-1.5">
      <span className={`text-[17px] font-semibold leading-5 ${tone}`} title={STANCE_LABEL[stance]}>
        <span aria-hidden="true">{glyph}</span>
        <span className="sr-only">{STANCE_LABEL[stance]}</span>
      </span>
      <span className="min-w-0 font-medium [overflow-wrap:anywhere]">
        <a href={`/sources/${source.id}`} className="hover:underline">
          {source.title}
        </a>
      </span>
      <abbr
        title={gradeWords(source.reliability, credibility)}
        className="h-5 rounded-[5px] border border-line bg-raise px-1.5 text-xs font-semibold leading-[18px] text-ink2 no-underline"
      >
        {gradePair(source.reliability, credibility)}
      </abbr>
      <div className="col-start-2 col-end-4 min-w-0 space-y-1 [overflow-wrap:anywhere] text-[12.5px] leading-[17px] text-ink3">
        <p className="[overflow-wrap:anywhere]">
          {[source.imprint, locator, source.repeats && `repeats “${source.repeats}”`].filter(Boolean).join(' · ')}
        </p>
        {quote && (
          <blockquote className="font-serif text-[14.5px] italic leading-[21px] text-ink2">“{quote}”</blockquote>
        )}
        {note && <p className="text-[13px] leading-[18px] text-ink2">{note}</p>}
        {citation.ended !== null && <p className="font-medium text-ink2">No longer counts: {citation.ended}</p>}
        {!fresh && (
          <p className="font-medium text-sta">∿ Attached to an earlier wording: “{citation.madeFor.trim()}”</p>
        )}
        <p>
          {nameOf(citation.memberId)} · <When at={citation.at} />
          {source.url && (
            <>
              {' · '}
              <a href={source.url} rel="noreferrer noopener" target="_blank" className="underline">
                open the source
              </a>
            </>
          )}
          {mine && <WithdrawButton id={citation.id} what="citation" send={withdrawCitation} />}
        </p>
      </div>
    </li>
  )
}
