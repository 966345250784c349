'use client'

import { Toaster } from 'sonner'

/** Where short notices appear: what was done, and what went wrong. */
export function Notices() {
  return (
    <Toaster
      // Below the bar, where there is text and nothing to press; and what lies beneath can be pressed all the same.
      position="top-center"
      offset={{ top: 60 }}
      mobileOffset={{ top: 60 }}
      style={{ fontFamily: 'inherit' }}
      toastOptions={{
        style: {
          background: 'var(--raise)',
          color: 'var(--ink)',
          border: '1px solid var(--line)',
          font: 'inherit',
          pointerEvents: 'none',
        },
      }}
    />
  )
}
