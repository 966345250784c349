// What a source said at a moment, as Attest keeps it beside the bytes. Offsets are UTF-16 units into `text`.

/** How a piece of readable text stood in the source. An `image` stands for one that was left out; its words are the description. */
export type ReadableKind = 'heading' | 'paragraph' | 'item' | 'quote' | 'preformatted' | 'cell' | 'image'

export type ReadableBlock = {
  kind: ReadableKind
  start: number
  end: number
  /** Of a heading, 1 to 6. */
  level?: number
  /** Of a PDF, counted from 1. */
  page?: number
  /** Of what is in a table: which cell. Several blocks may be in one. */
  cell?: TableCell
}

/** A cell of a table: tables, rows and columns are counted from 0. `rows` and `columns`: how many it goes over, where more than one. */
export type TableCell = { table: number; row: number; column: number; rows?: number; columns?: number; header?: true }

/**
 * The readable text of a snapshot: plain words with their structure beside them, so that nothing of the source's own
 * markup is ever shown. Blocks are in order, do not overlap, and are parted in `text` by a line feed.
 */
export type ReadableText = {
  text: string
  blocks: ReadableBlock[]
  /** BCP 47, as the source says. */
  language: string | null
  /** The source was longer than `TEXT_LIMIT` or `BLOCK_LIMIT`; the rest is in the bytes alone. */
  cut: boolean
}

/** Why what was fetched or given is not, or not wholly, what the source says. */
export type ReadingProblemCode =
  | 'unknown_kind'
  | 'no_text_layer'
  | 'locked'
  | 'damaged'
  | 'too_long'
  | 'too_much_memory'
  | 'unread'
  | 'consent_wall'
  | 'bot_challenge'
  | 'not_found_page'
  | 'empty_page'
  | 'redirect_page'
  | 'paywall'
  | 'picture_place'
  | 'picture_details'
  | 'picture_not_shown'

/** The same with a sentence for a person. */
export type ReadingProblem = { code: ReadingProblemCode; message: string }

/**
 * Kinds of pictures that are shown, as copies without what their files say about themselves. All else is saved, and
 * opened by whoever dares.
 */
const SHOWN_PICTURES = new Set(['image/png', 'image/apng', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp'])

export function isShownPicture(mediaType: string): boolean {
  return SHOWN_PICTURES.has(mediaType)
}

/** The longest readable text kept, in UTF-16 units, and the most blocks of it. */
export const TEXT_LIMIT = 2_000_000
export const BLOCK_LIMIT = 50_000

/** The page a place of the text stands on; null where the source has no pages. */
export function pageAt(blocks: readonly ReadableBlock[], offset: number): number | null {
  let page: number | null = null
  for (const block of blocks) {
    if (block.start > offset) break
    page = block.page ?? null
  }
  return page
}
