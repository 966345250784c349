import { maySee } from '@/lib/domain/check/blind.ts'
import type { Json } from '@/lib/domain/desk/audit.ts'
import {
  type About,
  ARTICLE_NOUN,
  type ArticleTarget,
  REDACTED,
  secretsOf,
  structureStays,
  wordingStays,
} from '@/lib/domain/desk/redaction.ts'
import { originFamilies } from '@/lib/domain/source/origin.ts'
import { AppError } from '@/lib/platform/errors.ts'
import type { AuthorizedArticle } from '../access.ts'
import { hiddenNow } from '../article/blindness.ts'
import type { Tx } from '../db.ts'
import { LISTED, type WordRow, wordRows } from './rows.ts'

/** An entry that is to be redacted, with the true copies of it; never what merely says the same. */
export type Copies = {
  target: WordRow
  /** The entry itself and its copies. */
  own: WordRow[]
  /** The words that have to go. */
  secrets: string[]
  about: About
}

/** The columns by which a row says that it repeats another of its noun. */
const LINKS: Partial<Record<string, readonly string[]>> = {
  Citation: ['reaffirmsId', 'amendsId', 'carriedFromId', 'quoteId'],
  Assessment: ['reaffirmsId', 'carriedFromId'],
  Adjudication: ['carriedFromId'],
  SearchEntry: ['carriedFromId'],
}

/** Further columns that say what goes along with a row. */
const BESIDE: Partial<Record<string, readonly string[]>> = {
  Citation: ['quoteId'],
  ClaimRevision: ['claimId', 'state', 'revisionId', 'draftId'],
  StructureProposal: ['state', 'revisionId', 'draftId'],
}

/**
 * The entry and its copies: where it was re-affirmed, amended, or carried along when its claim was split or merged. Other
 * entries that say the same words are someone's own, and are redacted by themselves.
 * @throws AppError not_found where there is no such entry, or none that this member may see
 */
export async function copiesOf(tx: Tx, article: AuthorizedArticle, what: ArticleTarget, id: string): Promise<Copies> {
  const { noun, words } = ARTICLE_NOUN[what]
  const columns = [...words, ...(BESIDE[noun] ?? [])]
  const read = (ids: readonly string[]) => wordRows(tx, noun, columns, article.articleId, `"id" IN ${LISTED}`, ids)
  const [target] = await read([id])
  if (!target || !(await isSeen(tx, article, what, id)))
    throw new AppError('not_found', 'There is no such entry on this article. Nothing was redacted.')
  const secrets = secretsOf(await wordsOf(tx, what, target))
  if (what === 'wording') return wordingCopies(tx, article.articleId, target, secrets)
  const why = what === 'structure' ? structureStays(String(target.state)) : null
  if (why) throw new AppError('invalid', why)
  const links = LINKS[noun] ?? []
  const all = links.length > 0 ? await wordRows(tx, noun, links, article.articleId) : []
  const own = await read([...kinOf(all, links, id)])
  return { target, own, secrets, about: { ids: own.map((row) => row.id), claims: [] } }
}

/** The house may take away what no member but its author may see: whoever runs the command line holds the database. */
async function isSeen(tx: Tx, article: AuthorizedArticle, what: ArticleTarget, id: string): Promise<boolean> {
  if (what !== 'assessment' || article.memberId === null) return true
  const row = await tx.assessment.findFirst({
    where: { id, articleId: article.articleId },
    select: { id: true, memberId: true, claimId: true },
  })
  return row !== null && maySee(row, article.memberId, await hiddenNow(tx, article, [row.claimId]))
}

/**
 * The words of an entry that are someone's. Not among them: what a proposal says of claims as they are, which is the claims'
 * own; labels, which are the layout's; and a summary that several wordings have in common, which is redacted as the revision's.
 */
async function wordsOf(tx: Tx, what: ArticleTarget, row: WordRow): Promise<Json[]> {
  if (what === 'structure') {
    const { blocks = null } = row.content as { blocks?: Json }
    return [row.reason ?? null, row.reviewReason ?? null, row.state === 'accepted' ? null : blocks]
  }
  if (what !== 'wording') return ARTICLE_NOUN[what].words.map((name) => row[name] ?? null)
  const shared = await sharedSummary(tx, row)
  return [row.text, row.reason, row.reviewReason].flatMap((value) => (value === shared ? [] : (value ?? null)))
}

/** The summary of the revision that a wording came with, where others came with it. */
export async function sharedSummary(tx: Tx, { revisionId }: WordRow): Promise<string | null> {
  if (typeof revisionId !== 'string') return null
  const [row] = await tx.$queryRaw<{ summary: string }[]>`
    SELECT r."summary" FROM "Revision" r WHERE r."id" = ${revisionId}::uuid
      AND (SELECT count(*) FROM (SELECT 1 FROM "ClaimRevision" w WHERE w."revisionId" = r."id" LIMIT 2) two) > 1`
  return row?.summary ?? null
}

/** All rows that repeat one another, however often, from one of them on. */
function kinOf(rows: readonly WordRow[], links: readonly string[], id: string): Set<string> {
  const next = new Map<string, string[]>()
  const join = (a: string, b: string) => {
    const known = next.get(a)
    if (known) known.push(b)
    else next.set(a, [b])
  }
  for (const row of rows)
    for (const link of links) {
      const other = row[link]
      if (typeof other !== 'string' || other === row.id) continue
      join(row.id, other)
      join(other, row.id)
    }
  const found = new Set([id])
  for (const one of found) for (const other of next.get(one) ?? []) found.add(other)
  return found
}

/**
 * A wording, as often as its claim said it, and as what came of the claim inherited it.
 * @throws AppError invalid where the claim says it now, or it waits for an answer
 */
async function wordingCopies(tx: Tx, articleId: string, target: WordRow, secrets: string[]): Promise<Copies> {
  const kinship = await tx.$queryRaw<{ sourceId: string; originId: string }[]>`
    SELECT "claimId" AS "sourceId", "ancestorId" AS "originId" FROM "ClaimAncestry" WHERE "articleId" = ${articleId}::uuid`
  const familyOf = originFamilies(kinship)
  const isKin = ({ claimId }: WordRow) => familyOf(String(claimId)) === familyOf(String(target.claimId))
  const text = String(target.text).trim()
  const columns = [...ARTICLE_NOUN.wording.words, ...(BESIDE.ClaimRevision ?? [])]
  const holding = await wordRows(tx, 'ClaimRevision', columns, articleId, 'position($2 IN "text") > 0', text)
  const isCopy = (row: WordRow) =>
    text !== '' &&
    text !== REDACTED &&
    String(row.text).trim() === text &&
    (row.claimId === target.claimId || (row.state === 'inherited' && isKin(row)))
  const own = holding.filter((row) => row.id === target.id || isCopy(row))
  const why = own.map((row) => wordingStays(String(row.state))).find((one) => one !== null)
  if (why) throw new AppError('invalid', why)
  const claims = await tx.claim.findMany({
    where: { articleId, id: { in: own.map((row) => String(row.claimId)) } },
    select: { number: true },
  })
  return {
    target,
    own,
    secrets,
    about: { ids: own.map((row) => row.id), claims: claims.map(({ number }) => number) },
  }
}
