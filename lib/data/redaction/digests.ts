import { type Digests, SPELLING, type Vouching } from '@/lib/domain/desk/vouching.ts'
import { giveWay } from '@/lib/platform/process/give-way.ts'
import { nounsOf, ownerColumn, PARTS, type Part, partsOf, type Row } from '../audit/row-digest.ts'
import type { Tx } from '../db.ts'
import { digestOf, type Noun, recordedText } from '../recorded.ts'

/** Rows that a redaction rewrote, as they were before it: the columns of `digestedColumns`, by noun and id. */
export type RowsBefore = ReadonlyMap<Noun, ReadonlyMap<string, Row>>

/** Rows that are spelled between two pauses. */
const AT_ONCE = 1_000

type DigestsOfParts = Record<Part, Digests>

/** The columns that a row's digests are made of, its id among them. */
export function digestedColumns(noun: Noun): string[] {
  return [...new Set(['id', ...partsOf(noun).flatMap(({ seq, columns }) => [seq, ...columns])])]
}

/**
 * The digests of the rows of some changes, by change.
 * @param spellings the changes, with the spelling that each of their events was recorded in
 * @returns `was`: as the tables held the rows before the redaction, in the event's spelling; `now`: as they hold them now
 */
export async function digestsAround(
  tx: Tx,
  { clockId, isDesk }: { clockId: string; isDesk: boolean },
  spellings: ReadonlyMap<number, number>,
  before: RowsBefore,
): Promise<{ was: Map<number, DigestsOfParts>; now: Map<number, DigestsOfParts> }> {
  const none = () =>
    new Map(
      [...spellings.keys()].map((seq): [number, DigestsOfParts] => [seq, { recorded: {}, accepted: {}, ended: {} }]),
    )
  const found = { was: none(), now: none() }
  for (const noun of nounsOf(isDesk)) {
    const rewritten = before.get(noun)
    for (const { part, seq: column, columns, line } of partsOf(noun)) {
      const names = [...new Set(['id', ...columns, column])].map((name) => `"${name}"`).join(', ')
      const rows = await tx.$queryRawUnsafe<Row[]>(
        `SELECT ${names} FROM "${noun}" WHERE "${ownerColumn(noun)}" = $1::uuid AND "${column}" = ANY($2::int[])`,
        clockId,
        [...spellings.keys()],
      )
      for (const [seq, own] of Map.groupBy(rows, (row) => row[column] as number)) {
        const { was, now } = { was: found.was.get(seq), now: found.now.get(seq) }
        const spelling = spellings.get(seq) ?? SPELLING
        const before = (row: Row) => rewritten?.get(String(row.id)) ?? row
        if (was) was[part][noun] = digestOf(await spelled(own, (row) => line(before(row), spelling)))
        if (now) now[part][noun] = digestOf(await spelled(own, (row) => line(row, SPELLING)))
      }
    }
  }
  return found
}

/** An import has tens of thousands of rows, and others wait while they are spelled. */
async function spelled(rows: readonly Row[], line: (row: Row) => string): Promise<string[]> {
  const lines: string[] = []
  for (const row of rows) {
    if (lines.length % AT_ONCE === 0) await giveWay()
    lines.push(line(row))
  }
  return lines
}

/** The nouns whose rows were not what an event vouches for. */
export function strangeNouns(vouching: Vouching, was: DigestsOfParts | undefined): string[] {
  const strange = PARTS.flatMap((part) => {
    const nouns = new Set([...Object.keys(vouching[part]), ...Object.keys(was?.[part] ?? {})])
    return [...nouns].filter((noun) => vouching[part][noun] !== was?.[part][noun])
  })
  return [...new Set(strange)]
}

/** The digest of an article's notifications without a change, as lib/data/audit/beside.ts makes it for checkpoints. */
export async function olderAround(
  tx: Tx,
  articleId: string,
  before: RowsBefore,
): Promise<{ was: string; now: string }> {
  const rewritten = before.get('Notification')
  const names = digestedColumns('Notification').map((name) => `"${name}"`)
  const rows = await tx.$queryRawUnsafe<Row[]>(
    `SELECT ${names.join(', ')} FROM "Notification" WHERE "articleId" = $1::uuid AND "createdSeq" IS NULL`,
    articleId,
  )
  const digest = (of: readonly Row[]) => digestOf(of.map((row) => digestOf([recordedText('Notification', row)])))
  return { was: digest(rows.map((row) => rewritten?.get(String(row.id)) ?? row)), now: digest(rows) }
}
