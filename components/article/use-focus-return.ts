'use client'

import { useEffect, useRef } from 'react'

/** When a form or the dossier closes and takes the focus with it, the claim it was about has it again. */
export function useFocusReturn(pane: string | null, selected: number | null) {
  const before = useRef({ pane, selected })
  useEffect(() => {
    const was = before.current
    before.current = { pane, selected }
    const closed = (was.pane !== null && pane === null) || (was.selected !== null && selected === null)
    if (!closed) return
    // After the editor has put the text back.
    requestAnimationFrame(() => {
      const at = document.activeElement
      if (at && at !== document.body && !at.matches('.ProseMirror')) return
      document.querySelector<HTMLElement>(`[data-claim="${selected ?? was.selected}"]`)?.focus({ preventScroll: true })
    })
  }, [pane, selected])
}
