'use client'

import Link from 'next/link'
import { differenceWords } from '@/components/wording/difference-list.tsx'
import { useGalley } from '../article/article-context.ts'

/**
 * Said beside the revision: where the working text says something else, and when what is shown may be old. In the line
 * itself, so that the article does not move when it comes.
 */
export function WorkingLine({ revision }: { revision: number }) {
  const { article, differences, live } = useGalley()
  const lost = live?.synced === true && (live.status === 'offline' || live.status === 'ended')
  const differ = differences !== null && differences.claims.length + differences.added.length > 0
  return (
    <>
      {differ && (
        <>
          {' · '}
          <Link
            prefetch={false}
            className="font-medium text-pencil hover:underline"
            href={`/articles/${article.slug}/edit`}
          >
            {differenceWords(differences, revision)}
          </Link>
        </>
      )}
      {lost && (
        <span role="status" className="text-sta">
          {' · '}
          {live.words ?? (live.draining ? 'Attest is being restarted. Reconnecting …' : 'Offline. Reconnecting …')}
        </span>
      )}
    </>
  )
}
