'use client'

import type { ButtonHTMLAttributes } from 'react'
import { buttonClass, type Tone } from './button-class.ts'

type Props = ButtonHTMLAttributes<HTMLButtonElement> & { tone?: Tone; small?: boolean; busy?: boolean }

/** While busy it stays where the focus is, and answers to nothing. */
export function Button({
  tone = 'plain',
  small = false,
  busy = false,
  className = '',
  children,
  onClick,
  'aria-disabled': disabled,
  ...rest
}: Props) {
  return (
    <button
      type="button"
      {...rest}
      aria-busy={busy || undefined}
      aria-disabled={busy || disabled || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault()
        else onClick?.(event)
      }}
      className={`${buttonClass(tone, small)} aria-disabled:opacity-60 ${className}`}
    >
      {children}
    </button>
  )
}
