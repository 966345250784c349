import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyAudit } from './audit'
import { Attempts } from './testing/attempt'
import { asDemo, openDemo } from './testing/demo'
import { breaksOf, ownDatabase } from './testing/fresh-database'
import { openFurnishedDesk } from './testing/furnished-desk'
import { withdrawWording } from './wording'

const at = ownDatabase()
let sql: Attempts['client']

beforeAll(async () => {
  await openDemo(at.url)
  const furnished = await openFurnishedDesk(at.db)
  const waiting = await at.db.claimRevision.findFirstOrThrow({
    where: { state: 'proposed', articleId: { not: furnished.articleId } },
  })
  await withdrawWording(at.db, await asDemo(at.db, 'checker'), { wordingId: waiting.id, reason: 'Later' })
  sql = (await Attempts.open(at.url)).client
})

afterAll(() => sql?.end())

/**
 * What the audit says after somebody with the database's keys, past triggers and foreign keys, has done this. The
 * database is put back as it was.
 */
async function tampered(...statements: string[]): Promise<string[]> {
  const tables = (
    await sql.query<{ name: string }>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`)
  ).rows.map(({ name }) => name)
  await sql.query(`SET session_replication_role = replica; CREATE SCHEMA kept`)
  for (const table of tables) await sql.query(`CREATE TABLE kept."${table}" AS TABLE public."${table}"`)
  try {
    for (const statement of statements) {
      const { rowCount } = await sql.query(statement)
      expect(rowCount, statement).toBeGreaterThan(0)
    }
    return await breaksOf(at.url)
  } finally {
    for (const table of tables) {
      // What the database makes itself it makes again.
      const { rows } = await sql.query<{ columns: string }>(
        `SELECT string_agg(quote_ident(column_name), ', ') AS columns FROM information_schema.columns
         WHERE table_schema = 'public' AND table_name = $1 AND is_generated = 'NEVER'`,
        [table],
      )
      const columns = rows[0]?.columns
      await sql.query(
        `DELETE FROM public."${table}"; INSERT INTO public."${table}" (${columns}) SELECT ${columns} FROM kept."${table}"`,
      )
    }
    await sql.query('DROP SCHEMA kept CASCADE; SET session_replication_role = DEFAULT')
  }
}

const article = `(SELECT "id" FROM "Article" WHERE "slug" LIKE 'belarusian%')`
const oneOf = (table: string, where: string) =>
  `"id" = (SELECT "id" FROM "${table}" WHERE "articleId" = ${article} AND ${where} ORDER BY "createdSeq" LIMIT 1)`
const onShelf = (table: string, where = 'true') =>
  `"id" = (SELECT "id" FROM "${table}" WHERE ${where} ORDER BY "createdSeq" LIMIT 1)`
const event = (seq: string | number) => `"clockId" = ${article} AND "seq" = ${seq}`

test('the demo and a desk on which everything happened hold, change by change', async () => {
  const { chains, faults, files } = await verifyAudit(at.url)
  expect(chains).toHaveLength(4)
  expect({ breaks: chains.flatMap(({ breaks }) => breaks), faults, files }).toEqual({
    breaks: [],
    faults: [],
    files: null,
  })
  for (const { events, clockId } of chains)
    expect(events).toBe((await at.db.clock.findUniqueOrThrow({ where: { id: clockId } })).seq)
  expect(await tampered(`UPDATE "Clock" SET "hash" = "hash"`)).toEqual([])
})

describe('a change of the log is found', () => {
  test.each([
    ['its payload', `"payload" = "payload" || '{"claim": 99}'`, 'its content is not what was recorded'],
    ['its salt', `"salt" = repeat('0', 32)`, 'its content is not what was recorded'],
    ['its kind', `"kind" = 'comment.added'`, 'its kind, author or time is not what was recorded'],
    ['who did it', `"memberId" = (SELECT "id" FROM "Member" ORDER BY "id" DESC LIMIT 1)`, 'its kind, author or time'],
    ['its time', `"at" = "at" + interval '1 millisecond'`, 'its kind, author or time'],
    ['its desk’s clock', `"deskSeq" = "deskSeq" + 1`, 'its kind, author or time'],
    ['its hash', `"hash" = repeat('a', 64)`, 'its kind, author or time'],
  ])('%s', async (_, change, what) => {
    const found = await tampered(`UPDATE "AuditEvent" SET ${change} WHERE ${event(7)}`)
    expect(found[0]).toContain(` 7: ${what}`)
  })

  test('an event taken out of the middle, or off the end', async () => {
    expect((await tampered(`DELETE FROM "AuditEvent" WHERE ${event(7)}`)).join()).toContain(
      ' 8: expected change 7 here',
    )
    const last = `(SELECT max("seq") FROM "AuditEvent" WHERE "clockId" = ${article})`
    const found = await tampered(`DELETE FROM "AuditEvent" WHERE ${event(last)}`)
    expect(found.join()).toContain('its end was cut off or replaced')
  })

  test('its end cut off together with the clock, while what it recorded still stands', async () => {
    const last = `(SELECT max("seq") FROM "AuditEvent" WHERE "clockId" = ${article})`
    const found = await tampered(
      `UPDATE "Clock" c SET "seq" = e."seq", "hash" = e."hash" FROM "AuditEvent" e
       WHERE e."clockId" = c."id" AND c."id" = ${article} AND e."seq" = ${last} - 1`,
      `DELETE FROM "AuditEvent" WHERE ${event(last)}`,
    )
    expect(found.join()).toContain('ClaimRevision has a row that no change recorded')
  })

  test('its content taken away, and no redaction says so', async () => {
    const erase = 'UPDATE "AuditEvent" SET "payload" = NULL, "salt" = NULL'
    const words = 'its content is missing, and no redaction took it away'
    expect((await tampered(`${erase} WHERE ${event(7)}`)).map((line) => line.split('” ')[1])).toEqual([`7: ${words}`])
    const events = await at.db.auditEvent.count()
    const lines = await tampered(erase)
    expect(lines.filter((line) => line.endsWith(words)).length).toBe(Math.min(events, lines.length))
  })
})

describe('a change of the record is found, and the change it belongs to is named', () => {
  const recorded = (noun: string) => `what ${noun} holds as recorded then`
  const ended = (noun: string) => `what ${noun} holds as ended then`
  const accepted = 'what ClaimRevision holds as accepted then'
  const head = oneOf('ClaimRevision', `"state" = 'accepted' AND "createdSeq" > 1`)
  const furnished = `"articleId" <> ${article} AND "state" = 'accepted' AND "reviewerId" IS NOT NULL`

  // biome-ignore format: one change a line.
  const CHANGES: [what: string, table: string, change: string, where: string, found: string][] = [
    ['a wording’s text', 'ClaimRevision', `"text" = "text" || ' not'`, head, recorded('ClaimRevision')],
    ['its author', 'ClaimRevision', `"authorId" = NULL`, head, recorded('ClaimRevision')],
    ['its substance', 'ClaimRevision', `"substance" = 1`, head, accepted],
    ['its revision', 'ClaimRevision', `"revisionId" = gen_random_uuid()`, head, accepted],
    ['when it was accepted', 'ClaimRevision', `"acceptedSeq" = "acceptedSeq" + 1`, head, accepted],
    ['who reviewed it', 'ClaimRevision', `"reviewerId" = "authorId"`, furnished, accepted],
    ['what the reviewer said', 'ClaimRevision', `"reviewReason" = 'Disagreed'`, furnished, accepted],
    ['an accepted proposal made to wait again', 'ClaimRevision', `"state" = 'proposed', "acceptedSeq" = NULL, "substance" = NULL, "revisionId" = NULL, "reviewerId" = NULL, "reviewReason" = NULL`, furnished, accepted],
    ['a withdrawal made a rejection', 'ClaimRevision', `"state" = 'rejected', "reviewerId" = "authorId", "reviewReason" = 'No'`, oneOf('ClaimRevision', `"state" = 'withdrawn'`), ended('ClaimRevision')],
    ['a proposal accepted by nobody', 'ClaimRevision', `"state" = 'superseded', "acceptedSeq" = "createdSeq", "endedSeq" = "createdSeq" + 1, "substance" = 1, "revisionId" = gen_random_uuid()`, oneOf('ClaimRevision', `"state" = 'proposed'`), 'has a row that no change recorded|as accepted then|as ended then'],
    ['a citation’s stance', 'Citation', `"stance" = 'context'`, oneOf('Citation', `"stance" = 'supports'`), recorded('Citation')],
    ['an assessment’s verdict', 'Assessment', `"verdict" = 'refuted'`, oneOf('Assessment', `"verdict" = 'supported'`), recorded('Assessment')],
    ['whose it is', 'Assessment', `"memberId" = (SELECT "id" FROM "Member" ORDER BY "id" DESC LIMIT 1)`, oneOf('Assessment', 'true'), recorded('Assessment')],
    ['an adjudication’s reason', 'Adjudication', `"reason" = 'So it is'`, oneOf('Adjudication', 'true'), recorded('Adjudication')],
    ['a comment', 'Comment', `"body" = 'Never said'`, oneOf('Comment', 'true'), recorded('Comment')],
    ['what a source said', 'Snapshot', `"text" = "text" || ' not'`, onShelf('Snapshot'), recorded('Snapshot')],
    ['the hash of its bytes', 'Snapshot', `"sha256" = repeat('a', 64)`, onShelf('Snapshot'), recorded('Snapshot')],
    ['that a quote was gone', 'QuoteCheck', `"fate" = 'reworded', "start" = 1, "end" = 2`, onShelf('QuoteCheck', `"fate" = 'gone'`), recorded('QuoteCheck')],
    ['a dead link', 'Visit', `"words" = 'It was there'`, onShelf('Visit'), recorded('Visit')],
    ['a record of a source', 'SourceRecord', `"unconfirmed" = '{}'`, onShelf('SourceRecord'), recorded('SourceRecord')],
    ['why two were taken for one', 'SourceMerge', `"reason" = 'A guess'`, onShelf('SourceMerge'), recorded('SourceMerge')],
    ['where a quote was taken from', 'Citation', `"quoteId" = NULL`, `"id" = (SELECT "id" FROM "Citation" WHERE "quoteId" IS NOT NULL LIMIT 1)`, recorded('Citation')],
    ['a search that found nothing', 'SearchEntry', `"result" = 'found'`, `"id" = (SELECT "id" FROM "SearchEntry" LIMIT 1)`, recorded('SearchEntry')],
    ['the layout', 'Layout', `"content" = jsonb_set("content", '{blocks,0}', '{}')`, oneOf('Layout', 'true'), recorded('Layout')],
    ['a revision’s summary', 'Revision', `"summary" = 'x'`, oneOf('Revision', 'true'), recorded('Revision')],
    ['a source’s record', 'Source', `"csl" = "csl" || '{"title": "Other"}'`, 'true', recorded('Source')],
    ['a grade', 'SourceGrade', `"reliability" = 'A'`, `"reliability" <> 'A'`, recorded('SourceGrade')],
    ['the policy', 'PolicyVersion', `"minAssessors" = 0`, 'true', recorded('PolicyVersion')],
    ['a member’s name', 'Member', `"name" = 'Nobody'`, 'true', recorded('Member')],
    ['a member’s role', 'Member', `"role" = 'owner'`, `"role" = 'checker'`, 'a member’s role is not the one'],
    ['a row that had ended, made to count again', 'Citation', `"endedSeq" = NULL, "endReason" = NULL`, `"endedSeq" IS NOT NULL`, ended('Citation')],
    ['why it ended', 'Citation', `"endReason" = 'Wrong'`, `"endedSeq" IS NOT NULL`, ended('Citation')],
    ['a row ended by no change', 'Citation', `"endedSeq" = "createdSeq" + 1, "endReason" = 'x'`, oneOf('Citation', '"endedSeq" IS NULL'), ended('Citation')],
    ['when it was made', 'Citation', `"createdSeq" = "createdSeq" + 1`, oneOf('Citation', '"endedSeq" IS NULL'), recorded('Citation')],
    ['the article’s title', 'Article', `"title" = 'Other'`, `"id" = ${article}`, 'title is not the one it was given then'],
    ['the article’s newest revision', 'Article', `"headNumber" = 1`, `"id" = ${article}`, 'the article is at revision 1'],
  ]

  test.each(CHANGES)('%s', async (_, table, change, where, what) => {
    const found = await tampered(`UPDATE "${table}" SET ${change} WHERE ${where}`)
    expect(found.join('\n')).toMatch(new RegExp(`(article|desk) “.*” \\d+: .*(${what})`))
  })

  test('a row that no change recorded, and one taken out', async () => {
    const copy = `INSERT INTO "Citation" SELECT (jsonb_populate_record(NULL::"Citation", to_jsonb(c) || jsonb_build_object('id', gen_random_uuid()))).*
      FROM "Citation" c WHERE c."endedSeq" IS NULL AND c."articleId" = ${article} ORDER BY "createdSeq" LIMIT 1`
    expect((await tampered(copy))[0]).toContain(recorded('Citation'))
    const elsewhere = copy.replace(`'id',`, `'createdSeq', 2, 'id',`)
    expect((await tampered(elsewhere))[0]).toContain(' 2: what Citation holds as recorded then')
    const later = copy.replace(`'id',`, `'createdSeq', 9999, 'id',`)
    expect((await tampered(later))[0]).toContain(' 9999: Citation has a row that no change recorded')
    expect((await tampered(`DELETE FROM "Comment" WHERE ${oneOf('Comment', 'true')}`))[0]).toContain(
      recorded('Comment'),
    )
  })
})
