import { framingOf, sameFraming } from '@/lib/domain/article/framing.ts'
import { targetClaims } from '@/lib/domain/article/target.ts'
import { may } from '@/lib/domain/desk/permission.ts'
import { proposalsOf, whyNotPropose } from '@/lib/domain/revision/proposal.ts'
import { changesNothing, type Plan } from '@/lib/domain/revision/restructure.ts'
import { withFrames } from '@/lib/domain/revision/structure.ts'
import { AppError } from '@/lib/platform/errors.ts'
import { newId } from '@/lib/platform/ids.ts'
import type { Preview } from '@/lib/view/recording.ts'
import type { AuthorizedArticle } from '../access.ts'
import { change, ownerOf, scopeOf } from '../clock.ts'
import type { Db } from '../db.ts'
import type { Ledger } from '../ledger.ts'
import { type Prepared, prepare, type Wanted } from './preparation.ts'
import { previewOf } from './preview.ts'
import { recordingDetails, recordPlan } from './revision.ts'
import { proposeStructures } from './structure.ts'

type Signed = { seen: string; reason: string; commandId?: string | undefined; at?: Date }

export type Taken =
  | { outcome: 'recorded'; revision: number; stale: number; conflicts: number }
  /** `frames`: claims whose label, or whether they are a quotation, was changed as well; that is not proposed. */
  | { outcome: 'proposed'; wordings: number; structures: number; frames: number }
  | { outcome: 'unchanged' }
  /** The article went on since the preview: here is what it would come to now. Nothing was recorded. */
  | { outcome: 'moved_on'; preview: Preview }

/** What recording a document, or upstream's text, would come to. Records nothing. */
export async function previewRecording(db: Db, article: AuthorizedArticle, wanted: Wanted): Promise<Preview> {
  // One snapshot, so that the claims and the ancestry that are compared are of one moment.
  return db.$transaction(
    async (tx) => {
      const prepared = await prepare(tx, article, wanted)
      return previewOf(tx, article, {
        ...prepared,
        problem: prepared.problem ?? notProposable(article, wanted, prepared),
      })
    },
    { isolationLevel: 'RepeatableRead', timeout: 60_000 },
  )
}

/** Why someone who may only propose can propose nothing of this; null for those who record. */
function notProposable(article: AuthorizedArticle, wanted: Wanted, { now, plan, target, moved }: Prepared) {
  if (plan === null || wanted.from !== 'draft' || may(article.role, 'wording.record')) return null
  return whyNotPropose(now, plan, proposalsOf(now, target, plan, moved))
}

/**
 * Records what a person saw in a preview, as one revision; for one who may only propose, as proposals. Where the article
 * went on since, nothing is recorded and the new preview comes back.
 */
export async function recordWanted(db: Db, article: AuthorizedArticle, wanted: Wanted, signed: Signed): Promise<Taken> {
  const proposes = wanted.from === 'draft' && !may(article.role, 'wording.record')
  const kind = wanted.from === 'upstream' ? 'upstream.taken' : proposes ? 'revision.proposed' : 'revision.recorded'
  const ability = wanted.from === 'upstream' ? 'article.import' : proposes ? 'wording.propose' : 'wording.record'
  return change<Taken>(db, { ...scopeOf(article, signed), ability, kind }, async (ledger) => {
    const prepared = await prepare(ledger.tx, article, wanted)
    const { plan, now, conflicts, blocks } = prepared
    if (prepared.digest !== signed.seen)
      return { value: { outcome: 'moved_on', preview: await previewOf(ledger.tx, article, prepared) } }
    if (plan === null || prepared.problem !== null)
      throw new AppError('invalid', prepared.problem ?? 'This cannot be recorded.')
    if (proposes) return propose(ledger, article, prepared, plan, signed.reason)
    const upstream = wanted.from === 'upstream'
    if (changesNothing(plan) && !upstream) return { value: { outcome: 'unchanged' } }
    const recording = await recordPlan(ledger, article, now, {
      plan,
      kind: upstream ? 'upstream' : 'recorded',
      summary: signed.reason,
      moved: prepared.moved,
      sections: new Map([...prepared.recheck].map((number) => [number, prepared.sections.get(number)?.after ?? ''])),
      title: prepared.title,
      // Who brings a text in has not written it, and may assess it.
      authorId: upstream ? null : article.memberId,
    })
    if (upstream) await keepUpstream(ledger, article, prepared, plan, blocks)
    const { number, stale } = recording
    return {
      value: { outcome: 'recorded', revision: number, stale: stale.length, conflicts: conflicts.length },
      details: {
        ...recordingDetails(recording, signed.reason),
        conflicts: conflicts.map(({ key, choice }) => `${key} ${choice}`),
        ...(prepared.title && { title: prepared.title.after, formerTitle: prepared.title.before }),
      },
    }
  })
}

async function propose(ledger: Ledger, article: AuthorizedArticle, prepared: Prepared, plan: Plan, reason: string) {
  const { now, target, moved } = prepared
  const proposed = proposalsOf(now, target, plan, moved)
  const waiting = await waitingTexts(ledger, article)
  const wordings = proposed.wordings.filter(
    ({ number, text }) => !waiting.has(`${now.claims.get(number)?.wordingId} ${text}`),
  )
  const structures = proposed.structures.map((one) => withFrames(now, one))
  const meant = new Map(
    target.blocks.flatMap((block) =>
      block.claims.flatMap(({ from }) => from.map((n) => [n, framingOf(block)] as const)),
    ),
  )
  const frames = plan.reworded.filter(({ number }) => !sameFraming(now.framings.get(number), meant.get(number))).length
  if (wordings.length + structures.length === 0) {
    const why = whyNotPropose(now, plan, { wordings, structures: proposed.structures })
    if (why !== null) throw new AppError('invalid', why)
    return { value: { outcome: 'unchanged' as const } }
  }
  const draftId = newId()
  const numbers = await ledger.tx.claimRevision.groupBy({
    by: ['claimId'],
    where: { claimId: { in: wordings.flatMap(({ number }) => now.claims.get(number)?.id ?? []) } },
    _max: { number: true },
  })
  const next = new Map(numbers.map((row) => [row.claimId, (row._max.number ?? 0) + 1]))
  await ledger.add(
    'ClaimRevision',
    wordings.flatMap(({ number, text }) => {
      const claim = now.claims.get(number)
      if (!claim) return []
      return [
        {
          ...ownerOf(article),
          id: newId(),
          claimId: claim.id,
          number: next.get(claim.id) ?? 1,
          text,
          ...now.framings.get(number),
          state: 'proposed' as const,
          authorId: article.memberId,
          reason,
          baseId: claim.wordingId,
          createdAt: ledger.at,
          draftId,
        },
      ]
    }),
  )
  await proposeStructures(ledger, article, structures, { draftId, reason })
  return {
    value: { outcome: 'proposed' as const, wordings: wordings.length, structures: structures.length, frames },
    details: { draft: draftId, wordings: wordings.length, structures: structures.length, reason },
  }
}

/** What this member has proposed already, and still waits: the same is not proposed twice. */
async function waitingTexts(ledger: Ledger, article: AuthorizedArticle): Promise<Set<string>> {
  const rows = await ledger.tx.claimRevision.findMany({
    where: { ...ownerOf(article), state: 'proposed', authorId: article.memberId },
    select: { baseId: true, text: true },
    take: 10_000,
  })
  return new Set(rows.map(({ baseId, text }) => `${baseId} ${text}`))
}

/** Keeps what upstream said, each claim with the number it has here, to compare its next state with. */
async function keepUpstream(
  ledger: Ledger,
  article: AuthorizedArticle,
  { target }: Prepared,
  plan: Plan,
  blocks: Prepared['blocks'],
): Promise<void> {
  const numbers = plan.layout.blocks.flatMap((block) => block.claims)
  const held = new Map<number, number[]>()
  targetClaims(target).forEach(({ piece }, at) => {
    if (piece !== undefined) held.set(piece, [...(held.get(piece) ?? []), numbers[at] ?? 0])
  })
  let piece = 0
  const content = blocks.flatMap(({ kind, label, pieces }, block) =>
    pieces.map(({ text }) => {
      const [number = 0, ...others] = held.get(piece++) ?? []
      return { text, number, others, block, kind, ...(label !== undefined && { label }) }
    }),
  )
  const current = await ledger.tx.upstream.findFirst({
    where: { articleId: article.articleId, endedSeq: null },
    select: { id: true },
  })
  if (current) await ledger.end('Upstream', [current.id])
  await ledger.add('Upstream', [{ ...ownerOf(article), id: newId(), content }])
}
