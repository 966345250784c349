import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import * as Y from 'yjs'
import { closeWords, LIVE_CLOSE, readLiveMessage, worthReconnecting } from '@/lib/domain/desk/live-message.ts'
import type { DraftBlock } from '@/lib/domain/revision/draft.ts'
import type { Acknowledgement } from '@/lib/editor/acknowledgement.ts'
import { draftBlocks } from '@/lib/editor/draft-document.ts'
import { documentOfShared, textOfShared } from '@/lib/editor/shared-document.ts'
import { countedSocket } from './counted-socket.ts'
import { HeldMessages } from './held-messages.ts'
import { type LiveState, NOT_CONNECTED, type Present } from './live-state.ts'
import { PendingStore } from './pending-store.ts'

/** Whoever looks, where, and at what. */
export type Whereabouts = { claim: number | null; editing: number | null; screen: 'galley' | 'text' }

/** Origin of changes that were made here before, and kept. */
const KEPT = 'kept here'

/** Milliseconds for which the newest changes may be in this page alone before the browser keeps them. */
const KEEP_WITHIN = 100

/** One page's connection to the live desk of one article: its text, who else is there, and what the server says. */
export class LiveConnection {
  readonly doc = new Y.Doc()
  /** Called before anything of others is taken in, so that an editor can first note what its reader did. */
  beforeOthers: (() => void) | null = null
  /** What others do waits in here while a word is composed. */
  readonly held = new HeldMessages()
  private readonly provider: HocuspocusProvider
  private readonly socket: HocuspocusProviderWebsocket
  private readonly store: PendingStore
  private state: LiveState = NOT_CONNECTED
  private readonly listeners = new Set<() => void>()
  private pending: Uint8Array[] = []
  private earlier: string[] = []
  private keeping: ReturnType<typeof setTimeout> | undefined
  private gone = false
  /** A connection is to be had as soon as there can be one. */
  private wanted = true
  private outstanding: Acknowledgement | null = null

  constructor(
    article: string,
    private readonly me: string,
  ) {
    this.store = new PendingStore(`${me} ${article}`, String(this.doc.clientID))
    const { protocol, host } = window.location
    this.socket = new HocuspocusProviderWebsocket({
      url: `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/collab`,
      delay: 500,
      minDelay: 250,
      maxDelay: 5_000,
      WebSocketPolyfill: countedSocket((count) => {
        this.outstanding = count
        if (count.isComplete) this.safe()
      }, this.held),
    })
    this.provider = new HocuspocusProvider({
      websocketProvider: this.socket,
      name: article,
      document: this.doc,
      token: 'by cookie',
      onSynced: ({ state }) => state && void this.synced(),
      onClose: ({ event }) => this.closed(event.code, event.reason),
      onStateless: ({ payload }) => this.hear(payload),
      onAwarenessChange: () => this.look(),
      onAuthenticated: ({ scope }) => this.set({ readOnly: scope === 'readonly' }),
    })
    // A network that was lost and found at once is found before the old connection has closed, and must not be forgotten.
    this.socket.on('close', () =>
      setTimeout(() => this.wanted && !this.socket.shouldConnect && void this.socket.connect()),
    )
    this.provider.on('message', () => this.beforeOthers?.())
    this.provider.attach()
    this.doc.on('update', this.changed)
    window.addEventListener('offline', this.lost)
    window.addEventListener('online', this.back)
    window.addEventListener('pagehide', this.keepNow)
  }

  get text(): Y.XmlFragment {
    return textOfShared(this.doc)
  }

  /** What the working text says now. */
  blocks(): DraftBlock[] {
    return draftBlocks(documentOfShared(this.doc))
  }

  get awareness() {
    return this.provider.awareness
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  snapshot = (): LiveState => this.state

  /** Says where this page's reader is. */
  be(where: Partial<Whereabouts>): void {
    for (const [key, value] of Object.entries(where)) this.awareness?.setLocalStateField(key, value)
  }

  /** Resolves once all that was typed here is safe; false where that takes too long to wait for. */
  async saved(withinMs = 5_000): Promise<boolean> {
    if (this.state.unsaved === 0 && this.state.status === 'live') return true
    return new Promise((resolve) => {
      const done = (answer: boolean) => {
        clearTimeout(late)
        leave()
        resolve(answer)
      }
      const late = setTimeout(() => done(false), withinMs)
      const leave = this.subscribe(() => this.state.unsaved === 0 && this.state.status === 'live' && done(true))
    })
  }

  /** Connects again where it was ended for a reason that may be gone. */
  again(): void {
    this.wanted = true
    this.set({ status: 'connecting', words: null })
    void this.socket.connect()
  }

  close(): void {
    this.gone = true
    this.wanted = false
    window.removeEventListener('offline', this.lost)
    window.removeEventListener('online', this.back)
    window.removeEventListener('pagehide', this.keepNow)
    this.keepNow()
    this.held.drop()
    this.provider.destroy()
    this.socket.destroy()
    this.doc.destroy()
  }

  private set(change: Partial<LiveState>): void {
    if (this.gone) return
    this.state = { ...this.state, ...change }
    for (const listener of this.listeners) listener()
  }

  private changed = (update: Uint8Array, origin: unknown): void => {
    if (origin === this.provider) return
    this.pending.push(update)
    if (origin !== KEPT) this.set({ unsaved: this.state.unsaved + 1 })
    this.keeping ??= setTimeout(this.keepNow, KEEP_WITHIN)
  }

  private keepNow = (): void => {
    clearTimeout(this.keeping)
    this.keeping = undefined
    if (this.pending.length === 0) return
    this.pending = [Y.mergeUpdates(this.pending)]
    const [all] = this.pending
    if (all) void this.store.keep(all).then((kept) => kept !== this.state.kept && this.set({ kept }))
  }

  /** What an earlier page left unacknowledged goes out with the rest. */
  private async synced(): Promise<void> {
    for (const [key, update] of await this.store.read()) {
      if (this.gone) return
      this.earlier.push(key)
      try {
        Y.applyUpdate(this.doc, update, KEPT)
      } catch {
        // Written by a page that was killed in the middle of it: what can be read has been.
      }
    }
    this.set({ status: 'live', synced: true, words: null, draining: false })
    // Where the server knew all of it, nothing went out that it could acknowledge.
    if (this.earlier.length > 0 && this.outstanding?.isComplete) this.safe()
  }

  /** The server keeps all that was typed here. */
  private safe(): void {
    const had = this.state.unsaved > 0
    this.pending = []
    clearTimeout(this.keeping)
    this.keeping = undefined
    void this.store.forget(this.earlier.splice(0))
    this.set({ unsaved: 0, ...(had && { savedAt: Date.now() }) })
  }

  private closed(code: number, reason: string): void {
    // What was ended stays so: the connection closes once more after it was told why.
    if (code === 1000 || this.state.status === 'ended') return
    const draining = code === LIVE_CLOSE.draining.code || this.state.draining
    if (worthReconnecting(code)) {
      const words = code >= 4000 && reason ? reason : null
      this.set({ status: 'offline', people: [], draining, words })
      return
    }
    this.wanted = false
    this.socket.disconnect()
    this.set({
      status: 'ended',
      people: [],
      words: closeWords(code, reason),
      signedOut: code === LIVE_CLOSE.signedOut.code,
    })
  }

  private lost = (): void => {
    if (this.state.status === 'ended') return
    this.wanted = false
    this.socket.disconnect()
    this.set({ status: 'offline', people: [] })
  }

  private back = (): void => {
    if (this.state.status !== 'ended') this.again()
  }

  private look(): void {
    const people: Present[] = []
    for (const [client, state] of this.awareness?.getStates() ?? []) {
      const user = state.user as { memberId?: string; name?: string } | undefined
      if (client === this.doc.clientID || !user?.memberId || !user.name) continue
      const number = (value: unknown) => (typeof value === 'number' ? value : null)
      people.push({
        client,
        memberId: user.memberId,
        name: user.name,
        mine: user.memberId === this.me,
        claim: number(state.claim),
        editing: number(state.editing),
        screen: state.screen === 'text' ? 'text' : 'galley',
      })
    }
    this.set({ people })
  }

  private hear(payload: string): void {
    const said = readLiveMessage(payload)
    if (said?.type === 'hello') {
      const { base, readOnly, typists, seq, deskSeq } = said
      this.set({ base, readOnly, typists, seq, deskSeq })
    } else if (said?.type === 'recorded') {
      const { seq = this.state.seq, deskSeq = this.state.deskSeq } = said
      this.set({ seq, deskSeq })
    } else if (said?.type === 'based') this.set({ base: said.base })
    else if (said?.type === 'typists') this.set({ typists: said.typists })
    else if (said?.type === 'role') this.set({ readOnly: said.readOnly })
    else if (said?.type === 'cleaned') this.set({ cleaned: this.state.cleaned + said.parts })
    else if (said?.type === 'draining') this.set({ draining: true })
  }
}
