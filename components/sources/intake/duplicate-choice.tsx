'use client'

import Link from 'next/link'
import { Button } from '@/components/ui/button.tsx'
import { gradeLabel, gradeLetter } from '@/lib/domain/check/scale.ts'
import type { Duplicate } from '@/lib/view/shelf.ts'

export const SAME_BY: Record<Duplicate['by'], string> = {
  doi: 'same DOI',
  isbn: 'same ISBN',
  address: 'same address',
  title: 'nearly the same title',
}

type Props = { duplicates: Duplicate[]; useWords: string; onUse: (sourceId: string) => void; onAnyway: () => void }

/** What looks like the same source is offered instead of a second entry of it. */
export function DuplicateChoice({ duplicates, useWords, onUse, onAnyway }: Props) {
  return (
    <div className="mt-1 flex flex-col items-start gap-2">
      <p className="text-ink2">
        {duplicates.length === 1
          ? 'This may be on the shelf already:'
          : 'One of these may be it, on the shelf already:'}
      </p>
      <ul className="w-full space-y-2">
        {duplicates.map(({ id, title, imprint, reliability, by }) => (
          <li
            key={id}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md border border-line px-2.5 py-2"
          >
            <abbr title={gradeLabel(reliability)} className="font-semibold text-ink2 no-underline">
              {gradeLetter(reliability)}
            </abbr>
            <div className="min-w-0 flex-1 basis-48">
              <Link
                prefetch={false}
                href={`/sources/${id}`}
                target="_blank"
                className="font-medium hover:underline [overflow-wrap:anywhere]"
              >
                {title}
                <span className="sr-only"> (opens in a new tab)</span>
              </Link>
              <p className="text-ink3">{[SAME_BY[by], imprint].filter(Boolean).join(' · ')}</p>
            </div>
            <Button small tone="go" onClick={() => onUse(id)}>
              {useWords}
            </Button>
          </li>
        ))}
      </ul>
      <Button small onClick={onAnyway}>
        Add it anyway
      </Button>
    </div>
  )
}
