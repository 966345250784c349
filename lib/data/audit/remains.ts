import type postgres from 'postgres'
import { nounsOf, ownerColumn } from './row-digest.ts'

type Sql = postgres.TransactionSql

/** What belongs to nothing any more, because that was removed; in words. */
const REMAINS: [query: string, words: (found: string) => string][] = [
  [
    `SELECT a.title AS found FROM "Article" a LEFT JOIN "Clock" c ON c.id = a.id WHERE c.id IS NULL`,
    (title) => `The article “${title}” has no clock: its record was removed.`,
  ],
  [
    `SELECT w.name AS found FROM "Workspace" w LEFT JOIN "Clock" c ON c.id = w.id WHERE c.id IS NULL`,
    (name) => `The desk “${name}” has no clock: its record was removed.`,
  ],
  [
    `SELECT DISTINCT e."clockId" AS found FROM "AuditEvent" e LEFT JOIN "Clock" c ON c.id = e."clockId" WHERE c.id IS NULL`,
    (id) => `There are events of a clock that is not there: ${id}.`,
  ],
  [
    `SELECT a.title AS found FROM "Article" a JOIN "Clock" c ON c.id = a.id WHERE c."workspaceId" <> a."workspaceId"`,
    (title) => `The article “${title}” names another desk than its clock.`,
  ],
]

/** Looks for what is left of articles, desks and clocks that were removed. @returns each in words; at most `most` */
export async function verifyRemains(sql: Sql, most: number): Promise<string[]> {
  const faults: string[] = []
  for (const [query, words] of REMAINS) {
    const rows = await sql.unsafe<{ found: string }[]>(`${query} LIMIT ${most}`)
    faults.push(...rows.map(({ found }) => words(found)))
  }
  for (const noun of [...nounsOf(true), ...nounsOf(false)]) {
    const owner = ownerColumn(noun)
    const [row] = await sql<{ rows: number }[]>`SELECT count(*)::int AS rows FROM ${sql(noun)} t
      WHERE NOT EXISTS (SELECT FROM "Clock" c WHERE c.id = t.${sql(owner)})`
    if (row && row.rows > 0) faults.push(`${row.rows} of the rows in ${noun} belong to a clock that is not there.`)
  }
  return faults.slice(0, most)
}
