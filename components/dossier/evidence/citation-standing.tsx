'use client'

import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { When } from '@/components/ui/when.tsx'
import { DiffView } from '@/components/wording/diff-view.tsx'
import { fateLabel } from '@/lib/domain/quote/fate.ts'
import type { CitationDto } from '@/lib/view/dossier.ts'
import { Day } from '../../ui/day.tsx'

type Props = {
  citation: CitationDto
  /** Opens the reader on a snapshot of the source. */
  onRead: (snapshotId: string) => void
}

/** What a citation rests on, and whether that still stands: the snapshot, the quote looked for again, the link. */
export function CitationStanding({ citation, onRead }: Props) {
  const { standing, passage, snapshotId, newestSnapshotId, quote, source } = citation
  const page = source.url ? 'page' : 'copy'
  const read = (id: string, words: string) => (
    <Button small tone="quiet" className="min-h-6! px-0.5! py-0! text-[12.5px]!" onClick={() => onRead(id)}>
      {words}
    </Button>
  )
  return (
    <>
      {passage && snapshotId && (
        <p>
          Quoted from the {page} {source.url ? 'as it was on' : 'kept on'} <Day at={passage.takenAt} />{' '}
          {read(snapshotId, 'Read it there')}
        </p>
      )}
      {quote && !passage && (
        <p>
          <span aria-hidden="true">◌ </span>
          {standing && !standing.neverFound
            ? 'Typed by hand, and found in a snapshot'
            : 'Typed by hand, not found in a snapshot yet'}
          {newestSnapshotId && read(newestSnapshotId, `Find it in the ${page}`)}
        </p>
      )}
      {standing?.fate === 'gone' && (
        <Warning title={fateLabel(standing)} grave={!standing.neverFound}>
          Looked at on <Day at={standing.at} />.{' '}
          {standing.said
            ? 'What is there, against the quote:'
            : standing.neverFound
              ? 'Check the words and the source, or select the quote in the snapshot.'
              : 'Nothing like the quote is there now. What it said then is kept.'}
          {standing.said && <Difference before={quote} after={standing.said} />}
          <span className="block">
            {read(standing.snapshotId, standing.neverFound ? 'See what it says' : 'See what it says now')}
          </span>
        </Warning>
      )}
      {standing?.fate === 'reworded' && (
        <Warning title="Found reworded">
          The {page} words it differently since <Day at={standing.at} />:
          <Difference before={quote} after={standing.said} />
          <span className="block">{read(standing.snapshotId, 'See it there')}</span>
        </Warning>
      )}
      {standing?.fate === 'says_so' && passage && (
        <p>
          <span aria-hidden="true">✓ </span>
          {lookedAgain(citation) ? 'still says so' : 'says so'}, <Day at={lookedAgain(citation) ?? standing.at} />
        </p>
      )}
      <Link citation={citation} />
    </>
  )
}

/** When the source was last found to say the same, after the quote was taken; null where no one has looked again. */
function lookedAgain({ standing, link, passage }: CitationDto): string | null {
  const last = link?.outcome === 'same' ? link.at : standing?.at
  return last && passage && last > passage.takenAt ? last : null
}

/** Only what someone has to see: an address that answered as before says nothing. */
function Link({ citation: { link, standing, quote, snapshotId } }: { citation: CitationDto }) {
  if (!link) return null
  if (link.outcome === 'gone')
    return (
      <Warning title="Dead link" grave>
        {link.words} Asked on <Day at={link.at} />. What was kept of it stays readable here.
      </Warning>
    )
  if (link.outcome === 'failed')
    return (
      <Warning title="Could not be seen">
        {link.words} Asked <When at={link.at} />.
      </Warning>
    )
  const looked = standing !== null && standing.snapshotId === link.snapshotId
  if (link.words !== '' && !looked)
    return (
      <Warning title={quote === '' ? 'Not seen whole' : 'The quote could not be searched for'}>
        {link.words} Asked <When at={link.at} />.
      </Warning>
    )
  // A page that says again what the quote was taken from has not changed; where the quote itself has, that says it better.
  if (link.outcome !== 'changed' || link.snapshotId === snapshotId || (standing && standing.fate !== 'says_so'))
    return null
  return (
    <p>
      <span aria-hidden="true">△ </span>The page has changed since
      {looked ? ', and still says this' : ''} · <Day at={link.at} />
    </p>
  )
}

function Warning({ title, grave = false, children }: { title: string; grave?: boolean; children: ReactNode }) {
  return (
    <div
      className={`rounded-r-md border-l-[3px] px-2.5 py-1.5 text-ink2 ${grave ? 'border-ref bg-ref-soft' : 'border-sta bg-hover'}`}
    >
      <p className={`text-[13px] font-semibold ${grave ? 'text-ref' : 'text-sta'}`}>
        <span aria-hidden="true">{grave ? '⚠' : '△'} </span>
        {title}
      </p>
      <div>{children}</div>
    </div>
  )
}

function Difference({ before, after }: { before: string; after: string }) {
  return (
    <span className="mt-0.5 block font-serif text-[14.5px] leading-[21px] text-ink">
      <DiffView before={before} after={after} />
    </span>
  )
}
