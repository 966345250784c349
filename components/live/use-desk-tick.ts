'use client'

import { useEffect, useState } from 'react'

/** Milliseconds until a page that was refused (too many open, signed out, the database away) asks again. */
const ASK_AGAIN = 30_000

/**
 * How far a desk, or an article of it, has come by now; 0 until the server has said so. Only while someone looks: a
 * browser has few connections to one server, and a page that comes into sight is told at once where things stand.
 */
export function useDeskTick(workspaceId: string, articleId: string | null): number {
  const [tick, setTick] = useState(0)
  useEffect(() => {
    const address = `/api/desks/${workspaceId}/events${articleId === null ? '' : `?article=${articleId}`}`
    let source: EventSource | null = null
    let later: ReturnType<typeof setTimeout> | undefined
    const close = () => {
      clearTimeout(later)
      source?.close()
      source = null
    }
    const open = () => {
      close()
      const opened = new EventSource(address)
      source = opened
      opened.onmessage = ({ data }) => setTick(Number(data) || 0)
      // A connection that was lost is made again by the browser; one that was refused is not.
      opened.onerror = () => {
        if (opened.readyState === EventSource.CLOSED && source === opened) later = setTimeout(open, ASK_AGAIN)
      }
    }
    const look = () => (document.hidden ? close() : open())
    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      close()
    }
  }, [workspaceId, articleId])
  return tick
}
