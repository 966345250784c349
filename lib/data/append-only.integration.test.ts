import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect, type Db } from './db.ts'
import { RECORDED } from './recorded.ts'
import { Attempts, type Statement } from './testing/attempt.ts'
import { type FreshDatabase, freshDatabase } from './testing/database.ts'
import type { TestDesk } from './testing/desk.ts'
import { openFurnishedDesk } from './testing/furnished-desk.ts'

let database: FreshDatabase
let db: Db
let attempts: Attempts
let desk: TestDesk
let clock: { seq: number; hash: string }

beforeAll(async () => {
  database = await freshDatabase()
  db = connect(database.url)
  attempts = await Attempts.open(database.url)
  await attempts.atAnyMoment()
  desk = await openFurnishedDesk(db)
  clock = await attempts.row('SELECT "seq", "hash" FROM "Clock" WHERE "id" = $1', desk.articleId)
})

afterAll(async () => {
  await attempts?.close()
  await db?.$disconnect()
  await database?.drop()
})

describe('nothing recorded is changed or deleted', () => {
  const tables = Object.keys(RECORDED)
  const columns = Object.entries(RECORDED).flatMap(([table, names]) => names.map((name) => [table, name] as const))

  /** Another value of the column's own type. */
  const other = (type: string, column: string) => {
    if (type === 'uuid') return 'gen_random_uuid()'
    if (type === 'boolean') return `NOT coalesce("${column}", false)`
    if (type === 'jsonb') return `'{"changed": true}'`
    if (type === 'ARRAY') return `coalesce("${column}", '{}') || '{x}'`
    if (type === 'USER-DEFINED')
      return `(SELECT e FROM unnest(enum_range("${column}")) e WHERE e IS DISTINCT FROM "${column}" LIMIT 1)`
    if (type.startsWith('timestamp')) return `"${column}" + interval '1 day'`
    return type === 'text' ? `coalesce("${column}", '') || '!'` : `coalesce("${column}", 0) + 1`
  }

  test.each(columns)('%s.%s keeps its value', async (table, column) => {
    const { data_type } = await attempts.row<{ data_type: string }>(
      'SELECT data_type FROM information_schema.columns WHERE table_name = $1 AND column_name = $2',
      table,
      column,
    )
    const one = `"id" = (SELECT "id" FROM "${table}" ORDER BY "createdSeq" DESC LIMIT 1)`
    const value = other(data_type, column)
    expect(await attempts.refusal([`UPDATE "${table}" SET "${column}" = ${value} WHERE ${one}`])).toMatch(
      /is a record: its content is never changed|an accepted wording stays/,
    )
    expect(await attempts.refusal([`UPDATE "${table}" SET "${column}" = "${column}" WHERE ${one}`])).toBe('')
  })

  test.each(tables)('%s keeps its rows', async (table) => {
    expect(await attempts.refusal([`DELETE FROM "${table}"`])).toMatch(/is a record: nothing in it is deleted/)
    expect(await attempts.refusal([`TRUNCATE "${table}" CASCADE`])).toMatch(/is a record: nothing in it is deleted/)
    expect(await attempts.refusal([`DELETE FROM "${table}" WHERE false`])).toBe('')
  })

  const ofDesk = [
    'Member',
    'PolicyVersion',
    'Source',
    'SourceGrade',
    'SourceOrigin',
    'SourceRecord',
    'SourceContact',
    'SourceMerge',
    'SourceApart',
  ]
  const ofArticle = [
    'Claim',
    'ClaimRevision',
    'Checkability',
    'Citation',
    'Assessment',
    'Adjudication',
    'Comment',
    'Assignment',
    'SearchEntry',
  ]
  /** Of these, the last of the desk has ended already. */
  const ended = ['Resolution', 'Archiving']
  test.each([...ofDesk, ...ofArticle, ...ended])('%s: a row ends once', async (table) => {
    const [owner, id] = ofDesk.includes(table) ? ['workspaceId', desk.workspaceId] : ['articleId', desk.articleId]
    const row = await attempts.row<{ id: string; endedSeq: number | null; endReason?: string }>(
      `SELECT * FROM "${table}" WHERE "${owner}" = $1 ORDER BY "endedSeq" NULLS FIRST, "createdSeq" LIMIT 1`,
      id,
    )
    const one = `WHERE "id" = '${row.id}'`
    const reason = 'endReason' in row ? `, "endReason" = 'test'` : ''
    const state = table === 'ClaimRevision' ? `, "state" = 'superseded'` : ''
    const now = `(SELECT "seq" FROM "Clock" WHERE "id" = '${id}')`
    const end: Statement[] =
      row.endedSeq === null ? [[`UPDATE "${table}" SET "endedSeq" = ${now}${reason}${state} ${one}`]] : []
    expect(row.endedSeq === null).toBe(!ended.includes(table))
    expect(await attempts.refusal(...end)).toBe('')
    for (const change of ['NULL', '"endedSeq" - 1'])
      expect(await attempts.refusal(...end, [`UPDATE "${table}" SET "endedSeq" = ${change} ${one}`])).toMatch(
        /is a record: what has ended stays as it ended/,
      )
  })

  test('an accepted wording stays as it was accepted', async () => {
    const head = `"articleId" = '${desk.articleId}' AND "state" = 'accepted' AND "createdSeq" > 1`
    const changes = [
      `"substance" = 9`,
      `"acceptedSeq" = "acceptedSeq" + 1`,
      `"reviewerId" = NULL, "reviewReason" = 'x'`,
    ]
    for (const change of [...changes, `"revisionId" = (SELECT "id" FROM "Revision" WHERE "number" = 1 LIMIT 1)`])
      expect(await attempts.refusal([`UPDATE "ClaimRevision" SET ${change} WHERE ${head}`])).toBe(
        'an accepted wording stays as it was accepted',
      )
  })

  test('an article keeps its name, and goes on counting', async () => {
    const set = (what: string): Statement => [`UPDATE "Article" SET ${what} WHERE "id" = $1`, desk.articleId]
    expect(await attempts.refusal(set(`"title" = 'Another'`))).toBe(
      'Article is a record: its title changes with a recorded change alone',
    )
    expect(await attempts.refusal(set(`"slug" = 'another'`))).toBe('Article is a record: its content is never changed')
    expect(await attempts.refusal(set(`"headNumber" = 1`))).toBe('')
    expect(await attempts.refusal(set(`"headNumber" = 99`))).toBe('Article_head')
  })
})

describe('the chain', () => {
  const insert = (changes: Record<string, unknown>): Statement => [
    `INSERT INTO "AuditEvent" SELECT (jsonb_populate_record(NULL::"AuditEvent", to_jsonb(e) || $2::jsonb)).*
     FROM "AuditEvent" e WHERE e."clockId" = $1 AND e."seq" = $3`,
    desk.articleId,
    JSON.stringify({ commandId: null, ...changes }),
    clock.seq,
  ]
  const next = () => {
    const hash = 'a'.repeat(64)
    return { seq: clock.seq + 1, previousSeq: clock.seq, previousHash: clock.hash, hash }
  }
  const move = (seq: number, hash = 'a'.repeat(64)): Statement => [
    'UPDATE "Clock" SET "seq" = $2, "hash" = $3 WHERE "id" = $1',
    desk.articleId,
    seq,
    hash,
  ]

  test('takes the next event, with its clock', async () => {
    expect(await attempts.refusal(insert(next()), move(clock.seq + 1))).toBe('')
  })

  test.each([
    ['a gap', { seq: 40, previousSeq: 39 }, 'AuditEvent_continues'],
    ['a gap that hides', { seq: 40 }, 'AuditEvent_in_order'],
    ['a wrong previous hash', { previousHash: 'b'.repeat(64) }, 'AuditEvent_continues'],
    ['a second beginning', { seq: 1, previousSeq: null, previousHash: '0'.repeat(64) }, 'AuditEvent_pkey'],
    ['a beginning that continues', { seq: 1, previousSeq: null }, 'AuditEvent_genesis'],
    ['a hash that is none', { hash: 'A'.repeat(64) }, 'AuditEvent_hashes'],
    ['a payload without its salt', { salt: null }, 'AuditEvent_redacted_whole'],
  ])('refuses %s', async (_, fault, refusedBy) => {
    const event = { ...next(), ...fault }
    expect(await attempts.refusal(insert(event), move(clock.seq + 1, event.hash))).toBe(refusedBy)
  })

  test('refuses the same number twice, and the same command twice', async () => {
    const { commandId } = { commandId: '01900000-0000-7000-8000-000000000000' }
    const first = { ...next(), commandId }
    const second = {
      ...first,
      seq: clock.seq + 2,
      previousSeq: first.seq,
      previousHash: first.hash,
      hash: 'c'.repeat(64),
    }
    const moves = [move(clock.seq + 1), move(clock.seq + 2, second.hash)] as const
    expect(await attempts.refusal(insert(first), insert({ ...second, commandId: null }), ...moves)).toBe('')
    expect(await attempts.refusal(insert(first), insert(second), ...moves)).toBe('AuditEvent_clockId_commandId_key')
    expect(await attempts.refusal(insert(first), insert({ ...first, commandId: null }))).toBe('AuditEvent_pkey')
  })

  test('an event of another desk’s member, or under another desk’s name, is refused', async () => {
    const theirs = await openFurnishedDesk(db, 'Quarry')
    const by = async (changes: object) => attempts.refusal(insert({ ...next(), ...changes }), move(clock.seq + 1))
    expect(await by({ memberId: desk.seats.viewer.memberId })).toBe('')
    expect(await by({ memberId: theirs.seats.viewer.memberId })).toBe('AuditEvent_workspaceId_memberId_fkey')
    expect(await by({ workspaceId: theirs.workspaceId, memberId: null })).toBe('AuditEvent_workspaceId_clockId_fkey')
  })

  test.each([
    ['two at once', 2],
    ['backwards', -1],
    ['not at all', 0],
  ])('the clock refuses to step %s', async (_, by) => {
    expect(await attempts.refusal(move(clock.seq + by, clock.hash))).toBe('a clock goes on one by one')
  })

  test('the clock stands on its newest event, and no event is ahead of it', async () => {
    expect(await attempts.refusal(move(clock.seq + 1))).toBe('Clock_stands_on_event')
    expect(await attempts.refusal(insert(next()), move(clock.seq + 1, 'b'.repeat(64)))).toBe('Clock_stands_on_event')
    expect(await attempts.refusal(insert(next()))).toBe('an event moves its clock')
  })

  test('an event is never changed or deleted, but for a redaction that takes payload and salt', async () => {
    const set = (what: string): Statement => [
      `UPDATE "AuditEvent" SET ${what} WHERE "clockId" = $1 AND "seq" = 3`,
      desk.articleId,
    ]
    const faults = [`"kind" = 'x'`, `"at" = now()`, `"memberId" = NULL`, `"hash" = repeat('a', 64)`, `"payload" = '{}'`]
    for (const fault of [...faults, `"payload" = NULL, "salt" = NULL, "kind" = 'x'`])
      expect(await attempts.refusal(set(fault)), fault).toBe('the audit log is append-only')
    const erased = set('"payload" = NULL, "salt" = NULL')
    expect(await attempts.refusal(erased)).toBe('the content of an event goes by a redaction alone')
    const redaction = (...seqs: number[]) =>
      insert({ ...next(), kind: 'record.redacted', payload: { redacted: seqs, reissued: {} } })
    expect(await attempts.refusal(erased, redaction(2, 4), move(clock.seq + 1))).toBe(
      'the content of an event goes by a redaction alone',
    )
    expect(await attempts.refusal(erased, redaction(2, 3), move(clock.seq + 1))).toBe('')
    expect(await attempts.refusal(['DELETE FROM "AuditEvent"'])).toBe('the audit log is append-only')
    expect(await attempts.refusal(['TRUNCATE "AuditEvent" CASCADE'])).toMatch(/is a record/)
    expect(await attempts.refusal(['DELETE FROM "Clock"'])).toBe('a clock goes on one by one')
    expect(await attempts.refusal(['TRUNCATE "Clock" CASCADE'])).toMatch(/is a record/)
  })
})
