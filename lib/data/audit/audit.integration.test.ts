import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ACCEPTED, endedColumns, type Noun, RECORDED, recordedColumns } from '../recorded.ts'
import { splitClaim } from '../revision/structure.ts'
import { withdrawWording } from '../revision/wording.ts'
import { asDemo, openDemo } from '../testing/demo.ts'
import { as, claimNow } from '../testing/desk.ts'
import { ownDatabase } from '../testing/fresh-database.ts'
import { openFurnishedDesk } from '../testing/furnished-desk.ts'
import { Tampering } from '../testing/tampering.ts'
import { verifyAudit } from './audit.ts'

const at = ownDatabase()
let tampering: Tampering

beforeAll(async () => {
  await openDemo(at.url)
  const furnished = await openFurnishedDesk(at.db)
  const waiting = await at.db.claimRevision.findFirstOrThrow({
    where: { state: 'proposed', articleId: { not: furnished.articleId } },
  })
  await withdrawWording(at.db, await asDemo(at.db, 'checker'), { wordingId: waiting.id, reason: 'Later' })
  const editor = await as(at.db, furnished, 'editor')
  const toll = await claimNow(at.db, furnished, 2)
  await splitClaim(at.db, editor, { ...toll, cuts: ['At least 12 people were killed '.length], reason: 'Two things' })
  tampering = await Tampering.open(at.url)
})

afterAll(() => tampering?.close())

const tampered = (...statements: string[]) => tampering.found(statements)

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
    ['its time made endless', `"at" = 'infinity'`, 'its kind, author or time'],
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
    ['the article’s address', 'Article', `"slug" = 'other'`, `"id" = ${article}`, 'address, language, licence'],
    ['its language', 'Article', `"language" = 'ru'`, `"id" = ${article}`, 'address, language, licence'],
    ['its licence', 'Article', `"licence" = 'CC0-1.0'`, `"id" = ${article}`, 'address, language, licence'],
    ['its authors', 'Article', `"attribution" = 'A ghost'`, `"id" = ${article}`, 'address, language, licence'],
    ['where it is from', 'Article', `"originUrl" = 'https://else.example/'`, `"id" = ${article}`, 'address, language, licence'],
    ['when it came', 'Article', `"createdAt" = "createdAt" - interval '1 day'`, `"id" = ${article}`, 'address, language, licence'],
    ['what a detail was', 'ArticleAmendment', `"former" = '{"licence": "CC0"}'`, `"id" = (SELECT "id" FROM "ArticleAmendment" LIMIT 1)`, recorded('ArticleAmendment')],
    ['what a detail became', 'ArticleAmendment', `"given" = "given" || '{"title": "Ours"}'`, `"id" = (SELECT "id" FROM "ArticleAmendment" LIMIT 1)`, recorded('ArticleAmendment')],
    ['why it was archived', 'Archiving', `"reason" = 'Bought'`, `"id" = (SELECT "id" FROM "Archiving" LIMIT 1)`, recorded('Archiving')],
    ['that it was brought back', 'Archiving', `"endedSeq" = NULL, "endReason" = NULL`, `"id" = (SELECT "id" FROM "Archiving" LIMIT 1)`, ended('Archiving')],
    ['the number of its next claim', 'Article', `"nextClaimNumber" = 1000`, `"id" = ${article}`, 'number its next claim C-1000'],
    ['the desk’s name', 'Workspace', `"name" = 'Another'`, 'true', 'the desk’s name or date'],
    ['when the desk was opened', 'Workspace', `"createdAt" = now()`, 'true', 'the desk’s name or date'],
    ['a user’s address', 'User', `"email" = 'mallory' || "email"`, 'true', 'a member’s account is not the one'],
    ['when an account was made', 'User', `"createdAt" = now()`, 'true', 'a member’s account is not the one'],
    ['whose membership it is', 'Member', `"userId" = (SELECT "id" FROM "User" ORDER BY "id" DESC LIMIT 1)`, `"role" = 'owner'`, recorded('Member')],
    ['what a member was told', 'Notification', `"reason" = 'Never said'`, 'true', recorded('Notification')],
    ['the words they were told of', 'Notification', `"words" = 'Others'`, 'true', recorded('Notification')],
    ['the answer they were told', 'Notification', `"answer" = 'rejected'`, `"answer" = 'accepted'`, recorded('Notification')],
    ['whom it was told', 'Notification', `"memberId" = (SELECT "id" FROM "Member" ORDER BY "id" DESC LIMIT 1)`, 'true', recorded('Notification')],
    ['that a notification came with a change', 'Notification', `"createdSeq" = NULL`, 'true', recorded('Notification')],
    ['a row’s date made endless', 'Revision', `"createdAt" = 'infinity'`, oneOf('Revision', 'true'), recorded('Revision')],
    ['the fingerprints of a snapshot', 'Snapshot', `"fingerprints" = "fingerprints" || 7`, onShelf('Snapshot'), recorded('Snapshot')],
    ['that there were any', 'Snapshot', `"fingerprints" = '{}'`, `"id" = (SELECT "id" FROM "Snapshot" WHERE cardinality("fingerprints") > 0 LIMIT 1)`, recorded('Snapshot')],
    ['an inherited wording’s place', 'ClaimRevision', `"substance" = "substance" + 1`, `"id" = (SELECT "id" FROM "ClaimRevision" WHERE "state" = 'inherited' LIMIT 1)`, recorded('ClaimRevision')],
    ['the article’s newest revision', 'Article', `"headNumber" = 1`, `"id" = ${article}`, 'the article is at revision 1'],
  ]

  const rowsOfArticles = [
    'Revision',
    'Claim',
    'ClaimRevision',
    'Checkability',
    'Assignment',
    'Citation',
    'SearchEntry',
    'Assessment',
    'Adjudication',
    'Thread',
    'ThreadMove',
    'Resolution',
    'Comment',
    'Mention',
    'Upstream',
    'StructureProposal',
    'Notification',
    'ArticleAmendment',
    'Archiving',
  ]
  const otherDesk = (table: string) =>
    `UPDATE "${table}" SET "workspaceId" = (SELECT "id" FROM "Workspace" w WHERE w."id" <> "${table}"."workspaceId" LIMIT 1)`

  test.each(rowsOfArticles)('the desk of a row of %s', async (table) => {
    const one = `"id" = (SELECT "id" FROM "${table}" ORDER BY "createdSeq" LIMIT 1)`
    expect((await tampered(`${otherDesk(table)} WHERE ${one}`)).join()).toContain(
      `a row of ${table} names another desk than its article’s`,
    )
  })

  test.each(['Source', 'SourceGrade', 'Snapshot', 'Visit', 'QuoteCheck', 'Member', 'SourceContact'])(
    'the desk of a row of %s, which is of another desk then',
    async (table) => {
      const one = `"id" = (SELECT "id" FROM "${table}" ORDER BY "createdSeq" LIMIT 1)`
      const found = (await tampered(`${otherDesk(table)} WHERE ${one}`)).join('\n')
      expect(found.match(new RegExp(`${recorded(table)}|${table} has a row that no change`, 'g'))?.length).toBe(2)
    },
  )

  test('the desk of an event, of a clock and of an article', async () => {
    expect((await tampered(`${otherDesk('AuditEvent')} WHERE ${event(3)}`))[0]).toContain(
      ' 3: it names another desk than its clock',
    )
    const { id } = await at.db.article.findFirstOrThrow({ where: { slug: { startsWith: 'belarusian' } } })
    const articleId = `'${id}'`
    expect((await tampered(`${otherDesk('Article')} WHERE "id" = ${article}`)).join()).toContain(
      'names another desk than its clock',
    )
    const statements: string[] = []
    for (const table of ['AuditEvent', 'Clock', 'Article', ...rowsOfArticles]) {
      const own = { AuditEvent: `"clockId"`, Clock: `"id"`, Article: `"id"` }[table] ?? `"articleId"`
      const { rowCount } = await tampering.client.query(`SELECT FROM "${table}" WHERE ${own} = ${article}`)
      if (rowCount) statements.push(`${otherDesk(table)} WHERE ${own} = ${articleId}`)
    }
    const found = await tampered(...statements)
    expect(found.join()).toContain('address, language, licence')
  })

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

test('every payload taken away, and verdicts, wordings, names and roles rewritten', async () => {
  const found = await tampered(
    'UPDATE "AuditEvent" SET "payload" = NULL, "salt" = NULL',
    `UPDATE "Assessment" SET "verdict" = 'refuted', "rationale" = 'It was not so'`,
    `UPDATE "ClaimRevision" SET "text" = 'All is well'`,
    `UPDATE "Member" SET "name" = 'Nobody', "role" = 'owner'`,
    `UPDATE "Workspace" SET "name" = 'Another'`,
    `UPDATE "Article" SET "title" = 'Another'`,
  )
  const chains = await at.db.clock.count()
  const missing = found.filter((line) => line.endsWith('its content is missing, and no redaction took it away'))
  expect(new Set(missing.map((line) => line.split(' ')[0])).size).toBe(2)
  expect(missing.length).toBeGreaterThan(chains)
})

test('an article and a desk that no change recorded', async () => {
  const id = `'01900000-0000-7000-8000-00000000000a'`
  const hash = `repeat('0', 64)`
  const desk = '(SELECT "id" FROM "Workspace" LIMIT 1)'
  expect(
    await tampered(
      `INSERT INTO "Clock" ("id", "workspaceId", "seq", "hash") VALUES (${id}, ${desk}, 0, ${hash})`,
      `INSERT INTO "Article" ("id", "workspaceId", "slug", "title", "language", "createdAt") VALUES (${id}, ${desk}, 'x', 'X', 'en', now())`,
    ),
  ).toEqual(['article “X” 0: no change recorded it'])
  expect(
    await tampered(
      `INSERT INTO "Workspace" ("id", "name", "createdAt") VALUES (${id}, 'Y', now())`,
      `INSERT INTO "Clock" ("id", "workspaceId", "seq", "hash") VALUES (${id}, ${id}, 0, ${hash})`,
    ),
  ).toEqual(['desk “Y” 0: no change recorded it'])
})

describe('what was removed is found, where something of it is left', () => {
  const desk = `(SELECT "workspaceId" FROM "Article" WHERE "slug" LIKE 'belarusian%')`
  test.each([
    ['an article', [`DELETE FROM "Article" WHERE "id" = ${article}`], 'the article itself was removed'],
    ['a desk', [`DELETE FROM "Workspace" WHERE "id" = ${desk}`], 'the desk itself was removed'],
    [
      'the clock of an article',
      [`DELETE FROM "Clock" WHERE "id" = ${article}`],
      'has no clock: its record was removed',
    ],
    ['the clock of a desk', [`DELETE FROM "Clock" WHERE "id" = ${desk}`], 'has no clock: its record was removed'],
    [
      'an account',
      [`DELETE FROM "User" WHERE "id" = (SELECT "userId" FROM "Member" LIMIT 1)`],
      'the account of the member',
    ],
    [
      'a clock and its events',
      [`DELETE FROM "AuditEvent" WHERE "clockId" = ${article}`, `DELETE FROM "Clock" WHERE "id" = ${article}`],
      'of the rows in ClaimRevision belong to a clock that is not there',
    ],
    [
      'an article with its clock, while its events are there',
      [
        `UPDATE "AuditEvent" SET "commandId" = NULL WHERE "clockId" = ${article}`,
        `DELETE FROM "Clock" WHERE "id" = ${article}`,
        `DELETE FROM "Article" WHERE "slug" LIKE 'belarusian%'`,
      ],
      'There are events of a clock that is not there',
    ],
  ])('%s', async (_, statements, words) => {
    expect((await tampered(...statements)).join('\n')).toContain(words)
  })
})

test('what may change gives no alarm: a password, an account that ended, a session, what was read', async () => {
  const changes = [
    `UPDATE "User" SET "passwordHash" = 'another', "endedAt" = now()`,
    `UPDATE "Session" SET "endedAt" = now()`,
    `UPDATE "Notification" SET "readAt" = now()`,
    `UPDATE "Mention" SET "readAt" = now()`,
  ]
  await at.db.session.findFirstOrThrow()
  expect(await tampered(...changes)).toEqual([])
})

test('every column of the record is vouched for, or known not to be', async () => {
  const known = new Set(['workspaceId', 'articleId', 'createdSeq', 'endedSeq', 'acceptedSeq'])
  // A role is vouched for by the event that gives it, the index of a text follows from it, who read what is no record.
  const apart = new Set(['Member.role', 'Snapshot.search', 'Notification.readAt', 'Mention.readAt'])
  const { rows } = await tampering.client.query<{ table: string; column: string }>(
    `SELECT table_name AS table, column_name AS column FROM information_schema.columns WHERE table_schema = 'public'`,
  )
  const loose = rows.filter(({ table, column }) => {
    if (!(table in RECORDED) || known.has(column) || apart.has(`${table}.${column}`)) return false
    const noun = table as Noun
    return ![...recordedColumns(noun), ...endedColumns(noun), ...(noun === 'ClaimRevision' ? ACCEPTED : [])].includes(
      column,
    )
  })
  expect(loose).toEqual([])
})
