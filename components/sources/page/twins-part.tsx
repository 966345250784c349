'use client'

import Link from 'next/link'
import { useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import type { Duplicate, SourceName } from '@/lib/view/shelf.ts'
import { SAME_BY } from '../intake/duplicate-choice.tsx'
import { ShelfPicker } from '../shelf/picker.tsx'
import { focusPart } from './focus-part.ts'
import { MergeForm, PartButton } from './merge-form.tsx'

type Props = {
  workspaceId: string
  sourceId: string
  duplicates: Duplicate[]
  merged: SourceName[]
  mayMerge: boolean
}

/** What may be the same source, what was found to be, and a way to say so of any other. */
export function TwinsPart({ workspaceId, sourceId, duplicates, merged, mayMerge }: Props) {
  const [other, setOther] = useState<SourceName | null>(null)
  const [picking, setPicking] = useState(false)
  return (
    <div className="flex flex-col gap-3 text-[13px]">
      {merged.length > 0 && (
        <ul aria-label="Merged into this one" className="space-y-2">
          {merged.map(({ id, title }) => (
            <li key={id} className="flex flex-wrap items-center gap-2">
              <span className="min-w-0 flex-1 basis-40 [overflow-wrap:anywhere]">
                <span className="text-ink3">Merged into this one: </span>
                <Link prefetch={false} className="hover:underline" href={`/sources/${id}`}>
                  {title}
                </Link>
              </span>
              {mayMerge && <PartButton workspaceId={workspaceId} sourceId={id} title={title} />}
            </li>
          ))}
        </ul>
      )}
      {duplicates.length > 0 && (
        <ul aria-label="May be the same" className="space-y-2.5">
          {duplicates.map(({ id, title, imprint, reliability, by }) => (
            <li key={id} className="flex flex-col items-start gap-1.5 border-sta border-l-[3px] pl-3">
              <div>
                <Link
                  prefetch={false}
                  className="font-medium hover:underline [overflow-wrap:anywhere]"
                  href={`/sources/${id}`}
                >
                  {title}
                </Link>
                <p className="text-ink3">
                  {[SAME_BY[by], imprint, reliability ? `grade ${reliability}` : 'not graded']
                    .filter(Boolean)
                    .join(' · ')}
                </p>
              </div>
              {mayMerge && <MergeForm {...{ workspaceId, sourceId, merged }} intoId={id} />}
            </li>
          ))}
        </ul>
      )}
      {duplicates.length === 0 && merged.length === 0 && (
        <p className="text-ink3">No other entry looks like this one.</p>
      )}
      {mayMerge && !picking && (
        <Button small tone="quiet" className="-ml-2 self-start" onClick={() => setPicking(true)}>
          Merge into another source…
        </Button>
      )}
      {picking && (
        <div className="flex flex-col gap-2">
          <ShelfPicker
            {...{ workspaceId, except: sourceId, chosen: other }}
            opens
            label="The same as"
            onChoose={setOther}
          />
          {other && <MergeForm key={other.id} {...{ workspaceId, sourceId, merged }} intoId={other.id} open />}
          <Button
            small
            className="self-start"
            onClick={() => {
              setOther(null)
              setPicking(false)
              focusPart('twins')
            }}
          >
            Cancel
          </Button>
        </div>
      )}
    </div>
  )
}
