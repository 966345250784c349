import type postgres from 'postgres'
import type { Counts } from '@/lib/domain/desk/checkpoint.ts'
import { digestOf, RECORDED, recordedText, spelledDate, vouchedDigest } from '../recorded.ts'
import { articleAt } from './details.ts'

type Sql = postgres.TransactionSql
type Clock = { id: string; workspaceId: string; seq: number }
type Row = Record<string, unknown>

/**
 * Digests of what belongs to a clock and may be older than the events that vouch for it: a checkpoint holds them, so
 * that a change of it shows. `seq` bounds what is counted in, so that what is added later makes no difference.
 */
export async function besideChain(sql: Sql, clock: Clock): Promise<Record<string, string>> {
  if (clock.id === clock.workspaceId)
    return { desk: await deskDigest(sql, clock.id), accounts: await accountsDigest(sql, clock) }
  return {
    article: vouchedDigest('Article', await articleAt(sql, clock.id, clock.seq)),
    notifications: await olderNotifications(sql, clock.id),
  }
}

/** What each of them is, for whoever reads that it changed. */
export const BESIDE_WORDS: Record<string, string> = {
  desk: 'when the desk was opened',
  accounts: 'the accounts of its members',
  article: 'the article’s address, language, licence, authors or origin',
  notifications: 'notifications from before changes vouched for them',
}

async function deskDigest(sql: Sql, id: string): Promise<string> {
  const [row] = await sql<{ createdAt: Date }[]>`SELECT "createdAt" FROM "Workspace" WHERE id = ${id}`
  return digestOf([id, row ? spelledDate(row.createdAt) : ''])
}

/** A digest of digests, so that memory does not grow with what an account holds. */
async function accountsDigest(sql: Sql, { id, seq }: Clock): Promise<string> {
  const digests: string[] = []
  const pages = sql<Row[]>`SELECT u.id, u.email, u."createdAt" FROM "Member" m JOIN "User" u ON u.id = m."userId"
    WHERE m."workspaceId" = ${id} AND m."createdSeq" <= ${seq} ORDER BY u.id`.cursor(500)
  for await (const rows of pages) for (const row of rows) digests.push(vouchedDigest('User', row))
  return digestOf(digests)
}

async function olderNotifications(sql: Sql, id: string): Promise<string> {
  const digests: string[] = []
  const pages = sql<Row[]>`SELECT ${sql([...RECORDED.Notification])} FROM "Notification"
    WHERE "articleId" = ${id} AND "createdSeq" IS NULL ORDER BY id`.cursor(500)
  for await (const rows of pages) for (const row of rows) digests.push(digestOf([recordedText('Notification', row)]))
  return digestOf(digests)
}

/** How much there is of what can be removed whole. */
export async function countAll(sql: Sql): Promise<Counts> {
  const [counts] = await sql<[Counts]>`SELECT (SELECT count(*)::int FROM "AuditEvent") AS events,
    (SELECT count(*)::int FROM "Workspace") AS desks, (SELECT count(*)::int FROM "Article") AS articles,
    (SELECT count(*)::int FROM "User") AS users`
  return counts
}
