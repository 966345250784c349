import Link from 'next/link'
import { TopBar } from '@/components/shell/top-bar.tsx'
import { buttonClass } from '@/components/ui/button-class.ts'
import { may } from '@/lib/domain/desk/permission.ts'
import type { ShelfFilter } from '@/lib/schema/shelf-filter.ts'
import type { Viewer } from '@/lib/view/galley.ts'
import type { ShelfRow } from '@/lib/view/shelf.ts'
import { NewSource } from '../intake/new-source.tsx'
import { ActiveFilters, addressOf, isNarrowed } from './active-filters.tsx'
import { ShelfFilters } from './filters.tsx'
import { ShelfLine } from './line.tsx'

type Props = {
  viewer: Viewer
  sources: ShelfRow[]
  filter: ShelfFilter
  next: string | null
  /** This is not the first page. */
  paged: boolean
}

/** The shelf: every source of the desk, newest first, narrowed as one asks. */
export function ShelfScreen({ viewer, sources, filter, next, paged }: Props) {
  const mayAdd = may(viewer.role, 'source.add')
  const narrowed = isNarrowed(filter)
  return (
    <>
      <TopBar viewer={viewer} crumbs={[{ href: '/', words: 'Desk' }, { words: 'Sources' }]} />
      <main className="mx-auto max-w-[860px] px-5 py-8">
        <div className="mb-4 flex flex-wrap items-center gap-3">
          <h1 className="flex-1 font-serif text-[28px] font-semibold leading-9 tracking-tight">Sources</h1>
          {mayAdd && <NewSource workspaceId={viewer.workspaceId} />}
        </div>
        {(sources.length > 0 || narrowed || paged) && <ShelfFilters filter={filter} />}
        <ActiveFilters filter={filter} />
        {sources.length === 0 && <Nothing {...{ filter, narrowed, paged, mayAdd }} />}
        <ul className="divide-y divide-line">
          {sources.map((source) => (
            <ShelfLine key={source.id} source={source} search={filter.text ?? ''} />
          ))}
        </ul>
        {(next || paged) && (
          <nav aria-label="Pages of the shelf" className="mt-5 flex gap-2">
            {next && (
              <Link prefetch={false} className={buttonClass()} href={addressOf(filter, next)}>
                Older sources
              </Link>
            )}
            {paged && (
              <Link prefetch={false} className={buttonClass('quiet')} href={addressOf(filter)}>
                Back to the newest
              </Link>
            )}
          </nav>
        )}
      </main>
    </>
  )
}

type NothingProps = { filter: ShelfFilter; narrowed: boolean; paged: boolean; mayAdd: boolean }

function Nothing({ filter, narrowed, paged, mayAdd }: NothingProps) {
  return (
    <p className="rounded-lg border border-line bg-sheet p-5 text-ink2">
      {paged
        ? 'No older source is on the shelf.'
        : narrowed
          ? filter.text
            ? `Nothing on the shelf fits this. Titles, authors and publications are searched by any part of a word, snapshots by whole words or how they begin; try fewer words, or take a filter away.`
            : 'No source on the shelf fits these filters. Take one away to see more.'
          : mayAdd
            ? 'The shelf is empty. Add a source: paste its address, its DOI or ISBN, a whole bibliography, or drop a file. Its fields fill themselves, and a snapshot of what it says is kept.'
            : 'The shelf is empty. What checkers put on it will stand here.'}
    </p>
  )
}
