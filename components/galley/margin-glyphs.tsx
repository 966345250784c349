'use client'

import { type RefObject, useEffect, useState } from 'react'
import type { ClaimSummary } from '@/lib/domain/claim'

type Glyph = { number: number; top: number; sources: number; threads: number; proposals: number }

const LINE = 20

/** Counts beside the text: sources, open threads, proposed wordings of the claim that starts on that line. For the eye only; the dossier says the same. */
export function MarginGlyphs({ claims, sheet }: { claims: ClaimSummary[]; sheet: RefObject<HTMLElement | null> }) {
  const [glyphs, setGlyphs] = useState<Glyph[]>([])
  useEffect(() => {
    const root = sheet.current
    if (!root) return
    const place = () => {
      const base = root.getBoundingClientRect().top
      let below = Number.NEGATIVE_INFINITY
      const placed: Glyph[] = []
      for (const { number, sources, staleSources, openThreads, proposals } of claims) {
        if (sources + staleSources + openThreads + proposals === 0) continue
        const rects = root.querySelector(`[data-claim="${number}"]`)?.getClientRects()
        const last = rects?.[rects.length - 1]
        if (!last) continue
        const top = Math.max(last.top - base + (last.height - LINE) / 2, below)
        below = top + LINE
        placed.push({ number, top, sources: sources + staleSources, threads: openThreads, proposals })
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
      {glyphs.map(({ number, top, sources, threads, proposals }) => (
        <span
          key={number}
          className="absolute flex gap-2 text-xs leading-[20px] whitespace-nowrap text-ink3"
          style={{ top }}
        >
          {sources > 0 && <span>❝ {sources}</span>}
          {threads > 0 && <span>◌ {threads}</span>}
          {proposals > 0 && <span>✎ {proposals}</span>}
        </span>
      ))}
    </div>
  )
}
