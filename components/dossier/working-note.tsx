'use client'

import Link from 'next/link'
import { typedBy } from '@/components/editing/difference-list'
import { useGalley } from '@/components/galley/galley-context'
import { onePerPerson } from '@/components/live/present-people'
import { SaidDiff } from '@/components/review/diff-view'
import { Avatar } from '@/components/ui/avatar'

/** What is going on with the open claim right now: who is editing it, and what the working text makes of it. */
export function WorkingNote({ claim }: { claim: number }) {
  const { article, live, differences, nameOf, revision } = useGalley()
  if (!live || revision !== null) return null
  const editing = onePerPerson(live.people).filter((person) => person.editing === claim)
  const difference = differences?.claims.find(({ number }) => number === claim)
  if (editing.length === 0 && !difference) return null
  return (
    <div className="my-2 space-y-2 rounded-r-md border-l-[3px] border-pencil bg-hover px-3 py-2 text-[13px] leading-5">
      {editing.length > 0 && (
        <p role="status" className="flex flex-wrap items-center gap-1.5 text-ink2">
          {editing.map(({ memberId, name }) => (
            <Avatar key={memberId} name={name} size={18} />
          ))}
          <span>
            {editing.map(({ name }) => name).join(', ')} {editing.length === 1 ? 'is' : 'are'} editing this claim
          </span>
        </p>
      )}
      {difference && (
        <>
          <p className="text-ink3">
            In the working text{typedBy(live.typists[claim], nameOf)}, not recorded ·{' '}
            <Link prefetch={false} className="underline" href={`/articles/${article.slug}/edit`}>
              open it
            </Link>
          </p>
          <p className="font-serif text-[16px] leading-6 [overflow-wrap:anywhere]">
            <SaidDiff before={difference.recorded} after={difference.working} />
          </p>
        </>
      )}
    </div>
  )
}
