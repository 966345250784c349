import type postgres from 'postgres'
import type { ChainBreak } from '@/lib/domain/desk/audit.ts'
import type { Voucher, Vouching } from '@/lib/domain/desk/vouching.ts'
import { type Vouched, vouchedDigest } from '../recorded.ts'
import { verifyDetails } from './details.ts'

type Sql = postgres.TransactionSql
type Report = (found: ChainBreak) => void
type Vouchers = readonly Voucher[]

/** Compares what may change, or lies beside the clock, with what the newest event that names it says. */
export async function verifyThings(
  sql: Sql,
  clock: { id: string; workspaceId: string },
  vouchers: Vouchers,
  report: Report,
): Promise<void> {
  if (clock.id === clock.workspaceId) {
    await verifyDesk(sql, clock.id, vouchers, report)
    await verifyAccounts(sql, clock.id, vouchers, report)
    await verifyRoles(sql, clock.id, vouchers, report)
  } else await verifyArticle(sql, clock.id, vouchers, report)
}

type Said<T> = { seq: number; said: T }

/** The newest that events say of each thing. */
function newest<T>(
  vouchers: Vouchers,
  of: (vouching: Vouching) => Iterable<readonly [string, T]>,
): Map<string, Said<T>> {
  const found = new Map<string, Said<T>>()
  for (const { seq, vouching } of vouchers)
    if (vouching) for (const [id, said] of of(vouching)) found.set(id, { seq, said })
  return found
}

const vouchedOf = (vouchers: Vouchers, table: Vouched) =>
  newest(vouchers, ({ vouched }) => Object.entries(vouched[table] ?? {}))

async function verifyDesk(sql: Sql, id: string, vouchers: Vouchers, report: Report): Promise<void> {
  const [row] = await sql<{ id: string; name: string; createdAt: Date }[]>`SELECT * FROM "Workspace" WHERE id = ${id}`
  if (!row) return
  const vouched = vouchedOf(vouchers, 'Workspace').get(id)
  const named = newest(vouchers, ({ name }) => (name === undefined ? [] : [[id, name] as const])).get(id)
  if (vouched ? vouched.said !== vouchedDigest('Workspace', row) : named && named.said !== row.name)
    report({ seq: vouched?.seq ?? named?.seq ?? 1, what: 'the desk’s name or date is not the one it was given then' })
}

async function verifyAccounts(sql: Sql, id: string, vouchers: Vouchers, report: Report): Promise<void> {
  const vouched = vouchedOf(vouchers, 'User')
  const pages = sql<{ userId: string; seq: number; id: string | null }[]>`
    SELECT m."userId", m."createdSeq" AS seq, u.id, u.email, u."createdAt"
    FROM "Member" m LEFT JOIN "User" u ON u.id = m."userId" WHERE m."workspaceId" = ${id} ORDER BY m.id`.cursor(500)
  for await (const rows of pages) {
    for (const { userId, seq, ...user } of rows) {
      const said = vouched.get(userId)
      if (user.id === null) report({ seq, what: 'the account of the member who was added then is not there' })
      else if (said && said.said !== vouchedDigest('User', user))
        report({ seq: said.seq, what: 'a member’s account is not the one that was added then' })
    }
  }
}

/** A role may change, and so is not vouched for with the row; the newest change of it says what it is. */
async function verifyRoles(sql: Sql, workspaceId: string, vouchers: Vouchers, report: Report): Promise<void> {
  // Where a payload is missing, which is a break of its own, it may have been the one that gave a role.
  if (vouchers.some(({ vouching }) => vouching === null)) return
  const given = newest(vouchers, ({ role }) => (role ? [[role.member, role.role] as const] : []))
  const rows = await sql<{ id: string; role: string; createdSeq: number }[]>`
    SELECT id, role::text, "createdSeq" FROM "Member" WHERE "workspaceId" = ${workspaceId}`
  for (const { id, role, createdSeq } of rows)
    if (given.get(id)?.said !== role)
      report({ seq: given.get(id)?.seq ?? createdSeq, what: 'a member’s role is not the one that was given then' })
}

async function verifyArticle(sql: Sql, id: string, vouchers: Vouchers, report: Report): Promise<void> {
  const [article] = await sql<{ headNumber: number; nextClaimNumber: number }[]>`
    SELECT * FROM "Article" WHERE id = ${id}`
  if (!article) return
  await verifyDetails(sql, article, vouchers, report)
  const [head] = await sql<{ number: number; seq: number; claims: number }[]>`
    SELECT number, "createdSeq" AS seq, (SELECT coalesce(max(number), 0) FROM "Claim" WHERE "articleId" = ${id}) AS claims
    FROM "Revision" WHERE "articleId" = ${id} ORDER BY number DESC LIMIT 1`
  if (!head) return
  if (article.headNumber !== head.number)
    report({ seq: head.seq, what: `the article is at revision ${article.headNumber}, not at its newest` })
  if (article.nextClaimNumber !== head.claims + 1)
    report({ seq: head.seq, what: `the article would number its next claim C-${article.nextClaimNumber}` })
}
