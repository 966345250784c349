import { type Db, db } from '../db.ts'
import { listenToDesk, type RecordedEvent } from './events.ts'

/** What is followed: a whole desk, or one article with what its desk holds true of sources and members. */
export type Ground = { workspaceId: string; articleId: string | null }

export type Follower = Ground & {
  userId: string
  /** The ground has come so far. */
  tick: (tick: number) => void
  /** This person's right to be here may have changed. */
  access: () => void
}

/** Milliseconds in which several changes are told together. */
const TOGETHER = 50
/** Pages one person may follow with from one server: many windows, and then some. */
const MOST_OF_A_PERSON = 20
const MOST_OF_ALL = 2_000

/**
 * How far a desk, or one article of it, has come: the sum of its clocks. Every change adds one and nothing takes away,
 * so two moments can be compared by it, and nothing else can be told from it.
 */
export async function deskTick(db: Db, { workspaceId, articleId }: Ground): Promise<number> {
  const [row] = await db.$queryRaw<{ tick: number }[]>`
    SELECT coalesce(sum("seq"), 0)::float8 AS "tick" FROM "Clock"
    WHERE "workspaceId" = ${workspaceId}::uuid
      AND (${articleId}::uuid IS NULL OR "id" IN (${articleId}::uuid, ${workspaceId}::uuid))`
  return row?.tick ?? 0
}

type Room = { ground: Ground; followers: Set<Follower>; later?: NodeJS.Timeout | undefined }

/** Tells open pages of this server process that something was recorded, by whichever process, through one connection. */
export class DeskTicks {
  private readonly rooms = new Map<string, Room>()
  private ear: Promise<() => Promise<void>> | undefined

  constructor(
    private readonly db: Db,
    private readonly databaseUrl: string,
  ) {}

  /** @returns what ends it; null where this person, or everyone together, has too many pages open */
  async follow(follower: Follower): Promise<(() => void) | null> {
    await this.listen()
    const all = this.followers()
    const own = all.filter(({ userId }) => userId === follower.userId).length
    if (all.length >= MOST_OF_ALL || own >= MOST_OF_A_PERSON) return null
    const { workspaceId, articleId } = follower
    const key = `${workspaceId} ${articleId}`
    const room = this.rooms.get(key) ?? { ground: { workspaceId, articleId }, followers: new Set() }
    this.rooms.set(key, room)
    room.followers.add(follower)
    return () => {
      room.followers.delete(follower)
      if (room.followers.size > 0) return
      clearTimeout(room.later)
      if (this.rooms.get(key) === room) this.rooms.delete(key)
    }
  }

  async close(): Promise<void> {
    for (const { later } of this.rooms.values()) clearTimeout(later)
    this.rooms.clear()
    await (await this.ear?.catch(() => undefined))?.()
  }

  private listen(): Promise<unknown> {
    this.ear ??= listenToDesk(this.databaseUrl, {
      recorded: (event) => this.recorded(event),
      access: (userId) => {
        for (const follower of this.followers()) if (follower.userId === userId) follower.access()
      },
      caughtUp: () => {
        for (const room of this.rooms.values()) this.soon(room)
      },
    }).catch((error: unknown) => {
      // The database is away; whoever comes next tries again.
      this.ear = undefined
      throw error
    })
    return this.ear
  }

  private followers(): Follower[] {
    return [...this.rooms.values()].flatMap(({ followers }) => [...followers])
  }

  private recorded({ clockId, workspaceId }: RecordedEvent): void {
    for (const room of this.rooms.values()) {
      const { ground } = room
      if (ground.workspaceId !== workspaceId) continue
      if (ground.articleId === null || clockId === ground.articleId || clockId === workspaceId) this.soon(room)
    }
  }

  private soon(room: Room): void {
    room.later ??= setTimeout(() => {
      room.later = undefined
      deskTick(this.db, room.ground).then(
        (tick) => {
          for (const follower of room.followers) follower.tick(tick)
        },
        // The ear is lost with the database, and catches up when both are back.
        () => {},
      )
    }, TOGETHER)
  }
}

// One ear a process; kept across hot reloads.
const keep = globalThis as typeof globalThis & { attestTicks?: DeskTicks }

export function deskTicks(): DeskTicks {
  keep.attestTicks ??= new DeskTicks(db(), process.env.DATABASE_URL ?? '')
  return keep.attestTicks
}
