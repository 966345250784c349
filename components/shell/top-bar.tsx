import Link from 'next/link'
import type { ReactNode } from 'react'
import { Mark } from '@/components/ui/mark.tsx'
import type { Viewer } from '@/lib/view/galley.ts'
import { AccountMenu } from './account-menu.tsx'
import { ArchivedNote } from './archived-note.tsx'

type Props = { viewer: Viewer; crumbs: { href?: string; words: string }[]; children?: ReactNode }

/** The strip above every screen: where one is, what can be done here, who one is. */
export function TopBar({ viewer, crumbs, children }: Props) {
  return (
    <>
      <header
        data-member={viewer.memberId}
        className="no-print sticky top-0 z-20 flex min-h-[52px] flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-sheet px-4 py-1.5 sm:px-5"
      >
        <Link prefetch={false} href="/" aria-label="Attest, to the desk">
          <Mark />
        </Link>
        <nav aria-label="You are here" className="min-w-0 flex-1">
          <ol className="flex min-w-0 items-center gap-2 text-ink3">
            {crumbs.map(({ href, words }, at) => (
              <li
                key={words}
                className={`flex min-w-0 items-center gap-2 ${at > 0 && at < crumbs.length - 1 ? 'max-sm:hidden' : ''} ${at === 0 ? 'shrink-0' : ''}`}
              >
                {at > 0 && (
                  <span aria-hidden="true" className="max-sm:hidden">
                    /
                  </span>
                )}
                {href ? (
                  <Link prefetch={false} href={href} className="truncate py-1 hover:text-ink">
                    {words}
                  </Link>
                ) : (
                  <span
                    aria-current="page"
                    className={`truncate font-medium text-ink ${crumbs.length > 1 ? 'max-sm:sr-only' : ''}`}
                  >
                    {words}
                  </span>
                )}
              </li>
            ))}
          </ol>
        </nav>
        {children}
        <AccountMenu viewer={viewer} />
      </header>
      {viewer.archived && <ArchivedNote archived={viewer.archived} />}
    </>
  )
}
