import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type Connection, type Document, Hocuspocus } from '@hocuspocus/server'
import { type WebSocket, WebSocketServer } from 'ws'
import { type AuthorizedArticle, authorizeArticle, type Moment, type SessionClaim } from '@/lib/data/access.ts'
import { connect } from '@/lib/data/db.ts'
import { listenToDesk, type RecordedEvent } from '@/lib/data/desk/events.ts'
import { listMembers } from '@/lib/data/desk/member.ts'
import { UpdateLog } from '@/lib/data/live/update-log.ts'
import { LIVE_CLOSE, type LiveClose, type LiveMessage } from '@/lib/domain/desk/live-message.ts'
import { may } from '@/lib/domain/desk/permission.ts'
import { isUuid } from '@/lib/domain/text/uuid.ts'
import { AppError } from '@/lib/platform/errors.ts'
import { log as logger } from '@/lib/platform/log.ts'
import { giveWay } from '@/lib/platform/process/give-way.ts'
import { Door } from './door.ts'
import { MOST_WINDOWS, STATE_BYTES } from './live-limit.ts'
import { LiveSocket } from './live-socket.ts'
import { LiveText, WORKING_LIMIT } from './live-text.ts'
import { makeTrue } from './presence.ts'
import { redisExtension } from './redis.ts'

/** The largest message taken, in bytes: more than a person pastes or types while away; beyond it the socket is closed. */
const MESSAGE_LIMIT = 4 * 1024 * 1024
/** Milliseconds between looks at whether everyone still may be here, for what no event tells (a session that expires). */
const LOOK_AGAIN = 15_000
/** Milliseconds a new connection has to prove whose it is. */
const PROVE_WITHIN = 10_000

export type LiveDeskOptions = {
  databaseUrl: string
  /** The address people type, where it is not the one a request names. */
  publicUrl?: string | undefined
  /** Where several servers meet; without it this server is the only one. */
  redisUrl?: string | undefined
  /** Bytes of the largest working text. */
  workingLimit?: number
}

type Reader = AuthorizedArticle & { memberId: string; archived: boolean }
type Context = { live: LiveSocket; reader?: Reader; name?: string }
type Here = Connection<Context>

/**
 * The live desk of one server process: one shared document an article, its people, and what was recorded meanwhile. No
 * rule of the product lives here; who may what is asked of `lib/data`, as everywhere.
 */
export class LiveDesk {
  private readonly texts = new Map<string, LiveText>()
  /** Of texts that were let go of, what has not ended yet. */
  private readonly closing = new Map<string, Promise<void>>()
  private readonly sockets = new Set<LiveSocket>()
  private readonly server = new WebSocketServer({
    noServer: true,
    maxPayload: MESSAGE_LIMIT,
    perMessageDeflate: false,
    clientTracking: false,
  })
  private readonly pages: Hocuspocus<Context>
  private looking: NodeJS.Timeout | undefined
  private silence: () => Promise<void> = async () => {}

  private constructor(
    readonly options: LiveDeskOptions,
    private readonly db = connect(options.databaseUrl),
    private readonly log = new UpdateLog(options.databaseUrl),
    private readonly door = new Door(options.publicUrl),
  ) {
    this.pages = new Hocuspocus<Context>({
      quiet: true,
      timeout: 60_000,
      // Nothing is stored by Hocuspocus: every change is in the log before it is acknowledged.
      debounce: 0,
      extensions: options.redisUrl ? [redisExtension(options.redisUrl)] : [],
      onAuthenticate: (asked) => this.authenticate(asked),
      onLoadDocument: async ({ document, context }) => {
        const article = context.reader
        if (!article) throw context.live.end(LIVE_CLOSE.forbidden)
        // What it was last open for may still bring it up to a newer revision.
        await this.closing.get(document.name)
        const limit = options.workingLimit ?? WORKING_LIMIT
        const of = { db: this.db, article, log: this.log, limit, alone: !options.redisUrl }
        const text = await LiveText.open(of, document).catch((error: unknown) => {
          throw context.live.end(closeFor(error))
        })
        void this.texts.get(document.name)?.close()
        this.texts.set(document.name, text)
      },
      connected: async ({ connection, context }) => this.welcome(connection, context),
      beforeSync: async ({ payload, type, context, connection, document }) => {
        if (type === SYNC_STEP_1) {
          if (payload.length > STATE_BYTES) throw context.live.end(LIVE_CLOSE.garbage)
          return giveWay()
        }
        const text = this.texts.get(document.name)
        const room = (types: number) => text?.roomFor(types) ?? { bytes: 0, parts: 0, types: 0 }
        const target = { shared: document, readOnly: connection.readOnly, room }
        const parts = await context.live.expect(payload, target)
        text?.grew(payload.length, parts)
      },
      afterHandleMessage: async ({ context }) => void context.live?.keep(),
      beforeHandleAwareness: async ({ states, context, connection, document }) => {
        const { reader, name } = context ?? {}
        if (!reader) return
        await giveWay()
        const held: ReadonlySet<number> = connection ? document.getClients(connection) : new Set()
        const others = [...states.keys()].filter((client) => !held.has(client))
        for (const client of others.slice(Math.max(0, MOST_WINDOWS - held.size))) states.delete(client)
        makeTrue(
          states as Map<number, Record<string, unknown>>,
          { memberId: reader.memberId, name: name ?? '' },
          (client) => holderOf(document, client),
        )
      },
      afterUnloadDocument: async ({ documentName }) => {
        const text = this.texts.get(documentName)
        // It may have been opened again already, as another document of the same name.
        if (!text?.isGone) return
        this.texts.delete(documentName)
        const closing = text.close()
        this.closing.set(documentName, closing)
        await closing
        if (this.closing.get(documentName) === closing) this.closing.delete(documentName)
      },
    })
  }

  static async open(options: LiveDeskOptions): Promise<LiveDesk> {
    const desk = new LiveDesk(options)
    desk.silence = await listenToDesk(options.databaseUrl, {
      recorded: (event) => desk.onRecorded(event),
      access: (userId) => void desk.lookAgain(userId),
      caughtUp: () => void desk.catchUp(),
    })
    desk.looking = setInterval(() => void desk.lookAgain(), LOOK_AGAIN)
    desk.looking.unref()
    return desk
  }

  /** Takes a connection that asks to become a WebSocket, or refuses it. */
  async upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    socket.on('error', () => socket.destroy())
    const session = await this.door.admit(request, socket)
    if (!session) return
    const leave = this.door.enter(session)
    socket.once('close', leave)
    this.server.handleUpgrade(request, socket, head, (ws) => this.receive(ws, session))
  }

  /** Whether someone has an article's working text open on this server. */
  isOpen(articleId: string): boolean {
    return this.texts.has(articleId)
  }

  /** Says that the server goes down for a moment, waits until everything is durable, and lets everyone go. */
  async drain(withinMs = 3_000): Promise<void> {
    this.door.shut = true
    this.tellAll({ type: 'draining' })
    await Promise.race([this.log.settled(), new Promise((resolve) => setTimeout(resolve, withinMs))])
    for (const live of this.sockets) live.socket.close(LIVE_CLOSE.draining.code, LIVE_CLOSE.draining.reason)
  }

  async close(): Promise<void> {
    clearInterval(this.looking)
    await this.drain()
    await this.silence().catch(() => {})
    for (const live of this.sockets) live.socket.terminate()
    await Promise.all([...this.texts.values()].map((text) => text.close()))
    await this.pages.hooks('onDestroy', { instance: this.pages })
    await this.log.close()
    await this.db.$disconnect()
  }

  private receive(socket: WebSocket, session: SessionClaim): void {
    const live = new LiveSocket(socket, session, this.log)
    this.sockets.add(live)
    // Hocuspocus wants a request of the web; of this one it needs nothing but that it is there.
    const client = this.pages.handleConnection(live, new Request('http://live.invalid/'), { live })
    const late = setTimeout(
      () => live.memberId === null && socket.close(4408, 'This connection names no session.'),
      PROVE_WITHIN,
    )
    socket.on('message', (data, isBinary) => {
      const bytes = Array.isArray(data) ? Buffer.concat(data) : new Uint8Array(data as Buffer)
      if (live.admits(bytes, isBinary)) client.handleMessage(bytes)
    })
    socket.on('error', () => {})
    socket.on('close', (code, reason) => {
      clearTimeout(late)
      this.sockets.delete(live)
      client.handleClose({ code, reason: reason.toString() })
    })
  }

  private async authenticate({
    documentName,
    context,
    connectionConfig,
  }: {
    documentName: string
    context: Context
    connectionConfig: { readOnly: boolean }
  }): Promise<Partial<Context>> {
    const { live } = context
    try {
      const reader = await this.readerOf(live, documentName)
      const name = (await listMembers(this.db, reader)).find(({ id }) => id === reader.memberId)?.name ?? ''
      connectionConfig.readOnly = !mayWrite(reader)
      live.memberId = reader.memberId
      return { reader, name }
    } catch (error) {
      throw live.end(closeFor(error))
    }
  }

  private async readerOf(live: LiveSocket, articleId: string): Promise<Reader & Moment> {
    if (!isUuid(articleId)) throw new AppError('not_found', LIVE_CLOSE.forbidden.reason)
    return authorizeArticle(this.db, live.session, { id: articleId }, 'article.read')
  }

  private async welcome(connection: Here, { live, reader }: Context): Promise<void> {
    const text = reader && this.texts.get(reader.articleId)
    if (!reader || !text) return
    try {
      const { seq, deskSeq } = await this.readerOf(live, reader.articleId)
      const { base, typists } = text
      say(connection, { type: 'hello', seq, deskSeq, base, readOnly: connection.readOnly, typists })
    } catch (error) {
      this.dismiss(connection, closeFor(error))
    }
  }

  private onRecorded({ clockId, workspaceId, seq, kind }: RecordedEvent): void {
    const own = this.texts.get(clockId)
    if (own && ARCHIVES.has(kind)) void this.lookAgain(undefined, clockId)
    own?.tell({ type: 'recorded', seq })
    if (own) this.bringUp(own)
    if (clockId !== workspaceId) return
    for (const connection of this.connections())
      if (contextOf(connection).reader?.workspaceId === workspaceId) say(connection, { type: 'recorded', deskSeq: seq })
  }

  /** After the ear was lost: everyone is told where things stand, as if they had just come in. */
  private async catchUp(): Promise<void> {
    await this.lookAgain()
    for (const text of this.texts.values()) this.bringUp(text)
    for (const connection of this.connections()) await this.welcome(connection, contextOf(connection))
  }

  private bringUp(text: LiveText): void {
    text
      .rebase()
      .catch((error: unknown) => logger.warn({ err: error }, 'a working text was not brought up to its article'))
  }

  /** Asks the database again who may be here, and as what. */
  private async lookAgain(userId?: string, articleId?: string): Promise<void> {
    for (const connection of this.connections()) {
      const { live, reader } = contextOf(connection)
      if (!reader || (userId !== undefined && live.session.userId !== userId)) continue
      if (articleId !== undefined && reader.articleId !== articleId) continue
      try {
        const now = await this.readerOf(live, reader.articleId)
        const readOnly = !mayWrite(now)
        if (readOnly === connection.readOnly) continue
        connection.readOnly = readOnly
        say(connection, { type: 'role', readOnly })
      } catch (error) {
        // Where the database does not answer, nothing is durable and nothing acknowledged; the next look tells.
        if (error instanceof AppError) this.dismiss(connection, closeFor(error))
      }
    }
  }

  private dismiss(connection: Here, why: LiveClose): void {
    const { live } = contextOf(connection)
    live.end(why)
    connection.close({ code: why.code, reason: why.reason })
    live.close(why.code, why.reason)
  }

  private connections(): Here[] {
    return [...this.pages.documents.values()].flatMap((document) => document.getConnections() as Here[])
  }

  private tellAll(message: LiveMessage): void {
    for (const connection of this.connections()) say(connection, message)
  }
}

/** The first message of a sync asks what is there, and brings nothing (y-protocols). */
const SYNC_STEP_1 = 0

/** What decides for everyone at once whether an article's text can be written in. */
const ARCHIVES = new Set(['article.archived', 'article.brought_back'])

function mayWrite({ role, archived }: Reader): boolean {
  return !archived && may(role, 'wording.propose')
}

function contextOf(connection: Connection): Context {
  return connection.context as Context
}

function say(connection: Connection, message: LiveMessage): void {
  connection.sendStateless(JSON.stringify(message))
}

/** Whose connection holds a Yjs client of a document already. */
function holderOf(document: Document, client: number): string | undefined {
  for (const connection of document.getConnections())
    if (document.getClients(connection).has(client)) return contextOf(connection).reader?.memberId
  return undefined
}

function closeFor(error: unknown): LiveClose {
  if (error instanceof AppError) return error.code === 'signed_out' ? LIVE_CLOSE.signedOut : LIVE_CLOSE.forbidden
  logger.warn({ err: error }, 'a live connection could not be opened')
  return LIVE_CLOSE.away
}
