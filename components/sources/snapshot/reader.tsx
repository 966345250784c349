'use client'

import { useEffect, useMemo, useRef } from 'react'
import { ERASED_FILE } from '@/lib/domain/desk/vouching.ts'
import { isShownPicture } from '@/lib/domain/quote/snapshot.ts'
import { readableSections } from '@/lib/domain/quote/snapshot-parts.ts'
import type { SnapshotDto } from '@/lib/view/snapshot.ts'
import { type Highlight, SnapshotSection } from './section.tsx'
import { selectionRange, type TextRange } from './selection-range.ts'

/** Milliseconds a selection rests before it is told. */
const REST = 120
const NONE: Highlight[] = []

type Props = {
  snapshot: SnapshotDto
  highlight?: Highlight[]
  /** What was selected, once the selection rests; null where it was given up within the text. */
  onSelect?: (range: TextRange | null) => void
  /** Brings the first passage that is marked into sight, also when it changes. */
  reveal?: boolean
  /** The level that the source's own top headings get. */
  headingLevel?: 2 | 3 | 4
}

/**
 * What a source said, as plain words: nothing of its own markup is shown or run, and nothing here contacts it. A long
 * text costs only what is in sight.
 */
export function SnapshotReader({ snapshot, highlight = NONE, onSelect, reveal = false, headingLevel = 2 }: Props) {
  const root = useRef<HTMLDivElement>(null)
  const told = useRef(onSelect)
  told.current = onSelect
  const sections = useMemo(() => readableSections(snapshot.blocks), [snapshot.blocks])
  const first = highlight[0]?.start

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const rests = () => {
      const place = root.current
      const selection = document.getSelection()
      // A click elsewhere, such as on the button that takes the quote, gives nothing up.
      if (!place || !selection?.anchorNode || !place.contains(selection.anchorNode)) return
      told.current?.(selectionRange(place))
    }
    const changes = () => {
      clearTimeout(timer)
      timer = setTimeout(rests, REST)
    }
    document.addEventListener('selectionchange', changes)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('selectionchange', changes)
    }
  }, [])

  useEffect(() => {
    if (reveal && first !== undefined) root.current?.querySelector('mark')?.scrollIntoView({ block: 'center' })
  }, [reveal, first])

  if (snapshot.sha256 === ERASED_FILE)
    return (
      <p className="text-ink2">
        This snapshot was redacted: its text and its file are gone for good. The page of the source says who redacted
        it, when and why.
      </p>
    )
  return (
    <div className="min-w-0">
      {snapshot.problem && (
        <p className="mb-4 rounded-r-md border-l-[3px] border-sta bg-hover px-3 py-2 text-[13px] leading-[19px]">
          {snapshot.problem} The bytes are kept as they came.
        </p>
      )}
      {isShownPicture(snapshot.mediaType) && (
        // biome-ignore lint/performance/noImgElement: the server has taken out what the file says about itself
        <img
          src={`/api/snapshots/${snapshot.id}/file`}
          alt={snapshot.fileName ?? `What was kept of “${snapshot.source.title}”`}
          className="mb-4 max-h-[80dvh] max-w-full rounded-lg border border-line"
        />
      )}
      {sections.length > 0 && (
        <div
          ref={root}
          lang={languageTag(snapshot.language)}
          dir="auto"
          className="snapshot-text max-w-[660px] font-serif text-[17px] leading-7 [overflow-wrap:anywhere]"
        >
          {sections.map((section) => (
            <SnapshotSection
              key={section.start}
              section={section}
              text={snapshot.text}
              headingLevel={headingLevel}
              highlight={within(highlight, section)}
            />
          ))}
        </div>
      )}
      {sections.length === 0 && !snapshot.problem && !snapshot.mediaType.startsWith('image/') && (
        <p className="text-ink2">No words could be read in it. The bytes are kept; save them to look for yourself.</p>
      )}
      {snapshot.cut && (
        <p className="mt-4 border-line border-t pt-3 text-[13px] text-ink2">
          The text was longer than is shown here; the rest is in the bytes that are kept.
        </p>
      )}
    </div>
  )
}

/** The passages that touch a section; always the same empty list where none does, so that it isn't drawn again. */
function within(highlight: Highlight[], section: TextRange): Highlight[] {
  const touching = highlight.filter(({ start, end }) => start < section.end && end > section.start)
  return touching.length > 0 ? touching : NONE
}

/** As the source says, where it says something that is a language. */
function languageTag(language: string | null): string | undefined {
  try {
    return language ? Intl.getCanonicalLocales(language)[0] : undefined
  } catch {
    return undefined
  }
}
