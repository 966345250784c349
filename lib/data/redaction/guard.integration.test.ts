import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withoutWords } from '@/lib/exchange/working-text.ts'
import { prepareServerRole } from '@/lib/platform/postgres/server-role.ts'
import { change } from '../clock.ts'
import { connect } from '../db.ts'
import { as, type TestDesk } from '../testing/desk.ts'
import { breaksOf, ownDatabase } from '../testing/fresh-database.ts'
import { openFurnishedDesk } from '../testing/furnished-desk.ts'
import { redactEntry } from './redact.ts'

const at = ownDatabase()
let desk: TestDesk

beforeAll(async () => {
  desk = await openFurnishedDesk(at.db)
  const { id } = await at.db.comment.findFirstOrThrow({ where: { articleId: desk.articleId } })
  await redactEntry(at.db, await owner(), { what: 'comment', id, reason: 'A person asked for it.' }, withoutWords)
})

const owner = () => as(at.db, desk, 'owner')

describe('whoever holds the server’s role of the database', () => {
  let server: Client
  beforeAll(async () => {
    server = new Client({ connectionString: await prepareServerRole(at.url, 'a password of the test') })
    await server.connect()
  })
  afterAll(() => server?.end())

  const next = `(SELECT "seq" + 1 FROM "Clock" WHERE "id" = "Comment"."articleId")`
  const one = `"id" = (SELECT "id" FROM "Comment" WHERE "redactedSeq" IS NULL AND "body" <> '[redacted]' ORDER BY "id" LIMIT 1)`

  test.each([
    [
      'other words',
      `UPDATE "Comment" SET "body" = 'I lied', "redactedSeq" = ${next} WHERE ${one}`,
      'puts no others there',
    ],
    [
      'no event',
      `UPDATE "Comment" SET "body" = '[redacted]', "redactedSeq" = ${next} WHERE ${one}`,
      'by a redaction alone',
    ],
    ['no mark', `UPDATE "Comment" SET "body" = '[redacted]' WHERE ${one}`, 'its content is never changed'],
    [
      'an earlier event',
      `UPDATE "Comment" SET "body" = '[redacted]', "redactedSeq" = 1 WHERE ${one}`,
      'with the change that redacts',
    ],
    [
      'an event to come',
      `UPDATE "Comment" SET "body" = '[redacted]', "redactedSeq" = ${next} + 1 WHERE ${one}`,
      'with the change that redacts',
    ],
    [
      'a mark taken back',
      `UPDATE "Comment" SET "redactedSeq" = NULL WHERE "redactedSeq" IS NOT NULL`,
      'with the change that redacts',
    ],
    [
      'another author',
      `UPDATE "Comment" SET "memberId" = NULL, "redactedSeq" = ${next} WHERE ${one}`,
      'puts no others there',
    ],
    [
      'a verdict',
      `UPDATE "Assessment" SET "verdict" = 'refuted', "redactedSeq" = (SELECT "seq" + 1 FROM "Clock" WHERE "id" = "articleId")`,
      'puts no others there',
    ],
    [
      'a file for another',
      `UPDATE "Snapshot" SET "sha256" = repeat('1', 64), "redactedSeq" = (SELECT "seq" + 1 FROM "Clock" WHERE "id" = "workspaceId")`,
      'puts no others there',
    ],
    [
      'half a record',
      `UPDATE "Source" SET "csl" = jsonb_set("csl", '{title}', '"Another"'), "redactedSeq" = (SELECT "seq" + 1 FROM "Clock" WHERE "id" = "workspaceId")`,
      'puts no others there',
    ],
    ['triggers', `SET session_replication_role = replica`, 'permission denied'],
    [
      'the content of an event',
      `UPDATE "AuditEvent" SET "payload" = NULL, "salt" = NULL WHERE "seq" = 2`,
      'by a redaction alone',
    ],
  ])('cannot forge a redaction: %s', async (_, statement, words) => {
    await expect(server.query(statement)).rejects.toThrow(words)
  })

  test('cannot redact a row by an event that does not name its change', async () => {
    const { id } = await at.db.comment.findFirstOrThrow({ where: { redactedSeq: null } })
    const what = {
      clockId: desk.articleId,
      authority: await owner(),
      ability: 'record.redact',
      kind: 'record.redacted',
    } as const
    const forged = change(at.db, what, async ({ tx, seq }) => {
      await tx.$executeRaw`UPDATE "Comment" SET "body" = '[redacted]', "redactedSeq" = ${seq} WHERE "id" = ${id}::uuid`
      return { value: null, details: { reason: 'None', redacted: [], reissued: {} } }
    })
    await expect(forged).rejects.toThrow(/RestrictViolation|by a redaction alone/)
  })

  test('can redact in order, which leaves the event', async () => {
    const db = connect(at.url.replace(/\/\/[^@]*@/, '//attest_server:a%20password%20of%20the%20test@'))
    try {
      const { id } = await db.comment.findFirstOrThrow({ where: { redactedSeq: null } })
      await redactEntry(db, await owner(), { what: 'comment', id, reason: 'A person asked for it.' }, withoutWords)
      expect(await db.comment.findUniqueOrThrow({ where: { id } })).toMatchObject({ body: '[redacted]' })
    } finally {
      await db.$disconnect()
    }
    expect(await breaksOf(at.url)).toEqual([])
  })
})
