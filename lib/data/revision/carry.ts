import { newId } from '@/lib/platform/ids.ts'
import type { AuthorizedArticle } from '../access.ts'
import { ownerOf } from '../clock.ts'
import type { Ledger } from '../ledger.ts'
import type { Row } from '../recorded.ts'

/**
 * Words that went from one claim to another: `from` was split and `to` is one of the parts, or was merged into `to`.
 * `number` and `substance` are those of the wordings `to` inherits: below what it says itself.
 */
export type Inheritance = { from: string; to: string; number: number; substance: number }

/**
 * Checks go where their words went: every citation, assessment and adjudication that stands on an ancestor is recorded
 * again for the descendant, made for the very wording it was made for, which the descendant inherits. It is stale there
 * until someone looks, because no one checked the new wording. The ancestor's own rows stay as they are; a check that
 * the descendant has already (words that were split off and come back) is not recorded twice.
 * @returns how many wordings each descendant inherited, by its id
 */
export async function carryChecks(
  ledger: Ledger,
  article: AuthorizedArticle,
  inheritances: readonly Inheritance[],
): Promise<ReadonlyMap<string, number>> {
  if (inheritances.length === 0) return new Map()
  const where = { claimId: { in: [...new Set(inheritances.flatMap(({ from, to }) => [from, to]))] }, endedSeq: null }
  const order = { orderBy: [{ createdSeq: 'asc' as const }, { id: 'asc' as const }] }
  const [citations, assessments, adjudications, searches] = await Promise.all([
    ledger.tx.citation.findMany({ where, ...order }),
    ledger.tx.assessment.findMany({ where, ...order }),
    ledger.tx.adjudication.findMany({ where, ...order }),
    ledger.tx.searchEntry.findMany({ where, ...order }),
  ])
  const named = [...citations, ...assessments, ...adjudications, ...searches]
  const wordings = await ledger.tx.claimRevision.findMany({
    where: { id: { in: [...new Set(named.map((row) => row.wordingId))] } },
    select: { id: true, claimId: true, text: true, label: true, quoted: true, authorId: true, createdAt: true },
    orderBy: { number: 'asc' },
  })
  const of = <R extends { claimId: string }>(all: R[]) => {
    const byClaim = Map.groupBy(all, (row) => row.claimId)
    return (claimId: string) => byClaim.get(claimId) ?? []
  }
  const [wordingsOf, citationsOf, assessmentsOf, adjudicationsOf, searchesOf] = [
    of(wordings),
    of(citations),
    of(assessments),
    of(adjudications),
    of(searches),
  ]
  const used = new Map<string, number>()
  const had = new Map<string, Set<string>>()
  for (const row of named) had.set(row.claimId, (had.get(row.claimId) ?? new Set()).add(rootOf(row)))
  const rows: Copies = { wordings: [], citations: [], assessments: [], adjudications: [], searches: [] }
  const inherited = new Map<string, string>()
  for (const { from, to, number, substance } of inheritances) {
    const known = had.get(to) ?? new Set<string>()
    const missing = <R extends Carried>(all: R[]) => all.filter((row) => !known.has(rootOf(row)))
    const [cited, assessed, adjudicated, searched] = [
      missing(citationsOf(from)),
      missing(assessmentsOf(from)),
      missing(adjudicationsOf(from)),
      missing(searchesOf(from)),
    ]
    const needed = new Set([...cited, ...assessed, ...adjudicated, ...searched].map((row) => row.wordingId))
    for (const { claimId: _, id, ...wording } of wordingsOf(from)) {
      if (!needed.has(id)) continue
      const count = used.get(to) ?? 0
      used.set(to, count + 1)
      const own = { ...ownerOf(article), id: newId(), claimId: to, number: number + count, substance }
      inherited.set(`${to} ${id}`, own.id)
      rows.wordings.push({ ...own, ...wording, state: 'inherited', reason: '' })
    }
    const anew = <R extends Carried>({ createdSeq: _c, redactedSeq: _d, endedSeq: _e, endReason: _r, ...row }: R) => {
      known.add(rootOf(row))
      return {
        ...row,
        id: newId(),
        claimId: to,
        wordingId: inherited.get(`${to} ${row.wordingId}`) ?? '',
        substance,
        carriedFromId: rootOf(row),
      }
    }
    rows.citations.push(...cited.map((row) => ({ ...anew(row), reaffirmsId: null, amendsId: null })))
    rows.assessments.push(...assessed.map((row) => ({ ...anew(row), reaffirmsId: null })))
    rows.adjudications.push(...adjudicated.map(anew))
    for (const row of searched) {
      const { substance: _, ...copy } = anew(row)
      rows.searches.push(copy)
    }
    had.set(to, known)
  }
  await ledger.add('ClaimRevision', rows.wordings)
  await ledger.add('Citation', rows.citations)
  await ledger.add('Assessment', rows.assessments)
  await ledger.add('Adjudication', rows.adjudications)
  await ledger.add('SearchEntry', rows.searches)
  return used
}

type Copies = {
  wordings: Row<'ClaimRevision'>[]
  citations: Row<'Citation'>[]
  assessments: Row<'Assessment'>[]
  adjudications: Row<'Adjudication'>[]
  searches: Row<'SearchEntry'>[]
}

type Carried = {
  id: string
  carriedFromId: string | null
  wordingId: string
  createdSeq: number
  redactedSeq: number | null
  endedSeq: number | null
  endReason: string | null
}

/** The check that a copy, however often carried on, is a copy of. */
function rootOf(row: { id: string; carriedFromId: string | null }): string {
  return row.carriedFromId ?? row.id
}

/** A thread to be held by another claim from now on. */
export type ThreadGoing = { threadId: string; to: string }

/** The discussions a claim holds now: its own that have not moved on, and those that came to it. */
export async function threadsOf(ledger: Ledger, claimIds: readonly string[]) {
  return ledger.tx.$queryRaw<{ id: string; claimId: string; quote: string; moveId: string | null }[]>`
    SELECT t."id", coalesce(m."claimId", t."claimId") AS "claimId", t."quote", m."id" AS "moveId"
    FROM "Thread" t LEFT JOIN "ThreadMove" m ON m."threadId" = t."id" AND m."endedSeq" IS NULL
    WHERE coalesce(m."claimId", t."claimId") = ANY(${claimIds}::uuid[])
    ORDER BY t."createdSeq", t."id"`
}

/** Moves discussions to the claims that hold the words they are about. */
export async function moveThreads(
  ledger: Ledger,
  article: AuthorizedArticle,
  going: readonly (ThreadGoing & { moveId: string | null })[],
): Promise<void> {
  await ledger.end(
    'ThreadMove',
    going.flatMap(({ moveId }) => moveId ?? []),
  )
  await ledger.add(
    'ThreadMove',
    going.map(({ threadId, to }) => ({ ...ownerOf(article), id: newId(), threadId, claimId: to })),
  )
}
