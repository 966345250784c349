import Link from 'next/link'
import { When } from '@/components/ui/when.tsx'
import { may } from '@/lib/domain/desk/permission.ts'
import type { ArchivedArticles } from '@/lib/view/desk.ts'
import type { Person, Viewer } from '@/lib/view/galley.ts'
import { BringBackButton } from '../shell/bring-back-button.tsx'

type Props = ArchivedArticles & { viewer: Viewer; people: Person[] }

/** The articles that are off the desk, folded away below the others. */
export function ArchivedList({ articles, total, viewer, people }: Props) {
  if (total === 0) return null
  const nameOf = (id: string | null) =>
    people.find((person) => person.id === id)?.name ?? (id ? 'Former member' : 'Attest')
  return (
    <details className="group mt-6">
      <summary className="inline-flex min-h-7 cursor-pointer items-center gap-1.5 rounded-md px-1 text-[13px] font-medium text-ink2 hover:text-ink">
        <span aria-hidden="true" className="group-open:rotate-90">
          ▸
        </span>
        Archived ({total.toLocaleString('en')})
      </summary>
      <ul aria-label="Archived articles" className="mt-2 divide-y divide-line border-y border-line">
        {articles.map(({ id, slug, title, memberId, at, reason }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
            <div className="min-w-0 flex-1 basis-60">
              <Link
                prefetch={false}
                href={`/articles/${slug}`}
                className="font-serif text-[17px] font-semibold leading-6 hover:underline [overflow-wrap:anywhere]"
              >
                {title}
              </Link>
              <p className="text-[13px] leading-5 text-ink3 [overflow-wrap:anywhere]">
                <bdi>{nameOf(memberId)}</bdi> · <When at={at} />
                {reason && (
                  <>
                    {' · '}
                    <bdi>{reason}</bdi>
                  </>
                )}
              </p>
            </div>
            {may(viewer.role, 'article.archive') && <BringBackButton article={{ id, title }} />}
          </li>
        ))}
      </ul>
      {total > articles.length && (
        <p className="mt-2 text-[13px] text-ink3">The {articles.length} archived last are listed.</p>
      )}
    </details>
  )
}
