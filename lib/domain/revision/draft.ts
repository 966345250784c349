import type { ArticleText, BlockKind } from '../article/block.ts'
import { isInfobox, type LayoutBlock } from '../article/layout.ts'
import { markupOf } from '../article/markup.ts'
import { type Run, recut } from '../article/recut.ts'
import type { Standing, TargetBlock } from '../article/target.ts'
import type { Piece, RecordedPiece } from '../reconcile/piece.ts'

/** A block of an article as someone left it after editing: what it says it is, and its words. */
export type DraftBlock = { id?: string; kind: BlockKind; level?: number; label?: string; runs: Run[] }

/** A block cut into claims, with its markup; which claims of the article they are is not decided yet. */
export type CutBlock = Omit<TargetBlock, 'claims'> & { pieces: Run[] }

/**
 * An edited article, cut into claims. Blocks that say they are one of the layout keep its markup; the first of two that
 * say so is it. Blocks without words go, save fields of the infobox, which stand without a value.
 */
export function cutDraft(
  draft: readonly DraftBlock[],
  layout: readonly LayoutBlock[],
  recorded: (claim: number) => string | undefined,
  segment: (text: string) => string[],
): CutBlock[] {
  const known = new Map(layout.map((block) => [block.id, block]))
  const taken = new Set<string>()
  const cut: CutBlock[] = []
  for (const { id, runs, ...block } of draft) {
    const stood = id === undefined || taken.has(id) ? undefined : known.get(id)
    // A field's value and a heading are one claim, whatever stands in them.
    const sentences = block.kind !== 'heading' && !isInfobox(block)
    const pieces = recut(runs, recorded, sentences ? segment : (text) => [text]).filter(
      ({ text }) => text.trim() !== '',
    )
    if (pieces.length === 0 && block.kind !== 'infobox_field') continue
    if (stood) taken.add(stood.id)
    const same = stood && stood.kind === block.kind && stood.level === block.level && stood.label === block.label
    const { open, close } = same ? stood : markupOf(block)
    cut.push({ ...block, ...(stood && { id: stood.id }), open, close, pieces })
  }
  return cut
}

/** The claims of blocks that were cut, in reading order, as reconciliation takes them. */
export function piecesOf(blocks: readonly CutBlock[]): Piece[] {
  return blocks.flatMap(({ kind, label, pieces }, block) =>
    pieces.map((piece): Piece => ({ ...piece, block, kind, ...(label !== undefined && { label }) })),
  )
}

/** An article's text from elsewhere, as blocks cut into claims. */
export function cutText(text: ArticleText): CutBlock[] {
  return text.blocks.map(({ claims, ...block }, at) => ({
    ...block,
    id: `u${at + 1}`,
    pieces: claims.map((claim) => ({ text: claim })),
  }))
}

/** The claims of a recorded state in reading order, as reconciliation takes them. */
export function recordedPieces({ layout, texts }: Standing): RecordedPiece[] {
  return layout.blocks.flatMap(({ kind, label, claims }, block) =>
    claims.flatMap((number): RecordedPiece[] => {
      const text = texts.get(number)
      return text === undefined ? [] : [{ number, text, block, kind, ...(label !== undefined && { label }) }]
    }),
  )
}
