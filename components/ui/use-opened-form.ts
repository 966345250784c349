'use client'

import { useEffect, useRef } from 'react'
import { focusBack, type Opener, openerAround, openerNow } from './focus-near.ts'

type Options = {
  /** Its first field takes the focus, unless one in it has it already. */
  focus?: boolean
  /** Escape closes the form, and nothing around it. */
  onEscape?: () => void
}

/** A form that opens in the page comes into sight; when it closes, the focus goes back to where it was opened from. */
export function useOpenedForm({ focus = false, onEscape }: Options = {}) {
  const form = useRef<HTMLFormElement>(null)
  const opener = useRef<Opener | null>(null)
  // Asked while it is rendered for the first time: the button it was opened with may go as it comes.
  opener.current ??= openerNow()
  useEffect(() => {
    const opened = form.current
    if (!opened) return
    opener.current ??= openerAround(opened)
    opened.scrollIntoView({ block: 'nearest' })
    if (focus && !opened.contains(document.activeElement)) firstField(opened)?.focus({ preventScroll: true })
  }, [focus])
  useEffect(
    () => () => {
      if (opener.current) focusBack(opener.current)
    },
    [],
  )
  const close = useRef(onEscape)
  close.current = onEscape
  useEffect(() => {
    const opened = form.current
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || !close.current) return
      event.preventDefault()
      event.stopPropagation()
      close.current()
    }
    opened?.addEventListener('keydown', listen)
    return () => opened?.removeEventListener('keydown', listen)
  }, [])
  return form
}

/** Of a choice the chosen one: another would be chosen by the next key. */
function firstField(form: HTMLFormElement): HTMLElement | null {
  const first = form.querySelector<HTMLElement>('input, textarea, select')
  if (!(first instanceof HTMLInputElement) || first.type !== 'radio') return first
  return form.querySelector<HTMLElement>(`input[type="radio"][name="${CSS.escape(first.name)}"]:checked`) ?? first
}
