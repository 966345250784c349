import type { ArticleText } from '@/lib/domain/article/block.ts'
import { framingsIn } from '@/lib/domain/article/framing.ts'
import { layOut } from '@/lib/domain/article/layout.ts'
import { EMPTY_CHAIN } from '@/lib/domain/desk/audit.ts'
import { freeSlug, slugOf } from '@/lib/domain/text/slug.ts'
import { nothingHere } from '@/lib/platform/errors.ts'
import { newId } from '@/lib/platform/ids.ts'
import { giveWay } from '@/lib/platform/process/give-way.ts'
import type { Authority, AuthorizedArticle } from '../access.ts'
import { changeWithin } from '../clock.ts'
import { requireSame } from '../command.ts'
import type { Db, Tx } from '../db.ts'

export type Import = {
  text: ArticleText
  /** BCP 47. */
  language: string
  licence?: string | undefined
  attribution?: string | undefined
  originUrl?: string | undefined
  summary: string
  commandId?: string | undefined
  at?: Date
}

export type Imported = { articleId: string; slug: string; claims: number }

/** Takes an article in as revision 1: its claims, its layout, headings marked as not checkable. One transaction. */
export async function importArticle(db: Db, authority: Authority, given: Import): Promise<Imported> {
  const { workspaceId, memberId } = authority
  const articleId = newId()
  const { layout, texts } = layOut(given.text, 1)
  const createdAt = given.at ?? new Date()
  return db.$transaction(
    async (tx) => {
      // The desk's clock first: two imports at once take turns at names, and a command sent twice finds the first.
      await tx.$queryRaw`SELECT 1 FROM "Clock" WHERE "id" = ${workspaceId}::uuid FOR UPDATE`
      const done = given.commandId && (await importedBy(tx, authority, given.commandId))
      if (done) return done
      const wanted = slugOf(given.text.title)
      const like = await tx.article.findMany({
        where: { workspaceId, slug: { startsWith: wanted } },
        select: { slug: true },
        take: 10_000,
      })
      const slug = freeSlug(wanted, new Set(like.map((row) => row.slug)))
      await tx.clock.create({ data: { id: articleId, workspaceId, hash: EMPTY_CHAIN } })
      const article = {
        id: articleId,
        workspaceId,
        slug,
        title: given.text.title,
        language: given.language,
        licence: given.licence || null,
        attribution: given.attribution || null,
        originUrl: given.originUrl || null,
        createdAt,
      }
      await tx.article.create({ data: { ...article, headNumber: 1, nextClaimNumber: texts.length + 1 } })
      const what = {
        clockId: articleId,
        authority,
        ability: 'article.import',
        kind: 'article.imported',
        commandId: given.commandId,
        at: createdAt,
      } as const
      return changeWithin<Imported>(tx, what, async (ledger) => {
        const layoutId = newId()
        const revisionId = newId()
        const owner = { workspaceId, articleId }
        const headings = new Set(layout.blocks.filter((b) => b.kind === 'heading').flatMap((b) => b.claims))
        const framings = framingsIn(layout)
        const claims = texts.map((text, at) => ({ claimId: newId(), wordingId: newId(), number: at + 1, text }))
        ledger.vouch('Article', article)
        await giveWay()
        await ledger.add('Layout', [{ id: layoutId, articleId, content: layout }])
        await ledger.add('Revision', [
          {
            ...owner,
            id: revisionId,
            number: 1,
            createdAt,
            memberId,
            kind: 'imported',
            summary: given.summary,
            layoutId,
            ...(claims.length > 0 && { counts: { new: claims.length } }),
          },
        ])
        await ledger.add(
          'Claim',
          claims.map(({ claimId, number }) => ({ ...owner, id: claimId, number })),
        )
        await ledger.add(
          'ClaimRevision',
          claims.map(({ claimId, wordingId, number, text }) => ({
            ...owner,
            id: wordingId,
            claimId,
            number: 1,
            text,
            ...framings.get(number),
            state: 'accepted' as const,
            // Who brings a text in has not written it, and may assess it.
            authorId: null,
            reason: given.summary,
            createdAt,
            acceptedSeq: ledger.seq,
            substance: 1,
            revisionId,
          })),
        )
        await ledger.add(
          'Checkability',
          claims
            .filter(({ number }) => headings.has(number))
            .map(({ claimId }) => ({ ...owner, id: newId(), claimId, checkable: false, reason: 'Heading', memberId })),
        )
        return {
          value: { articleId, slug, claims: claims.length },
          details: { title: given.text.title, claims: claims.length, revision: 1 },
        }
      })
    },
    { timeout: 120_000 },
  )
}

/** What a command imported when it was carried out before. */
async function importedBy(tx: Tx, authority: Authority, commandId: string): Promise<Imported | null> {
  const [row] = await tx.$queryRaw<(Imported & { memberId: string | null; commandDigest: string | null })[]>`
    SELECT a."id" AS "articleId", a."slug", a."nextClaimNumber" - 1 AS "claims", e."memberId", e."commandDigest"
    FROM "AuditEvent" e JOIN "Article" a ON a."id" = e."clockId"
    WHERE e."workspaceId" = ${authority.workspaceId}::uuid AND e."commandId" = ${commandId}::uuid AND e."kind" = 'article.imported' AND e."seq" = 1`
  if (!row) return null
  const { memberId, commandDigest, ...imported } = row
  requireSame({ memberId, commandDigest }, authority)
  return imported
}

/** An article's id, slug and title: what every screen about it needs. */
export async function articleHead(
  db: Db,
  article: AuthorizedArticle,
): Promise<{ id: string; slug: string; title: string }> {
  const found = await db.article.findFirst({
    where: { id: article.articleId, workspaceId: article.workspaceId },
    select: { id: true, slug: true, title: true },
  })
  if (!found) throw nothingHere()
  return found
}
