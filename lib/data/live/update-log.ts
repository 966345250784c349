import { Pool } from 'pg'
import { isUnavailable } from '@/lib/platform/errors.ts'
import { log } from '@/lib/platform/log.ts'

/** One change of a working text, as it is kept before it is acknowledged. */
export type LoggedUpdate = {
  articleId: string
  /** Null: it came from another server, which names its author. */
  memberId: string | null
  update: Uint8Array
  /** Claims whose words it touched; 0: words of no claim yet. */
  claims: readonly number[]
}

type Waiting = LoggedUpdate & { at: Date }

/** Bytes that may wait for the database; beyond them the log is full, and says so. */
const MOST_WAITING = 64 * 1024 * 1024
/** Rows of one commit. */
const MOST_ROWS = 2_000
/** Milliseconds between tries while the database is away; the last repeats. */
const PAUSES = [50, 200, 500, 1_000, 2_000]

const APPEND = `
  WITH given AS (
    SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::bytea[], $4::timestamptz[]) AS g("articleId", "memberId", "update", "at")
  ), appended AS (
    INSERT INTO "WorkingUpdate" ("articleId", "memberId", "update", "at") SELECT * FROM given
  )
  INSERT INTO "WorkingTouch" ("articleId", "claim", "memberId", "at", "revision")
  SELECT t.*, w."baseRevision"
  FROM unnest($5::uuid[], $6::int[], $7::uuid[], $8::timestamptz[]) AS t("articleId", "claim", "memberId", "at")
    JOIN "Working" w ON w."articleId" = t."articleId"
  ON CONFLICT ("articleId", "claim", "memberId") DO UPDATE SET "at" = EXCLUDED."at"`

/**
 * The append-only log of working texts. What arrives while a commit is under way goes into the next one, so a busy desk
 * costs one commit for many changes. While the database is away it tries on; nothing is acknowledged meanwhile. A batch
 * that is sent twice because its answer was lost is harmless: the same update applied twice is applied once.
 */
export class UpdateLog {
  private readonly pool: Pool
  private waiting: Waiting[] = []
  private bytes = 0
  private flushing = false
  private closed = false
  /** Of each article: how many changes were taken in, and how many of them are durable. */
  private readonly taken = new Map<string, number>()
  private readonly durable = new Map<string, number>()
  private readonly listeners = new Map<string, { upTo: number; tell: () => void }[]>()

  constructor(databaseUrl: string) {
    // A lost answer is noticed within seconds, and the batch is sent again.
    this.pool = new Pool({
      connectionString: databaseUrl,
      max: 1,
      connectionTimeoutMillis: 3_000,
      query_timeout: 15_000,
    })
    this.pool.on('error', () => {})
  }

  /** Takes a change in. @returns false where too much is waiting for the database already */
  append(update: LoggedUpdate): boolean {
    if (this.closed || this.bytes + update.update.length > MOST_WAITING) return false
    this.waiting.push({ ...update, at: new Date() })
    this.bytes += update.update.length
    this.taken.set(update.articleId, (this.taken.get(update.articleId) ?? 0) + 1)
    if (!this.flushing) void this.flush()
    return true
  }

  /** Calls back once everything of an article that was taken in so far is durable: at once where it is. */
  whenDurable(articleId: string, tell: () => void): void {
    const upTo = this.taken.get(articleId) ?? 0
    if ((this.durable.get(articleId) ?? 0) >= upTo) {
      tell()
      return
    }
    const list = this.listeners.get(articleId) ?? []
    list.push({ upTo, tell })
    this.listeners.set(articleId, list)
  }

  /** Resolves once everything of an article that was taken in so far is durable, or that took too long. */
  async durableWithin(articleId: string, withinMs: number): Promise<void> {
    let late: NodeJS.Timeout | undefined
    await new Promise<void>((resolve) => {
      late = setTimeout(resolve, withinMs)
      this.whenDurable(articleId, resolve)
    })
    clearTimeout(late)
  }

  /** Resolves once everything taken in so far is durable, or the log was closed. */
  async settled(): Promise<void> {
    for (const articleId of [...this.taken.keys()])
      await new Promise<void>((resolve) => this.whenDurable(articleId, resolve))
  }

  async close(): Promise<void> {
    this.closed = true
    await this.pool.end()
  }

  private async flush(): Promise<void> {
    this.flushing = true
    // Whatever else arrives in this turn of the loop goes with it.
    await new Promise((resolve) => setImmediate(resolve))
    for (let tries = 0; this.waiting.length > 0 && !this.closed; ) {
      const batch = this.waiting.slice(0, MOST_ROWS)
      try {
        await this.write(batch)
      } catch (error) {
        if (!isUnavailable(error)) log.error({ err: error }, 'changes of working texts could not be kept; trying on')
        await new Promise((resolve) => setTimeout(resolve, PAUSES[Math.min(tries, PAUSES.length - 1)]))
        tries += 1
        continue
      }
      tries = 0
      this.waiting.splice(0, batch.length)
      this.settle(batch)
    }
    this.flushing = false
  }

  private async write(batch: readonly Waiting[]): Promise<void> {
    const touches = new Map<string, { articleId: string; claim: number; memberId: string; at: Date }>()
    for (const { articleId, memberId, claims, at } of batch)
      for (const claim of memberId === null ? [] : claims)
        touches.set(`${articleId} ${claim} ${memberId}`, { articleId, claim, memberId: memberId ?? '', at })
    const rows = [...touches.values()]
    await this.pool.query({
      name: 'append',
      text: APPEND,
      values: [
        batch.map((row) => row.articleId),
        batch.map((row) => row.memberId),
        batch.map((row) => Buffer.from(row.update)),
        batch.map((row) => row.at),
        rows.map((row) => row.articleId),
        rows.map((row) => row.claim),
        rows.map((row) => row.memberId),
        rows.map((row) => row.at),
      ],
    })
  }

  private settle(batch: readonly Waiting[]): void {
    for (const { articleId, update } of batch) {
      this.bytes -= update.length
      this.durable.set(articleId, (this.durable.get(articleId) ?? 0) + 1)
    }
    for (const articleId of new Set(batch.map((row) => row.articleId))) {
      const safe = this.durable.get(articleId) ?? 0
      const list = this.listeners.get(articleId) ?? []
      const ready = list.filter(({ upTo }) => upTo <= safe)
      this.listeners.set(
        articleId,
        list.filter(({ upTo }) => upTo > safe),
      )
      for (const { tell } of ready) tell()
    }
  }
}
