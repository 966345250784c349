import type { Json } from '@/lib/domain/desk/audit.ts'
import {
  emptied,
  REDACTED_ADDRESS,
  SHELF_REASONS,
  type ShelfReason,
  type SourceField,
  secretsOf,
  withoutField,
  withoutSecrets,
} from '@/lib/domain/desk/redaction.ts'
import { memberOf } from '@/lib/domain/source/fill.ts'
import { foundWithout } from '@/lib/domain/source/found.ts'
import { AppError } from '@/lib/platform/errors.ts'
import { parseFound } from '@/lib/schema/found.ts'
import type { Authority } from '../access.ts'
import type { Db, Tx } from '../db.ts'
import { dropJobs } from '../job.ts'
import { redactOnDesk, type ShelfRedacted } from './desk.ts'
import type { AskedRedaction } from './redact.ts'
import { type Taking, type WordRow, wordRows } from './rows.ts'

/** Takes one field of a source's record away, from all states of the record, and from what else repeats it. */
export async function redactSource(
  db: Db,
  authority: Authority,
  asked: AskedRedaction & { sourceId: string; field: SourceField },
): Promise<ShelfRedacted> {
  const { sourceId, field } = asked
  const { workspaceId } = authority
  const take = async (tx: Tx, taking: Taking) => {
    const secrets = await takeField(tx, taking, workspaceId, asked)
    const quoting = await tx.citation.findMany({
      where: { workspaceId, sourceId },
      distinct: ['articleId'],
      select: { articleId: true },
    })
    return { secrets, about: { ids: [sourceId], claims: [] }, articles: quoting.map(({ articleId }) => articleId) }
  }
  return redactOnDesk(db, authority, asked, { what: 'source', id: sourceId, field }, { take })
}

/** Takes away why a source was graded as it was, or merged. The grade and the merge stay. */
export async function redactReason(
  db: Db,
  authority: Authority,
  asked: AskedRedaction & { what: ShelfReason; id: string },
): Promise<ShelfRedacted> {
  const { what, id } = asked
  const take = async (tx: Tx, taking: Taking) => {
    const noun = SHELF_REASONS[what]
    const [row] = await wordRows(tx, noun, ['reason'], authority.workspaceId, '"id"::text = $2', id)
    if (!row) throw new AppError('not_found', 'There is no such entry on this shelf. Nothing was redacted.')
    await taking.rewrite(noun, row, { reason: emptied(row.reason ?? null) })
    return { secrets: secretsOf([row.reason ?? null]), about: { ids: [id], claims: [] } }
  }
  return redactOnDesk(db, authority, asked, { what, id }, { take })
}

type Field = { sourceId: string; field: SourceField }

/** @returns the words that have to go */
async function takeField(tx: Tx, taking: Taking, workspaceId: string, { sourceId, field }: Field): Promise<string[]> {
  const [source] = await wordRows(tx, 'Source', RECORD, workspaceId, '"id"::text = $2', sourceId)
  if (!source) throw new AppError('not_found', 'There is no such source on this shelf. Nothing was redacted.')
  if (field === 'contact') {
    const contacts = await wordRows(tx, 'SourceContact', ['contact'], workspaceId, OF_SOURCE, sourceId)
    for (const row of contacts) await taking.rewrite('SourceContact', row, { contact: emptied(row.contact ?? null) })
    return secretsOf(contacts.map((row) => row.contact ?? null))
  }
  const records = await wordRows(tx, 'SourceRecord', LATER_RECORD, workspaceId, OF_SOURCE, sourceId)
  const secrets = secretsOf([source, ...records].flatMap((row) => valuesOf(row, field)))
  await taking.rewrite('Source', source, withoutRecordField(source, field))
  for (const row of records) await taking.rewrite('SourceRecord', row, withoutRecordField(row, field))
  // The desk asked the source by any of these three.
  const addresses = COLUMN[field] ? await takeAddresses(tx, taking, workspaceId, sourceId, field, secrets) : []
  return [...new Set([...secrets, ...addresses])]
}

const OF_SOURCE = '"sourceId"::text = $2'
const RECORD = ['csl', 'title', 'urlKey', 'doi', 'isbn']
/** Of a later state, what was found of each field beside what was taken. */
const LATER_RECORD = [...RECORD, 'found']
const COLUMN: Partial<Record<SourceField, string>> = { URL: 'urlKey', DOI: 'doi', ISBN: 'isbn' }

function valuesOf(row: WordRow, field: SourceField): Json[] {
  const csl = row.csl as Record<string, Json>
  const column = field === 'title' ? 'title' : COLUMN[field]
  const found = parseFound(row.found).filter((one) => memberOf(one.field) === field)
  return [csl[field] ?? null, ...(column ? [row[column] ?? null] : []), ...found.map(({ value }) => value)]
}

function withoutRecordField(row: WordRow, field: Exclude<SourceField, 'contact'>): Record<string, Json> {
  const column = COLUMN[field]
  const csl = withoutField(row.csl as Record<string, Json>, field)
  return {
    csl,
    ...(field === 'title' && { title: emptied(row.title ?? null) }),
    ...(column && { [column]: null }),
    ...(row.found && { found: foundWithout(parseFound(row.found), field) }),
  }
}

/**
 * The addresses by which a source was asked, what they answered with, and where an archive keeps them: all of them repeat
 * the address. Of a DOI or an ISBN only those that hold it.
 */
async function takeAddresses(
  tx: Tx,
  taking: Taking,
  workspaceId: string,
  sourceId: string,
  field: SourceField,
  known: readonly string[],
): Promise<string[]> {
  const secrets = [...known]
  const goes = (value: Json | undefined) =>
    typeof value === 'string' && (field === 'URL' || known.some((one) => holdsPart(value, one)))
  const anew = (value: Json | undefined): Json => (goes(value) ? REDACTED_ADDRESS : (value ?? null))
  const names = ['url', 'finalUrl', 'canonical']
  const snapshots = await wordRows(tx, 'Snapshot', [...names, 'redirects', 'headers'], workspaceId, OF_SOURCE, sourceId)
  for (const row of snapshots)
    secrets.push(...secretsOf(names.map((name) => (goes(row[name]) ? (row[name] ?? null) : null))))
  const visits = await wordRows(tx, 'Visit', ['url', 'words'], workspaceId, OF_SOURCE, sourceId)
  for (const { url } of visits) if (goes(url)) secrets.push(...secretsOf([url ?? null]))
  const isTouched = (row: WordRow) => names.some((name) => goes(row[name])) || goes(JSON.stringify(row.redirects))
  for (const row of snapshots) {
    if (!isTouched(row)) continue
    const given = names.map((name): [string, Json] => [name, anew(row[name])])
    const headers = withoutSecrets(row.headers ?? null, secrets)
    await taking.rewrite('Snapshot', row, { ...Object.fromEntries(given), redirects: [], headers })
  }
  for (const row of visits)
    if (goes(row.url)) await taking.rewrite('Visit', row, { url: REDACTED_ADDRESS, words: emptied(row.words ?? null) })
  const archived = await wordRows(tx, 'ArchiveCopy', ['address', 'problem'], workspaceId, OF_SOURCE, sourceId)
  for (const row of archived) {
    if (!goes(row.address) && !goes(row.problem)) continue
    secrets.push(...secretsOf([row.address ?? null]))
    const problem = row.problem === null ? null : emptied(row.problem ?? null)
    await taking.rewrite('ArchiveCopy', row, { address: row.address === null ? null : REDACTED_ADDRESS, problem })
  }
  const captures = await tx.capture.findMany({ where: { workspaceId, sourceId, url: { not: null } } })
  const ids = captures.filter(({ url }) => goes(url ?? undefined)).map(({ id }) => id)
  await tx.capture.updateMany({ where: { id: { in: ids } }, data: { url: REDACTED_ADDRESS, words: '' } })
  if (field === 'URL') await dropJobs(tx, 'archive', 'sourceId', sourceId)
  return secrets.slice(known.length)
}

function holdsPart(value: string, part: string): boolean {
  return value.toLowerCase().includes(part.toLowerCase())
}
