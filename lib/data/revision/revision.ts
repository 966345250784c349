import { type Said, sameFraming } from '@/lib/domain/article/framing.ts'
import { claimKey } from '@/lib/domain/claim/claim.ts'
import { counting } from '@/lib/domain/revision/count.ts'
import type { Plan } from '@/lib/domain/revision/restructure.ts'
import { sharedWords } from '@/lib/domain/revision/restructure.ts'
import { substancesOf } from '@/lib/domain/revision/succession.ts'
import { countWords } from '@/lib/domain/text/word.ts'
import { newId } from '@/lib/platform/ids.ts'
import { inTurns } from '@/lib/platform/process/give-way.ts'
import type { AuthorizedArticle } from '../access.ts'
import type { StandingArticle, StandingClaim } from '../article/standing.ts'
import { ownerOf } from '../clock.ts'
import type { Ledger } from '../ledger.ts'
import type { Row } from '../recorded.ts'
import { carryChecks, type Inheritance } from './carry.ts'
import { keptCounts } from './counts.ts'
import { settleGone } from './proposal.ts'
import { rehomeThreads, settleAssignments, settleMarks } from './settlement.ts'

export type NewRevision = {
  plan: Plan
  kind: 'recorded' | 'restored' | 'upstream' | 'accepted'
  summary: string
  /** Claims that stand in another place now. */
  moved: readonly number[]
  /** Who wrote what is new; null where no one on the desk did. */
  authorId: string | null
  /** Who wrote the words of claims that are brought back, by number. */
  writers?: ReadonlyMap<number, string | null>
  reviewer?: { id: string | null; reason: string | null }
  /** Of claims whose checks go stale because of where they are now: their section's title. */
  sections?: ReadonlyMap<number, string>
  /** The title the article gets, and the one it had. */
  title?: { before: string; after: string } | null
}

/** What one revision made of an article's claims, by number. */
export type Recording = {
  id: string
  number: number
  reworded: number[]
  fresh: number[]
  retired: number[]
  stale: number[]
}

/**
 * Records a planned state of an article as its next revision, within a change that holds the article's lock: wordings,
 * new claims, those that end, their ancestry, and with every split and merge the checks and discussions of its words.
 * A fixed number of statements, whatever the number of claims.
 */
export async function recordPlan(
  ledger: Ledger,
  article: AuthorizedArticle,
  now: StandingArticle,
  given: NewRevision,
): Promise<Recording> {
  const { plan, kind, summary } = given
  const owner = ownerOf(article)
  const revision = { id: newId(), number: now.headNumber + 1 }
  const layoutId = plan.layoutChanged ? newId() : now.layoutId
  if (plan.layoutChanged)
    await ledger.add('Layout', [{ id: layoutId, articleId: article.articleId, content: plan.layout }])
  await ledger.add('Revision', [
    {
      ...{ ...owner, ...revision, createdAt: ledger.at, memberId: article.memberId, kind, summary, layoutId },
      counts: keptCounts(await inTurns(counting(now, plan))),
      ...(given.title && { formerTitle: given.title.before }),
    },
  ])

  const ids = new Map([...now.claims].map(([number, claim]) => [number, claim.id]))
  const revived = await earlierWordings(
    ledger,
    article,
    plan.revived.map(({ number }) => number),
  )
  for (const [number, claim] of revived) ids.set(number, claim.id)
  const fresh = plan.fresh.map((claim) => ({ ...claim, id: newId() }))
  for (const { number, id } of fresh) ids.set(number, id)
  const idOf = (number: number) => ids.get(number) ?? ''
  await ledger.add(
    'Claim',
    fresh.map(({ id, number }) => ({ ...owner, id, number })),
  )

  const heads = new Map(
    [...now.claims].map(([number, { text, substance }]) => [number, { text, substance, ...now.framings.get(number) }]),
  )
  const lastSubstances = new Map([...revived].map(([number, { substance }]) => [number, substance]))
  const substances = substancesOf(plan, heads, lastSubstances)
  const othersOf = new Map(plan.merged.map(({ number, others }) => [number, others]))
  // A claim that took another in gets a wording of its own, even where it says what it said.
  const said = new Map<number, Said>(plan.reworded.map(({ number, recheck: _, ...one }) => [number, one]))
  for (const { number } of plan.merged)
    if (!said.has(number)) said.set(number, { text: now.texts.get(number) ?? '', ...now.framings.get(number) })
  const reworded = [...said].flatMap(([number, one]) => {
    const head = now.claims.get(number)
    return head ? [{ number, ...one, head }] : []
  })
  const ended = plan.ended.flatMap(({ number, into }) => {
    const head = now.claims.get(number)
    return head ? [{ number, into, head }] : []
  })
  const nextNumbers = await nextWordingNumbers(ledger, [
    ...reworded.map(({ head }) => head.id),
    ...[...revived.values()].map(({ id }) => id),
  ])
  await ledger.end(
    'ClaimRevision',
    [...reworded, ...ended].map(({ head }) => head.wordingId),
    { state: 'superseded' },
  )

  const merged = plan.merged.flatMap(({ number, others }) => others.map((other) => ({ number, other })))
  const inherited = await carryChecks(ledger, article, [
    ...fresh.flatMap(({ id, from }) =>
      from.map((number): Inheritance => ({ from: idOf(number), to: id, number: 1, substance: 1 })),
    ),
    ...merged.flatMap(({ number, other }): Inheritance[] => {
      const heir = now.claims.get(number)
      if (!heir || !now.claims.has(other)) return []
      return [{ from: idOf(other), to: heir.id, number: nextNumbers.get(heir.id) ?? 1, substance: heir.substance }]
    }),
  ])

  const wording = (
    claim: Pick<
      Row<'ClaimRevision'>,
      'claimId' | 'text' | 'label' | 'quoted' | 'section' | 'number' | 'substance' | 'baseId' | 'authorId'
    >,
  ) => ({
    ...owner,
    ...claim,
    id: newId(),
    state: 'accepted' as const,
    reason: summary,
    createdAt: ledger.at,
    acceptedSeq: ledger.seq,
    revisionId: revision.id,
    ...(given.reviewer && { reviewerId: given.reviewer.id, reviewReason: given.reviewer.reason }),
  })
  const regrouped = new Set([...plan.split, ...plan.merged].map(({ number }) => number))
  const authorOf = (text: string, from: readonly number[]) => {
    const author = wordsAuthor(now, text, from)
    return author === undefined ? given.authorId : author
  }
  /** White space is no one's wording; a label is someone's. */
  const writerOf = (number: number, { text, ...framing }: Said, head: StandingClaim) => {
    const writer = given.writers?.get(number)
    if (writer !== undefined) return writer
    if (regrouped.has(number)) return authorOf(text, [number, ...(othersOf.get(number) ?? [])])
    const same = text.trim() === head.text.trim() && sameFraming(framing, now.framings.get(number))
    return same ? head.authorId : given.authorId
  }
  const next = (id: string) => (nextNumbers.get(id) ?? 1) + (inherited.get(id) ?? 0)
  const stale: number[] = []
  await ledger.add('ClaimRevision', [
    ...reworded.map(({ number, head, ...one }) => {
      const substance = substances.get(number) ?? head.substance
      if (substance !== head.substance) stale.push(number)
      const authorId = writerOf(number, one, head)
      const section = given.sections?.get(number) ?? null
      const own = { claimId: head.id, number: next(head.id), substance, baseId: head.wordingId, authorId }
      return wording({ ...one, ...own, section })
    }),
    ...plan.revived.flatMap(({ number, ...one }) => {
      const last = revived.get(number)
      if (!last) return []
      return [
        wording({
          claimId: last.id,
          ...one,
          number: next(last.id),
          substance: substances.get(number) ?? last.substance + 1,
          baseId: last.wordingId,
          authorId: given.writers?.has(number) ? (given.writers.get(number) ?? null) : given.authorId,
        }),
      ]
    }),
    ...fresh.map(({ id, number, from, heading: _, ...one }) =>
      wording({
        claimId: id,
        ...one,
        number: 1 + (inherited.get(id) ?? 0),
        substance: substances.get(number) ?? 1,
        baseId: null,
        authorId: from.length > 0 ? authorOf(one.text, from) : given.authorId,
      }),
    ),
  ])

  const descent = (claim: number, ancestor: number, how: 'split' | 'merged' | 'moved') => ({
    id: newId(),
    articleId: article.articleId,
    claimId: idOf(claim),
    ancestorId: idOf(ancestor),
    kind: how,
  })
  await ledger.add('ClaimAncestry', [
    ...fresh.flatMap(({ number, from }) => from.map((ancestor) => descent(number, ancestor, 'split'))),
    ...merged.map(({ number, other }) => descent(number, other, 'merged')),
    ...given.moved.filter((number) => now.claims.has(number)).map((number) => descent(number, number, 'moved')),
  ])
  await rehomeThreads(ledger, article, plan, now, idOf)
  await settleMarks(ledger, article, plan, now, fresh, stale)
  const gone = ended.map(({ head }) => head.id)
  const why = `Left the article in revision ${revision.number}`
  await settleGone(ledger, article, gone, why)
  await settleAssignments(ledger, gone, why)
  await ledger.tx.article.update({
    where: { id: article.articleId },
    data: {
      headNumber: revision.number,
      nextClaimNumber: now.nextClaimNumber + fresh.length,
      ...(given.title && { title: given.title.after }),
    },
    select: { id: true },
  })
  return {
    ...revision,
    reworded: plan.reworded.map(({ number }) => number),
    fresh: fresh.map(({ number }) => number),
    retired: ended.map(({ number }) => number),
    stale,
  }
}

/**
 * Cutting and joining writes no words: where all were there before, their author stays their author (null: they came
 * with the import). Undefined where words are new, or of several authors.
 */
function wordsAuthor(now: StandingArticle, text: string, from: readonly number[]): string | null | undefined {
  const heads = from.flatMap((number) => now.claims.get(number) ?? [])
  const [first] = heads
  if (!first || heads.some(({ authorId }) => authorId !== first.authorId)) return undefined
  const words = heads.map((head) => head.text).join(' ')
  return sharedWords(words, text) === countWords(text) ? first.authorId : undefined
}

type Earlier = Pick<StandingClaim, 'id' | 'wordingId' | 'substance'>

/** The last wordings of claims that are not in the article now. */
async function earlierWordings(
  ledger: Ledger,
  article: AuthorizedArticle,
  numbers: number[],
): Promise<Map<number, Earlier>> {
  if (numbers.length === 0) return new Map()
  const rows = await ledger.tx.$queryRaw<(Earlier & { number: number })[]>`
    SELECT DISTINCT ON (c."id") c."id", c."number", w."id" AS "wordingId", w."substance"
    FROM "Claim" c JOIN "ClaimRevision" w ON w."claimId" = c."id" AND w."acceptedSeq" IS NOT NULL
    WHERE c."articleId" = ${article.articleId}::uuid AND c."number" = ANY(${numbers}::int[])
    ORDER BY c."id", w."acceptedSeq" DESC`
  return new Map(rows.map(({ number, ...row }) => [number, row]))
}

/** The number each claim's next wording takes. */
async function nextWordingNumbers(ledger: Ledger, claimIds: string[]): Promise<Map<string, number>> {
  if (claimIds.length === 0) return new Map()
  const rows = await ledger.tx.$queryRaw<{ claimId: string; next: number }[]>`
    SELECT "claimId", max("number") + 1 AS "next" FROM "ClaimRevision"
    WHERE "claimId" = ANY(${claimIds}::uuid[]) GROUP BY "claimId"`
  return new Map(rows.map(({ claimId, next }) => [claimId, next]))
}

/** What a recording came to, for the audit log. */
export function recordingDetails(recording: Recording, summary: string) {
  const keys = (numbers: readonly number[]) => numbers.map(claimKey)
  return {
    revision: recording.number,
    summary,
    reworded: keys(recording.reworded),
    new: keys(recording.fresh),
    retired: keys(recording.retired),
    stale: keys(recording.stale),
  }
}
