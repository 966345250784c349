import type { Json } from '@/lib/domain/audit'
import { emptied, REDACTED_ADDRESS, type SourceField, secretsOf, withoutField } from '@/lib/domain/redaction'
import { ERASED_FILE } from '@/lib/domain/vouching'
import { AppError } from '@/lib/platform/errors'
import type { Authority } from './access'
import { addJob } from './capture'
import { changeWithin, transact } from './clock'
import type { Db, Tx } from './db'
import { type AskedRedaction, refuseTelling } from './redact'
import { clocksHolding, Taking, type WordRow, wordRows } from './redact-rows'

export type SourceRedacted = { outcome: 'redacted' | 'already' }

type What = Record<string, Json>

/** Takes one field of a source's record away, from all states of the record, and from what else repeats it. */
export async function redactSource(
  db: Db,
  authority: Authority,
  asked: AskedRedaction & { sourceId: string; field: SourceField },
): Promise<SourceRedacted> {
  const { sourceId, field } = asked
  return onDesk(db, authority, asked, { what: 'source', id: sourceId, field }, async (tx, taking) => {
    const { workspaceId } = authority
    const [source] = await wordRows(tx, 'Source', RECORD, workspaceId, '"id"::text = $2', sourceId)
    if (!source) throw new AppError('not_found', 'There is no such source on this shelf. Nothing was redacted.')
    const of = '"sourceId"::text = $2'
    if (field === 'contact') {
      const contacts = await wordRows(tx, 'SourceContact', ['contact'], workspaceId, of, sourceId)
      const secrets = secretsOf(contacts.map((row) => row.contact ?? null))
      for (const row of contacts) await taking.rewrite('SourceContact', row, { contact: emptied(row.contact ?? null) })
      return secrets
    }
    const records = await wordRows(tx, 'SourceRecord', RECORD, workspaceId, of, sourceId)
    const states = [source, ...records]
    const secrets = secretsOf(states.flatMap((row) => valuesOf(row, field)))
    await taking.rewrite('Source', source, withoutRecordField(source, field))
    for (const row of records) await taking.rewrite('SourceRecord', row, withoutRecordField(row, field))
    if (field === 'URL') secrets.push(...(await takeAddresses(tx, taking, workspaceId, sourceId)))
    return [...new Set(secrets)]
  })
}

const RECORD = ['csl', 'title', 'urlKey', 'doi', 'isbn']
const COLUMN: Partial<Record<SourceField, string>> = { URL: 'urlKey', DOI: 'doi', ISBN: 'isbn' }

function valuesOf(row: WordRow, field: SourceField): Json[] {
  const csl = row.csl as Record<string, Json>
  const column = field === 'title' ? 'title' : COLUMN[field]
  return [csl[field] ?? null, ...(column ? [row[column] ?? null] : [])]
}

function withoutRecordField(row: WordRow, field: Exclude<SourceField, 'contact'>): Record<string, Json> {
  const column = COLUMN[field]
  const csl = withoutField(row.csl as Record<string, Json>, field)
  return { csl, ...(field === 'title' && { title: emptied(row.title ?? null) }), ...(column && { [column]: null }) }
}

/** The addresses by which a source was asked, and what they answered with: all of them say the address again. */
async function takeAddresses(tx: Tx, taking: Taking, workspaceId: string, sourceId: string): Promise<string[]> {
  const of = '"sourceId"::text = $2'
  const secrets: string[] = []
  const names = ['url', 'finalUrl', 'canonical']
  for (const row of await wordRows(tx, 'Snapshot', [...names, 'redirects'], workspaceId, of, sourceId)) {
    secrets.push(...secretsOf(names.map((name) => row[name] ?? null)))
    const given = names.map((name): [string, Json] => [name, row[name] ? REDACTED_ADDRESS : null])
    await taking.rewrite('Snapshot', row, { ...Object.fromEntries(given), redirects: [] })
  }
  for (const row of await wordRows(tx, 'Visit', ['url', 'words'], workspaceId, of, sourceId)) {
    secrets.push(...secretsOf([row.url ?? null]))
    await taking.rewrite('Visit', row, { url: REDACTED_ADDRESS, words: emptied(row.words ?? null) })
  }
  await tx.$executeRaw`
    UPDATE "Capture" SET "url" = ${REDACTED_ADDRESS}, "words" = '' WHERE "workspaceId" = ${workspaceId}::uuid AND "sourceId" = ${sourceId}::uuid AND "url" IS NOT NULL`
  return secrets
}

const SNAPSHOT = [
  'sourceId',
  'sha256',
  'bytes',
  'canonical',
  'redirects',
  'headers',
  'fileName',
  'text',
  'blocks',
  'fingerprints',
]

/** Takes away what a snapshot says, and its file where no other snapshot is the same. */
export async function redactSnapshot(
  db: Db,
  authority: Authority,
  asked: AskedRedaction & { snapshotId: string },
): Promise<SourceRedacted> {
  const { snapshotId } = asked
  const { workspaceId } = authority
  return onDesk(
    db,
    authority,
    asked,
    { what: 'snapshot', id: snapshotId },
    async (tx, taking) => {
      const [row] = await wordRows(tx, 'Snapshot', SNAPSHOT, workspaceId, '"id"::text = $2', snapshotId)
      if (!row) throw new AppError('not_found', 'There is no such snapshot. Nothing was redacted.')
      const sha256 = String(row.sha256)
      if (sha256 === ERASED_FILE) return []
      await taking.rewrite('Snapshot', row, {
        sha256: ERASED_FILE,
        bytes: 0,
        canonical: null,
        redirects: [],
        headers: [],
        fileName: emptied(row.fileName ?? null),
        text: emptied(row.text ?? null),
        blocks: [],
        fingerprints: [],
      })
      const checks = await wordRows(tx, 'QuoteCheck', ['said'], workspaceId, '"snapshotId"::text = $2', snapshotId)
      for (const check of checks) await taking.rewrite('QuoteCheck', check, { said: emptied(check.said ?? null) })
      await tx.$executeRaw`
        UPDATE "Capture" SET "sha256" = ${ERASED_FILE}, "fileName" = ${emptied(row.fileName ?? '') as string}
        WHERE "workspaceId" = ${workspaceId}::uuid AND "sourceId" = ${String(row.sourceId)}::uuid AND "sha256" = ${sha256} AND "endedAt" IS NOT NULL`
      await addJob(tx, 'erase_file', { sha256 }, { key: `erase ${sha256}` })
      return secretsOf([row.fileName ?? null])
    },
    async (tx, taking, clockId) => {
      const rows = await wordRows(tx, 'Citation', ['anchor'], clockId, '"snapshotId"::text = $2', snapshotId)
      for (const row of rows) {
        const anchor = row.anchor as Record<string, Json>
        // What was quoted is the desk's own entry, and redacted by itself; the words around it are the snapshot's.
        await taking.rewrite('Citation', row, {
          anchor: { ...anchor, prefix: emptied(anchor.prefix ?? ''), suffix: emptied(anchor.suffix ?? '') },
        })
      }
    },
  )
}

/**
 * One transaction over the desk's clock and those of its articles: their changes hold what was taken from the desk, too.
 * @param take rewrites rows of the desk and gives the words that have to go
 * @param takeHere the same on an article's clock
 */
async function onDesk(
  db: Db,
  authority: Authority,
  asked: AskedRedaction,
  what: What,
  take: (tx: Tx, taking: Taking) => Promise<string[]>,
  takeHere: (tx: Tx, taking: Taking, articleId: string) => Promise<void> = async () => {},
): Promise<SourceRedacted> {
  const { reason, commandId, at } = asked
  const { workspaceId } = authority
  const common = { authority, ability: 'record.redact', kind: 'record.redacted', ...(at && { at }) } as const
  return transact(db, { authority, commandId }, async (tx) => {
    let secrets: string[] = []
    const outcome = await changeWithin<SourceRedacted>(
      tx,
      { ...common, clockId: workspaceId, commandId },
      async (ledger) => {
        const taking = new Taking(ledger, workspaceId, true)
        secrets = await take(tx, taking)
        refuseTelling(reason, secrets)
        const details = taking.rows > 0 ? await taking.end(secrets) : null
        if (!details) return { value: { outcome: 'already' } }
        return { value: { outcome: 'redacted' }, details: { ...what, reason, ...details } }
      },
    )
    if (outcome.outcome === 'already') return outcome
    const quoting = await tx.citation.findMany({
      where: {
        workspaceId,
        ...(what.what === 'snapshot' ? { snapshotId: String(what.id) } : { sourceId: String(what.id) }),
      },
      distinct: ['articleId'],
      select: { articleId: true },
    })
    const clocks = new Set([
      ...quoting.map(({ articleId }) => articleId),
      ...(await clocksHolding(tx, workspaceId, secrets)),
    ])
    for (const clockId of [...clocks].sort())
      await changeWithin(tx, { ...common, clockId }, async (ledger) => {
        const taking = new Taking(ledger, clockId, false)
        await takeHere(tx, taking, clockId)
        const details = await taking.end(secrets)
        return { value: undefined, ...(details && { details: { ...what, reason, ...details } }) }
      })
    return outcome
  })
}
