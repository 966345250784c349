import type { Document } from '@hocuspocus/server'
import * as Y from 'yjs'
import type { AuthorizedArticle } from '@/lib/data/access.ts'
import { currentDetails } from '@/lib/data/article/detail.ts'
import type { StandingArticle } from '@/lib/data/article/standing.ts'
import type { Db } from '@/lib/data/db.ts'
import type { UpdateLog } from '@/lib/data/live/update-log.ts'
import {
  foldWorking,
  headRevision,
  keepRebase,
  openWorking,
  readFurther,
  readTouches,
  rebaseWorking,
} from '@/lib/data/live/working.ts'
import type { TargetBlock } from '@/lib/domain/article/target.ts'
import { oneLine } from '@/lib/domain/claim/wording.ts'
import type { LiveMessage, Typists } from '@/lib/domain/desk/live-message.ts'
import { draftBlocks } from '@/lib/editor/draft-document.ts'
import { documentOf, galleyDocument } from '@/lib/editor/galley-document.ts'
import {
  beginShared,
  cleanShared,
  documentOfShared,
  rewriting,
  textOfShared,
  touchedClaims,
} from '@/lib/editor/shared-document.ts'
import { applyKept, countParts, countTypes, foldKept } from '@/lib/editor/shared-slices.ts'
import { sentenceSegmenter } from '@/lib/exchange/sentences/sentences.ts'
import { log as logger } from '@/lib/platform/log.ts'
import { giveWay, inTurns } from '@/lib/platform/process/give-way.ts'
import { TEXT_PARTS, TEXT_TYPES } from './live-limit.ts'
import type { LiveSocket, Room } from './live-socket.ts'

/** The largest working text kept, in bytes of its Yjs state: an article of the largest size taken, with its history. */
export const WORKING_LIMIT = 32 * 1024 * 1024
/** Updates are folded into the state when they are this old, in milliseconds, … */
const FOLD_AFTER = 20_000
/** … but while something differs from the record, so many stay: of them can be told what each of two people meant. */
const KEPT_APART = 1_000

/** Milliseconds that an article waits, as it is opened, for the log to keep what was typed in it before. */
const PATIENCE = 5_000

type Of = { db: Db; article: AuthorizedArticle; log: UpdateLog; limit: number; alone: boolean }

/** Milliseconds between two looks at what other servers kept: one that was killed may not have passed on all it kept. */
const LOOK_FURTHER = 1_500

/** The house's own changes: kept already where `kept` is set, and to be kept by whoever hears of them otherwise. */
const house = (kept: boolean) => ({ source: 'local' as const, context: { kept } })

/** The working text of one article, as one server holds it in memory while someone is there. */
export class LiveText {
  base = 0
  private size = 0
  /** No fewer than there are, once they were counted: what was deleted may have gone since. */
  private parts = 0
  private types = 0
  private readonly typed = new Map<number, Set<string>>()
  private turn: Promise<unknown> = Promise.resolve()
  private telling: NodeJS.Timeout | undefined
  private asking: NodeJS.Timeout | undefined
  private folding: NodeJS.Timeout | undefined
  private looking: NodeJS.Timeout | undefined
  private cleaning: NodeJS.Immediate | undefined
  private readonly seen = new Set<bigint>()

  private constructor(
    private readonly of: Of,
    private readonly shared: Document,
  ) {}

  /** Reads the working text into `shared`, brings it up to the newest revision, and follows what happens to it. */
  static async open(of: Of, shared: Document): Promise<LiveText> {
    const text = new LiveText(of, shared)
    // What the last people here typed may be on its way to the log still: it would be in the log, and not in this text.
    await of.log.durableWithin(of.article.articleId, PATIENCE)
    const kept = await openWorking(of.db, of.article, beginning)
    text.base = kept.baseRevision
    for (const update of [kept.state, ...kept.updates.map((row) => row.update)]) {
      await text.begin(update)
      text.size += update.length
    }
    text.count()
    for (const { id } of kept.updates) text.seen.add(id)
    await text.readTypists()
    await text.rebase()
    textOfShared(shared).observeDeep((events, transaction) => text.changed(events, transaction))
    shared.on('update', (update: Uint8Array, origin: unknown) => text.keepFromElsewhere(update, origin))
    text.folding = setInterval(() => void text.inTurn(() => text.fold()), FOLD_AFTER)
    text.folding.unref()
    void text.inTurn(() => text.fold())
    if (!of.alone) {
      text.looking = setInterval(() => void text.inTurn(() => text.lookFurther()), LOOK_FURTHER)
      text.looking.unref()
    }
    return text
  }

  /** What may still be added, by one who wants to add so many blocks and runs of text. */
  roomFor(types: number): Room {
    if (this.parts > TEXT_PARTS / 2 || this.types + types > TEXT_TYPES) this.count()
    return { bytes: this.of.limit - this.size, parts: TEXT_PARTS - this.parts, types: TEXT_TYPES - this.types }
  }

  grew(bytes: number, parts: number): void {
    this.size += bytes
    this.parts += parts
    // A part may be a block; they are counted before anyone is refused for them.
    this.types += parts
  }

  private count(): void {
    this.parts = countParts(this.shared)
    this.types = countTypes(this.shared)
  }

  /** Resolves when what was under way has ended. */
  async close(): Promise<void> {
    clearInterval(this.folding)
    clearInterval(this.looking)
    clearTimeout(this.telling)
    clearTimeout(this.asking)
    clearImmediate(this.cleaning)
    await this.turn
  }

  get typists(): Typists {
    return Object.fromEntries([...this.typed].map(([claim, members]) => [claim, [...members]]))
  }

  /** Brings the text up to the newest revision, one attempt after the other. */
  rebase(): Promise<void> {
    return this.inTurn(async () => {
      // A redaction takes words out of the text, on whichever server it was asked for.
      await this.lookFurther()
      await this.rebaseNow()
    })
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    const next = this.turn.then(work)
    this.turn = next.catch(() => {})
    return next
  }

  tell(message: LiveMessage): void {
    const words = JSON.stringify(message)
    for (const connection of this.shared.getConnections()) connection.sendStateless(words)
  }

  /** Whether its document has been let go of: what is open under its name now is another. */
  get isGone(): boolean {
    return this.shared.isDestroyed
  }

  /** Takes in what was kept, before anyone sees it. */
  private async begin(update: Uint8Array): Promise<void> {
    await giveWay()
    await inTurns(applyKept(this.shared, update, house(true))).catch((error: unknown) => unread(error, update))
  }

  private take(update: Uint8Array): void {
    try {
      Y.applyUpdate(this.shared, update, house(true))
    } catch (error) {
      unread(error, update)
    }
  }

  private async rebaseNow(): Promise<void> {
    const { db, article } = this.of
    const known = await headRevision(db, article)
    if (known <= this.base) return
    // Asked for each time: it may have been amended while the text was open.
    const segment = await sentenceSegmenter((await currentDetails(db, article)).language)
    // What is typed while the database is asked is not in `blocks`: the update must not take it for deleted.
    const asked = Y.encodeStateAsUpdate(this.shared)
    const blocks = draftBlocks(documentOfShared(this.shared))
    await giveWay()
    const rebased = await rebaseWorking(db, article, { baseRevision: this.base, blocks, segment })
    if (!rebased) return
    const update = await updateTo(asked, rebased.target.blocks)
    if (await keepRebase(db, article, this.base, rebased, update)) {
      this.take(update)
      this.size += update.length
    }
    // Another server did it, or one that was letting go of this text as it was opened anew.
    else await this.lookFurther()
    this.base = rebased.head
    await this.readTypists()
    this.tell({ type: 'based', base: this.base })
    this.tell({ type: 'typists', typists: this.typists })
  }

  private changed(events: readonly Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction): void {
    const socket = socketOf(transaction.origin)
    if (!socket) return
    for (const claim of touchedClaims(events, transaction)) {
      socket.touched.add(claim)
      this.note(claim, socket.memberId)
    }
    if (socket.isMixed) this.cleaning ??= setImmediate(() => this.clean())
  }

  private clean(): void {
    this.cleaning = undefined
    const parts = cleanShared(this.shared, house(false))
    if (parts > 0) this.tell({ type: 'cleaned', parts })
  }

  private note(claim: number, memberId: string | null): void {
    if (memberId === null) return
    const members = this.typed.get(claim) ?? new Set()
    if (members.has(memberId)) return
    this.typed.set(claim, members.add(memberId))
    this.telling ??= setTimeout(() => {
      this.telling = undefined
      this.tell({ type: 'typists', typists: this.typists })
    }, 300)
  }

  /** Changes that another server's people made, and the house's own: kept here too, so that ours may be acknowledged. */
  private keepFromElsewhere(update: Uint8Array, origin: unknown): void {
    if (socketOf(origin) || (origin as { context?: { kept?: boolean } } | null)?.context?.kept) return
    this.of.log.append({ articleId: this.of.article.articleId, memberId: null, update, claims: [] })
    this.size += update.length
    this.asking ??= setTimeout(() => {
      this.asking = undefined
      this.readTypists().then(
        () => this.tell({ type: 'typists', typists: this.typists }),
        () => {},
      )
    }, 700)
  }

  private async readTypists(): Promise<void> {
    const touches = await readTouches(this.of.db, this.of.article)
    this.typed.clear()
    for (const { claim, memberId } of touches) {
      const members = this.typed.get(claim) ?? new Set()
      this.typed.set(claim, members.add(memberId))
    }
  }

  private async lookFurther(): Promise<void> {
    const further = await readFurther(this.of.db, this.of.article, this.seen).catch(() => [])
    for (const update of further) {
      await giveWay()
      this.take(update)
    }
  }

  private async fold(): Promise<void> {
    const before = new Date(Date.now() - FOLD_AFTER)
    const keep = this.typed.size > 0 ? KEPT_APART : 0
    await foldWorking(this.of.db, this.of.article, { before, keep }, (state, updates) =>
      inTurns(foldKept([state, ...updates])),
    ).catch((error: unknown) => logger.warn({ err: error }, 'a working text was not folded; it will be tried again'))
  }
}

/** It was checked before it was kept; what cannot be read all the same must not take the rest of the text with it. */
function unread(error: unknown, update: Uint8Array): void {
  logger.error({ err: error, bytes: update.length }, 'an update of a working text cannot be read')
}

function beginning(standing: StandingArticle): Promise<Uint8Array> {
  const words = (number: number) => oneLine(standing.texts.get(number) ?? '')
  return inTurns(beginShared(galleyDocument(standing.layout.blocks, words)))
}

/** The update that makes a shared document of this state say these blocks. */
async function updateTo(state: Uint8Array, blocks: readonly TargetBlock[]): Promise<Uint8Array> {
  const copy = new Y.Doc()
  await inTurns(applyKept(copy, state, null))
  const before = Y.encodeStateVector(copy)
  const runs = (block: TargetBlock) =>
    block.claims.map(({ text, from: [number] }) => ({ text: oneLine(text), ...(number && { hint: number }) }))
  await inTurns(rewriting(copy, documentOf(blocks, runs)))
  return Y.encodeStateAsUpdate(copy, before)
}

function socketOf(origin: unknown): LiveSocket | null {
  const { source, connection } = (origin ?? {}) as {
    source?: string
    connection?: { context: { live?: LiveSocket } }
  }
  return source === 'connection' ? (connection?.context.live ?? null) : null
}
