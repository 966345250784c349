'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { Button } from '@/components/ui/button.tsx'
import { ProblemNote } from '@/components/ui/problem-note.tsx'
import { useCommand } from '@/components/ui/use-command.ts'
import { When } from '@/components/ui/when.tsx'
import { dismissMention } from '@/lib/actions/notification.ts'
import { claimKey } from '@/lib/domain/claim/claim.ts'
import type { MentionDto } from '@/lib/view/desk.ts'
import type { Person } from '@/lib/view/galley.ts'

type Props = { mentions: MentionDto[]; workspaceId: string; people: Person[] }

/** Where someone asked for this person, until they have answered or put it away. */
export function MentionList({ mentions, workspaceId, people }: Props) {
  return (
    <section aria-labelledby="mentions">
      <h2 id="mentions" tabIndex={-1} className="mb-2 font-semibold outline-none">
        Mentions
      </h2>
      {mentions.length === 0 && <p className="text-[13px] text-ink3">No one is asking for you.</p>}
      <ul className="space-y-2">
        {mentions.map((mention) => (
          <Mention key={mention.id} {...{ mention, workspaceId, people }} />
        ))}
      </ul>
    </section>
  )
}

function Mention({ mention, workspaceId, people }: { mention: MentionDto } & Omit<Props, 'mentions'>) {
  const router = useRouter()
  const away = useCommand(dismissMention, () => {
    router.refresh()
    document.querySelector<HTMLElement>('#mentions')?.focus()
  })
  const by = people.find((person) => person.id === mention.memberId)?.name ?? 'Someone'
  return (
    <li className="rounded-md px-2 py-1 hover:bg-hover">
      <Link prefetch={false} className="block" href={`/articles/${mention.slug}#${claimKey(mention.claim)}`}>
        <span className="block [overflow-wrap:anywhere]">{mention.body.slice(0, 200)}</span>
        <span className="text-[12.5px] text-ink3">
          {by} on {claimKey(mention.claim)} · <When at={mention.at} />
        </span>
        <span dir="auto" className="line-clamp-1 font-serif text-[14px] text-ink2">
          {mention.words.trim()}
        </span>
      </Link>
      <Button
        small
        tone="quiet"
        className="-ml-1 px-1!"
        busy={away.busy}
        aria-label={`Dismiss: ${by} on ${claimKey(mention.claim)}`}
        onClick={() => void away.run({ workspaceId, id: mention.id })}
      >
        Dismiss
      </Button>
      <ProblemNote command={away} />
    </li>
  )
}
