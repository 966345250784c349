import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AppError } from '@/lib/platform/errors.ts'
import { newId } from '@/lib/platform/ids.ts'
import type { AuthorizedArticle } from '../access.ts'
import { verifyAudit } from '../audit/audit.ts'
import { readCheckpoint } from '../audit/checkpoint.ts'
import { nounsOf, ownerColumn, type Row } from '../audit/row-digest.ts'
import { change } from '../clock.ts'
import type { Tx } from '../db.ts'
import type { Noun } from '../recorded.ts'
import { as, openDesk, type TestDesk } from '../testing/desk.ts'
import { breaksOf, ownDatabase, ownKeys } from '../testing/fresh-database.ts'
import { openFurnishedDesk } from '../testing/furnished-desk.ts'
import { Tampering } from '../testing/tampering.ts'
import { digestedColumns, type RowsBefore } from './digests.ts'
import { redactEvents } from './redaction.ts'

const at = ownDatabase()
let desk: TestDesk
let owner: AuthorizedArticle
let tampering: Tampering
/** Redacted below: the thread's first comment, with whoever it mentions. */
let comment: { id: string; createdSeq: number }

beforeAll(async () => {
  desk = await openFurnishedDesk(at.db)
  owner = await as(at.db, desk, 'owner')
  comment = await at.db.comment.findFirstOrThrow({
    where: { articleId: desk.articleId },
    orderBy: { createdSeq: 'asc' },
  })
  tampering = await Tampering.open(at.url)
  await redact([comment.createdSeq], [`UPDATE "Comment" SET "body" = '[redacted]' WHERE "id" = '${comment.id}'`])
})
afterAll(() => tampering?.close())

/** What an action that redacts does, past the triggers that it will know how to pass. */
async function redact(seqs: readonly number[], statements: readonly string[], isDesk = false): Promise<number> {
  const clockId = isDesk ? desk.workspaceId : desk.articleId
  const what = { clockId, authority: owner, ability: 'member.manage', kind: 'record.redacted' } as const
  return change(at.db, what, async (ledger) => {
    const before = await rowsNow(ledger.tx, clockId, isDesk)
    await ledger.tx.$executeRawUnsafe('SET LOCAL session_replication_role = replica')
    for (const statement of statements) await ledger.tx.$executeRawUnsafe(statement)
    await ledger.tx.$executeRawUnsafe('SET LOCAL session_replication_role = DEFAULT')
    const redaction = await redactEvents(ledger, { clockId, isDesk }, seqs, before)
    return { value: ledger.seq, details: { reason: 'It names a witness.', ...redaction } }
  })
}

/** All rows of a clock, of which a redaction keeps the ones that it rewrites. */
async function rowsNow(tx: Tx, clockId: string, isDesk: boolean): Promise<RowsBefore> {
  const found = new Map<Noun, Map<string, Row>>()
  for (const noun of nounsOf(isDesk)) {
    const names = digestedColumns(noun).map((name) => `"${name}"`)
    const rows = await tx.$queryRawUnsafe<Row[]>(
      `SELECT ${names.join(', ')} FROM "${noun}" WHERE "${ownerColumn(noun)}" = $1::uuid`,
      clockId,
    )
    found.set(noun, new Map(rows.map((row) => [String(row.id), row])))
  }
  return found
}

describe('a redacted change', () => {
  test('holds: its content and salt are gone, what it recorded is vouched for again', async () => {
    const event = await at.db.auditEvent.findUniqueOrThrow({
      where: { clockId_seq: { clockId: desk.articleId, seq: comment.createdSeq } },
    })
    expect(event).toMatchObject({ payload: null, salt: null })
    const { chains, faults } = await verifyAudit(at.url, { keys: ownKeys() })
    expect(chains.flatMap(({ breaks }) => breaks)).toEqual([])
    expect(faults).toEqual([])
    expect(chains.map(({ redacted }) => redacted).sort()).toEqual([0, 1])
  })

  const own = () => `"articleId" = '${desk.articleId}' AND "createdSeq" = ${comment.createdSeq}`
  test.each([
    ['the redacted row changed again', () => `UPDATE "Comment" SET "body" = 'I lied' WHERE ${own()}`, 'Comment holds'],
    ['another row of it changed', () => `UPDATE "Thread" SET "quote" = 'mill' WHERE ${own()}`, 'Thread holds'],
    ['a row of it removed', () => `DELETE FROM "Mention" WHERE ${own()}`, 'Mention holds'],
    [
      'a row more',
      () =>
        `INSERT INTO "Comment" SELECT (jsonb_populate_record(NULL::"Comment", to_jsonb(c) || jsonb_build_object('id', gen_random_uuid()))).* FROM "Comment" c WHERE ${own()}`,
      'Comment holds',
    ],
    [
      'another change’s content taken away as well',
      () =>
        `UPDATE "AuditEvent" SET "payload" = NULL, "salt" = NULL WHERE "clockId" = '${desk.articleId}' AND "seq" = ${comment.createdSeq + 1}`,
      'its content is missing, and no redaction took it away',
    ],
    [
      'its content put back',
      () =>
        `UPDATE "AuditEvent" SET "payload" = '{"recorded": {}}', "salt" = 'x' WHERE "clockId" = '${desk.articleId}' AND "seq" = ${comment.createdSeq}`,
      'its content was redacted, and is there all the same',
    ],
    [
      'the redaction’s own content taken away',
      () => `UPDATE "AuditEvent" SET "payload" = NULL, "salt" = NULL WHERE "kind" = 'record.redacted'`,
      'its content is missing, and no redaction took it away',
    ],
    [
      'the redaction made to authorise another',
      () =>
        `UPDATE "AuditEvent" SET "payload" = jsonb_set("payload", '{redacted}', '[2]') WHERE "kind" = 'record.redacted'`,
      'its content is not what was recorded',
    ],
  ])('%s is found', async (_, statement, words) => {
    expect((await tampering.found([statement()])).join('\n')).toContain(words)
  })
})

test('a redacted change can be redacted further, and a wording with all that came with it', async () => {
  const word = await at.db.claimRevision.findFirstOrThrow({
    where: { articleId: desk.articleId, state: 'accepted', createdSeq: { gt: 1 } },
  })
  const told = `UPDATE "Notification" SET "words" = '[redacted]' WHERE "subjectId" = '${word.id}'`
  const notified = await at.db.notification.findMany({ where: { subjectId: word.id } })
  const seqs = [word.createdSeq, word.acceptedSeq ?? 0, ...notified.flatMap(({ createdSeq }) => createdSeq ?? [])]
  await redact(
    [...seqs, comment.createdSeq],
    [`UPDATE "ClaimRevision" SET "text" = '[redacted]', "reason" = '[redacted]' WHERE "id" = '${word.id}'`, told],
  )
  expect(await breaksOf(at.url)).toEqual([])
  expect(
    (await tampering.found([`UPDATE "ClaimRevision" SET "text" = 'Forged' WHERE "id" = '${word.id}'`])).join(),
  ).toContain('ClaimRevision holds as recorded')
})

test('what the redacted events said of roles, accounts, titles and names stays vouched for', async () => {
  await redact([1], [])
  const members = await at.db.member.findMany({ where: { workspaceId: desk.workspaceId } })
  await redact([1, ...members.map(({ createdSeq }) => createdSeq)], [`UPDATE "Member" SET "name" = 'Anonymous'`], true)
  expect(await breaksOf(at.url)).toEqual([])
  for (const [statement, words] of [
    [`UPDATE "Member" SET "role" = 'owner' WHERE "role" = 'viewer'`, 'role is not the one'],
    [`UPDATE "User" SET "email" = 'm' || "email"`, 'account is not the one'],
    [`UPDATE "Article" SET "title" = 'Another'`, 'title is not the one'],
    [`UPDATE "Article" SET "slug" = 'another'`, 'address, language, licence'],
    [`UPDATE "Workspace" SET "name" = 'Another'`, 'name or date'],
  ] as const)
    expect((await tampering.found([statement])).join(), statement).toContain(words)
})

test('a snapshot’s words and fingerprints', async () => {
  const snapshot = await at.db.snapshot.findFirstOrThrow({ where: { workspaceId: desk.workspaceId } })
  const blank = `UPDATE "Snapshot" SET "text" = '', "blocks" = '[]', "fingerprints" = '{}', "sha256" = repeat('0', 64), "bytes" = 0
    WHERE "id" = '${snapshot.id}'`
  await redact([snapshot.createdSeq], [blank], true)
  expect(await breaksOf(at.url)).toEqual([])
})

test('what a member was told before changes vouched for it, also against an older checkpoint', async () => {
  const { articleId, workspaceId, seats } = desk
  const older = { articleId, workspaceId, memberId: seats.checker.memberId, subjectId: articleId, answer: 'accepted' }
  // From before notifications belonged to a change: the database takes no such rows any more.
  await at.db.$transaction([
    at.db.$executeRaw`SET LOCAL session_replication_role = replica`,
    at.db.notification.create({
      data: { ...older, id: newId(), words: 'By the weir', reason: '', createdAt: new Date('2026-01-01T00:00:00Z') },
    }),
  ])
  const checkpoint = await readCheckpoint(at.url, new Date())
  await redact([0], [`UPDATE "Notification" SET "words" = '[redacted]' WHERE "createdSeq" IS NULL`])
  expect(await breaksOf(at.url, { checkpoint })).toEqual([])
  const again = `UPDATE "Notification" SET "words" = 'Another' WHERE "createdSeq" IS NULL`
  expect((await tampering.found([again])).join()).toContain('older notifications are not what was left of them then')
})

test('only earlier changes of the same record can be redacted', async () => {
  const { seq } = await at.db.clock.findUniqueOrThrow({ where: { id: desk.articleId } })
  for (const seqs of [[seq + 1], [seq + 2], [], [-1], [1, 99_999]])
    await expect(redact(seqs, [])).rejects.toThrow(AppError)
  await expect(redact([0], [], true)).rejects.toThrow(AppError)
  expect(await breaksOf(at.url)).toEqual([])
  const other = await openDesk(at.db, 'Quarry')
  expect(await breaksOf(at.url)).toEqual([])
  expect(other.articleId).not.toBe(desk.articleId)
})
