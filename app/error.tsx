'use client'

import { Button } from '@/components/ui/button.tsx'
import { Mark } from '@/components/ui/mark.tsx'

/** What a page says when it could not be read: most often the database is away for a moment. */
export default function PageError({ reset }: { error: Error; reset: () => void }) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-[420px] flex-col justify-center gap-4 px-5">
      <Mark />
      <h1 className="font-serif text-[26px] font-semibold leading-9">This page could not be read</h1>
      <p role="alert" className="text-ink2">
        Can’t reach Attest or its database. Nothing that was recorded is lost, and what you typed is kept in this tab.
        Try again in a moment.
      </p>
      <Button tone="go" className="self-start" onClick={reset}>
        Try again
      </Button>
    </main>
  )
}
