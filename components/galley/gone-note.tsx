'use client'

import Link from 'next/link'
import { useEffect, useState } from 'react'
import { claimAddress } from '../article/use-dossier.ts'

/** A link led to a claim that is not in the article any more: what became of it. */
export function GoneNote({ slug, number }: { slug: string; number: number }) {
  const [words, setWords] = useState<string | null>(null)
  useEffect(() => {
    const leave = new AbortController()
    fetch(claimAddress(slug, number, '', null), { signal: leave.signal, cache: 'no-store' })
      .then((answer) => answer.json())
      .then((body: { problem?: { message: string } }) => setWords(body.problem?.message ?? null))
      .catch(() => undefined)
    return () => leave.abort()
  }, [slug, number])
  if (words === null) return null
  const heir = /went to (C-\d+)/.exec(words)?.[1]
  return (
    <p role="status" className="mb-5 border-l-[3px] border-sta bg-paper px-3 py-2 text-[14px] text-ink2">
      {words}{' '}
      {heir && (
        <>
          <a className="underline" href={`#${heir}`}>
            Open {heir}
          </a>{' '}
          ·{' '}
        </>
      )}
      <Link prefetch={false} className="underline" href={`/articles/${slug}/history`}>
        History
      </Link>
    </p>
  )
}
