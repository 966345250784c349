import { MessageType, type WebSocketLike } from '@hocuspocus/server'
import type { WebSocket } from 'ws'
import type * as Y from 'yjs'
import type { SessionClaim } from '@/lib/data/access.ts'
import type { UpdateLog } from '@/lib/data/live/update-log.ts'
import { LIVE_CLOSE, type LiveClose } from '@/lib/domain/desk/live-message.ts'
import { KNOWN_PARTS } from '@/lib/editor/shared-document.ts'
import { isLight } from '@/lib/editor/update-effort.ts'
import { orderParts } from '@/lib/editor/update-order.ts'
import { readParts, UnfitUpdate } from '@/lib/editor/update-parts.ts'
import { BoundedQueue } from '@/lib/platform/process/bounded-queue.ts'
import { giveWay, inTurns } from '@/lib/platform/process/give-way.ts'
import { DEEPEST, MESSAGE_PARTS } from './live-limit.ts'
import { readHead } from './wire.ts'

/** Messages a page may send: so many at once, and so many a second on and on. People and offline edits need far fewer. */
const BURST = 2_000
const A_SECOND = 400
/** Bytes waiting for a page that does not read them; it is let go, and catches up when it connects again. */
const MOST_UNREAD = 32 * 1024 * 1024

const NOTHING_NEW = 2
/** Bytes of an update that is one of two at a time: looked at before it is applied, it takes several times its memory. */
const LARGE = 64_000
const large = new BoundedQueue(2, 1_000)

/** What a text still has room for. */
export type Room = { bytes: number; parts: number; types: number }
/** Where an update is to go. */
export type Target = { shared: Y.Doc; readOnly: boolean; room: (types: number) => Room }

/**
 * One page's connection, as Hocuspocus sees it. It stands between the two so that an edit is acknowledged only after it
 * is durable: what a page sent goes to the log, and the acknowledgement waits here for the commit. Everyone else sees
 * the edit at once.
 */
export class LiveSocket implements WebSocketLike {
  /** Null until it has proven whose it is. */
  article: string | null = null
  memberId: string | null = null
  /** Claims whose words the change at hand touched. */
  readonly touched = new Set<number>()
  /** Whether the change at hand may hold what is not part of an article. */
  isMixed = false
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

  /**
   * What came in is about to be applied, at once: half of a change is not for anyone to see. So it is read first.
   * @returns how many parts it brings
   * @throws a LiveClose where it is no update, where it is too much at once, or where the text has no room for it
   */
  async expect(payload: Uint8Array, target: Target): Promise<number> {
    this.touched.clear()
    this.received = null
    await giveWay()
    if (payload.length <= NOTHING_NEW) return 0
    if (payload.length < LARGE) return this.look(payload, target)
    return large.run(() => this.look(payload, target))
  }

  private async look(payload: Uint8Array, { shared, readOnly, room }: Target): Promise<number> {
    const read = await this.fit(readParts(payload, KNOWN_PARTS, MESSAGE_PARTS))
    if (readOnly) return 0
    const { parts } = await this.fit(orderParts(shared, read, DEEPEST))
    const left = room(read.types)
    if (parts.length > 0 && (payload.length > left.bytes || parts.length > left.parts || read.types > left.types))
      throw this.end(LIVE_CLOSE.full)
    // What others do meanwhile makes it lighter or heavier by a little.
    if (!(await inTurns(isLight(shared, read, parts)))) throw this.end(LIVE_CLOSE.large)
    await giveWay()
    this.isMixed = read.isMixed
    this.received = new Uint8Array(payload)
    return parts.length
  }

  private async fit<T>(work: Generator<void, T>): Promise<T> {
    try {
      return await inTurns(work)
    } catch (error) {
      if (!(error instanceof UnfitUpdate)) throw error
      throw this.end(error.why === 'large' ? LIVE_CLOSE.large : LIVE_CLOSE.garbage)
    }
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
   * acknowledgement, but everyone else has seen its edit, and what they type in the midst of it rests on it.
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
