import Link from 'next/link'
import { Fresh } from '@/components/live/fresh.tsx'
import { TopBar } from '@/components/shell/top-bar.tsx'
import { buttonClass } from '@/components/ui/button-class.ts'
import { filterAddress, isFiltered, type QueueFilter } from '@/lib/schema/review-filter.ts'
import type { Person, Viewer } from '@/lib/view/galley.ts'
import type { Queue, SettledDto } from '@/lib/view/review.ts'
import { FilterBar } from './filter-bar.tsx'
import { ReviewList } from './review-list.tsx'
import { SettledList } from './settled-list.tsx'

type Props = {
  article: { id: string; slug: string; title: string } | null
  viewer: Viewer
  people: Person[]
  filter: QueueFilter
  queue: Queue
  settled: SettledDto[]
  tick: number
}

/** Proposals that wait, of one article or of the whole desk. */
export function ReviewScreen({ article, viewer, people, filter, queue, settled, tick }: Props) {
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name ?? 'Attest'
  const path = article ? `/articles/${article.slug}/review` : '/review'
  const crumbs = article ? [{ href: `/articles/${article.slug}`, words: article.title }] : []
  const { groups, total, next, lookedAt } = queue
  const shown = groups.reduce((sum, { entries }) => sum + entries.length, 0)
  const filtered = isFiltered(filter)
  return (
    <>
      <Fresh workspaceId={viewer.workspaceId} articleId={article?.id ?? null} tick={tick} />
      <TopBar viewer={viewer} crumbs={[{ href: '/', words: 'Desk' }, ...crumbs, { words: 'Review' }]}>
        {article && (
          <>
            <Link prefetch={false} className={buttonClass('quiet')} href="/review">
              Whole desk
            </Link>
            <Link prefetch={false} className={buttonClass()} href={`/articles/${article.slug}`}>
              Galley
            </Link>
          </>
        )}
      </TopBar>
      <main className="mx-auto max-w-[760px] px-5 py-8">
        <h1 tabIndex={-1} className="font-serif text-[28px] font-semibold leading-9 tracking-tight">
          Review
        </h1>
        <p className="mt-1 mb-4 text-ink3">{countWords(total, shown, filtered || filter.after !== null)}</p>
        {(total > 0 || filtered) && (
          <FilterBar path={path} filter={filter} queue={queue} desk={article === null} nameOf={nameOf} />
        )}
        {shown === 0 && <Nothing {...{ total, path, filtered, lookedAt }} />}
        <ReviewList groups={groups} people={people} viewer={viewer} desk={article === null} />
        {lookedAt !== null && (
          <p className="mt-5 text-[13px] text-ink3">
            The filters were asked of {lookedAt.toLocaleString('en')} proposals; more wait behind them.
          </p>
        )}
        {next && (
          <Link prefetch={false} className={`${buttonClass()} mt-5`} href={filterAddress(path, filter, next)}>
            {lookedAt === null ? 'Older proposals' : 'Look further'}
          </Link>
        )}
        {article && settled.length > 0 && <SettledList slug={article.slug} settled={settled} nameOf={nameOf} />}
      </main>
    </>
  )
}

function countWords(total: number, shown: number, part: boolean): string {
  if (total === 0) return 'No proposal waits.'
  const waiting = `${total.toLocaleString('en')} ${total === 1 ? 'proposal waits' : 'proposals wait'}`
  if (part || shown < total) return `${waiting}, ${shown.toLocaleString('en')} of them shown here, newest first.`
  return `${waiting}, newest first.`
}

type NothingProps = { total: number; path: string; filtered: boolean; lookedAt: number | null }

function Nothing({ total, path, filtered, lookedAt }: NothingProps) {
  return (
    <p className="rounded-lg border border-line bg-sheet p-5 text-ink2">
      {total === 0 ? (
        'When a checker proposes a wording, a split, a merge or a whole new text, it comes here with what would change, its reason, and the checks it would make stale.'
      ) : (
        <>
          {lookedAt !== null
            ? `None of the first ${lookedAt.toLocaleString('en')} proposals passes these filters.`
            : filtered
              ? 'No proposal that waits passes these filters.'
              : 'Nothing waits behind this.'}{' '}
          <Link prefetch={false} className="text-pencil underline" href={path}>
            Show all from the newest on
          </Link>
        </>
      )}
    </p>
  )
}
