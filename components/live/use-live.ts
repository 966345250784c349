'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import type { LiveConnection } from './live-connection.ts'
import { type LiveState, NOT_CONNECTED } from './live-state.ts'

export type Live = LiveState & { connection: LiveConnection | null }

const nothing = () => () => {}

/** The live desk of an article, for as long as the page is open. The page is there first; this comes when it has come. */
export function useLive(articleId: string, memberId: string): Live {
  const [connection, setConnection] = useState<LiveConnection | null>(null)
  useEffect(() => {
    let open: LiveConnection | null = null
    let left = false
    void import('./live-connection.ts').then(({ LiveConnection: Connection }) => {
      if (left) return
      open = new Connection(articleId, memberId)
      setConnection(open)
    })
    return () => {
      left = true
      open?.close()
      setConnection(null)
    }
  }, [articleId, memberId])
  const state = useSyncExternalStore(
    connection?.subscribe ?? nothing,
    connection?.snapshot ?? (() => NOT_CONNECTED),
    () => NOT_CONNECTED,
  )
  return { ...state, connection }
}
