import type { FreshClaim, Plan } from '@/lib/domain/revision/restructure.ts'
import { newId } from '@/lib/platform/ids.ts'
import type { AuthorizedArticle } from '../access.ts'
import type { StandingArticle } from '../article/standing.ts'
import { ownerOf } from '../clock.ts'
import type { Ledger } from '../ledger.ts'
import { moveThreads, threadsOf } from './carry.ts'

// What follows from a restructured article for what people said about its claims.

/** A discussion of words goes with them; one of the whole claim stays with the claim, or goes to the one that took it in. */
export async function rehomeThreads(
  ledger: Ledger,
  article: AuthorizedArticle,
  plan: Plan,
  now: StandingArticle,
  idOf: (number: number) => string,
): Promise<void> {
  const texts = new Map([...plan.reworded, ...plan.fresh].map(({ number, text }) => [idOf(number), text]))
  const destinations = new Map<string, string[]>()
  for (const { number, parts } of plan.split) destinations.set(idOf(number), parts.map(idOf))
  for (const { number, into } of plan.ended)
    if (into !== null && now.claims.has(number)) destinations.set(idOf(number), [idOf(into)])
  if (destinations.size === 0) return
  const threads = await threadsOf(ledger, [...destinations.keys()])
  const going = threads.flatMap(({ id, claimId, quote, moveId }) => {
    const [first, ...others] = destinations.get(claimId) ?? []
    const holder =
      quote === '' ? undefined : [first, ...others].find((one) => one !== undefined && texts.get(one)?.includes(quote))
    const to = holder ?? first
    return to === undefined || to === claimId ? [] : [{ threadId: id, to, moveId }]
  })
  await moveThreads(ledger, article, going)
}

/** A claim that left the article is no one's to see to any more. Where it was split or took another in, it stays theirs. */
export async function settleAssignments(ledger: Ledger, claimIds: readonly string[], why: string): Promise<void> {
  if (claimIds.length === 0) return
  const rows = await ledger.tx.assignment.findMany({
    where: { claimId: { in: [...claimIds] }, endedSeq: null },
    select: { id: true },
  })
  await ledger.end(
    'Assignment',
    rows.map(({ id }) => id),
    { endReason: why },
  )
}

/**
 * "Not checkable" was said of certain words. It stays with a heading; anywhere else it ends when the words change, so
 * that no statement no one looked at hides behind it.
 */
export async function settleMarks(
  ledger: Ledger,
  article: AuthorizedArticle,
  plan: Plan,
  now: StandingArticle,
  fresh: readonly (FreshClaim & { id: string })[],
  stale: readonly number[],
): Promise<void> {
  const headingsOf = ({ blocks }: Plan['layout']) =>
    new Set(blocks.flatMap(({ kind, claims }) => (kind === 'heading' ? claims : [])))
  const [were, are] = [headingsOf(now.layout), headingsOf(plan.layout)]
  const idsOf = (numbers: Iterable<number>) => [...numbers].flatMap((number) => now.claims.get(number)?.id ?? [])
  const open = [...stale.filter((number) => !are.has(number)), ...[...were].filter((number) => !are.has(number))]
  const changed = idsOf(open)
  if (changed.length > 0) {
    const marks = await ledger.tx.checkability.findMany({
      where: { claimId: { in: changed }, endedSeq: null, checkable: false },
      select: { id: true },
    })
    await ledger.end(
      'Checkability',
      marks.map(({ id }) => id),
    )
  }
  // Only what comes new as a heading is marked: making one of a statement does not take its checks out of sight.
  await ledger.add(
    'Checkability',
    fresh
      .filter(({ heading }) => heading)
      .map(({ id }) => ({
        ...ownerOf(article),
        id: newId(),
        claimId: id,
        checkable: false,
        reason: 'Heading',
        memberId: article.memberId,
      })),
  )
}
