import Link from 'next/link'
import { TopBar } from '@/components/desk/top-bar'
import { buttonClass } from '@/components/ui/button-class'
import { When } from '@/components/ui/when'
import { claimKey } from '@/lib/domain/claim'
import type { Person, Viewer } from '@/lib/schema/galley'
import type { ProposalDto, SettledDto } from '@/lib/schema/review'
import { DiffView } from './diff-view'
import { ProposalCard } from './proposal-card'

type Props = {
  article: { id: string; slug: string; title: string }
  viewer: Viewer
  people: Person[]
  proposals: ProposalDto[]
  total: number
  settled: SettledDto[]
}

const OUTCOME: Record<SettledDto['state'], string> = {
  accepted: 'Accepted',
  superseded: 'Accepted',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
}

/** Proposed wordings, one by one. */
export function ReviewScreen({ article, viewer, people, proposals, total, settled }: Props) {
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? 'Attest'
  return (
    <>
      <TopBar
        viewer={viewer}
        crumbs={[
          { href: '/', words: 'Desk' },
          { href: `/articles/${article.slug}`, words: article.title },
          { words: 'Review' },
        ]}
      >
        <Link prefetch={false} className={buttonClass()} href={`/articles/${article.slug}`}>
          Galley
        </Link>
      </TopBar>
      <main className="mx-auto max-w-[760px] px-5 py-8">
        <h1 tabIndex={-1} className="font-serif text-[28px] font-semibold leading-9 tracking-tight">
          Review
        </h1>
        <p className="mt-1 mb-6 text-ink3">
          {total === 0
            ? 'No proposed wording waits.'
            : `${total} proposed ${total === 1 ? 'wording waits' : 'wordings wait'}, oldest first.`}
          {total > proposals.length && ` The first ${proposals.length} are shown.`}
        </p>
        {total === 0 && (
          <p className="rounded-lg border border-line bg-sheet p-5 text-ink2">
            When a checker proposes a wording, it comes here with a word diff, its reason, and the checks it would make
            stale.
          </p>
        )}
        <ul className="space-y-5">
          {proposals.map((proposal) => (
            <ProposalCard
              key={proposal.id}
              articleId={article.id}
              slug={article.slug}
              proposal={proposal}
              author={nameOf(proposal.authorId)}
              viewer={viewer}
            />
          ))}
        </ul>
        {settled.length > 0 && (
          <section className="mt-12" aria-label="Settled">
            <h2 className="mb-3 font-semibold">Settled last</h2>
            <ul className="space-y-4">
              {settled.map((row) => (
                <li key={row.id} className="border-l-2 border-line pl-3">
                  <p className="font-serif text-[15.5px] leading-6">
                    <DiffView before={row.baseText} after={row.text} />
                  </p>
                  <p className="text-[13px] text-ink3">
                    <Link
                      prefetch={false}
                      className="hover:underline"
                      href={`/articles/${article.slug}#${claimKey(row.claim)}`}
                    >
                      {claimKey(row.claim)}
                    </Link>{' '}
                    · proposed by {nameOf(row.authorId)} · {OUTCOME[row.state]}
                    {row.reviewerId && ` by ${nameOf(row.reviewerId)}`} · <When at={row.at} />
                  </p>
                  {row.reviewReason && <p className="text-[13px] text-ink2">{row.reviewReason}</p>}
                </li>
              ))}
            </ul>
          </section>
        )}
      </main>
    </>
  )
}
