'use client'

import Link from 'next/link'
import { useEffect, useState } from 'react'
import { readJson, UNREACHABLE } from '@/components/ui/read-json.ts'
import { claimAddress } from '../article/use-dossier.ts'

const UNREAD = 'This claim could not be read.'

/** A link led to a claim that is not in the article any more: what became of it. */
export function GoneNote({ slug, number }: { slug: string; number: number }) {
  const [words, setWords] = useState<string | null>(null)
  useEffect(() => {
    const leave = new AbortController()
    readJson<object>(claimAddress(slug, number, '', null), UNREAD, leave.signal).then(
      () => undefined,
      // Why there is no such claim is what is wanted.
      ({ message }: Error) =>
        !leave.signal.aborted && message !== UNREACHABLE && message !== UNREAD && setWords(message),
    )
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
