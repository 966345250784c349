import { newId } from '@/lib/platform/ids.ts'
import type { AuthorizedArticle } from '../access.ts'
import { claimHead } from '../article/head.ts'
import { change, ownerOf, scopeOf } from '../clock.ts'
import type { Db } from '../db.ts'

/** An editor's word that a claim can, or cannot, be checked. @returns whether that changed anything */
export async function setCheckable(
  db: Db,
  article: AuthorizedArticle,
  given: { claimId: string; checkable: boolean; reason: string; commandId?: string | undefined; at?: Date },
): Promise<boolean> {
  const what = { ...scopeOf(article, given), ability: 'claim.mark_checkable', kind: 'claim.checkability_set' } as const
  return change<boolean>(db, what, async (ledger) => {
    const claim = await claimHead(ledger.tx, article, given.claimId)
    const current = await ledger.tx.checkability.findFirst({
      where: { claimId: claim.claimId, endedSeq: null },
      select: { id: true, checkable: true },
    })
    if ((current?.checkable ?? true) === given.checkable) return { value: false }
    if (current) await ledger.end('Checkability', [current.id])
    const { checkable, reason } = given
    await ledger.add('Checkability', [
      { ...ownerOf(article), id: newId(), claimId: claim.claimId, checkable, reason, memberId: article.memberId },
    ])
    return { value: true, details: { claim: claim.key, checkable, reason } }
  })
}
