import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addComment, openThread } from '../claim/thread.ts'
import { as, claimNow, openDesk, type TestDesk } from '../testing/desk.ts'
import { ownDatabase } from '../testing/fresh-database.ts'
import { Tampering } from '../testing/tampering.ts'
import { verifyAudit } from './audit.ts'

const LENGTH = 1_000
const at = ownDatabase()
let desk: TestDesk
let tampering: Tampering
let own: string

/** A chain of a thousand changes: the import, and a discussion whose every comment is a change and a row. */
beforeAll(async () => {
  desk = await openDesk(at.db)
  own = `"clockId" = '${desk.articleId}'`
  const checker = await as(at.db, desk, 'checker')
  const claim = await claimNow(at.db, desk, 3)
  const threadId = await openThread(at.db, checker, { ...claim, quote: '', body: 'Comment 2', mentions: [] })
  for (let seq = 3; seq <= LENGTH; seq++)
    await addComment(at.db, checker, { threadId, body: `Comment ${seq}`, mentions: [] })
  tampering = await Tampering.open(at.url)
})
afterAll(() => tampering?.close())

/** Which changes of the article are named as broken. */
async function named(...statements: string[]): Promise<number[]> {
  return tampering.during(
    async () => {
      for (const statement of statements) await tampering.client.query(statement)
    },
    async () => {
      const { chains } = await verifyAudit(at.url, { most: 100 * LENGTH })
      const breaks = chains.find(({ clockId }) => clockId === desk.articleId)?.breaks ?? []
      return [...new Set(breaks.map(({ seq }) => seq))].sort((a, b) => a - b)
    },
  )
}

const from = (first: number) => Array.from({ length: LENGTH + 1 - first }, (_, index) => first + index)
const other = `(SELECT "id" FROM "Member" WHERE "id" <> "AuditEvent"."memberId" LIMIT 1)`
const comments = () => `"articleId" = '${desk.articleId}'`

// biome-ignore format: one mutation a line.
const MUTATIONS: [what: string, first: number, statement: () => string][] = [
  ['a payload', 1, () => `UPDATE "AuditEvent" SET "payload" = "payload" || '{"claim": 99}' WHERE ${own}`],
  ['a payload that is gone', 1, () => `UPDATE "AuditEvent" SET "payload" = NULL, "salt" = NULL WHERE ${own}`],
  ['a salt', 1, () => `UPDATE "AuditEvent" SET "salt" = repeat('0', 32) WHERE ${own}`],
  ['a payload hash', 1, () => `UPDATE "AuditEvent" SET "payloadHash" = repeat('a', 64) WHERE ${own}`],
  ['a kind', 1, () => `UPDATE "AuditEvent" SET "kind" = 'thread.resolved' WHERE ${own}`],
  ['an author', 1, () => `UPDATE "AuditEvent" SET "memberId" = ${other} WHERE ${own}`],
  ['a time', 1, () => `UPDATE "AuditEvent" SET "at" = "at" + interval '1 millisecond' WHERE ${own}`],
  ['a moment of the desk', 1, () => `UPDATE "AuditEvent" SET "deskSeq" = "deskSeq" + 1 WHERE ${own}`],
  ['a row’s words', 2, () => `UPDATE "Comment" SET "body" = "body" || '!' WHERE ${comments()}`],
  ['a row’s author', 2, () => `UPDATE "Comment" SET "memberId" = NULL WHERE ${comments()}`],
  ['a row’s desk', 2, () => `UPDATE "Comment" SET "workspaceId" = gen_random_uuid() WHERE ${comments()}`],
  ['a row removed', 2, () => `DELETE FROM "Comment" WHERE ${comments()}`],
  ['a row added', 2, () => `INSERT INTO "Comment" SELECT (jsonb_populate_record(NULL::"Comment", to_jsonb(c) || jsonb_build_object('id', gen_random_uuid()))).* FROM "Comment" c WHERE ${comments()}`],
]

describe('every place of a chain of 1,000 changes', () => {
  test('holds as it was recorded', async () => {
    expect(await at.db.auditEvent.count({ where: { clockId: desk.articleId } })).toBe(LENGTH)
    expect(await named()).toEqual([])
  })

  test.each(MUTATIONS)('%s: each is named', async (_, first, statement) => {
    expect(await named(statement())).toEqual(from(first))
  })

  test('an event removed: each, one of two at a time', async () => {
    for (const parity of [0, 1]) {
      const found = await named(`DELETE FROM "AuditEvent" WHERE ${own} AND "seq" % 2 = ${parity}`)
      // The change after each missing one is named, and the missing one by the row that no change recorded.
      for (const seq of from(2)) expect(found).toContain(seq)
    }
  })

  test('one alone: twenty-six places, and that place is named', async () => {
    let found = 0
    for (let seq = 7; seq <= LENGTH; seq += 39) {
      const [, first, statement] = MUTATIONS[found % MUTATIONS.length] ?? MUTATIONS[0] ?? ['', 1, () => '']
      const alone = first === 1 ? ` AND "seq" = ${seq}` : ` AND "createdSeq" = ${seq}`
      expect(await named(`${statement()}${alone}`)).toContain(seq)
      found += 1
    }
    expect(found).toBe(26)
  })
})
