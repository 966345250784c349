/** What a block of an article can be. */
export const BLOCK_KINDS = ['heading', 'paragraph', 'list_item', 'infobox_field', 'quotation'] as const
export type BlockKind = (typeof BLOCK_KINDS)[number]

/**
 * One block of an article's text.
 * - `claims`: the texts of its claims; joined with '' they are the block's text exactly. Empty only for a field
 *   without a value. No claim is empty or only white space.
 * - `label`: an infobox field's name ("Fatalities"), and that of the field an infobox list item stands under.
 * - `level`: a heading's number of "=", a list item's depth (1 = outermost).
 * - `open`, `close`: the markup and white space around the text ("- Fatalities: ", "===\n\n", ", *** ").
 */
export type Block = {
  kind: BlockKind
  label?: string
  level?: number
  open: string
  close: string
  claims: string[]
}

/** An article as blocks. `open` is everything before the first block, the title line included; `close` what follows the last. */
export type ArticleText = { title: string; open: string; blocks: Block[]; close: string }

/** The text of a block, without the markup around it. */
export function blockText(block: Pick<Block, 'claims'>): string {
  return block.claims.join('')
}

/** The file an article was read from, byte for byte: `articleSource(parse(x)) === x`. */
export function articleSource(article: ArticleText): string {
  const parts = [article.open]
  for (const block of article.blocks) parts.push(block.open, blockText(block), block.close)
  parts.push(article.close)
  return parts.join('')
}

/** Anything a reader would miss: not white space, punctuation, arithmetic or a control character. */
const CONTENT = /[^\s\p{P}\p{Sm}\p{Sk}\p{Cc}\p{Cf}]/u

/** Whether a text has content (letters, numbers, symbols such as emoji) and so must be inside a claim. */
export function hasContent(text: string): boolean {
  return CONTENT.test(text)
}

/**
 * The claims of a block's text: the segmenter's pieces, made safe. White space goes to the piece before it, leading
 * white space to the first one; should the pieces not give the text back, the text is one claim.
 */
export function claimsOf(text: string, segment: (text: string) => string[]): string[] {
  if (text === '') return []
  const claims: string[] = []
  let waiting = ''
  let length = 0
  for (const piece of segment(text)) {
    if (!text.startsWith(piece, length)) return [text]
    length += piece.length
    const body = piece.trimStart()
    const space = piece.slice(0, piece.length - body.length)
    if (claims.length === 0) waiting += space
    else claims[claims.length - 1] += space
    if (body !== '') {
      claims.push(waiting + body)
      waiting = ''
    }
  }
  return length === text.length && claims.length > 0 ? claims : [text]
}
