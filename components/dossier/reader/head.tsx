'use client'

import { Dialog } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button.tsx'
import type { SnapshotDto } from '@/lib/view/snapshot.ts'
import { Day } from '../../ui/day.tsx'

type Props = { snapshot: SnapshotDto | null; onClose: () => void; children?: ReactNode }

/** Whose words these are, and of when: never to be taken for the live page. */
export function ReaderHead({ snapshot, onClose, children }: Props) {
  return (
    <header className="flex flex-wrap items-start gap-x-4 gap-y-2 border-line border-b bg-paper px-4 py-3 lg:px-5">
      <div className="order-1 min-w-0 flex-1">
        <Dialog.Title className="truncate font-serif text-[18px] font-semibold leading-6">
          {snapshot?.source.title ?? 'What was kept'}
        </Dialog.Title>
        <Dialog.Description className="text-[12.5px] leading-[18px] text-ink3">
          {snapshot ? (
            <>
              Attest’s kept text of <Day at={snapshot.at} />, not the live page
              {' · '}
              <a className="underline" href={`/sources/${snapshot.source.id}`}>
                about the source
              </a>
            </>
          ) : (
            'Attest’s kept text, not the live page'
          )}
        </Dialog.Description>
      </div>
      <div className="order-3 w-full sm:order-2 sm:w-auto">{children}</div>
      <Button tone="quiet" className="order-2 sm:order-3" aria-label="Close the reader" onClick={onClose}>
        ✕
      </Button>
    </header>
  )
}
