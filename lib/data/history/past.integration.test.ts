import { generateKeyPairSync } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withoutWords } from '@/lib/exchange/working-text.ts'
import { openSigningKey } from '@/lib/platform/auth/signing-key.ts'
import { prepareServerRole } from '@/lib/platform/postgres/server-role.ts'
import { signRedaction } from '../audit/redaction-signature.ts'
import { ends, nounsOf } from '../audit/row-digest.ts'
import { addComment } from '../claim/thread.ts'
import { change } from '../clock.ts'
import type { Noun } from '../recorded.ts'
import { redactEntry } from '../redaction/redact.ts'
import { as, type TestDesk } from '../testing/desk.ts'
import { breaksOf, ownDatabase, ownKeys } from '../testing/fresh-database.ts'
import { openFurnishedDesk } from '../testing/furnished-desk.ts'

/** Someone who holds the server, and with it the server's role of the database, against what was recorded before. */
const at = ownDatabase()
let desk: TestDesk
let server: Client

beforeAll(async () => {
  desk = await openFurnishedDesk(at.db)
  server = new Client({ connectionString: await prepareServerRole(at.url, 'a password of the test') })
  await server.connect()
})
afterAll(() => server?.end())

const STRANGER = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
const NOUNS = [...nounsOf(true), ...nounsOf(false)]
/** Whoever waits for a row that another transaction holds. */
const WAITING = `SELECT count(*)::int AS waiting FROM pg_locks WHERE NOT granted`
const BELONGS = 'belongs to the change in progress'
const outcome = (sql: string) =>
  server.query(sql).then(
    ({ rowCount }) => `${rowCount} rows`,
    (error: Error) => error.message,
  )

/** A row of the noun once more, under another id, with whatever is given. */
const copied = (noun: Noun, given: string) =>
  `DO $do$ DECLARE columns text; BEGIN
     SELECT string_agg(quote_ident(attname), ', ') INTO columns FROM pg_attribute
       WHERE attrelid = '"${noun}"'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '';
     EXECUTE format($in$INSERT INTO "${noun}" (%1$s) SELECT %1$s FROM (SELECT (jsonb_populate_record(NULL::"${noun}",
       to_jsonb(r) || jsonb_build_object('id', gen_random_uuid()${given}))).* FROM (SELECT * FROM "${noun}" ORDER BY "createdSeq" LIMIT 1) r) c$in$, columns);
   END $do$`

/** Where one may be in force at a time, or a number be given once, that refuses a copy first. */
const REFUSED = /belongs to the change in progress|duplicate key value/

describe('nothing is added to the past', () => {
  test.each(NOUNS)('a row of %s', async (noun) => {
    const { rows } = await server.query(`SELECT 1 FROM "${noun}" LIMIT 1`)
    expect(rows, 'the furnished desk has one').toHaveLength(1)
    expect(await outcome(copied(noun, ''))).toMatch(REFUSED)
  })

  test('every table of the record is guarded as it is written to, ends and is accepted', async () => {
    const { rows } = await server.query<{ name: string }>(
      `SELECT tgname AS name FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O' AND tgname ~ '_(recorded|ended|accepted)_now$'`,
    )
    const wanted = NOUNS.flatMap((noun) => [`${noun}_recorded_now`, ...(ends(noun) ? [`${noun}_ended_now`] : [])])
    expect(rows.map(({ name }) => name).sort()).toEqual([...wanted, 'ClaimRevision_accepted_now'].sort())
  })

  const next = (clock: string) => `(SELECT "seq" + 1 FROM "Clock" WHERE "id" = "${clock}")`
  test.each([
    [
      'a row that had ended',
      copied('Comment', `, 'createdSeq', ${next('articleId')}, 'endedSeq', 3, 'endReason', 'withdrawn'`),
    ],
    [
      'a row that had been redacted',
      copied('Comment', `, 'createdSeq', ${next('articleId')}, 'redactedSeq', ${next('articleId')}`),
    ],
    ['an end', `UPDATE "Comment" SET "endedSeq" = "createdSeq", "endReason" = 'withdrawn' WHERE "endedSeq" IS NULL`],
    [
      'an end to come',
      `UPDATE "Comment" SET "endedSeq" = ${next('articleId')} + 1, "endReason" = 'withdrawn' WHERE "endedSeq" IS NULL`,
    ],
    ['an end of a source', `UPDATE "SourceGrade" SET "endedSeq" = "createdSeq" WHERE "endedSeq" IS NULL`],
    [
      'an acceptance',
      `UPDATE "ClaimRevision" SET "acceptedSeq" = "createdSeq", "state" = 'accepted' WHERE "state" = 'proposed'`,
    ],
    [
      'a clock',
      `INSERT INTO "Clock" ("id", "workspaceId", "seq", "hash") SELECT gen_random_uuid(), "workspaceId", 5, "hash" FROM "Clock" LIMIT 1`,
    ],
  ])('%s', async (_, sql) => {
    expect(await outcome(sql)).toContain(BELONGS)
  })

  test('a row that was brought while no change had its number yet does not get into the change that takes it', async () => {
    const other = new Client({ connectionString: await prepareServerRole(at.url, 'a password of the test') })
    await other.connect()
    try {
      await other.query('BEGIN')
      await other.query(copied('Comment', `, 'createdSeq', ${next('articleId')}`))
      // The app's change waits for the clock, and finds it free once the other has failed for want of an event.
      const threadId = (await at.db.thread.findFirstOrThrow({ where: { articleId: desk.articleId } })).id
      const said = as(at.db, desk, 'checker').then((checker) =>
        addComment(at.db, checker, { threadId, body: 'Genuine', mentions: [] }),
      )
      await expect.poll(async () => (await server.query(WAITING)).rows[0].waiting).toBeGreaterThan(0)
      await expect(other.query('COMMIT')).rejects.toThrow('Comment_created_by_event')
      await said
    } finally {
      await other.end()
    }
    expect(await breaksOf(at.url)).toEqual([])
  })

  test('a temporary table is not taken for the clock', async () => {
    await server.query(
      `CREATE TEMP TABLE "Clock" AS SELECT "id", "workspaceId", 0 AS "seq", "hash" FROM public."Clock"`,
    )
    try {
      expect(await outcome(copied('Visit', `, 'createdSeq', 1`))).toContain(BELONGS)
      expect(
        await outcome(`UPDATE "Comment" SET "endedSeq" = 1, "endReason" = 'withdrawn' WHERE "endedSeq" IS NULL`),
      ).toContain(BELONGS)
    } finally {
      await server.query('DROP TABLE pg_temp."Clock"')
    }
  })
})

describe('a redaction that the installation did not sign', () => {
  const what = async () =>
    ({
      clockId: desk.articleId,
      authority: await as(at.db, desk, 'owner'),
      ability: 'record.redact',
      kind: 'record.redacted',
    }) as const
  /** In the way of the application, but with other details: the event is chained, and its change redacts. */
  const forge = async (details: (seq: number) => Record<string, never>) =>
    change(at.db, await what(), async ({ seq }) => ({ value: seq, details: details(seq) }))
  const reissued = { 2: { spelling: 2, recorded: {}, accepted: {}, ended: {}, vouched: {} } }
  const stranger = openSigningKey(STRANGER)

  test('is found, whatever it says: unsigned, signed by another key, taken from elsewhere', async () => {
    const { id } = await at.db.comment.findFirstOrThrow({ where: { articleId: desk.articleId } })
    await redactEntry(
      at.db,
      await as(at.db, desk, 'owner'),
      { what: 'comment', id, reason: 'A person asked for it.' },
      withoutWords,
    )
    expect(await breaksOf(at.url)).toEqual([])
    const genuine = await at.db.auditEvent.findFirstOrThrow({
      where: { kind: 'record.redacted' },
      orderBy: { seq: 'desc' },
    })
    const signed = (seq: number) => signRedaction({ redacted: [2], reissued }, desk.articleId, seq, stranger)
    const seqs = [
      await forge(() => ({ redacted: [2], reissued }) as never),
      await forge((seq) => signed(seq) as never),
      await forge((seq) => ({ ...signed(seq), key: ownKeys()[0] }) as never),
      await forge((seq) => signed(seq - 1) as never),
      await forge(() => genuine.payload as never),
    ]
    const found = (await breaksOf(at.url)).join('\n')
    const fits = 'it is a redaction whose signature does not fit what it says: it was forged'
    const words = ['or is not signed', `signed by the key ${stranger.publicKey}`, fits, fits, fits]
    for (const [index, seq] of seqs.entries()) expect(found).toMatch(new RegExp(` ${seq}: .*${words[index]}`))
    expect(await breaksOf(at.url, { keys: [] })).toHaveLength(seqs.length + 1 + 1)
  })
})
