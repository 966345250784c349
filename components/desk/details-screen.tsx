import Link from 'next/link'
import { Fresh } from '@/components/live/fresh.tsx'
import { buttonClass } from '@/components/ui/button-class.ts'
import { ARTICLE_DETAILS, DETAIL_LABEL } from '@/lib/domain/article/detail.ts'
import { mayHere } from '@/lib/domain/desk/archiving.ts'
import { may } from '@/lib/domain/desk/permission.ts'
import type { DetailsView } from '@/lib/view/article-detail.ts'
import type { Viewer } from '@/lib/view/galley.ts'
import { TopBar } from '../shell/top-bar.tsx'
import { ArchiveForm } from './archive-form.tsx'
import { DetailsForm } from './details-form.tsx'

type Props = DetailsView & { viewer: Viewer; tick: number }

/** What is said about an article as a whole, and where it is taken off the desk. */
export function DetailsScreen({ article, seq, viewer, tick }: Props) {
  const base = `/articles/${article.slug}`
  return (
    <>
      <Fresh workspaceId={viewer.workspaceId} articleId={article.id} tick={tick} />
      <TopBar
        viewer={viewer}
        crumbs={[{ href: '/', words: 'Desk' }, { href: base, words: article.title }, { words: 'Details' }]}
      >
        <Link prefetch={false} className={buttonClass()} href={`${base}/history`}>
          History
        </Link>
        <Link prefetch={false} className={buttonClass()} href={base}>
          Galley
        </Link>
      </TopBar>
      <main className="mx-auto max-w-[640px] px-5 py-8">
        <h1 tabIndex={-1} className="font-serif text-[28px] font-semibold leading-9 tracking-tight outline-none">
          Details
        </h1>
        {mayHere(viewer, 'article.amend') ? (
          <>
            <p className="mt-1 mb-6 text-ink2">
              The text itself is edited elsewhere. Earlier revisions and their reports keep the details they had.
            </p>
            <DetailsForm article={article} seq={seq} />
          </>
        ) : (
          <>
            {viewer.archived === undefined && (
              <p className="mt-1 mb-6 text-ink2">Only an editor or an owner can change them.</p>
            )}
            <dl className="mt-4 divide-y divide-line border-y border-line">
              {ARTICLE_DETAILS.map((detail) => (
                <div key={detail} className="py-2.5 sm:grid sm:grid-cols-[140px_1fr] sm:gap-4">
                  <dt className="text-[13px] font-medium text-ink2">{DETAIL_LABEL[detail]}</dt>
                  <dd dir="auto" className="[overflow-wrap:anywhere]">
                    {article[detail] ?? <span className="text-ink3">Not given</span>}
                  </dd>
                </div>
              ))}
            </dl>
          </>
        )}
        {may(viewer.role, 'article.archive') && (
          <ArchiveForm article={article} archived={viewer.archived !== undefined} />
        )}
      </main>
    </>
  )
}
