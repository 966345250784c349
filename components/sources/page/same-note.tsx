'use client'

import Link from 'next/link'
import { buttonClass } from '@/components/ui/button-class.ts'
import { MergeForm } from './merge-form.tsx'

type Props = { workspaceId: string; sourceId: string; same: string; mayMerge: boolean }

/** Said where a record would get the address, DOI or ISBN of another source of the shelf. */
export function SameNote({ workspaceId, sourceId, same, mayMerge }: Props) {
  return (
    <div role="alert" className="rounded-r-md border-sta border-l-[3px] bg-hover px-3 py-2 text-[13px]">
      <p>
        Another source of the shelf has this address, DOI or ISBN. Nothing was recorded; what you typed is kept here.
      </p>
      <div className="mt-2 flex flex-wrap items-start gap-2">
        <Link prefetch={false} className={buttonClass('plain', true)} href={`/sources/${same}`}>
          Open that one
        </Link>
        {mayMerge && <MergeForm workspaceId={workspaceId} sourceId={sourceId} intoId={same} />}
      </div>
    </div>
  )
}
