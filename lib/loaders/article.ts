import { authorizeArticle, type Moment, type SessionClaim } from '@/lib/data/access.ts'
import { readBlame } from '@/lib/data/article/blame.ts'
import { readDossier } from '@/lib/data/article/dossier.ts'
import { type Galley, readClaim, readGalley } from '@/lib/data/article/galley.ts'
import { db } from '@/lib/data/db.ts'
import { revisionMoment } from '@/lib/data/history/revision-moment.ts'
import { countStructureProposals } from '@/lib/data/revision/proposal.ts'
import { sectionsOf } from '@/lib/domain/article/layout.ts'
import { parseClaimKey } from '@/lib/domain/claim/claim.ts'
import { coverage } from '@/lib/domain/claim/coverage.ts'
import type { Ability } from '@/lib/domain/desk/permission.ts'
import { AppError } from '@/lib/platform/errors.ts'
import type { Dossier } from '@/lib/view/dossier.ts'
import type { GalleyView, OutlineSection } from '@/lib/view/galley.ts'
import type { BlameDto } from '@/lib/view/history.ts'
import { revisionNumber } from './revision-number.ts'
import { chosenDesk, peopleOf } from './viewer.ts'

/** The right to an article by its slug: the one of the desk this browser works at, where two desks have one of that name. */
export async function articleOf(session: SessionClaim | null, slug: string, ability: Ability = 'article.read') {
  return authorizeArticle(db(), session, { slug, workspaceId: await chosenDesk() }, ability)
}

/** What the galley shows: the article, its claims with their status, the outline with coverage. */
export async function loadGalley(session: SessionClaim | null, slug: string): Promise<GalleyView> {
  const article = await articleOf(session, slug)
  const [galley, who, structures] = await Promise.all([
    readGalley(db(), article, article),
    peopleOf(article),
    countStructureProposals(db(), article),
  ])
  const view = galleyView(galley)
  return { ...view, proposals: view.proposals + structures, ...who }
}

/** An article as of a moment, as a page shows it. */
export function galleyView(galley: Galley): Omit<GalleyView, 'people' | 'viewer'> {
  const { layout, claims, revision } = galley
  return {
    article: galley.article,
    revision: { number: revision.number, at: revision.at.toISOString(), summary: revision.summary },
    blocks: layout.blocks,
    claims,
    outline: outlineOf(galley),
    coverage: coverage(claims),
    proposals: claims.reduce((sum, claim) => sum + claim.proposals, 0),
    moment: { seq: galley.moment.seq, deskSeq: galley.moment.deskSeq },
  }
}

function outlineOf({ layout, claims }: Galley): OutlineSection[] {
  const byNumber = new Map(claims.map((claim) => [claim.number, claim]))
  return sectionsOf(layout, (number) => byNumber.get(number)?.text).map(({ id, title, level, claims: numbers }) => {
    const own = numbers.map((number) => byNumber.get(number)).filter((claim) => claim !== undefined)
    return { id, title, level, first: numbers[0] ?? 0, coverage: coverage(own) }
  })
}

/**
 * One claim's dossier, by its key ("C-12").
 * @param revision as the address says it: as the claim stood at the end of it; null: as it stands now
 */
export async function loadDossier(
  session: SessionClaim | null,
  slug: string,
  key: string,
  revision: string | null,
): Promise<Dossier> {
  const { article, number, moment } = await claimAsked(session, slug, key, revision)
  const summary = await readClaim(db(), article, moment, number)
  return readDossier(db(), article, moment, summary)
}

/** Who wrote the words of a claim, asked for as its dossier is. */
export async function loadBlame(
  session: SessionClaim | null,
  slug: string,
  key: string,
  revision: string | null,
): Promise<BlameDto> {
  const { article, number, moment } = await claimAsked(session, slug, key, revision)
  return readBlame(db(), article, moment, number)
}

async function claimAsked(session: SessionClaim | null, slug: string, key: string, revision: string | null) {
  const number = parseClaimKey(key)
  const asked = revisionNumber(revision, 'invalid')
  const article = await articleOf(session, slug)
  if (number === null) throw new AppError('not_found', 'This is not a claim’s key. A key looks like C-12.')
  const moment: Moment = asked === undefined ? article : await revisionMoment(db(), article, article, asked)
  return { article, number, moment }
}
