'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import { type ReactNode, useRef } from 'react'
import { focusNear } from './focus-near.ts'

type Props = { open: boolean; onClose: () => void; title: string; children: ReactNode; wide?: boolean }

/** A dialog: keeps the focus inside, gives it back, closes on Escape and on a click outside. */
export function Dialog({ open, onClose, title, children, wide = false }: Props) {
  // Who had the focus is noted as it opens: a field inside that takes it by itself has it before any effect runs.
  const opener = useRef<Element | null>(null)
  const wasOpen = useRef(false)
  if (open !== wasOpen.current) {
    wasOpen.current = open
    if (open) opener.current = document.activeElement
  }
  return (
    <Base.Root open={open} onOpenChange={(now) => !now && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-black/30" />
        <Base.Popup
          finalFocus={() => {
            const { current } = opener
            if (!(current instanceof HTMLElement && current.isConnected)) return true
            focusNear(current)
            return current
          }}
          className={`fixed top-1/2 left-1/2 z-50 max-h-[90dvh] w-[calc(100vw-32px)] -translate-x-1/2 -translate-y-1/2 overflow-y-auto rounded-xl border border-line bg-sheet p-5 text-ink shadow-xl ${wide ? 'max-w-2xl' : 'max-w-md'}`}
        >
          <Base.Title className="mb-3 font-serif text-xl font-semibold leading-7">{title}</Base.Title>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
