'use client'

import { Toaster } from 'sonner'

/** Where short notices appear: what was done, and what went wrong. */
export function Notices() {
  return (
    <Toaster
      position="bottom-center"
      style={{ fontFamily: 'inherit' }}
      toastOptions={{
        style: { background: 'var(--raise)', color: 'var(--ink)', border: '1px solid var(--line)', font: 'inherit' },
      }}
    />
  )
}
