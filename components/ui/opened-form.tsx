'use client'

import type { ReactNode } from 'react'
import { useOpenedForm } from './use-opened-form.ts'

type Props = { label?: string; className?: string; onSubmit: () => void; onClose: () => void; children: ReactNode }

/** A form that opens in the page: its first field takes the focus, Escape closes it, and the focus goes back. */
export function OpenedForm({ label, className, onSubmit, onClose, children }: Props) {
  const form = useOpenedForm({ focus: true, onEscape: onClose })
  return (
    <form
      ref={form}
      aria-label={label}
      className={className}
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
    </form>
  )
}
