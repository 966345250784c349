'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'

type Props = { open: boolean; onClose: () => void; title: string; children: ReactNode; wide?: boolean }

/** A dialog: keeps the focus inside, gives it back, closes on Escape and on a click outside. */
export function Dialog({ open, onClose, title, children, wide = false }: Props) {
  return (
    <Base.Root open={open} onOpenChange={(now) => !now && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-black/30" />
        <Base.Popup
          className={`fixed top-1/2 left-1/2 z-50 max-h-[90dvh] w-[calc(100vw-32px)] -translate-x-1/2 -translate-y-1/2 overflow-y-auto rounded-xl border border-line bg-sheet p-5 text-ink shadow-xl ${wide ? 'max-w-2xl' : 'max-w-md'}`}
        >
          <Base.Title className="mb-3 font-serif text-xl font-semibold leading-7">{title}</Base.Title>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
