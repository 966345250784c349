'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { isOwnAction } from '@/components/ui/own-action.ts'
import { useDeskTick } from './use-desk-tick.ts'
import { useRecorded } from './use-recorded.ts'

type Props = {
  workspaceId: string
  /** Null where the page is the whole desk's. */
  articleId: string | null
  /** How far that had come when the page was read. */
  tick: number
}

/**
 * Keeps a page of an article or a desk as it stands now. While someone is typing, or about to press a button, nothing
 * moves under their hands: they are told that there is something, and see it when they are done, or say so.
 */
export function Fresh({ workspaceId, articleId, tick }: Props) {
  const router = useRouter()
  const [held, setHeld] = useState(false)
  const now = useDeskTick(workspaceId, articleId)
  useRecorded({ seq: now, deskSeq: 0, status: 'live' }, { seq: tick, deskSeq: 0 }, () =>
    isAtWork() && !isOwnAction() ? setHeld(true) : router.refresh(),
  )
  // Read again by whatever way, it shows what was held back.
  useEffect(() => {
    if (tick >= now) setHeld(false)
  }, [tick, now])
  useEffect(() => {
    if (!held) return
    let later: ReturnType<typeof setTimeout> | undefined
    const left = () => {
      clearTimeout(later)
      // The focus has gone where it goes by then, and what it went to was pressed.
      later = setTimeout(() => {
        if (isAtWork()) return
        setHeld(false)
        router.refresh()
      }, 300)
    }
    for (const sign of SIGNS) document.addEventListener(sign, left)
    return () => {
      clearTimeout(later)
      for (const sign of SIGNS) document.removeEventListener(sign, left)
    }
  }, [held, router])
  return (
    <div role="status" className="contents">
      {held && (
        <p className="no-print fixed top-[60px] left-1/2 z-30 flex -translate-x-1/2 items-center gap-2 rounded-full border border-line bg-raise py-1.5 pr-2 pl-3 text-[13px] whitespace-nowrap shadow-lg">
          Something was recorded meanwhile.
          <Button
            small
            tone="quiet"
            onClick={() => {
              setHeld(false)
              router.refresh()
            }}
          >
            Show it
          </Button>
        </p>
      )}
    </div>
  )
}

/** What may mean that someone has gone on. */
const SIGNS = ['focusout', 'pointermove'] as const

/** Is there a field with words in it under someone's hands, or something they would press? */
function isAtWork(): boolean {
  if (document.querySelector('main :is(button, a, label, summary):hover')) return true
  const at = document.activeElement
  if (at instanceof HTMLTextAreaElement) return at.value !== ''
  return at instanceof HTMLInputElement && /^(text|search|email|url|number)$/.test(at.type) && at.value !== ''
}
