import type { Typists } from '@/lib/domain/desk/live-message.ts'

/** Someone else on this article, as their page says; one person may have several windows. */
export type Present = {
  client: number
  memberId: string
  name: string
  /** Another window of the reader's own. */
  mine: boolean
  claim: number | null
  editing: number | null
  screen: 'galley' | 'text'
}

/** The live desk as a page shows it. */
export type LiveState = {
  status: 'connecting' | 'live' | 'offline' | 'ended'
  /** The text has been there once: it may be shown and typed in, also without a connection. */
  synced: boolean
  signedOut: boolean
  draining: boolean
  /** What the server said when it ended the connection. */
  words: string | null
  /** Changes made here that no server has acknowledged. */
  unsaved: number
  savedAt: number | null
  /** The browser keeps unsaved changes, beyond the life of this page. */
  kept: boolean
  readOnly: boolean
  people: Present[]
  typists: Typists
  /** The revision the working text stands on. */
  base: number | null
  seq: number
  deskSeq: number
  /** Parts that were taken out of the text because they are no part of an article. */
  cleaned: number
}

export const NOT_CONNECTED: LiveState = {
  status: 'connecting',
  synced: false,
  signedOut: false,
  draining: false,
  words: null,
  unsaved: 0,
  savedAt: null,
  kept: true,
  readOnly: true,
  people: [],
  typists: {},
  base: null,
  seq: 0,
  deskSeq: 0,
  cleaned: 0,
}
