import type { Stance } from '@/lib/domain/scale'
import { AppError } from '@/lib/platform/errors'
import { newId } from '@/lib/platform/ids'
import type { AuthorizedArticle } from './access'
import { type Moved, type OnClaim, ownerOf, scopeOf, stillSays } from './annotation'
import { changeWithin, transact } from './clock'
import type { Db } from './db'
import { claimHead } from './head'
import { addSourceWithin, type NewSource, requireSource } from './source'

export type NewCitation = OnClaim & {
  source: { id?: string | undefined; add?: NewSource | undefined }
  stance: Stance
  quote: string
  note: string
  locator: string
  credibility: number
}

/** `existing`: what was given as a new source was on the shelf already, and was cited as it stands there. */
export type Attached = { outcome: 'attached'; citationId: string; sourceId: string; existing: boolean } | Moved

/** Attaches a source, from the shelf or new, to the wording of a claim. New source and citation land together or not at all. */
export async function attachCitation(db: Db, article: AuthorizedArticle, given: NewCitation): Promise<Attached> {
  const what = { ...scopeOf(article, given), ability: 'citation.attach', kind: 'citation.attached' } as const
  try {
    return await transact(db, given.commandId, async (tx) => {
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
        const { stance, quote, note, locator, credibility } = given
        const citationId = newId()
        await ledger.add('Citation', [
          {
            ...ownerOf(article),
            id: citationId,
            claimId: claim.claimId,
            wordingId: claim.head.id,
            substance: claim.head.substance,
            sourceId,
            stance,
            quote,
            note,
            locator,
            credibility,
            memberId: article.memberId,
            createdAt: ledger.at,
          },
        ])
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
