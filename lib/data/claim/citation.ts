import type { Stance } from '@/lib/domain/check/scale.ts'
import { type Cover, type CoverRange, carryCovers, coversOf } from '@/lib/domain/claim/cover.ts'
import { mayWithdraw } from '@/lib/domain/desk/permission.ts'
import { type Anchor, anchorOf } from '@/lib/domain/quote/anchor.ts'
import { AppError } from '@/lib/platform/errors.ts'
import { newId } from '@/lib/platform/ids.ts'
import { parseAnchor } from '@/lib/schema/anchor.ts'
import type { AuthorizedArticle } from '../access.ts'
import { type ClaimHead, claimHead } from '../article/head.ts'
import { change, changeWithin, ownerOf, scopeOf, transact } from '../clock.ts'
import type { Db, Tx } from '../db.ts'
import { addJob } from '../job.ts'
import { addSourceWithin, type NewSource, requireSource } from '../source/source.ts'
import { type Moved, type OnClaim, stillSays } from './annotation.ts'

/** What a citation says of a source and a claim. */
export type Cited = {
  stance: Stance
  /** The source's own words, where they were typed by hand; those taken from a snapshot come with `passage`. */
  quote: string
  note: string
  locator: string
  credibility: number
  /** A passage of a snapshot's readable text: the quote is what stands there. UTF-16 units. */
  passage?: { snapshotId: string; start: number; end: number } | undefined
  /** Runs of the wording it covers; null where it is not said. */
  covers?: { start: number; end: number }[] | null | undefined
}

export type NewCitation = OnClaim & Cited & { source: { id?: string | undefined; add?: NewSource | undefined } }

/** `existing`: what was given as a new source was on the shelf already, and was cited as it stands there. */
export type Attached = { outcome: 'attached'; citationId: string; sourceId: string; existing: boolean } | Moved

/** Attaches a source, from the shelf or new, to the wording of a claim. New source and citation land together or not at all. */
export async function attachCitation(db: Db, article: AuthorizedArticle, given: NewCitation): Promise<Attached> {
  const what = { ...scopeOf(article, given), ability: 'citation.attach', kind: 'citation.attached' } as const
  try {
    return await transact(db, what, async (tx) => {
      // The workspace's clock before the article's, everywhere, so that two people never wait for each other.
      const asked = { ...(given.at && { at: given.at }) }
      const { id: sourceId, existing } = given.source.add
        ? await addSourceWithin(tx, article, given.source.add, asked)
        : { id: given.source.id ?? '', existing: false }
      return changeWithin<Attached>(tx, what, async (ledger) => {
        await requireSource(ledger.tx, article.workspaceId, sourceId)
        const claim = await claimHead(ledger.tx, article, given.claimId)
        const moved = await stillSays(ledger.tx, claim, given.wordingId)
        if (moved) throw new MovedWhileAttaching(moved)
        const citationId = newId()
        const said = await sayCited(ledger.tx, article.workspaceId, sourceId, claim, citationId, given)
        await ledger.add('Citation', [
          {
            ...ownerOf(article),
            ...said,
            id: citationId,
            claimId: claim.claimId,
            wordingId: claim.head.id,
            substance: claim.head.substance,
            sourceId,
            memberId: article.memberId,
            createdAt: ledger.at,
          },
        ])
        await askToLook(ledger.tx, article, sourceId, said.quote)
        const { stance, credibility } = given
        return {
          value: { outcome: 'attached', citationId, sourceId, existing },
          details: { claim: claim.key, citation: citationId, source: sourceId, stance, credibility },
        }
      })
    })
  } catch (error) {
    if (error instanceof MovedWhileAttaching) return error.moved
    throw error
  }
}

/** Rolls the new source back too: nothing of a refused command stays. */
class MovedWhileAttaching extends AppError {
  constructor(readonly moved: Moved) {
    super('conflict', 'The claim says something else by now.')
  }
}

export type Amended = { outcome: 'amended'; citationId: string } | { outcome: 'gone' } | Moved

/**
 * Says again what a citation says: another passage, other words covered, another grade. A new row takes its place, for the
 * claim's present wording; the old one is kept. Its author may, and whoever may withdraw it.
 */
export async function amendCitation(
  db: Db,
  article: AuthorizedArticle,
  given: OnClaim & Cited & { citationId: string },
): Promise<Amended> {
  const what = { ...scopeOf(article, given), ability: 'citation.attach', kind: 'citation.amended' } as const
  return change<Amended>(db, what, async (ledger) => {
    const claim = await claimHead(ledger.tx, article, given.claimId)
    const moved = await stillSays(ledger.tx, claim, given.wordingId)
    if (moved) return { value: moved }
    const before = await ledger.tx.citation.findFirst({
      where: { id: given.citationId, articleId: article.articleId, claimId: claim.claimId },
    })
    if (!before) throw new AppError('not_found', 'There is no such citation on this claim.')
    if (before.endedSeq !== null) return { value: { outcome: 'gone' } }
    if (!mayWithdraw(article, 'citation', before.memberId))
      throw new AppError('forbidden', 'Only its author or an editor can change this citation.')
    const citationId = newId()
    const kept = before.anchor !== null && given.passage === undefined && given.quote === before.quote
    const said = await sayCited(ledger.tx, article.workspaceId, before.sourceId, claim, citationId, given)
    await ledger.end('Citation', [before.id], { endReason: 'amended' })
    await ledger.add('Citation', [
      {
        ...ownerOf(article),
        ...said,
        ...(kept && { snapshotId: before.snapshotId, anchor: parseAnchor(before.anchor), quoteId: before.quoteId }),
        ...(said.quote === before.quote && !given.passage && { quoteId: before.quoteId ?? said.quoteId }),
        id: citationId,
        claimId: claim.claimId,
        wordingId: claim.head.id,
        substance: claim.head.substance,
        sourceId: before.sourceId,
        memberId: article.memberId,
        createdAt: ledger.at,
        amendsId: before.id,
      },
    ])
    await askToLook(ledger.tx, article, before.sourceId, said.quote)
    return {
      value: { outcome: 'amended', citationId },
      details: { claim: claim.key, citation: citationId, amends: before.id, source: before.sourceId },
    }
  })
}

/**
 * Where something is kept of a source, a job looks for a new quote in what it says now: a visit may be recorded at this
 * very moment, and the quote may come from an older snapshot.
 */
async function askToLook(tx: Tx, { workspaceId, memberId }: AuthorizedArticle, sourceId: string, quote: string) {
  if (quote === '') return
  const merge = await tx.sourceMerge.findFirst({
    where: { workspaceId, sourceId, endedSeq: null },
    select: { intoId: true },
  })
  for (const id of [sourceId, ...(merge ? [merge.intoId] : [])])
    if (await tx.snapshot.findFirst({ where: { workspaceId, sourceId: id }, select: { id: true } }))
      await addJob(tx, 'check_quotes', { workspaceId, memberId, sourceId: id })
}

/** The columns of what a citation says; a passage is read from its snapshot here, and nowhere else. */
async function sayCited(
  tx: Tx,
  workspaceId: string,
  sourceId: string,
  claim: ClaimHead,
  citationId: string,
  { stance, note, locator, credibility, quote, passage, covers, wordingId }: Cited & { wordingId: string },
) {
  const anchored = passage ? await readPassage(tx, workspaceId, sourceId, passage) : null
  const words = anchored?.anchor.exact ?? quote
  return {
    stance,
    note,
    locator,
    credibility,
    quote: words,
    snapshotId: anchored ? anchored.snapshotId : null,
    anchor: anchored ? (anchored.anchor satisfies Anchor) : null,
    quoteId: words === '' ? null : citationId,
    covers: covers ? await coversNow(tx, claim, wordingId, covers) : null,
  }
}

/** What was marked on the wording a person saw, on the one the claim has by now: it may be set otherwise (spaces, quotation marks). */
async function coversNow(tx: Tx, { head }: ClaimHead, wordingId: string, ranges: CoverRange[]): Promise<Cover[]> {
  if (wordingId === head.id) return coversOf(head.text, ranges)
  const { text } = await tx.claimRevision.findUniqueOrThrow({ where: { id: wordingId }, select: { text: true } })
  return carryCovers(text, head.text, coversOf(text, ranges))
}

async function readPassage(
  tx: Tx,
  workspaceId: string,
  sourceId: string,
  { snapshotId, start, end }: NonNullable<Cited['passage']>,
) {
  // A snapshot of an entry that was merged into this one is one of this source.
  const [found] = await tx.$queryRaw<{ text: string }[]>`
    SELECT n."text" FROM "Snapshot" n
    LEFT JOIN "SourceMerge" m ON m."sourceId" = n."sourceId" AND m."endedSeq" IS NULL
    LEFT JOIN "SourceMerge" o ON o."sourceId" = ${sourceId}::uuid AND o."endedSeq" IS NULL
    WHERE n."id" = ${snapshotId}::uuid AND n."workspaceId" = ${workspaceId}::uuid
      AND coalesce(m."intoId", n."sourceId") = coalesce(o."intoId", ${sourceId}::uuid)`
  if (!found) throw new AppError('not_found', 'There is no such snapshot of this source.')
  if (end > found.text.length || found.text.slice(start, end).trim() === '')
    throw new AppError('invalid', 'No words are selected there. Select the passage again.')
  const anchor = anchorOf(found.text, start, end)
  if (anchor.exact.length > QUOTE_LIMIT)
    throw new AppError('invalid', `A quote holds at most ${QUOTE_LIMIT.toLocaleString('en')} characters. Select less.`)
  return { snapshotId, anchor }
}

/** The longest quote, in UTF-16 units: a passage that bears on one claim, not the whole of a source. */
const QUOTE_LIMIT = 5_000
