import type { SettledOne, Settlement } from '@/lib/domain/revision/review-outcome.ts'
import type { StructureChange } from '@/lib/domain/revision/structure.ts'
import { AppError } from '@/lib/platform/errors.ts'
import { derivedId } from '@/lib/platform/ids.ts'
import { MOST_AT_ONCE, type Selected } from '@/lib/schema/review.ts'
import { parseStructureChange } from '@/lib/schema/structure.ts'
import type { AuthorizedArticle } from '../access.ts'
import { Repeated } from '../command.ts'
import type { Db } from '../db.ts'
import { acceptStructure, rejectStructure, type StructureAnswer } from '../revision/structure.ts'
import { acceptWordings, rejectWordings } from './batch.ts'
import { claimsIn } from './ground.ts'

export type Decision = { kind: 'accept' | 'reject'; reason: string; commandId?: string | undefined }

/**
 * Carries out one decision on proposals of several articles. The wordings of an article go together, in one revision;
 * changes of structure follow one by one, because each stands on what the one before left. Says of each what became of
 * it. Every step has an id that follows from the command's, so a command that broke off half-way is finished, not
 * repeated, when it is sent again.
 * @throws AppError not_found, before anything is recorded, when one of the proposals is none of its article
 */
export async function settleMany(
  db: Db,
  articles: readonly AuthorizedArticle[],
  proposals: readonly Selected[],
  decision: Decision,
): Promise<SettledOne[]> {
  const { structures, claims } = await readSelected(db, articles, proposals)
  const settled: SettledOne[] = []
  for (const article of articles) {
    const own = proposals.filter(({ articleId }) => articleId === article.articleId)
    const wordingIds = own.flatMap(({ id, kind }) => (kind === 'wording' ? [id] : []))
    const changes = own.flatMap(({ id }) => structures.get(id) ?? [])
    const reworded = new Set(wordingIds.map((id) => claims.get(id)))
    // What moves must still say what it said, so it moves before it is reworded.
    const first = changes.filter(({ change }) => change.kind === 'moved' && reworded.has(change.claim))
    const then = changes.filter((one) => !first.includes(one)).sort((a, b) => rankOf(a) - rankOf(b))
    const step = (id: string) => (decision.commandId ? derivedId(decision.commandId, id) : undefined)
    for (const one of first) settled.push(await settleChange(db, article, one, decision, step(one.id)))
    if (wordingIds.length > 0)
      settled.push(...(await settleWordings(db, article, wordingIds, decision, step(article.articleId))))
    for (const one of then) settled.push(await settleChange(db, article, one, decision, step(one.id)))
  }
  return settled
}

type Change = { id: string; change: StructureChange }

/** What names a claim to stand behind goes before what may take that claim away. */
const ORDER: StructureChange['kind'][] = ['new', 'moved', 'split', 'merged', 'retired']
const rankOf = ({ change }: Change) => ORDER.indexOf(change.kind)

/** The selected changes, and the claims of the selected wordings. @throws AppError not_found */
async function readSelected(db: Db, articles: readonly AuthorizedArticle[], proposals: readonly Selected[]) {
  const articleId = { in: articles.map((one) => one.articleId) }
  const ids = (wanted: Selected['kind']) => proposals.flatMap(({ id, kind }) => (kind === wanted ? [id] : []))
  const [wordings, changes] = await Promise.all([
    db.claimRevision.findMany({
      where: { id: { in: ids('wording') }, articleId, baseId: { not: null } },
      select: { id: true, articleId: true, claim: { select: { number: true } } },
      take: MOST_AT_ONCE,
    }),
    db.structureProposal.findMany({
      where: { id: { in: ids('structure') }, articleId },
      select: { id: true, articleId: true, content: true },
      take: MOST_AT_ONCE,
    }),
  ])
  const homes = {
    wording: new Map(wordings.map((row) => [row.id, row.articleId])),
    structure: new Map(changes.map((row) => [row.id, row.articleId])),
  }
  if (proposals.some(({ id, kind, articleId: home }) => homes[kind].get(id) !== home))
    throw new AppError('not_found', 'One of these proposals is not there (any more). Nothing was recorded.')
  return {
    structures: new Map(
      changes.map(({ id, content }): [string, Change] => [id, { id, change: parseStructureChange(content) }]),
    ),
    claims: new Map(wordings.map(({ id, claim }) => [id, claim.number])),
  }
}

async function settleWordings(
  db: Db,
  article: AuthorizedArticle,
  wordingIds: string[],
  { kind, reason }: Decision,
  commandId: string | undefined,
): Promise<SettledOne[]> {
  const settle = kind === 'accept' ? acceptWordings : rejectWordings
  return settle(db, article, { wordingIds, reason, commandId })
}

async function settleChange(
  db: Db,
  article: AuthorizedArticle,
  { id, change }: Change,
  { kind, reason }: Decision,
  commandId: string | undefined,
): Promise<SettledOne> {
  const name = { id, articleId: article.articleId, claim: claimsIn(change)[0] ?? null }
  const settle = kind === 'accept' ? acceptStructure : rejectStructure
  try {
    return { ...name, ...settlementOf(await settle(db, article, { proposalId: id, reason, commandId })) }
  } catch (error) {
    if (error instanceof Repeated) return { ...name, ...(await settledBefore(db, id)) }
    // What was done before it stands and is told; so is what kept this one back.
    if (error instanceof AppError && error.code !== 'unavailable')
      return { ...name, outcome: 'left', why: error.message }
    throw error
  }
}

function settlementOf(answer: StructureAnswer): Settlement {
  switch (answer.outcome) {
    case 'accepted':
      return { outcome: 'accepted', revision: answer.revision }
    case 'rejected':
      return { outcome: 'rejected' }
    case 'misfit':
      return { outcome: 'left', why: answer.why }
    case 'own_proposal':
      return { outcome: 'left', why: 'You wrote this proposal: someone else decides on it.' }
    default:
      return { outcome: 'left', why: 'Someone settled this proposal a moment ago.' }
  }
}

async function settledBefore(db: Db, id: string): Promise<Settlement> {
  const row = await db.structureProposal.findFirst({
    where: { id },
    select: { state: true, revision: { select: { number: true } } },
  })
  if (row?.state === 'accepted' && row.revision) return { outcome: 'accepted', revision: row.revision.number }
  if (row?.state === 'rejected') return { outcome: 'rejected' }
  return { outcome: 'left', why: 'Someone settled this proposal a moment ago.' }
}
