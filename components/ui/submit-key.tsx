'use client'

import { useEffect } from 'react'

/** Ctrl or ⌘ with Enter sends the form one is in, from any of its fields; a field that has a use of its own for it comes first. */
export function SubmitKey() {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return
      if (event.defaultPrevented || !(event.target instanceof HTMLElement)) return
      const form = event.target.closest('form')
      if (!form) return
      event.preventDefault()
      form.requestSubmit()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  return null
}
