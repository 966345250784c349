import { MessageType, type WebSocketLike } from '@hocuspocus/server'
import type { WebSocket } from 'ws'
import type { SessionClaim } from '@/lib/data/access'
import type { UpdateLog } from '@/lib/data/update-log'
import { LIVE_CLOSE, type LiveClose } from '@/lib/domain/live-message'
import { isUpdate } from '@/lib/editor/shared-document'
import { readHead } from './wire'

/** Messages a page may send: so many at once, and so many a second on and on. People and offline edits need far fewer. */
const BURST = 2_000
const A_SECOND = 400
/** Bytes waiting for a page that does not read them; it is let go, and catches up when it connects again. */
const MOST_UNREAD = 32 * 1024 * 1024

const NOTHING_NEW = 2

/**
 * One page's connection, as Hocuspocus sees it. It stands between the two so that an edit is acknowledged only after it
 * is durable: what a page sent goes to the log, and the acknowledgement waits here for the commit. Everybody else sees
 * the edit at once.
 */
export class LiveSocket implements WebSocketLike {
  /** Null until it has proven whose it is. */
  article: string | null = null
  memberId: string | null = null
  /** Claims whose words the change at hand touched. */
  readonly touched = new Set<number>()
  private received: Uint8Array | null = null
  private ending: LiveClose | null = null
  private credit = BURST
  private credited = Date.now()

  constructor(
    readonly socket: WebSocket,
    readonly session: SessionClaim,
    private readonly log: UpdateLog,
  ) {}

  get readyState(): number {
    return this.socket.readyState
  }

  /** May this message go on to Hocuspocus? Otherwise the connection ends, with words. */
  admits(data: Uint8Array, isBinary: boolean): boolean {
    const head = isBinary ? readHead(data) : null
    if (!head || (this.article !== null && head.name !== this.article)) return this.refuse(LIVE_CLOSE.garbage)
    const now = Date.now()
    this.credit = Math.min(BURST, this.credit + ((now - this.credited) / 1000) * A_SECOND) - 1
    this.credited = now
    if (this.credit < 0) return this.refuse(LIVE_CLOSE.flooding)
    this.article ??= head.name
    return true
  }

  /** What came in is about to be applied. @throws a LiveClose where it is no update, or the text has no room for it */
  expect(payload: Uint8Array, readOnly: boolean, room: number): void {
    this.touched.clear()
    this.received = null
    if (payload.length <= NOTHING_NEW) return
    if (!isUpdate(payload)) throw this.end(LIVE_CLOSE.garbage)
    if (readOnly) return
    if (payload.length > room) throw this.end(LIVE_CLOSE.full)
    this.received = new Uint8Array(payload)
  }

  send(data: Uint8Array<ArrayBuffer>): void {
    const head = readHead(data)
    if (head?.type === MessageType.SyncStatus && head.applied) {
      this.acknowledge(data)
      return
    }
    this.pass(data)
    // Hocuspocus ends a document's connection by a word of its own; a page has one document, so its socket ends with it.
    if (head?.type === MessageType.CLOSE) this.close(this.ending?.code, this.ending?.reason)
    else if (this.ending) this.close()
  }

  close(code?: number, reason?: string): void {
    const end = this.ending ?? LIVE_CLOSE.garbage
    const known = code === undefined || code < 1000 || (code > 1014 && code < 3000)
    this.socket.close(known ? end.code : code, known ? end.reason : (reason ?? ''))
  }

  /** Ends the connection, or makes the next word the last one. */
  end(why: LiveClose): LiveClose {
    this.ending ??= why
    return this.ending
  }

  private refuse(why: LiveClose): false {
    this.end(why)
    this.close()
    return false
  }

  private acknowledge(data: Uint8Array<ArrayBuffer>): void {
    const { article } = this
    if (article === null || !this.keep()) return
    this.log.whenDurable(article, () => this.pass(data))
  }

  /**
   * Sees to it that what came in and was applied goes to the log. A page that closes in the same breath is sent no
   * acknowledgement, but everybody else has seen its edit, and what they type in the midst of it rests on it.
   * @returns false where the log has no room: the connection ends then
   */
  keep(): boolean {
    const { article: articleId, memberId, received: update } = this
    this.received = null
    if (articleId === null || !update) return true
    if (this.log.append({ articleId, memberId, update, claims: [...this.touched] })) return true
    this.refuse(LIVE_CLOSE.away)
    return false
  }

  private pass(data: Uint8Array<ArrayBuffer>): void {
    if (this.socket.readyState !== this.socket.OPEN) return
    if (this.socket.bufferedAmount > MOST_UNREAD) this.socket.terminate()
    else this.socket.send(data, { binary: true })
  }
}
