import { authorizeWorkspace, type SessionClaim } from '@/lib/data/access.ts'
import { type Db, db } from '@/lib/data/db.ts'
import { type DeskTicks, deskTick, deskTicks, type Ground } from '@/lib/data/desk/ticks.ts'
import { isUuid } from '@/lib/domain/text/uuid.ts'
import { AppError, nothingHere } from '@/lib/platform/errors.ts'

/** Milliseconds between signs of life, each after asking whether this person may still be here. */
const LOOK_AGAIN = 15_000
const TOO_MANY = { code: 'invalid', message: 'Too many pages of yours are open. Close some of them.' }
/** Lines waiting for a page that does not read them; it is let go, and catches up when it connects again. */
const MOST_UNREAD = 50

export type Following = { db: Db; ticks: DeskTicks; lookAgain?: number }

/**
 * How far a desk (or one article of it) has come, told again whenever something is recorded: server-sent events for a
 * page that asks for a stream, else the one number. Nothing of what was recorded travels here; a page that is behind
 * reads itself again, as whoever looks at it.
 * @param ground as the address says it
 */
export async function followDesk(
  session: SessionClaim | null,
  ground: Ground,
  request: Request,
  { db: database, ticks, lookAgain = LOOK_AGAIN }: Following = { db: db(), ticks: deskTicks() },
): Promise<Response> {
  const { workspaceId, articleId } = ground
  if (!isUuid(workspaceId) || (articleId !== null && !isUuid(articleId))) throw nothingHere()
  const admit = () => authorizeWorkspace(database, session, workspaceId, 'article.read')
  await admit()
  if (!session || !request.headers.get('accept')?.includes('text/event-stream'))
    return Response.json({ desk: workspaceId, tick: await deskTick(database, ground) })

  const page = new EventPage(() => admit())
  const leave = await ticks.follow({ ...ground, userId: session.userId, tick: page.tick, access: page.look })
  if (!leave) return Response.json({ problem: TOO_MANY }, { status: 429 })
  page.open(leave, lookAgain)
  request.signal.addEventListener('abort', page.end)
  try {
    // Read after it began to follow, so that nothing falls between.
    page.tick(await deskTick(database, ground))
  } catch (error) {
    page.end()
    throw error
  }
  return new Response(page.stream, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      // Neither compressed nor held back on the way: each line is for now.
      'Cache-Control': 'private, no-store, no-transform',
      'X-Accel-Buffering': 'no',
    },
  })
}

/** One page that follows: what it was told, until it leaves or may not be here any more. */
class EventPage {
  readonly stream: ReadableStream<Uint8Array>
  private readonly writer: WritableStreamDefaultWriter<Uint8Array>
  private readonly encoder = new TextEncoder()
  private last = -1
  private gone = false
  private leave = () => {}
  private looking: NodeJS.Timeout | undefined

  constructor(private readonly admit: () => Promise<unknown>) {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>(undefined, {
      highWaterMark: MOST_UNREAD,
    })
    this.stream = readable
    this.writer = writable.getWriter()
    this.writer.closed.then(this.end, this.end)
  }

  /** @param leave is called once, when it ends */
  open(leave: () => void, lookAgain: number): void {
    this.leave = leave
    this.looking = setInterval(() => {
      this.say(':\n\n')
      this.look()
    }, lookAgain)
    this.looking.unref()
  }

  tick = (now: number): void => {
    if (now <= this.last) return
    this.last = now
    this.say(`data: ${now}\n\n`)
  }

  /** Where the database does not answer there is nothing to be told of either; the next look tells. */
  look = (): void => {
    this.admit().catch((error: unknown) => error instanceof AppError && this.end())
  }

  end = (): void => {
    if (this.gone) return
    this.gone = true
    clearInterval(this.looking)
    this.leave()
    this.writer.close().catch(() => {})
  }

  private say(line: string): void {
    if (this.gone) return
    if ((this.writer.desiredSize ?? 0) <= 0) this.end()
    else this.writer.write(this.encoder.encode(line)).catch(this.end)
  }
}
