'use client'

import Link from 'next/link'
import { Button } from '@/components/ui/button.tsx'
import type { Live } from './use-live.ts'

/** How it stands with what was typed: one quiet line, which says so when something is wrong. */
export function LiveNote({ live, archived }: { live: Live; archived: boolean }) {
  const { tone, words } = noteOf(live, archived)
  return (
    <p
      role="status"
      aria-live="polite"
      data-live={live.status}
      className={`mt-1 flex flex-wrap items-center gap-x-2 text-[13px] leading-5 ${tone === 'calm' ? 'text-ink3' : 'text-sta'}`}
    >
      <span aria-hidden="true">{tone === 'calm' ? '✓' : '◌'}</span>
      <span>{words}</span>
      {live.signedOut && (
        <Link prefetch={false} className="underline" href={`/sign-in?next=${encodeURIComponent(here())}`}>
          Sign in
        </Link>
      )}
      {live.status === 'ended' && !live.signedOut && (
        <Button small tone="quiet" onClick={() => live.connection?.again()}>
          Try again
        </Button>
      )}
    </p>
  )
}

function noteOf(live: Live, archived: boolean): { tone: 'calm' | 'alert'; words: string } {
  const { status, unsaved, savedAt, draining, readOnly, words, kept } = live
  const changes = `${unsaved} ${unsaved === 1 ? 'change' : 'changes'} kept ${kept ? 'in this browser' : 'in this page: do not close it'}`
  const held = unsaved > 0 ? ` ${changes}.` : ''
  if (status === 'ended') return { tone: 'alert', words: `${words ?? 'The connection was ended.'}${held}` }
  if (draining) return { tone: 'alert', words: `Attest is being restarted. Reconnecting …${held}` }
  if (status === 'offline')
    return { tone: 'alert', words: unsaved > 0 ? `Offline, ${changes}.` : (words ?? 'Offline. Reconnecting …') }
  if (status === 'connecting') return { tone: 'calm', words: 'Connecting …' }
  if (live.cleaned > 0)
    return { tone: 'alert', words: 'Parts that cannot stand in an article were taken out of the text.' }
  if (archived)
    return { tone: 'calm', words: `This article is archived: the working text can be read, not changed.${held}` }
  if (unsaved > 0) return { tone: 'calm', words: 'Saving …' }
  if (readOnly) return { tone: 'calm', words: 'You can read along; your role does not let you write here.' }
  return { tone: 'calm', words: savedAt === null ? 'Live' : `Saved ${clock(savedAt)}` }
}

function clock(at: number): string {
  return new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' }).format(at)
}

function here(): string {
  return typeof window === 'undefined' ? '/' : window.location.pathname
}
