import { createHash } from 'node:crypto'
import type { ArticleText } from '@/lib/domain/article/block.ts'
import { layOut } from '@/lib/domain/article/layout.ts'
import type { Authority } from '../access.ts'
import type { Db } from '../db.ts'
import { UNARCHIVED } from './archiving.ts'

/** An article that was imported before; `same`: its first revision said just this, but for what was redacted of it. */
export type LikeArticle = { slug: string; title: string; same: boolean; archived: boolean }

/**
 * Articles of the desk that were imported from the same text, or have its title; the same first, at most 3.
 * @param commandId of the import: what it brought in itself, where it is sent again, is not among them
 */
export async function importedAlready(
  db: Db,
  { workspaceId }: Authority,
  text: ArticleText,
  commandId: string | undefined,
): Promise<LikeArticle[]> {
  const { texts } = layOut(text, 1)
  const digests = texts.map((words) => createHash('md5').update(words).digest('hex'))
  return db.$queryRaw<LikeArticle[]>`
    SELECT * FROM (
      SELECT a."slug", a."title", NOT ${UNARCHIVED} AS "archived",
        coalesce((SELECT bool_and(w."redactedSeq" IS NOT NULL OR md5(w."text") = given."digest") AND bool_or(w."redactedSeq" IS NULL)
          FROM unnest(${digests}::text[]) WITH ORDINALITY AS given("digest", "number")
          LEFT JOIN "Claim" c ON c."articleId" = a."id" AND c."createdSeq" = 1 AND c."number" = given."number"
          LEFT JOIN "ClaimRevision" w ON w."articleId" = c."articleId" AND w."claimId" = c."id" AND w."createdSeq" = 1), false) AS "same",
        lower(a."title") = lower(${text.title}) AS "titled", a."createdAt"
      FROM "Article" a
      WHERE a."workspaceId" = ${workspaceId}::uuid AND (lower(a."title") = lower(${text.title})
        OR (SELECT count(*) FROM "Claim" c WHERE c."articleId" = a."id" AND c."createdSeq" = 1) = ${texts.length})
        AND NOT EXISTS (SELECT FROM "AuditEvent" e WHERE e."clockId" = a."id" AND e."seq" = 1 AND e."commandId" = ${commandId ?? null}::uuid)
      ORDER BY a."createdAt" DESC LIMIT 50
    ) AS found WHERE "same" OR "titled" ORDER BY "same" DESC, "createdAt" DESC LIMIT 3`.then((rows) =>
    rows.map(({ slug, title, same, archived }) => ({ slug, title, same, archived })),
  )
}
