import { type AuthorizedArticle, authorizeArticle, type Moment, type SessionClaim } from '@/lib/data/access'
import { db } from '@/lib/data/db'
import { readDossier } from '@/lib/data/dossier'
import { type Galley, readClaim, readGalley } from '@/lib/data/galley'
import { parseClaimKey } from '@/lib/domain/claim'
import { coverage } from '@/lib/domain/coverage'
import { sectionsOf } from '@/lib/domain/layout'
import type { Ability } from '@/lib/domain/permission'
import { AppError } from '@/lib/platform/errors'
import type { Dossier } from '@/lib/schema/dossier'
import type { GalleyView, OutlineSection } from '@/lib/schema/galley'
import { chosenDesk, peopleOf } from './viewer'

/** The right to an article by its slug: the one of the desk this browser works at, where two desks have one of that name. */
export async function articleOf(session: SessionClaim | null, slug: string, ability: Ability = 'article.read') {
  return authorizeArticle(db(), session, { slug, workspaceId: await chosenDesk() }, ability)
}

/** What the galley shows: the article, its claims with their status, the outline with coverage. */
export async function loadGalley(session: SessionClaim | null, slug: string): Promise<GalleyView> {
  const article = await articleOf(session, slug)
  const [galley, { people, viewer }] = await Promise.all([readGalley(db(), article, article), peopleOf(article)])
  const { layout, claims, revision } = galley
  return {
    article: galley.article,
    revision: { number: revision.number, at: revision.at.toISOString(), summary: revision.summary },
    blocks: layout.blocks,
    claims,
    outline: outlineOf(galley),
    coverage: coverage(claims),
    proposals: claims.reduce((sum, claim) => sum + claim.proposals, 0),
    people,
    viewer,
  }
}

function outlineOf({ layout, claims }: Galley): OutlineSection[] {
  const byNumber = new Map(claims.map((claim) => [claim.number, claim]))
  return sectionsOf(layout, (number) => byNumber.get(number)?.text).map(({ id, title, level, claims: numbers }) => {
    const own = numbers.map((number) => byNumber.get(number)).filter((claim) => claim !== undefined)
    return { id, title, level, first: numbers[0] ?? 0, coverage: coverage(own) }
  })
}

/** One claim's dossier, by its key ("C-12"). */
export async function loadDossier(session: SessionClaim | null, slug: string, key: string): Promise<Dossier> {
  const number = parseClaimKey(key)
  const article = await articleOf(session, slug)
  if (number === null) throw new AppError('not_found', 'This is not a claim’s key. A key looks like C-12.')
  return dossierOf(article, article, number)
}

async function dossierOf(
  article: AuthorizedArticle & { memberId: string },
  moment: Moment,
  number: number,
): Promise<Dossier> {
  return readDossier(db(), article, moment, await readClaim(db(), article, moment, number))
}
