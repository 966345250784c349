'use client'

import type { ReactNode } from 'react'
import { Button } from './button.tsx'

type Props = {
  /** What sending the form does, as the button says it. */
  send: ReactNode
  busy: boolean
  disabled?: boolean
  small?: boolean
  onCancel: () => void
}

/** The end of a form that opens in the page: to send it, or to close it. */
export function FormFooter({ send, busy, disabled = false, small = false, onCancel }: Props) {
  return (
    <div className="flex flex-wrap gap-2">
      <Button small={small} type="submit" tone="go" busy={busy} disabled={disabled}>
        {send}
      </Button>
      <Button small={small} onClick={onCancel}>
        Cancel
      </Button>
    </div>
  )
}
