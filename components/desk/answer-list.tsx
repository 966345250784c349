'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { OUTCOME_WORDS } from '@/components/claim/outcome-tag.tsx'
import { Button } from '@/components/ui/button.tsx'
import { ProblemNote } from '@/components/ui/problem-note.tsx'
import { useCommand } from '@/components/ui/use-command.ts'
import { When } from '@/components/ui/when.tsx'
import { markAllRead, markRead } from '@/lib/actions/notification.ts'
import { claimKey } from '@/lib/domain/claim/claim.ts'
import type { Person } from '@/lib/view/galley.ts'
import type { AnswerDto, Answers } from '@/lib/view/review.ts'

type Props = Answers & { workspaceId: string; people: Person[] }

/** What became of one's proposals, until one has seen it. */
export function AnswerList({ answers, total, workspaceId, people }: Props) {
  const router = useRouter()
  const all = useCommand(markAllRead, () => {
    router.refresh()
    document.querySelector<HTMLElement>('#answers')?.focus()
  })
  const newest = answers[0]
  return (
    <section aria-labelledby="answers">
      <div className="mb-2 flex flex-wrap items-baseline gap-x-3">
        <h2 id="answers" tabIndex={-1} className="mr-auto font-semibold outline-none">
          Decisions on your proposals
        </h2>
        {newest && total > 1 && (
          <Button
            small
            tone="quiet"
            busy={all.busy}
            onClick={() => void all.run({ workspaceId, until: newest.at.toISOString() })}
          >
            Mark all {total} read
          </Button>
        )}
      </div>
      <ProblemNote command={all} />
      {answers.length === 0 && <p className="text-[13px] text-ink3">No new decisions.</p>}
      <ul className="space-y-3">
        {answers.map((answer) => (
          <AnswerItem key={answer.id} answer={answer} workspaceId={workspaceId} people={people} />
        ))}
      </ul>
      {total > answers.length && (
        <p className="mt-2 text-[13px] text-ink3">
          {total - answers.length} older {total - answers.length === 1 ? 'one follows' : 'ones follow'} when these are
          read.
        </p>
      )}
    </section>
  )
}

function AnswerItem({ answer, workspaceId, people }: { answer: AnswerDto } & Pick<Props, 'workspaceId' | 'people'>) {
  const router = useRouter()
  const read = useCommand(markRead, () => {
    router.refresh()
    document.querySelector<HTMLElement>('#answers')?.focus()
  })
  const { slug, title, claim, words, reason, reviewerId, at } = answer
  const reviewer = people.find((person) => person.id === reviewerId)?.name
  const accepted = answer.answer === 'accepted'
  return (
    <li className={`border-l-2 pl-3 ${accepted ? 'border-sup' : 'border-ref'}`}>
      <p className="text-[13px]">
        <b className={`font-semibold ${accepted ? 'text-sup' : 'text-ref'}`}>{accepted ? 'Accepted' : 'Rejected'}</b>
        <span className="text-ink3">
          {answer.kind && ` (${OUTCOME_WORDS[answer.kind]})`}
          {reviewer && ` by ${reviewer}`} · <When at={at} />
        </span>
      </p>
      <p dir="auto" className="line-clamp-3 font-serif text-[15px] leading-[22px] [overflow-wrap:anywhere]">
        {words}
      </p>
      {reason && <p className="text-[13px] text-ink2 [overflow-wrap:anywhere]">{reason}</p>}
      <div className="mt-1 flex flex-wrap items-center gap-x-2">
        <Link
          prefetch={false}
          className="min-w-0 truncate text-[12.5px] text-ink3 hover:underline"
          href={`/articles/${slug}${claim === null ? '' : `#${claimKey(claim)}`}`}
        >
          {claim === null ? title : `${claimKey(claim)}, ${title}`}
        </Link>
        <Button small tone="quiet" busy={read.busy} onClick={() => void read.run({ workspaceId, id: answer.id })}>
          Got it
        </Button>
      </div>
      <ProblemNote command={read} />
    </li>
  )
}
