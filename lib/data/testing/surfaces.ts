import { Client } from 'pg'
import { formatReferences } from '@/lib/exchange/bibliography/bibliography.ts'
import { reportFile } from '@/lib/exchange/report/report.ts'
import { readFilter } from '@/lib/schema/review-filter.ts'
import type { AuthorizedArticle, Moment } from '../access.ts'
import { assignedTo } from '../article/assigned.ts'
import { readBlame } from '../article/blame.ts'
import { readDossier } from '../article/dossier.ts'
import { readGalley } from '../article/galley.ts'
import type { Db } from '../db.ts'
import { unreadAnswers } from '../desk/notification.ts'
import { readComparison } from '../history/comparison.ts'
import { readHistory } from '../history/history.ts'
import { readReport } from '../report/report.ts'
import { readQueue } from '../review/queue.ts'
import { searchShelf } from '../shelf/shelf.ts'
import { readSource } from '../shelf/source-page.ts'
import { readSnapshot, snapshotsForWarc } from '../snapshot/page.ts'

export type Reader = AuthorizedArticle & Moment & { memberId: string }

/** Every cell of every table of the database that holds the canary, however deep: what a dump would show. */
export async function dumped(url: string, word: string): Promise<string[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ schema: string; table: string; column: string; type: string }>(
      `SELECT n.nspname AS schema, c.relname AS "table", a.attname AS "column", t.typname AS type FROM pg_attribute a
       JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_type t ON t.oid = a.atttypid
       WHERE c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND n.nspname IN ('public', 'graphile_worker')`,
    )
    const found: string[] = []
    for (const { schema, table, column, type } of rows) {
      const text = type === 'bytea' ? `encode("${column}", 'escape')` : `"${column}"::text`
      const { rows: hits } = await client.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM "${schema}"."${table}" WHERE position(lower($1) IN lower(${text})) > 0`,
        [word],
      )
      if (hits[0]?.n) found.push(`${table}.${column}: ${hits[0].n}`)
    }
    return found.sort()
  } finally {
    await client.end()
  }
}

/** What pages and programs ask for, as one member gets it, and the reports of every pin there was: those that hold the canary. */
export async function shownTo(db: Db, reader: Reader, pins: readonly Moment[], word: string): Promise<string[]> {
  const { workspaceId } = reader
  const galley = await readGalley(db, reader, reader)
  const head = galley.revision.number
  const said: Record<string, unknown> = {
    galley,
    history: await readHistory(db, reader, reader),
    comparison: await readComparison(db, reader, 1, head),
    'comparison of the last two': await readComparison(db, reader, Math.max(1, head - 1), head),
    review: await readQueue(db, reader, { ...readFilter({}), articleId: null }),
    answers: await unreadAnswers(db, reader),
    assigned: await assignedTo(db, reader),
    search: await searchShelf(db, reader, { text: word }),
  }
  for (const claim of galley.claims) {
    said[`dossier ${claim.number}`] = await readDossier(db, reader, reader, claim)
    said[`blame ${claim.number}`] = await readBlame(db, reader, reader, claim.number)
  }
  for (const { id } of await db.source.findMany({ where: { workspaceId: workspaceId } })) {
    said[`source ${id}`] = await readSource(db, reader, id)
    said[`warc ${id}`] = await snapshotsForWarc(db, reader, { sourceId: id })
  }
  for (const { id } of await db.snapshot.findMany({ where: { workspaceId: workspaceId } }))
    said[`snapshot ${id}`] = await readSnapshot(db, reader, id)
  for (const [index, moment] of [...pins, reader].entries())
    said[`report ${index}`] = reportFile(await readReport(db, reader, { moment }, formatReferences))
  return Object.entries(said).flatMap(([name, what]) =>
    JSON.stringify(what, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)).includes(word)
      ? [name]
      : [],
  )
}
