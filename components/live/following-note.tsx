'use client'

import Link from 'next/link'
import { Avatar } from '@/components/ui/avatar.tsx'
import { Button } from '@/components/ui/button.tsx'
import type { Present } from './live-state.ts'

type Props = { target: Present | null; screen: Present['screen']; slug: string; onStop: () => void }

/** Says whom one is following, and how to stop; where they are on the other screen, leads there. */
export function FollowingNote({ target, screen, slug, onStop }: Props) {
  if (!target) return null
  const elsewhere = target.screen !== screen
  return (
    <div
      data-following
      role="status"
      className="no-print fixed bottom-4 left-1/2 z-30 flex -translate-x-1/2 items-center gap-2 rounded-full border border-line bg-raise py-1.5 pr-2 pl-3 text-[13px] whitespace-nowrap shadow-lg"
    >
      <Avatar name={target.name} size={20} />
      <span>Following {target.name}</span>
      {elsewhere && (
        <Link
          prefetch={false}
          className="text-pencil underline"
          href={`/articles/${slug}${target.screen === 'text' ? '/edit' : ''}`}
        >
          {target.screen === 'text' ? 'in the working text' : 'in the galley'}
        </Link>
      )}
      <Button small tone="quiet" onClick={onStop}>
        Stop
      </Button>
    </div>
  )
}
