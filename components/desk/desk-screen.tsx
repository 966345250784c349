import Link from 'next/link'
import { CoverageBar, coverageWords } from '@/components/claim/coverage-bar.tsx'
import { Fresh } from '@/components/live/fresh.tsx'
import { buttonClass } from '@/components/ui/button-class.ts'
import { When } from '@/components/ui/when.tsx'
import { may } from '@/lib/domain/desk/permission.ts'
import type { ArchivedArticles, ArticleCard, AssignedList as Assigned, MentionDto } from '@/lib/view/desk.ts'
import type { Person, Viewer } from '@/lib/view/galley.ts'
import type { Answers, WaitingArticle } from '@/lib/view/review.ts'
import { TopBar } from '../shell/top-bar.tsx'
import { AnswerList } from './answer-list.tsx'
import { ArchivedList } from './archived-list.tsx'
import { AssignedList } from './assigned-list.tsx'
import { MentionList } from './mention-list.tsx'

type Props = {
  viewer: Viewer
  people: Person[]
  articles: ArticleCard[]
  archived: ArchivedArticles
  waiting: WaitingArticle[]
  mentions: MentionDto[]
  answers: Answers
  assigned: Assigned
  tick: number
}

/** The desk: what is under check, and what waits for this person. */
export function DeskScreen({ viewer, people, articles, archived, waiting, mentions, answers, assigned, tick }: Props) {
  const reviews = may(viewer.role, 'wording.review') ? waiting : []
  return (
    <>
      <Fresh workspaceId={viewer.workspaceId} articleId={null} tick={tick} />
      <TopBar viewer={viewer} crumbs={[{ words: 'Desk' }]}>
        <Link prefetch={false} className={buttonClass()} href="/review">
          Review
        </Link>
        <Link prefetch={false} className={buttonClass()} href="/sources">
          Sources
        </Link>
        {may(viewer.role, 'article.import') && (
          <Link prefetch={false} className={buttonClass('go')} href="/articles/new">
            Import an article
          </Link>
        )}
      </TopBar>
      <main className="mx-auto grid max-w-[1100px] grid-cols-[minmax(0,1fr)] gap-10 px-5 py-8 lg:grid-cols-[minmax(0,1fr)_320px]">
        <section aria-label="Articles">
          <h1 tabIndex={-1} className="mb-4 font-serif text-[28px] font-semibold leading-9 tracking-tight">
            Articles
          </h1>
          {articles.length === 0 && (
            <p className="rounded-lg border border-line bg-sheet p-5 text-ink2">
              {archived.total > 0 ? 'Every article is archived.' : 'Nothing is under check yet.'}
              {may(viewer.role, 'article.import')
                ? ' Import an article: every sentence becomes a claim.'
                : ' An editor can import an article.'}
            </p>
          )}
          <ul className="space-y-3">
            {articles.map((article) => (
              <li key={article.slug} className="relative">
                <Link
                  prefetch={false}
                  href={`/articles/${article.slug}`}
                  className="block rounded-lg border border-line bg-sheet p-4 hover:bg-hover"
                >
                  <span className="block pr-16 font-serif text-[19px] font-semibold leading-7 [overflow-wrap:anywhere]">
                    {article.title}
                  </span>
                  <span className="mt-2 mb-1.5 block">
                    <CoverageBar coverage={article.coverage} label={article.title} />
                  </span>
                  <span className="flex flex-wrap gap-x-3 text-[13px] text-ink2">
                    <span>{coverageWords(article.coverage)}</span>
                    <span className="text-ink3">
                      revision {article.revision} · changed <When at={article.changedAt} />
                    </span>
                  </span>
                </Link>
                <Link
                  prefetch={false}
                  href={`/articles/${article.slug}/details`}
                  className="absolute top-3 right-3 inline-flex min-h-7 items-center rounded-[7px] px-2 text-[13px] text-ink3 hover:bg-hover hover:text-ink"
                >
                  Details<span className="sr-only"> of {article.title}</span>
                </Link>
              </li>
            ))}
          </ul>
          <ArchivedList {...archived} viewer={viewer} people={people} />
        </section>
        <div className="space-y-8">
          <AssignedList {...assigned} viewer={viewer} people={people} />
          <section aria-label="Waiting for your review">
            <h2 className="mb-2 font-semibold">Waiting for your review</h2>
            {reviews.length === 0 && <p className="text-[13px] text-ink3">No proposals to review.</p>}
            <ul className="space-y-1">
              {reviews.map((article) => (
                <li key={article.slug}>
                  <Link
                    prefetch={false}
                    className="flex justify-between gap-3 rounded-md px-2 py-1 hover:bg-hover"
                    href={`/articles/${article.slug}/review`}
                  >
                    <span className="truncate">{article.title}</span>
                    <b className="font-semibold text-pencil">{article.waiting}</b>
                  </Link>
                </li>
              ))}
            </ul>
            {reviews.length > 0 && (
              <Link prefetch={false} className="mt-1 inline-block px-2 py-1 text-[13px] text-pencil" href="/review">
                Review all articles together
              </Link>
            )}
          </section>
          <AnswerList {...answers} workspaceId={viewer.workspaceId} people={people} />
          <MentionList mentions={mentions} workspaceId={viewer.workspaceId} people={people} />
        </div>
      </main>
    </>
  )
}
