import { mayWithdraw, WITHDRAWN_BY } from '@/lib/domain/desk/permission.ts'
import { AppError } from '@/lib/platform/errors.ts'
import type { AuthorizedArticle } from '../access.ts'
import type { ClaimHead } from '../article/head.ts'
import { change, scopeOf } from '../clock.ts'
import type { Db } from '../db.ts'

/** What every annotation is asked with: where, on which wording the person saw, and the command's own id. */
export type OnClaim = { claimId: string; wordingId: string; commandId?: string | undefined; at?: Date }

/** The claim says something else by now; the annotation was kept from landing on words its author did not see. */
export type Moved = { outcome: 'moved'; text: string; wordingId: string }

/** Is what the person looked at still what the claim says, in substance? */
export async function stillSays(
  tx: { claimRevision: Db['claimRevision'] },
  claim: ClaimHead,
  wordingId: string,
): Promise<Moved | null> {
  if (wordingId === claim.head.id) return null
  const seen = await tx.claimRevision.findFirst({
    where: { id: wordingId, claimId: claim.claimId },
    select: { substance: true },
  })
  if (!seen) throw new AppError('not_found', 'This claim never had that wording.')
  if (seen.substance === claim.head.substance) return null
  return { outcome: 'moved', text: claim.head.text, wordingId: claim.head.id }
}

export type Withdrawal = { id: string; reason: string; commandId?: string | undefined }

const WITHDRAWN = {
  Citation: { kind: 'citation.withdrawn', what: 'citation', delegate: 'citation' },
  Assessment: { kind: 'assessment.withdrawn', what: 'assessment', delegate: 'assessment' },
  Adjudication: { kind: 'adjudication.withdrawn', what: 'adjudication', delegate: 'adjudication' },
  Comment: { kind: 'comment.withdrawn', what: 'comment', delegate: 'comment' },
  SearchEntry: { kind: 'search.withdrawn', what: 'search', delegate: 'searchEntry' },
} as const

type Find = { findFirst(args: unknown): Promise<{ memberId: string | null; endedSeq: number | null } | null> }

/** Takes an annotation back. It stays in the record, marked; only its author or an editor may. */
export async function withdraw(
  db: Db,
  article: AuthorizedArticle,
  noun: keyof typeof WITHDRAWN,
  asked: Withdrawal,
): Promise<void> {
  const { kind, what, delegate } = WITHDRAWN[noun]
  const ability = WITHDRAWN_BY[what]
  await change(db, { ...scopeOf(article, asked), ability, kind }, async (ledger) => {
    const table = ledger.tx[delegate] as unknown as Find
    const row = await table.findFirst({
      where: { id: asked.id, articleId: article.articleId },
      select: { memberId: true, endedSeq: true },
    })
    if (!row) throw new AppError('not_found', 'There is no such entry on this article.')
    if (!mayWithdraw(article, what, row.memberId))
      throw new AppError('forbidden', 'Only its author (or, for most entries, an editor) can withdraw this.')
    if (row.endedSeq !== null) return { value: undefined }
    await ledger.end(noun, [asked.id], { endReason: asked.reason || 'withdrawn' })
    return { value: undefined, details: { noun, id: asked.id, reason: asked.reason } }
  })
}
