'use client'

import { useEffect, useRef } from 'react'
import { Button } from './button.tsx'
import { keepDrafts } from './draft-store.ts'
import type { Command } from './use-command.ts'

/** What went wrong, what was kept, what to do. */
export function ProblemNote<I>({ command }: { command: Command<I> }) {
  const { problem, waiting } = command
  const note = useRef<HTMLDivElement>(null)
  // A form may be longer than the window: what it says is not to be below its edge.
  useEffect(() => {
    if (problem && !problem.fields) note.current?.scrollIntoView({ block: 'nearest' })
  }, [problem])
  if (!problem) return null
  return (
    <div
      ref={note}
      role="alert"
      className="rounded-r-md border-l-[3px] border-ref bg-ref-soft px-3 py-2 text-[13px] leading-[19px] text-ink"
    >
      <p>{problem.message}</p>
      {waiting && <p className="mt-1 text-ink2">Trying again…</p>}
      {problem.code === 'signed_out' && (
        <Button
          small
          className="mt-2"
          onClick={() => {
            keepDrafts()
            const { pathname, search, hash } = window.location
            window.location.assign(`/sign-in?next=${encodeURIComponent(`${pathname}${search}${hash}`)}`)
          }}
        >
          Sign in again
        </Button>
      )}
    </div>
  )
}
