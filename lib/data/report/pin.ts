import type { ReportFacts } from '@/lib/domain/report/facts.ts'
import { type PinnedChange, pinText } from '@/lib/domain/report/pin.ts'
import { AppError } from '@/lib/platform/errors.ts'
import type { AuthorizedArticle, Moment } from '../access.ts'
import type { Db } from '../db.ts'
import { readCounts } from '../revision/counts.ts'

/**
 * Which revision is asked for (none: the newest), and where the clocks stood when it was asked. `exact` is the pin that
 * a report states, to make that very report again.
 */
export type Pin = {
  revision?: number | undefined
  moment?: Moment | undefined
  exact?: PinnedChange | undefined
}

/** The largest number a revision can have: what the database's column holds. */
const LARGEST = 2_147_483_647

export type PinnedRevision = ReportFacts['revisions'][number]

export type Pinned = {
  moment: Moment
  /** When the last change up to the pin was made. */
  at: string
  /** Up to the pinned one, oldest first. */
  revisions: PinnedRevision[]
  layoutId: string
}

/**
 * Pins a revision to a moment of its article's clock. The newest is pinned to what the clocks say; an older one to the
 * last change before the revision after it, with the desk's clock as it stood at that change, and so for good.
 * A pin given exactly is taken as it is, once it is found to be a moment at which that revision was the newest.
 * @throws AppError not_found when the article has no such revision; invalid when the pin given is no moment of it
 */
export async function pinRevision(db: Db, article: AuthorizedArticle, pin: Pin): Promise<Pinned> {
  const now = pin.moment ?? (await clocksOf(db, article))
  if (pin.revision !== undefined && !(pin.revision >= 1 && pin.revision <= LARGEST)) throw unknownRevision(pin.revision)
  const rows = await db.revision.findMany({
    where: {
      articleId: article.articleId,
      workspaceId: article.workspaceId,
      createdSeq: { lte: now.seq },
      ...(pin.revision !== undefined && { number: { lte: Math.min(LARGEST, pin.revision + 1) } }),
    },
    orderBy: { number: 'asc' },
    select: {
      number: true,
      createdSeq: true,
      createdAt: true,
      kind: true,
      summary: true,
      memberId: true,
      layoutId: true,
      counts: true,
      formerTitle: true,
    },
  })
  const { exact } = pin
  const newest = exact ? rows.findLast((row) => row.createdSeq <= exact.change) : rows.at(-1)
  const asked = pin.revision ?? newest?.number
  const head = rows.find((row) => row.number === asked)
  if (!head) throw unknownRevision(pin.revision)
  const next = rows.find((row) => row.number === head.number + 1)
  const last = next ? next.createdSeq - 1 : now.seq
  if (exact && (exact.change > now.seq || exact.deskChange > now.deskSeq))
    throw new AppError('invalid', `Nothing has been recorded up to ${pinText(exact)} yet: this pin lies in the future.`)
  if (exact && (exact.change < head.createdSeq || exact.change > last))
    throw new AppError(
      'invalid',
      `Change ${exact.change} was not made while revision ${head.number} was the newest: that was from ${head.createdSeq} to ${last}.`,
    )
  const seq = exact?.change ?? last
  const event = await db.auditEvent.findUnique({
    where: { clockId_seq: { clockId: article.articleId, seq } },
    select: { at: true, deskSeq: true },
  })
  if (exact && event && exact.deskChange < event.deskSeq)
    throw new AppError(
      'invalid',
      `At change ${seq} the desk’s record had reached ${event.deskSeq} already: there was no moment ${pinText(exact)}.`,
    )
  const revisions = rows.filter((row) => row.number <= head.number)
  return {
    moment: { seq, deskSeq: exact?.deskChange ?? (next && event ? event.deskSeq : now.deskSeq) },
    at: (event?.at ?? head.createdAt).toISOString(),
    revisions: revisions.map(({ createdAt, createdSeq: _c, layoutId: _l, counts, ...row }) => ({
      ...row,
      counts: readCounts(counts),
      at: createdAt.toISOString(),
    })),
    layoutId: head.layoutId,
  }
}

/** The article's and its desk's clocks, of one moment. */
async function clocksOf(db: Db, article: AuthorizedArticle): Promise<Moment> {
  const clocks = await db.clock.findMany({
    where: { workspaceId: article.workspaceId, id: { in: [article.articleId, article.workspaceId] } },
    select: { id: true, seq: true },
  })
  const seqOf = (id: string) => clocks.find((clock) => clock.id === id)?.seq ?? 0
  return { seq: seqOf(article.articleId), deskSeq: seqOf(article.workspaceId) }
}

function unknownRevision(revision: number | undefined): AppError {
  return new AppError('not_found', `This article has no revision${revision === undefined ? '' : ` ${revision}`}.`)
}
