import { imprint } from '@/lib/domain/source'
import { AppError } from '@/lib/platform/errors'
import { parseCsl } from '@/lib/schema/csl'
import type { ShelfRow, SourceDto } from '@/lib/schema/shelf'
import type { Authority } from './access'
import type { Db } from './db'

export const SHELF_PAGE = 50

const NOT_ENDED = { endedSeq: null } as const

/**
 * The shelf, newest first or by what was typed: words of the title, the address, its authors, or the place it
 * appeared in or its publisher.
 * At most `SHELF_PAGE` a call; `after` is the last id of the page before.
 */
export async function searchShelf(
  db: Db,
  authority: Authority,
  asked: { text?: string | undefined; after?: string | undefined; take?: number },
): Promise<ShelfRow[]> {
  const words = (asked.text ?? '').trim().split(/\s+/).filter(Boolean).slice(0, 8)
  const take = Math.min(asked.take ?? SHELF_PAGE, SHELF_PAGE)
  const found = words.length > 0 ? await idsWith(db, authority, words, asked.after ?? null, take) : undefined
  const rows = await db.source.findMany({
    where: {
      workspaceId: authority.workspaceId,
      ...NOT_ENDED,
      ...(found ? { id: { in: found } } : asked.after && { id: { lt: asked.after } }),
    },
    orderBy: { id: 'desc' },
    take,
    select: {
      id: true,
      title: true,
      csl: true,
      grades: { where: NOT_ENDED, select: { reliability: true }, take: 1 },
      origins: { where: NOT_ENDED, select: { origin: { select: { title: true } } }, take: 1 },
      _count: { select: { citations: { where: NOT_ENDED } } },
    },
  })
  return rows.map((row) => {
    const csl = parseCsl(row.csl)
    return {
      id: row.id,
      title: row.title,
      imprint: imprint(csl),
      type: csl.type,
      reliability: row.grades[0]?.reliability ?? 'F',
      citations: row._count.citations,
      repeats: row.origins[0]?.origin.title ?? null,
    }
  })
}

/** Sources in which every word stands somewhere, to the letter: what a pattern would take for a joker is one of them. */
async function idsWith(
  db: Db,
  { workspaceId }: Authority,
  words: string[],
  after: string | null,
  take: number,
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT s."id" FROM "Source" s
    CROSS JOIN LATERAL (
      SELECT lower(concat_ws(' ', s."title", s."urlKey", s."csl"->>'container-title', s."csl"->>'publisher',
        (SELECT string_agg(name #>> '{}', ' ') FROM jsonb_path_query(s."csl", '$.author[*].*') AS name))) AS "said"
    ) t
    WHERE s."workspaceId" = ${workspaceId}::uuid AND s."endedSeq" IS NULL
      AND (${after}::uuid IS NULL OR s."id" < ${after}::uuid)
      AND (SELECT bool_and(strpos(t."said", lower(word)) > 0) FROM unnest(${words}::text[]) AS word)
    ORDER BY s."id" DESC LIMIT ${take}`
  return rows.map(({ id }) => id)
}

/** One source: its record, the history of its grade, what it repeats and what repeats it, and where it is cited. */
export async function readSource(db: Db, authority: Authority, sourceId: string): Promise<SourceDto> {
  const { workspaceId } = authority
  const row = await db.source.findFirst({
    where: { id: sourceId, workspaceId },
    select: {
      id: true,
      csl: true,
      memberId: true,
      createdAt: true,
      grades: {
        orderBy: { createdSeq: 'desc' },
        take: 50,
        select: { reliability: true, reason: true, memberId: true, createdAt: true, endedSeq: true },
      },
      origins: { where: NOT_ENDED, select: { origin: { select: { id: true, title: true } } }, take: 1 },
      repeats: { where: NOT_ENDED, select: { source: { select: { id: true, title: true } } }, take: 100 },
      citations: {
        where: NOT_ENDED,
        orderBy: { createdAt: 'asc' },
        take: 200,
        select: {
          stance: true,
          credibility: true,
          note: true,
          wording: { select: { text: true } },
          claim: { select: { number: true, article: { select: { slug: true, title: true } } } },
        },
      },
    },
  })
  if (!row) throw new AppError('not_found', 'There is no such source on this shelf.')
  return {
    id: row.id,
    csl: parseCsl(row.csl),
    memberId: row.memberId,
    at: row.createdAt,
    grades: row.grades.map(({ createdAt, endedSeq, ...grade }) => ({
      ...grade,
      at: createdAt,
      current: endedSeq === null,
    })),
    origin: row.origins[0]?.origin ?? null,
    echoes: row.repeats.map((edge) => edge.source),
    citedIn: row.citations.map(({ claim, wording, ...citation }) => ({
      ...citation,
      slug: claim.article.slug,
      title: claim.article.title,
      claim: claim.number,
      wording: wording.text,
    })),
  }
}
