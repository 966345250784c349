'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { StatusTag } from '@/components/claim/status-tag.tsx'
import { Button } from '@/components/ui/button.tsx'
import { ProblemNote } from '@/components/ui/problem-note.tsx'
import { useCommand } from '@/components/ui/use-command.ts'
import { When } from '@/components/ui/when.tsx'
import { markRead } from '@/lib/actions/notification.ts'
import { claimKey } from '@/lib/domain/claim/claim.ts'
import type { AssignedDto, AssignedList as List } from '@/lib/view/desk.ts'
import type { Person, Viewer } from '@/lib/view/galley.ts'

type Props = List & { viewer: Viewer; people: Person[] }

/** The claims this person has to see to, and who gave them those they have not heard of yet. */
export function AssignedList({ assigned, total, viewer, people }: Props) {
  return (
    <section aria-labelledby="assigned">
      <h2 id="assigned" tabIndex={-1} className="mb-2 font-semibold outline-none">
        Assigned to you
      </h2>
      {assigned.length === 0 && (
        <p className="text-[13px] text-ink3">No claim is assigned to you. Open one and take it.</p>
      )}
      <ul className="space-y-2">
        {assigned.map((one) => (
          <AssignedItem
            key={one.id}
            one={one}
            workspaceId={viewer.workspaceId}
            by={people.find(({ id }) => id === one.memberId)?.name ?? 'Attest'}
          />
        ))}
      </ul>
      {total > assigned.length && (
        <p className="mt-2 px-2 text-[13px] text-ink3">
          The newest {assigned.length} of {total}. “Mine” in an article shows all of its own.
        </p>
      )}
    </section>
  )
}

function AssignedItem({ one, workspaceId, by }: { one: AssignedDto; workspaceId: string; by: string }) {
  const router = useRouter()
  const read = useCommand(markRead, () => {
    router.refresh()
    document.querySelector<HTMLElement>('#assigned')?.focus()
  })
  const { slug, title, claim, words, status, note, told, at } = one
  const key = claimKey(claim)
  return (
    <li className={told ? 'border-l-2 border-pencil' : ''}>
      <Link prefetch={false} className="block rounded-md px-2 py-1 hover:bg-hover" href={`/articles/${slug}#${key}`}>
        <span className="mb-0.5 flex min-w-0 items-center gap-2 text-[12.5px] text-ink3">
          <b className="font-semibold text-ink2">{key}</b>
          <span className="min-w-0 flex-1 truncate">{title}</span>
          <StatusTag status={status} />
        </span>
        <span dir="auto" className="line-clamp-2 font-serif text-[15px] leading-[22px] [overflow-wrap:anywhere]">
          {words.trim()}
        </span>
        {note && <span className="block text-[13px] text-ink2 [overflow-wrap:anywhere]">{note}</span>}
      </Link>
      {told && (
        <p className="flex flex-wrap items-center gap-x-2 px-2 text-[13px] text-ink2">
          <span>
            {by} assigned {key} to you · <When at={at} />
          </span>
          <Button
            small
            tone="quiet"
            className="-ml-2"
            busy={read.busy}
            onClick={() => void read.run({ workspaceId, id: told })}
          >
            Got it
          </Button>
        </p>
      )}
      <ProblemNote command={read} />
    </li>
  )
}
