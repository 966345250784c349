import Link from 'next/link'
import { TopBar } from '@/components/desk/top-bar'
import { Button } from '@/components/ui/button'
import { buttonClass } from '@/components/ui/button-class'
import { may } from '@/lib/domain/permission'
import { RELIABILITY_LABEL } from '@/lib/domain/scale'
import { SOURCE_TYPES } from '@/lib/domain/source'
import type { Viewer } from '@/lib/schema/galley'
import type { ShelfRow } from '@/lib/schema/shelf'
import { NewSource } from './new-source'

type Props = { viewer: Viewer; sources: ShelfRow[]; text: string; next: string | null }

/** The shelf: every source of the desk, newest first, with its grade and how often it is cited. */
export function ShelfScreen({ viewer, sources, text, next }: Props) {
  return (
    <>
      <TopBar viewer={viewer} crumbs={[{ href: '/', words: 'Desk' }, { words: 'Sources' }]} />
      <main className="mx-auto max-w-[860px] px-5 py-8">
        <div className="mb-4 flex flex-wrap items-center gap-3">
          <h1 className="flex-1 font-serif text-[28px] font-semibold leading-9 tracking-tight">Sources</h1>
          <form action="/sources" className="flex gap-2">
            <label>
              <span className="sr-only">Search the shelf</span>
              <input
                type="search"
                name="q"
                defaultValue={text}
                placeholder="Title, publication, address"
                className="rounded-[7px] border border-line bg-raise px-2.5 py-1.5 text-[13px] placeholder:text-ink3"
              />
            </label>
            <Button type="submit">Search</Button>
          </form>
          {may(viewer.role, 'source.add') && <NewSource workspaceId={viewer.workspaceId} />}
        </div>
        {sources.length === 0 && (
          <p className="rounded-lg border border-line bg-sheet p-5 text-ink2">
            {text
              ? `Nothing on the shelf for “${text}”.`
              : 'The shelf is empty. Attach a source to a claim, or add one here.'}
          </p>
        )}
        <ul className="divide-y divide-line">
          {sources.map((source) => (
            <li key={source.id} className="grid grid-cols-[32px_1fr_auto] items-baseline gap-x-3 py-3">
              <abbr
                title={RELIABILITY_LABEL[source.reliability]}
                className="text-center font-semibold text-ink2 no-underline"
              >
                {source.reliability}
              </abbr>
              <div className="min-w-0">
                <Link
                  prefetch={false}
                  className="font-medium hover:underline [overflow-wrap:anywhere]"
                  href={`/sources/${source.id}`}
                >
                  {source.title}
                </Link>
                <p className="text-[13px] text-ink3">
                  {[SOURCE_TYPES[source.type], source.imprint, source.repeats && `repeats “${source.repeats}”`]
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </div>
              <span className="text-[13px] text-ink3">cited {source.citations}×</span>
            </li>
          ))}
        </ul>
        {next && (
          <Link
            prefetch={false}
            className={buttonClass()}
            href={`/sources?${new URLSearchParams({ q: text, after: next })}`}
          >
            More
          </Link>
        )}
      </main>
    </>
  )
}
