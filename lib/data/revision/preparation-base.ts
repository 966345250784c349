import type { ArticleText } from '@/lib/domain/article/block.ts'
import type { RecordedPiece } from '@/lib/domain/reconcile/piece.ts'
import { type DraftBlock, recordedPieces } from '@/lib/domain/revision/draft.ts'
import type { Choice } from '@/lib/domain/revision/three-way.ts'
import type { CorrectionDto } from '@/lib/schema/recording.ts'
import { parseUpstream } from '@/lib/schema/upstream.ts'
import type { AuthorizedArticle } from '../access.ts'
import { readStanding, type StandingArticle } from '../article/standing.ts'
import type { Tx } from '../db.ts'

/**
 * What someone wants the article to be: a document edited on a revision of it, or upstream's newer text.
 * `chosen`: the keys of the document's changes that are wanted, the rest stays as it is recorded; all, where undefined.
 */
export type Wanted = {
  corrections: readonly CorrectionDto[]
  choices: Readonly<Record<string, Choice>>
  /** Claims under another heading whose checks are to go stale, by number. */
  recheck?: readonly number[]
} & (
  | {
      from: 'draft'
      baseRevision: number
      blocks: readonly DraftBlock[]
      segment: (text: string) => string[]
      chosen?: readonly string[]
    }
  | { from: 'upstream'; text: ArticleText }
)

export type Base = {
  pieces: readonly RecordedPiece[]
  revision: number
  seq: number
  /** Of a recorded revision: its blocks, and what its claims say. */
  layout?: StandingArticle['layout']['blocks']
  texts?: StandingArticle['texts']
  /** Further claims that hold a claim's words: the desk had split it when upstream was taken in. */
  others?: ReadonlyMap<number, number[]>
}

/** What both sides began with: the revision that was edited; or what upstream said last, which at first is what was imported. */
export async function readBase(
  tx: Tx,
  article: AuthorizedArticle,
  wanted: Wanted,
  now: StandingArticle,
): Promise<Base> {
  if (wanted.from === 'upstream') {
    const row = await tx.upstream.findFirst({
      where: { articleId: article.articleId, workspaceId: article.workspaceId, endedSeq: null },
      select: { content: true, createdSeq: true },
    })
    if (row) {
      const pieces = parseUpstream(row.content)
      const others = new Map(pieces.map((piece) => [piece.number, piece.others]))
      return { pieces, others, revision: now.revision, seq: row.createdSeq }
    }
  }
  const revision = wanted.from === 'upstream' ? 1 : wanted.baseRevision
  const state = revision === now.revision ? now : await readStanding(tx, article, revision)
  return { pieces: recordedPieces(state), revision, seq: state.seq, layout: state.layout.blocks, texts: state.texts }
}
