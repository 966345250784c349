'use client'

import { useEffect, useRef } from 'react'
import { shortcutOf } from '@/lib/domain/desk/shortcut.ts'

export type KeyMap = readonly (readonly [key: string, run: () => void])[]

/** Single keys for the whole page, left alone while someone types, and where a modifier or a dialog is in play. */
export function useKeys(keys: KeyMap) {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      const target = event.target as HTMLElement | null
      // The editor says of every Escape that it is handled, and does nothing with it.
      const handled = event.defaultPrevented && !(event.key === 'Escape' && target?.closest('.ProseMirror'))
      if (handled) return
      if (event.key !== 'Escape' && target?.closest('input, textarea, select, [contenteditable="true"]')) return
      if (event.key !== 'Escape' && document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]'))
        return
      const name = shortcutOf(event)
      const run = latest.current.find(([key]) => key === name)?.[1]
      if (!run) return
      event.preventDefault()
      run()
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
}

export const KEY_WORDS: [string, string][] = [
  ['j / k', 'Next, previous claim'],
  ['J / K', 'Next, previous unfinished claim'],
  ['Enter', 'Open the claim in focus'],
  ['Ctrl or ⌘ + Enter', 'Send the form you are in'],
  ['Esc', 'Close what is open'],
  ['s', 'Attach a source'],
  ['l', 'Log a search'],
  ['a', 'Assess'],
  ['c', 'Comment, on the words selected in the text'],
  ['e', 'Edit the wording'],
  ['h', 'History of the claim'],
  ['/', 'Search the article; then Enter, Shift+Enter: next, previous hit'],
  ['?', 'This list'],
]
