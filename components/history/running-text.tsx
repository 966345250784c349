'use client'

import { useRef } from 'react'
import { SheetBlocks } from '@/components/article/sheet.tsx'
import { DiffParts } from '@/components/wording/diff-view.tsx'
import type { LayoutBlock } from '@/lib/domain/article/layout.ts'
import type { Folded, RunningBlock } from '@/lib/domain/revision/running-text.ts'
import { ChangeWalk } from './change-walk.tsx'

/** The whole text as the galley sets it, with what went out struck out in its place and what came in marked. */
export function RunningText({ stretches, language }: { stretches: Folded[]; language: string }) {
  const text = useRef<HTMLDivElement>(null)
  const changed = stretches.some(({ blocks }) => blocks.some(({ state }) => state !== 'same'))
  return (
    <>
      {changed && <ChangeWalk text={text} />}
      <div ref={text} lang={language} className="sheet diff mx-auto rounded-lg bg-sheet px-4 py-6 sm:px-8">
        {stretches.map(({ blocks, folded }) => (
          <Stretch key={blocks[0]?.id ?? 'end'} {...{ blocks, folded }} />
        ))}
      </div>
    </>
  )
}

function Stretch({ blocks, folded }: Folded) {
  const parts = new Map(blocks.map((block) => [block.id, block.parts]))
  return (
    <>
      {folded > 0 && (
        <p className="text-center font-sans text-[13px] text-ink3">
          {folded.toLocaleString('en')} {folded === 1 ? 'block' : 'blocks'} left out here
        </p>
      )}
      <SheetBlocks blocks={blocks.map(asLaidOut)} words={(block) => <DiffParts parts={parts.get(block.id) ?? []} />} />
    </>
  )
}

function asLaidOut({ id, kind, label, level }: RunningBlock): LayoutBlock {
  const look = { ...(label !== undefined && { label }), ...(level !== undefined && { level }) }
  return { id, kind, ...look, open: '', close: '', claims: [] }
}
