import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Json } from '@/lib/domain/desk/audit.ts'
import type { Checkpoint } from '@/lib/domain/desk/checkpoint.ts'
import { addComment } from '../claim/thread.ts'
import { digestOf, type Noun, recordedColumns, recordedText } from '../recorded.ts'
import { as, openDesk, type TestDesk } from '../testing/desk.ts'
import { breaksOf, ownDatabase } from '../testing/fresh-database.ts'
import { openFurnishedDesk } from '../testing/furnished-desk.ts'
import { rechain } from '../testing/rechain.ts'
import { Tampering } from '../testing/tampering.ts'
import { readCheckpoint } from './checkpoint.ts'

const at = ownDatabase()
let desk: TestDesk
let other: TestDesk
let tampering: Tampering
let checkpoint: Checkpoint

beforeAll(async () => {
  desk = await openFurnishedDesk(at.db)
  other = await openDesk(at.db, 'Quarry')
  tampering = await Tampering.open(at.url)
  checkpoint = await readCheckpoint(at.url, new Date('2026-03-01T12:00:00Z'))
})
afterAll(() => tampering?.close())

const threadId = async () => (await at.db.thread.findFirstOrThrow({ where: { articleId: desk.articleId } })).id

test('names every clock, and counts', () => {
  expect(checkpoint.at).toBe('2026-03-01T12:00:00.000Z')
  expect(checkpoint.clocks.map(({ id }) => id).sort()).toEqual(
    [desk.articleId, desk.workspaceId, other.articleId, other.workspaceId].sort(),
  )
  expect(checkpoint.counts).toMatchObject({ desks: 2, articles: 2, users: 8 })
})

test('the record that it was made of extends it, and so does what is added', async () => {
  expect(await breaksOf(at.url, { checkpoint })).toEqual([])
  const checker = await as(at.db, desk, 'checker')
  await addComment(at.db, checker, { threadId: await threadId(), body: 'Later', mentions: [] })
  await openDesk(at.db, 'Weir')
  await at.db.user.updateMany({ data: { passwordHash: 'changed' } })
  await at.db.notification.updateMany({ data: { readAt: new Date() } })
  expect(await breaksOf(at.url, { checkpoint })).toEqual([])
})

/** Takes the newest changes of a clock back, with all that they made and ended, and sets the clock to what is left. */
function rollBack(clock: string, to: number): string[] {
  const nouns = ['Mention', 'Comment', 'Thread', 'ThreadMove', 'Citation', 'SearchEntry', 'ClaimAncestry', 'Claim']
  const all = [...nouns, 'ClaimRevision', 'Layout', 'Upstream', 'Revision', 'StructureProposal', 'Notification']
  return [
    ...all.map((noun) => `DELETE FROM "${noun}" WHERE "articleId" = '${clock}' AND "createdSeq" > ${to}`),
    `DELETE FROM "AuditEvent" WHERE "clockId" = '${clock}' AND "seq" > ${to}`,
    `UPDATE "Clock" c SET "seq" = e."seq", "hash" = e."hash" FROM "AuditEvent" e
     WHERE c."id" = '${clock}' AND e."clockId" = c."id" AND e."seq" = ${to}`,
  ]
}

async function foundAfter(deed: () => Promise<void>, given?: Checkpoint): Promise<string[]> {
  return tampering.during(deed, () => breaksOf(at.url, given && { checkpoint: given }))
}
const run = (statements: string[]) => async () => {
  for (const statement of statements) await tampering.client.query(statement)
}

describe('only a checkpoint finds', () => {
  test('the newest events, rows and the clock rolled back together', async () => {
    const fresh = await readCheckpoint(at.url, new Date())
    const { seq } = await at.db.clock.findUniqueOrThrow({ where: { id: desk.articleId } })
    const deed = run(rollBack(desk.articleId, seq - 1))
    expect(await foundAfter(deed)).toEqual([])
    const found = (await foundAfter(deed, fresh)).join('\n')
    expect(found).toContain(
      `its newest changes were taken back: it ends at change ${seq - 1}, the checkpoint saw change ${seq}`,
    )
    expect(found).toContain('the checkpoint saw')
  })

  test('a verdict turned round, and the chain written again over it', async () => {
    const deed = async () => {
      const { client } = tampering
      await client.query(`UPDATE "Assessment" SET "verdict" = 'refuted' WHERE "articleId" = $1`, [desk.articleId])
      await rechain(client, desk.articleId, async ({ seq, payload }) => {
        const { rows } = await client.query('SELECT * FROM "Assessment" WHERE "articleId" = $1 AND "createdSeq" = $2', [
          desk.articleId,
          seq,
        ])
        if (rows.length === 0) return payload
        const lines = rows.map((row) => recordedText('Assessment', row))
        return { ...payload, recorded: { ...(payload.recorded as Record<string, Json>), Assessment: digestOf(lines) } }
      })
    }
    expect(await foundAfter(deed)).toEqual([])
    expect((await foundAfter(deed, checkpoint)).join()).toContain('this change is not the one that the checkpoint saw')
  })

  test('an article, a desk and a clock removed with all that belongs to them', async () => {
    const { rows } = await tampering.client.query<{ table: string }>(
      `SELECT DISTINCT table_name AS "table" FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'articleId'`,
    )
    const tables = rows.map(({ table }) => table).filter((table) => table !== 'PolicyVersion')
    const article = [
      ...tables.map((table) => `DELETE FROM "${table}" WHERE "articleId" = '${other.articleId}'`),
      ...['AuditEvent" WHERE "clockId"', 'Clock" WHERE "id"', 'Article" WHERE "id"'].map(
        (what) => `DELETE FROM "${what} = '${other.articleId}'`,
      ),
    ]
    expect(await foundAfter(run(article))).toEqual([])
    const found = await foundAfter(run(article), checkpoint)
    expect(found).toContain(`The article ${other.articleId} was removed: the checkpoint names it.`)

    const whole = [
      ...article,
      `DELETE FROM "Member" WHERE "workspaceId" = '${other.workspaceId}'`,
      `DELETE FROM "PolicyVersion" WHERE "workspaceId" = '${other.workspaceId}'`,
      `DELETE FROM "AuditEvent" WHERE "clockId" = '${other.workspaceId}'`,
      `DELETE FROM "Clock" WHERE "id" = '${other.workspaceId}'`,
      `DELETE FROM "Workspace" WHERE "id" = '${other.workspaceId}'`,
    ]
    expect(await foundAfter(run(whole))).toEqual([])
    const all = (await foundAfter(run(whole), checkpoint)).join('\n')
    expect(all).toContain(`The desk ${other.workspaceId} was removed: the checkpoint names it.`)
    expect(all).toContain(`The article ${other.articleId} was removed: the checkpoint names it.`)
  })

  test('fewer accounts, articles, desks or events than there were', async () => {
    const many = { events: 1e6, desks: 10, articles: 10, users: 100 }
    const found = await breaksOf(at.url, { checkpoint: { ...checkpoint, counts: many } })
    expect(found.map((line) => line.replace(/\d+/g, 'N'))).toEqual([
      'There are N events; the checkpoint saw N.',
      'There are N desks; the checkpoint saw N.',
      'There are N articles; the checkpoint saw N.',
      'There are N accounts; the checkpoint saw N.',
    ])
    await at.db.user.create({
      data: { id: desk.articleId, email: 'x@weir.example', passwordHash: '', createdAt: new Date() },
    })
    const fresh = await readCheckpoint(at.url, new Date())
    const gone = await foundAfter(run([`DELETE FROM "User" WHERE "email" = 'x@weir.example'`]), fresh)
    expect(gone.join()).toMatch(/There are \d+ accounts; the checkpoint saw/)
  })
})

/** Makes the record one of before: no event vouches for accounts, desks, articles, notifications and fingerprints. */
async function makeOlder(): Promise<void> {
  const { client } = tampering
  const { rows: clocks } = await client.query<{ id: string }>('SELECT "id" FROM "Clock"')
  await client.query('UPDATE "Notification" SET "createdSeq" = NULL')
  for (const { id } of clocks)
    await rechain(client, id, async ({ seq, payload }) => {
      const { spelling: _, vouched: __, ...rest } = payload
      const { Notification: ___, ...recorded } = payload.recorded as Record<string, Json>
      for (const noun of Object.keys(recorded).filter((name) => ['Snapshot', 'ClaimRevision'].includes(name))) {
        const owner = noun === 'Snapshot' ? 'workspaceId' : 'articleId'
        const columns = recordedColumns(noun as Noun).map((name) => `"${name}"`)
        const { rows } = await client.query(
          `SELECT ${columns.join(', ')} FROM "${noun}" WHERE "${owner}" = $1 AND "createdSeq" = $2`,
          [id, seq],
        )
        recorded[noun] = digestOf(rows.map((row) => recordedText(noun as Noun, row, 1)))
      }
      return { ...rest, recorded }
    })
}

test('a notification that no change told, among those that changes did', async () => {
  const forged = `INSERT INTO "Notification" SELECT (jsonb_populate_record(NULL::"Notification", to_jsonb(n)
    || jsonb_build_object('id', gen_random_uuid(), 'createdSeq', NULL))).* FROM "Notification" n LIMIT 1`
  expect((await foundAfter(run([forged]))).join()).toContain('notifications that belong to no change')
})

describe('a record that is older than what vouches for it', () => {
  let older: Checkpoint
  const withOlder = (statement?: string) => async () => {
    await makeOlder()
    older = await readCheckpoint(at.url, new Date())
    if (statement) expect((await tampering.client.query(statement)).rowCount).toBeGreaterThan(0)
  }

  test('gives no false alarm, with a checkpoint or without', async () => {
    expect(await foundAfter(withOlder())).toEqual([])
    expect(await tampering.during(withOlder(), () => breaksOf(at.url, { checkpoint: older }))).toEqual([])
  })

  test.each([
    ['an account', `UPDATE "User" SET "email" = 'm' || "email"`, 'the accounts of its members changed'],
    ['an article’s address', `UPDATE "Article" SET "slug" = "slug" || '-x'`, 'the article’s address, language'],
    ['when an article came', `UPDATE "Article" SET "createdAt" = now()`, 'the article’s address, language'],
    ['when a desk was opened', `UPDATE "Workspace" SET "createdAt" = now()`, 'when the desk was opened changed'],
    ['what a member was told', `UPDATE "Notification" SET "words" = 'x'`, 'notifications from before changes vouched'],
    ['a notification removed', `DELETE FROM "Notification"`, 'notifications from before changes vouched'],
  ])('%s: found with a checkpoint', async (_, statement, words) => {
    expect(await foundAfter(withOlder(statement))).toEqual([])
    const found = await tampering.during(withOlder(statement), () => breaksOf(at.url, { checkpoint: older }))
    expect(found.join()).toContain(words)
  })

  test.each([
    ['a desk’s name', `UPDATE "Workspace" SET "name" = 'Another'`, 'the desk’s name'],
    [
      'fingerprints',
      `UPDATE "Snapshot" SET "fingerprints" = "fingerprints" || 7`,
      'fingerprints are not those of its text',
    ],
    ['a row', `UPDATE "Comment" SET "body" = 'Never said'`, 'Comment holds as recorded'],
  ])('%s: found without one', async (_, statement, words) => {
    expect((await foundAfter(withOlder(statement))).join()).toContain(words)
  })
})
