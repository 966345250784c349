import { globSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ownDatabase } from '../testing/fresh-database.ts'

const at = ownDatabase()

/** Words that a redaction cannot take away yet. A list, so that nothing stays by silence. */
const NOT_YET: Record<string, string> = {
  'Article.title': 'titles come with later work',
  'Article.slug': 'it is made of the title',
  'Article.attribution': 'whom the licence asks to name',
  'Article.licence': 'as above',
  'Article.originUrl': 'where the article came from, which the licence asks for',
  'Revision.formerTitle': 'titles come with later work',
  'ArticleAmendment.former': 'as the details of the article',
  'ArticleAmendment.given': 'as the details of the article',
  'Layout.content': 'labels and markup of the article; labels come with later work',
  'Member.name': 'accounts come with later work',
  'User.email': 'accounts come with later work',
  'Workspace.name': 'desks come with later work',
}

/** Columns beside the record, which a redaction writes again or deletes from without leaving a mark on the row. */
const CLEANED = [
  'Working.state',
  'WorkingUpdate.update',
  'Capture.url',
  'Capture.fileName',
  'Capture.words',
  'Capture.sha256',
]

/** What no one wrote: codes, hashes, keys, numbers, and words of the system itself. */
const NO_WORDS = [
  ...[
    'AuditEvent.kind',
    'AuditEvent.hash',
    'AuditEvent.payloadHash',
    'AuditEvent.previousHash',
    'AuditEvent.commandDigest',
  ],
  ...['Article.language', 'Clock.hash', 'Notification.answer', 'User.passwordHash', 'PasswordLink.id'],
  ...['RateLimiterFlexible.key', 'Revision.counts', 'SearchEntry.searchedOn'],
  ...['Snapshot.mediaType', 'Snapshot.language', 'Snapshot.problem', 'Source.unconfirmed', 'SourceRecord.unconfirmed'],
]

/** Emptied with the change that is redacted. */
const EMPTIED = ['AuditEvent.payload', 'AuditEvent.salt']

/** No mail is sent yet; whoever adds it adds it to the surfaces that are looked at. */
test('there is no mail that could hold a canary', () => {
  const files = ['jobs', 'platform', 'exchange'].flatMap((room) => globSync(`lib/${room}/**/*.ts`))
  expect(files.filter((name) => /(^|[-/])(mail|smtp)/.test(name))).toEqual([])
})

test('every column that may hold words can be redacted, is cleaned, or is on a list that says why not', async () => {
  const rows = await at.db.$queryRaw<{ table: string; column: string; redactable: string[] }[]>`
    SELECT c.relname AS "table", a.attname AS "column", attest_redactable(c.relname) AS "redactable"
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_type t ON t.oid = a.atttypid
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped
      AND t.typname IN ('text', 'varchar', 'bpchar', '_text', 'json', 'jsonb', 'bytea') AND c.relname NOT LIKE '\\_%'`
  const listed = new Set([...Object.keys(NOT_YET), ...CLEANED, ...NO_WORDS, ...EMPTIED])
  const names = rows.map(({ table, column }) => `${table}.${column}`)
  const open = rows.filter(
    ({ table, column, redactable }) => !redactable.includes(column) && !listed.has(`${table}.${column}`),
  )
  expect(open.map(({ table, column }) => `${table}.${column}`).sort()).toEqual([])
  expect([...listed].filter((name) => !names.includes(name))).toEqual([])
})
