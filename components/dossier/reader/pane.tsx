'use client'

import { Dialog } from '@base-ui/react/dialog'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { SnapshotReader } from '@/components/sources/snapshot/reader.tsx'
import { Button } from '@/components/ui/button.tsx'
import type { ClaimSummary } from '@/lib/domain/claim/claim.ts'
import type { Cover } from '@/lib/domain/claim/cover.ts'
import { pageAt } from '@/lib/domain/quote/snapshot.ts'
import { atWordBounds } from '@/lib/domain/text/word-boundary.ts'
import type { SnapshotDto } from '@/lib/view/snapshot.ts'
import { ReaderAside, ReaderClaim } from './aside.tsx'
import { ReaderFind } from './find.tsx'
import { ReaderHead } from './head.tsx'
import type { Passage } from './passage.ts'
import { revealPlace } from './reveal-place.ts'
import { type QuotePlace, type Sought, useQuotePlaces } from './use-quote-places.ts'
import { useSnapshot } from './use-snapshot.ts'

/** A passage chosen in the reader. `live`: it is the browser's own selection, which shows itself. */
export type ChosenPassage = { start: number; end: number; live: boolean }

/** What was made the quote: where it stands, its words, the page of a PDF, and which words of the claim it covers. */
export type Quoted = { passage: Passage; exact: string; page: number | null; covers: readonly Cover[] | null }

export type ReaderPaneProps = {
  snapshotId: string
  claim: ClaimSummary
  /** The quote this is about; null where there is none yet. */
  quote: Sought | null
  /** Other quotes of this claim from the same source: shown, quieter. */
  others: readonly Sought[]
  covers: readonly Cover[] | null
  /** Absent where this reader may only read. */
  onQuote?: ((quoted: Quoted) => void) | undefined
  busy?: boolean
  /** What went wrong with making it the quote. */
  children?: ReactNode
  onClose: () => void
}

/**
 * What was kept of a source, beside the claim: read there, select the passage, say which words it covers. It lies over
 * the galley, keeps the focus, gives it back, and closes on Escape.
 */
export default function ReaderPane({ snapshotId, onClose, ...rest }: ReaderPaneProps) {
  const { snapshot, problem, again } = useSnapshot(snapshotId)
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-black/40" />
        <Dialog.Popup className="fixed inset-0 z-50 flex flex-col overflow-hidden bg-sheet text-ink outline-none lg:inset-x-10 lg:inset-y-6 lg:mx-auto lg:max-w-[1240px] lg:rounded-xl lg:border lg:border-line lg:shadow-xl">
          {snapshot ? (
            <Open key={snapshot.id} snapshot={snapshot} onClose={onClose} {...rest} />
          ) : (
            <>
              <ReaderHead snapshot={null} onClose={onClose} />
              <div className="p-5">
                {problem ? (
                  <div role="alert" className="border-l-[3px] border-ref bg-ref-soft px-3 py-2 text-[13px]">
                    <p>{problem}</p>
                    <Button small className="mt-2" onClick={again}>
                      Try again
                    </Button>
                  </div>
                ) : (
                  <p role="status" className="text-ink3">
                    Opening what was kept…
                  </p>
                )}
              </div>
            </>
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

type OpenProps = Omit<ReaderPaneProps, 'snapshotId'> & { snapshot: SnapshotDto }

function Open({ snapshot, claim, quote, others, covers: given, onQuote, busy = false, children, onClose }: OpenProps) {
  const { text, blocks } = snapshot
  const root = useRef<HTMLDivElement>(null)
  const [within, places] = useQuotePlaces(snapshot, quote, others)
  const [chosen, setChosen] = useState<ChosenPassage | null>(() => unanchored(places.present))
  const [covers, setCovers] = useState(given)
  const reveal = (start: number) => requestAnimationFrame(() => root.current && revealPlace(root.current, start))

  // biome-ignore lint/correctness/useExhaustiveDependencies: only when it opens; later, whoever reads is where they are
  useEffect(() => {
    const first = places.present ?? places.others[0]
    if (first) reveal(first.start)
  }, [])
  useEffect(() => {
    const left = () => {
      const selection = document.getSelection()
      if (selection && !selection.isCollapsed && root.current?.contains(selection.anchorNode)) return
      setChosen((now) => (now?.live ? { ...now, live: false } : now))
    }
    document.addEventListener('selectionchange', left)
    return () => document.removeEventListener('selectionchange', left)
  }, [])

  const highlight = useMemo(
    () => [
      ...(chosen && !chosen.live ? [{ ...chosen, kind: 'chosen' as const }] : []),
      ...(places.present ? [{ ...places.present, kind: 'quote' as const }] : []),
      ...places.others.map((place) => ({ ...place, kind: 'found' as const })),
    ],
    [chosen, places],
  )
  const take = () => {
    if (!chosen || !onQuote) return
    const { start, end } = chosen
    const passage = { snapshotId: snapshot.id, start, end }
    onQuote({ passage, exact: text.slice(start, end).trim(), page: pageAt(blocks, start), covers })
  }
  return (
    <>
      <ReaderHead snapshot={snapshot} onClose={onClose}>
        <ReaderFind
          within={within}
          onFind={(place) => {
            document.getSelection()?.removeAllRanges()
            setChosen({ ...place, live: false })
            reveal(place.start)
          }}
        />
      </ReaderHead>
      <div className="border-line border-b bg-paper px-4 py-2 lg:hidden">
        <ReaderClaim claim={claim} />
      </div>
      <div className="flex min-h-0 flex-1 flex-col lg:grid lg:grid-cols-[minmax(0,1fr)_400px]">
        <section
          ref={root}
          aria-label="Kept text"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached with the keyboard
          tabIndex={0}
          className="min-h-0 flex-1 overflow-y-auto px-5 py-5 lg:px-10"
        >
          <SnapshotReader
            snapshot={snapshot}
            highlight={highlight}
            headingLevel={3}
            // Whole words: a selection that stops inside one was meant to hold it, or not to touch it.
            onSelect={(range) => range && setChosen({ ...atWordBounds(text, range.start, range.end), live: true })}
          />
        </section>
        <ReaderAside
          {...{ snapshot, claim, chosen, covers, busy }}
          lost={quote !== null && quote.quote !== '' && places.present === null}
          likeness={chosen && places.present && same(chosen, places.present) ? places.present.score : null}
          onCovers={setCovers}
          onChoose={(range) => {
            document.getSelection()?.removeAllRanges()
            setChosen(range && { ...range, live: false })
          }}
          onTake={onQuote ? take : undefined}
        >
          {children}
        </ReaderAside>
      </div>
    </>
  )
}

/** A quote typed by hand that was found here is offered at once; one that is anchored already stands as it does. */
function unanchored(place: QuotePlace | null): ChosenPassage | null {
  return place && !place.anchored ? { start: place.start, end: place.end, live: false } : null
}

const same = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  a.start === b.start && a.end === b.end
