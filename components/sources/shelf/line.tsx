import Link from 'next/link'
import { gradeLabel, gradeLetter } from '@/lib/domain/check/scale.ts'
import { SOURCE_TYPES } from '@/lib/domain/source/source.ts'
import { foundPieces } from '@/lib/domain/text/search-highlight.ts'
import type { ShelfRow } from '@/lib/view/shelf.ts'
import { HealthMark } from '../health-mark.tsx'

/** One source of the shelf. What is in order is said quietly; what waits for someone stands out. */
export function ShelfLine({ source, search }: { source: ShelfRow; search: string }) {
  const { id, title, reliability, imprint, repeats, snapshots, citations, unconfirmed, excerpt } = source
  return (
    <li className="grid grid-cols-[28px_minmax(0,1fr)] gap-x-2 py-3 sm:gap-x-3">
      <abbr
        title={reliability === null ? 'Not graded' : `Reliability ${reliability}: ${gradeLabel(reliability)}`}
        className="grid h-6 place-items-center rounded-md border border-line bg-raise text-[13px] font-semibold leading-none text-ink2 no-underline"
      >
        {gradeLetter(reliability)}
      </abbr>
      <div className="min-w-0">
        <div className="flex flex-wrap items-baseline gap-x-4">
          <Link
            prefetch={false}
            className="min-w-0 flex-1 basis-60 text-[15px] font-medium leading-6 hover:underline [overflow-wrap:anywhere]"
            href={`/sources/${id}`}
          >
            {title}
          </Link>
          <span className="whitespace-nowrap text-[13px] text-ink2 max-sm:hidden">{citedWords(citations)}</span>
        </div>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-[13px] text-ink3">
          <span className="text-ink2">
            {[imprint, SOURCE_TYPES[source.type], repeats && `derives from “${repeats}”`].filter(Boolean).join(' · ')}
          </span>
          <HealthMark health={source.health} />
          <span className="sm:hidden">{citedWords(citations)}</span>
          {snapshots > 0 && (
            <span>{snapshots === 1 ? '1 snapshot' : `${snapshots.toLocaleString('en')} snapshots`}</span>
          )}
          {unconfirmed > 0 && (
            <span className="text-con">
              <span aria-hidden="true">◌ </span>
              {unconfirmed === 1 ? '1 field waits' : `${unconfirmed} fields wait`}
            </span>
          )}
        </p>
        {excerpt && (
          <p className="mt-1.5 border-line border-l-2 pl-3 font-serif text-[15px] leading-[22px] text-ink2 [overflow-wrap:anywhere]">
            …
            {foundPieces(excerpt, search).map(({ words, found }, at) =>
              found ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, in its order
                <mark key={at} className="rounded-sm bg-con-soft px-0.5 text-ink">
                  {words}
                </mark>
              ) : (
                words
              ),
            )}
            …
          </p>
        )}
      </div>
    </li>
  )
}

function citedWords(citations: number): string {
  return citations === 0 ? 'not cited yet' : `cited ${citations.toLocaleString('en')}×`
}
