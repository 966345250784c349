import type { SearchResult } from '@/lib/domain/source/search-entry.ts'
import { newId } from '@/lib/platform/ids.ts'
import type { AuthorizedArticle } from '../access.ts'
import { claimHead } from '../article/head.ts'
import { change, ownerOf, scopeOf } from '../clock.ts'
import type { Db } from '../db.ts'
import { type Moved, type OnClaim, stillSays } from './annotation.ts'

export type NewSearchEntry = OnClaim & {
  place: string
  query: string
  /** ISO 8601 day. */
  searchedOn: string
  result: SearchResult
  note: string
}

/** Logs that something was looked for to check a claim, and what came of it; also where nothing did. */
export async function logSearch(
  db: Db,
  article: AuthorizedArticle,
  given: NewSearchEntry,
): Promise<{ outcome: 'logged'; searchId: string } | Moved> {
  const what = { ...scopeOf(article, given), ability: 'citation.attach', kind: 'search.logged' } as const
  return change<{ outcome: 'logged'; searchId: string } | Moved>(db, what, async (ledger) => {
    const claim = await claimHead(ledger.tx, article, given.claimId)
    const moved = await stillSays(ledger.tx, claim, given.wordingId)
    if (moved) return { value: moved }
    const searchId = newId()
    const { place, query, searchedOn, result, note } = given
    await ledger.add('SearchEntry', [
      {
        ...ownerOf(article),
        id: searchId,
        claimId: claim.claimId,
        wordingId: claim.head.id,
        place,
        query,
        searchedOn,
        result,
        note,
        memberId: article.memberId,
        createdAt: ledger.at,
      },
    ])
    return { value: { outcome: 'logged', searchId }, details: { claim: claim.key, search: searchId, result } }
  })
}
