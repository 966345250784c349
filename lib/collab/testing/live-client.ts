import { HocuspocusProvider, HocuspocusProviderWebsocket, type onStatelessParameters } from '@hocuspocus/provider'
import * as Y from 'yjs'
import { Acknowledgement } from '@/lib/editor/acknowledgement.ts'
import { countedSocket } from './counted-socket.ts'
import { firstParagraph, wordsOf } from './words.ts'

export interface LiveClientOptions {
  /** ws://HOST:PORT/collab */
  url: string
  /** The article's id. */
  documentName: string
  /** What a browser would send along: Cookie and Origin. */
  headers?: Record<string, string>
  /** A document with something in it already, as one that was kept in a browser. */
  doc?: Y.Doc
  /** Whether others are told where this one is; a crowd that only types need not be. */
  awareness?: boolean
}

export interface Closing {
  code: number
  reason: string
}

/** A scripted writer: the very provider that the editor uses, with a socket that can send a browser's headers. */
export class LiveClient {
  /** Every message outside the document that the server sent, oldest first. */
  readonly stateless: string[] = []
  readonly provider: HocuspocusProvider
  private readonly socket: HocuspocusProviderWebsocket
  private readonly waiting = new Set<() => void>()
  private count = new Acknowledgement()
  private wanted = true
  private closing: Closing | undefined
  private refusal: string | undefined

  static open(options: LiveClientOptions): LiveClient {
    return new LiveClient(options)
  }

  private constructor({ url, documentName, headers = {}, doc = new Y.Doc(), awareness = true }: LiveClientOptions) {
    const onCount = (count: Acknowledgement) => {
      this.count = count
      this.look()
    }
    this.socket = new HocuspocusProviderWebsocket({
      url,
      WebSocketPolyfill: countedSocket(headers, onCount),
      // A script has no use for a browser's patience.
      delay: 100,
      minDelay: 100,
      maxDelay: 500,
      onClose: ({ event: { code, reason } }) => {
        this.closing = { code, reason }
        this.count = new Acknowledgement()
        this.look()
      },
      onOpen: () => {
        this.closing = undefined
      },
    })
    this.provider = new HocuspocusProvider({
      websocketProvider: this.socket,
      name: documentName,
      document: doc,
      ...(awareness ? {} : { awareness: null }),
      onSynced: () => this.look(),
      onUnsyncedChanges: () => this.look(),
      onAwarenessChange: () => this.look(),
      onAuthenticationFailed: ({ reason }) => {
        this.refusal = reason
        this.look()
      },
      onStateless: ({ payload }: onStatelessParameters) => {
        this.stateless.push(payload)
        this.look()
      },
    })
    // Asked to connect before the old connection has closed, the provider would forget it.
    this.socket.on('close', () =>
      setTimeout(() => this.wanted && !this.socket.shouldConnect && void this.socket.connect()),
    )
    this.provider.attach()
  }

  get doc(): Y.Doc {
    return this.provider.document
  }

  get text(): Y.XmlFragment {
    return this.doc.getXmlFragment('text')
  }

  get paragraph(): Y.XmlText {
    return firstParagraph(this.text)
  }

  /** Its words, block by block. */
  get words(): string {
    return wordsOf(this.text)
  }

  /** Whether all that was typed here so far is kept by the server, by its own word on this very connection. */
  get isAcknowledged(): boolean {
    return this.count.isComplete && this.provider.unsyncedChanges === 0
  }

  synced(): Promise<void> {
    return this.until(() => this.provider.synced || undefined).then(() => undefined)
  }

  acknowledged(): Promise<void> {
    return this.until(() => this.isAcknowledged || undefined).then(() => undefined)
  }

  /** How the connection ended; one that the server never opened ended with code 1006 and what the server answered. */
  closedWith(): Promise<Closing> {
    return this.until(() => this.closing)
  }

  /** The server's reason for not letting it see the document. */
  refusedWith(): Promise<string> {
    return this.until(() => this.refusal)
  }

  /** The next (or an earlier) message outside the document for which `fits` holds. */
  told(fits: (payload: string) => boolean = () => true): Promise<string> {
    return this.until(() => this.stateless.find(fits))
  }

  /** Says which claim it looks at; the server hears of it after all that was sent before. */
  lookAt(claim: number): void {
    this.provider.awareness?.setLocalStateField('claim', claim)
  }

  /** Resolves once someone is seen to look at a claim. */
  seesSomeoneAt(claim: number): Promise<void> {
    const states = () => [...(this.provider.awareness?.getStates().values() ?? [])]
    return this.until(() => states().some((state) => state.claim === claim) || undefined).then(() => undefined)
  }

  /** Types into the first paragraph, by default at its end: into the claim that stands there. */
  insert(words: string, at?: number): void {
    const text = this.paragraph
    text.insert(Math.min(at ?? text.length, text.length), words)
  }

  sendStateless(payload: string): void {
    this.provider.sendStateless(payload)
  }

  disconnect(): void {
    this.wanted = false
    this.socket.disconnect()
  }

  reconnect(): void {
    this.wanted = true
    this.closing = undefined
    void this.socket.connect()
  }

  close(): void {
    this.wanted = false
    this.provider.destroy()
    this.socket.destroy()
  }

  private look(): void {
    for (const again of [...this.waiting]) again()
  }

  private until<T>(find: () => T | undefined): Promise<T> {
    return new Promise((resolve) => {
      const again = () => {
        const found = find()
        if (found === undefined) return
        this.waiting.delete(again)
        resolve(found)
      }
      this.waiting.add(again)
      again()
    })
  }
}
