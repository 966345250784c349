'use client'

import { useEffect, useRef } from 'react'

/** A form that opens comes into sight. With `focus`, its first field takes the focus, unless one in it has it already. */
export function useOpenedForm(options: { focus?: boolean } = {}) {
  const form = useRef<HTMLFormElement>(null)
  const { focus = false } = options
  useEffect(() => {
    const opened = form.current
    if (!opened) return
    opened.scrollIntoView({ block: 'nearest' })
    if (focus && !opened.contains(document.activeElement))
      opened.querySelector<HTMLElement>('input, textarea, select')?.focus({ preventScroll: true })
  }, [focus])
  return form
}
