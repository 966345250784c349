'use client'

import { useEffect, useRef, useState } from 'react'
import { useGalley } from '@/components/article/article-context.ts'
import { CopyCitation } from '@/components/sources/copy-citation.tsx'
import { Button } from '@/components/ui/button.tsx'
import { When } from '@/components/ui/when.tsx'
import { withdrawCitation } from '@/lib/actions/annotation.ts'
import { withLabel } from '@/lib/domain/article/framing.ts'
import { gradePair, gradeWords, STANCE_LABEL, type Stance } from '@/lib/domain/check/scale.ts'
import type { ClaimSummary } from '@/lib/domain/claim/claim.ts'
import { mayWithdraw } from '@/lib/domain/desk/permission.ts'
import { locatorWords } from '@/lib/domain/source/locator.ts'
import { shortRun } from '@/lib/domain/text/excerpt.ts'
import { countWords } from '@/lib/domain/text/word.ts'
import type { CitationDto } from '@/lib/view/dossier.ts'
import { RedactButton, RedactedNote } from '../frame/redaction.tsx'
import { WithdrawButton } from '../frame/withdraw-button.tsx'
import { AmendForm, CoversForm } from './amend-form.tsx'
import { CitationStanding } from './citation-standing.tsx'
import { useLookedAt } from './looked-at.tsx'
import { wasAwaited } from './use-amend.ts'

const SIGN: Record<Stance, { glyph: string; tone: string }> = {
  supports: { glyph: '+', tone: 'text-sup' },
  refutes: { glyph: '−', tone: 'text-ref' },
  context: { glyph: '○', tone: 'text-con' },
}

type Props = {
  citation: CitationDto
  claim: ClaimSummary
  /** Opens the reader on a snapshot of its source. */
  onRead: (citation: CitationDto, snapshotId: string) => void
}

/** One source of a claim: what it does for it, what it says, how good it is, and whether that still stands. */
export function Citation({ citation, claim, onRead }: Props) {
  const { nameOf, viewer, revision, may } = useGalley()
  const { look } = useLookedAt()
  const [form, setForm] = useState<'change' | 'covers' | null>(null)
  const { source, stance, credibility, quote, note, locator, fresh, newestSnapshotId } = citation
  const { glyph, tone } = SIGN[stance]
  const counts = citation.ended === null
  const mine = counts && mayWithdraw(viewer, 'citation', citation.memberId)
  const amends = mine && revision === null && may('citation.attach')
  const shown = counts && fresh ? citation.covers : null
  const row = useRef<HTMLLIElement>(null)
  const close = () => {
    setForm(null)
    look(null)
    // The button that opened the form is back with the next paint.
    requestAnimationFrame(() => row.current?.querySelector<HTMLElement>(`[data-opens="${form}"]`)?.focus())
  }
  useEffect(() => {
    const later = wasAwaited(citation.id)
      ? setTimeout(() => {
          const at = document.activeElement
          if (!at || at === document.body) row.current?.querySelector<HTMLElement>('a')?.focus({ preventScroll: true })
        }, 50)
      : undefined
    return () => clearTimeout(later)
  }, [citation.id])
  return (
    <li
      ref={row}
      className="grid grid-cols-[20px_1fr_auto] gap-x-2 gap-y-0.5 py-2"
      onPointerEnter={() => shown && form === null && look(shown)}
      onPointerLeave={() => form === null && look(null)}
      onFocus={() => shown && form === null && look(shown)}
      onBlur={() => form === null && look(null)}
    >
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
        <p>
          {[source.imprint, locatorWords(source.type, locator), source.repeats && `repeats “${source.repeats}”`]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {quote && (
          <blockquote className="font-serif text-[14.5px] italic leading-[21px] text-ink2">“{quote}”</blockquote>
        )}
        {note && <p className="text-[13px] leading-[18px] text-ink2">{note}</p>}
        {citation.ended !== null && <p className="font-medium text-ink2">No longer counts: {citation.ended}</p>}
        {!fresh && (
          <p className="font-medium text-sta">
            ∿ Attached to an earlier wording
            {citation.madeFor.trim() === withLabel(claim.label, claim.text.trim())
              ? ' with the same words'
              : `: “${citation.madeFor.trim()}”`}
          </p>
        )}
        {counts && <CitationStanding citation={citation} onRead={(id) => onRead(citation, id)} />}
        {counts && fresh && <Covers covers={citation.covers} wording={claim.text} />}
        <p>
          {nameOf(citation.memberId)} · <When at={citation.at} />
        </p>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
          {source.url && <Outside href={source.url} words="open the source" />}
          {citation.archived && <Outside href={citation.archived} words="archived copy" />}
          <CopyCitation
            workspaceId={viewer.workspaceId}
            sourceId={source.id}
            place={locatorWords(source.type, locator)}
            quote={quote}
          />
          {counts && (
            <WithdrawButton bare id={citation.id} what="citation" by={citation.memberId} send={withdrawCitation} />
          )}
          <RedactButton bare id={citation.id} what="citation" empty={counts && !quote && !note && !locator} />
        </p>
        <RedactedNote id={citation.id} />
        {amends && form === null && (
          <p className="-ml-2 flex flex-wrap">
            {newestSnapshotId && (
              <Button small tone="quiet" onClick={() => onRead(citation, newestSnapshotId)}>
                Read and quote
              </Button>
            )}
            {fresh && (
              <Button small tone="quiet" data-opens="covers" onClick={() => setForm('covers')}>
                Mark the words
              </Button>
            )}
            <Button small tone="quiet" data-opens="change" onClick={() => setForm('change')}>
              Change
            </Button>
          </p>
        )}
        {form === 'change' && <AmendForm citation={citation} claim={claim} onClose={close} />}
        {form === 'covers' && <CoversForm citation={citation} claim={claim} onClose={close} />}
      </div>
    </li>
  )
}

function Covers({ covers, wording }: Pick<CitationDto, 'covers'> & { wording: string }) {
  if (!covers || covers.length === 0) return <p>Covers: not said</p>
  const [first, ...more] = covers
  if (first && more.length === 0 && countWords(first.exact) === countWords(wording))
    return <p>covers the whole claim</p>
  return (
    <p>
      covers{' '}
      {covers.map(({ start, exact }, at) => (
        <span key={start} className="text-ink2">
          {at > 0 && ', '}“{shortRun(exact)}”
        </span>
      ))}
    </p>
  )
}

function Outside({ href, words }: { href: string; words: string }) {
  return (
    <a href={href} rel="noreferrer noopener" target="_blank" className="underline">
      {words}
    </a>
  )
}
