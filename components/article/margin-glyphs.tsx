'use client'

import { type RefObject, useEffect, useState } from 'react'
import { Avatar } from '@/components/ui/avatar.tsx'
import type { ClaimSummary } from '@/lib/domain/claim/claim.ts'
import { lostWords } from '@/lib/domain/quote/fate.ts'
import { useGalley } from './article-context.ts'

type Glyph = {
  number: number
  top: number
  sources: number
  /** Of them, those that no longer say what was quoted, or are gone. */
  lost: number
  threads: number
  proposals: number
  assignees: string[]
}

const LINE = 20
const MOST_FACES = 2

/** Beside the text: sources, those that no longer say it, open threads, proposed wordings of the claim that ends on that line, and whose it is to see to. For the eye only; the dossier says the same. */
export function MarginGlyphs({ claims, sheet }: { claims: ClaimSummary[]; sheet: RefObject<HTMLElement | null> }) {
  const { nameOf } = useGalley()
  const [glyphs, setGlyphs] = useState<Glyph[]>([])
  useEffect(() => {
    const root = sheet.current
    if (!root) return
    const place = () => {
      const base = root.getBoundingClientRect().top
      let below = Number.NEGATIVE_INFINITY
      const placed: Glyph[] = []
      for (const { number, sources, staleSources, openThreads, proposals, assignees, lostSources } of claims) {
        if (sources + staleSources + openThreads + proposals + assignees.length === 0) continue
        const rects = root.querySelector(`[data-claim="${number}"]`)?.getClientRects()
        const last = rects?.[rects.length - 1]
        if (!last) continue
        const top = Math.max(last.top - base + (last.height - LINE) / 2, below)
        below = top + LINE
        placed.push({
          number,
          top,
          sources: sources + staleSources,
          lost: lostSources,
          threads: openThreads,
          proposals,
          assignees,
        })
      }
      setGlyphs(placed)
    }
    const watch = new ResizeObserver(place)
    watch.observe(root)
    return () => watch.disconnect()
  }, [claims, sheet])
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none font-sans absolute top-0 left-full ml-4 hidden w-16 select-none xl:block"
    >
      {glyphs.map(({ number, top, sources, lost, threads, proposals, assignees }) => (
        <span
          key={number}
          className="absolute flex gap-2 text-xs leading-[20px] whitespace-nowrap text-ink3"
          style={{ top }}
        >
          {sources > 0 && <span>❝ {sources}</span>}
          {lost > 0 && (
            <span className="pointer-events-auto font-semibold text-sta" title={lostWords(lost)}>
              ⚠ {lost}
            </span>
          )}
          {threads > 0 && <span>◌ {threads}</span>}
          {proposals > 0 && <span>✎ {proposals}</span>}
          {assignees.length > 0 && (
            <span className="inline-flex items-center gap-0.5">
              {assignees.slice(0, MOST_FACES).map((id) => (
                <Avatar key={id} name={nameOf(id)} size={16} />
              ))}
              {assignees.length > MOST_FACES && `+${assignees.length - MOST_FACES}`}
            </span>
          )}
        </span>
      ))}
    </div>
  )
}
