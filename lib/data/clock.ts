import { ARCHIVED_WORDS, mayWhileArchived } from '@/lib/domain/desk/archiving.ts'
import { chainEvent, type EventKind, type Json } from '@/lib/domain/desk/audit.ts'
import { type Ability, may, type Role } from '@/lib/domain/desk/permission.ts'
import { commandContent } from '@/lib/platform/command-content.ts'
import { AppError, nothingHere } from '@/lib/platform/errors.ts'
import { newSalt, sha256 } from '@/lib/platform/ids.ts'
import type { Authority, AuthorizedArticle } from './access.ts'
import { refuseRepeat } from './command.ts'
import type { Db, Tx } from './db.ts'
import { Ledger } from './ledger.ts'

type ClockRow = { workspaceId: string; seq: number; hash: string; deskSeq: number; role: Role | null }

/** What a change came to: `details` go into the audit event; a change that recorded nothing gives none. */
export type Done<T> = { value: T; details?: Record<string, Json> }

export type Change = {
  clockId: string
  authority: Authority
  ability: Ability
  kind: EventKind
  /** A client's id for the command: done once, however often it is sent. */
  commandId?: string | undefined
  at?: Date
}

/**
 * Carries out one change to whatever a clock times, in one transaction: takes the clock's row lock, asks again whether
 * the member still belongs here and may do this, lets `work` decide and record, and chains one audit event for it.
 * All writes to one article stand in one order, so `work` can compare what was expected with what is there.
 */
export async function change<T>(db: Db, what: Change, work: (ledger: Ledger) => Promise<Done<T>>): Promise<T> {
  return transact(db, what, (tx) => changeWithin(tx, what, work))
}

/** The longest a change may take, in milliseconds: an article of ten thousand claims rewritten in one recording. */
const TIME = 60_000

type Command = Pick<Change, 'authority' | 'commandId'>

/** A transaction for one command. @throws Repeated where the command had been carried out, at whatever moment it shows */
export async function transact<T>(db: Db, command: Command, work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await db.$transaction(work, { timeout: TIME })
  } catch (error) {
    const { authority, commandId } = command
    if (commandId && isRepeat(error)) await refuseRepeat(db, { commandId, authority }, null)
    throw error
  }
}

/** The same inside a transaction that is already open (a source and its citation, say). Lock the workspace's clock first. */
export async function changeWithin<T>(tx: Tx, what: Change, work: (ledger: Ledger) => Promise<Done<T>>): Promise<T> {
  const { clockId, authority } = what
  const [clock] = await tx.$queryRaw<ClockRow[]>`
    SELECT c."workspaceId", c."seq", c."hash", w."seq" AS "deskSeq", m."role"::text AS "role"
    FROM "Clock" c
    JOIN "Clock" w ON w."id" = c."workspaceId"
    LEFT JOIN "Member" m ON m."workspaceId" = c."workspaceId" AND m."id" = ${authority.memberId}::uuid AND m."endedSeq" IS NULL
    WHERE c."id" = ${clockId}::uuid AND c."workspaceId" = ${authority.workspaceId}::uuid
    FOR UPDATE OF c`
  if (!clock) throw nothingHere()
  // The house itself (the command line, the demo) acts without a member.
  if (authority.memberId !== null && !(clock.role && may(clock.role, what.ability)))
    throw new AppError('forbidden', 'Your role on this desk does not allow this any more.')
  if (clockId !== clock.workspaceId && !mayWhileArchived(what.kind)) await refuseArchived(tx, what)

  const seq = clock.seq + 1
  const at = what.at ?? new Date()
  const ledger = new Ledger(tx, seq, at)
  const done = await work(ledger).catch(async (error: unknown) => {
    if (error instanceof AppError) await refuseHere(tx, what)
    throw error
  })
  if (!done.details) {
    await refuseHere(tx, what)
    return done.value
  }

  // Asked again: who waited for the article's clock was told of the desk's as it stood before the wait.
  const deskSeq = clockId === clock.workspaceId ? seq : await deskClock(tx, clock)
  const facts = { seq, kind: what.kind, memberId: authority.memberId, at: at.toISOString(), deskSeq }
  const payload: Json = { ...done.details, ...ledger.digests() }
  const event = chainEvent(facts, payload, newSalt(), clock.hash, sha256)
  await tx.$executeRaw`
    WITH event AS (
      INSERT INTO "AuditEvent" ("clockId", "seq", "workspaceId", "kind", "memberId", "at", "deskSeq", "payload", "salt",
        "payloadHash", "previousSeq", "previousHash", "hash", "commandId", "commandDigest")
      VALUES (${clockId}::uuid, ${seq}, ${clock.workspaceId}::uuid, ${event.kind}, ${event.memberId}::uuid, ${at}, ${deskSeq},
        ${JSON.stringify(payload)}::jsonb, ${event.salt}, ${event.payloadHash}, ${seq > 1 ? seq - 1 : null}, ${clock.hash},
        ${event.hash}, ${what.commandId ?? null}::uuid, ${what.commandId ? commandContent() : null})
    )
    UPDATE "Clock" SET "seq" = ${seq}, "hash" = ${event.hash} WHERE "id" = ${clockId}::uuid`
  return done.value
}

/**
 * Asked after the clock was locked, in a statement of its own: who waited for the lock sees what was done meanwhile, and
 * nothing is recorded on an article after it was archived.
 */
async function refuseArchived(tx: Tx, what: Change): Promise<void> {
  const row = await tx.archiving.findFirst({
    where: { articleId: what.clockId, endedSeq: null },
    select: { id: true },
  })
  if (!row) return
  await refuseHere(tx, what)
  throw new AppError('conflict', ARCHIVED_WORDS)
}

async function deskClock(tx: Tx, { workspaceId, deskSeq }: ClockRow): Promise<number> {
  const desk = await tx.clock.findUnique({ where: { id: workspaceId }, select: { seq: true } })
  return desk?.seq ?? deskSeq
}

/**
 * A command sent again may find that it changed the ground under itself ("your base is no longer the head"). Where it
 * would be refused or come to nothing, ask first whether it is done. (A command that goes through is caught by its
 * event's unique id, and costs no question.)
 */
async function refuseHere(tx: Tx, { clockId, commandId, authority }: Change): Promise<void> {
  if (commandId) await refuseRepeat(tx, { commandId, authority }, clockId)
}

function isRepeat(error: unknown): boolean {
  return /AuditEvent_clockId_commandId_key/.test(`${(error as Error)?.message} ${JSON.stringify(error)}`)
}

/** The columns by which a row belongs to an article. */
export function ownerOf(article: AuthorizedArticle) {
  return { workspaceId: article.workspaceId, articleId: article.articleId }
}

/** A change on an article's clock, by whoever may touch it. */
export function scopeOf(article: AuthorizedArticle, asked: { commandId?: string | undefined; at?: Date }) {
  const { commandId, at } = asked
  return { clockId: article.articleId, authority: article, commandId, ...(at && { at }) }
}
