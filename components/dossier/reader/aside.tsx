'use client'

import { type ReactNode, useState } from 'react'
import { useGalley } from '@/components/article/article-context.ts'
import { Button } from '@/components/ui/button.tsx'
import { Words } from '@/components/wording/words.tsx'
import { withLabel } from '@/lib/domain/article/framing.ts'
import { type ClaimSummary, claimKey } from '@/lib/domain/claim/claim.ts'
import type { Cover } from '@/lib/domain/claim/cover.ts'
import { pageAt } from '@/lib/domain/quote/snapshot.ts'
import { widened } from '@/lib/domain/quote/widen.ts'
import type { SnapshotDto } from '@/lib/view/snapshot.ts'
import { CoverEditor } from './cover-editor.tsx'

type Range = { start: number; end: number }
type Props = {
  snapshot: SnapshotDto
  claim: ClaimSummary
  chosen: Range | null
  covers: readonly Cover[] | null
  busy: boolean
  /** The quote was looked for here, and does not stand here. */
  lost: boolean
  /** How like the quote what is chosen is, 0 to 1, where it was found by its words. */
  likeness: number | null
  onChoose: (range: Range | null) => void
  onCovers: (covers: Cover[] | null) => void
  onTake: (() => void) | undefined
  children?: ReactNode
}

const SMALL = 'text-[11px] font-semibold uppercase leading-4 tracking-[.05em] text-ink3'

/** The claim and what is chosen for it, beside the text; on a phone, below it. */
export function ReaderAside(props: Props) {
  const { snapshot, claim, chosen, covers, busy, lost, likeness, onChoose, onCovers, onTake, children } = props
  const { article } = useGalley()
  const [wide] = useState(() => window.matchMedia('(min-width: 1024px)').matches)
  const { text, blocks, language } = snapshot
  const page = chosen && pageAt(blocks, chosen.start)
  const widen = (to: 'sentence' | 'block') => chosen && onChoose(widened(text, blocks, chosen, to, language))
  const editor = (
    <CoverEditor
      text={claim.text}
      frame={claim.label}
      language={article.language}
      label="Words it covers (optional)"
      value={covers}
      onChange={onCovers}
    />
  )
  return (
    <aside
      aria-label={`For ${claimKey(claim.number)}`}
      className="flex flex-col gap-3 overflow-y-auto border-line bg-paper px-4 py-3 max-lg:max-h-[46dvh] max-lg:border-t lg:gap-4 lg:border-l lg:px-5 lg:py-5"
    >
      <div className="max-lg:hidden">
        <ReaderClaim claim={claim} open />
      </div>
      <section aria-label="Chosen passage" className="flex flex-col gap-1.5">
        <h2 className={SMALL}>Chosen passage{page !== null && ` · page ${page}`}</h2>
        <div aria-live="polite">
          {chosen ? (
            <>
              <blockquote
                dir="auto"
                className="max-h-[18dvh] overflow-y-auto border-con border-l-2 pl-2.5 font-serif text-[15.5px] leading-[23px] lg:max-h-[30dvh]"
              >
                <Words text={text.slice(chosen.start, chosen.end).trim()} />
              </blockquote>
              {likeness !== null && likeness < 1 && (
                <p className="mt-1 text-[13px] text-sta">
                  △ Found by likeness, {Math.floor(likeness * 100)} %: compare it with what was typed.
                </p>
              )}
            </>
          ) : (
            <p className="text-[13px] leading-[18px] text-ink2">
              {lost ? (
                <>
                  <b className="font-semibold text-sta">⚠ The quote does not stand in this text.</b> Select what does,
                  or look for a part of it.
                </>
              ) : onTake ? (
                'Select the words in the text, or find them above.'
              ) : (
                'Nothing is selected.'
              )}
            </p>
          )}
        </div>
        {chosen && (
          <p className="-ml-2 flex flex-wrap">
            <Button small tone="quiet" onClick={() => widen('sentence')}>
              Whole sentence
            </Button>
            <Button small tone="quiet" onClick={() => widen('block')}>
              Whole paragraph
            </Button>
            <Button small tone="quiet" onClick={() => onChoose(null)}>
              Clear
            </Button>
          </p>
        )}
      </section>
      {onTake && (
        <>
          {wide ? (
            editor
          ) : (
            <details>
              <summary className={SMALL}>Words of the claim it covers</summary>
              <div className="mt-1.5">{editor}</div>
            </details>
          )}
          {children}
          <div className="flex items-center gap-3">
            <Button
              tone="go"
              busy={busy}
              aria-disabled={chosen === null || undefined}
              onClick={() => chosen && onTake()}
            >
              Use as quote
            </Button>
            {chosen === null && <span className="text-[13px] text-ink3">Choose a passage first.</span>}
          </div>
        </>
      )}
    </aside>
  )
}

/** The claim that a passage is looked for: always in sight on a desk, folded away on a phone. */
export function ReaderClaim({ claim, open = false }: { claim: ClaimSummary; open?: boolean }) {
  const { article } = useGalley()
  return (
    <details open={open}>
      <summary className={SMALL}>Claim {claimKey(claim.number)}</summary>
      <p
        dir="auto"
        lang={article.language}
        className="mt-1.5 font-serif text-[16px] leading-[25px] [overflow-wrap:anywhere]"
      >
        <Words text={withLabel(claim.label, claim.text.trim())} />
      </p>
    </details>
  )
}
