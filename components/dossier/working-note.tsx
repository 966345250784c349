'use client'

import Link from 'next/link'
import { useGalley } from '@/components/article/article-context.ts'
import { onePerPerson } from '@/components/live/present-people.tsx'
import { Avatar } from '@/components/ui/avatar.tsx'
import { SaidDiff } from '@/components/wording/diff-view.tsx'
import { typedBy } from '@/components/wording/difference-list.tsx'

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
