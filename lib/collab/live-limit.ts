import { BLOCKS_LIMIT } from '@/lib/domain/article/size.ts'

/** Bounds on what a page may send, and on what it may make of the text: beyond them every later step would be long. */

/** Of one message: what is applied at once. A paragraph that is pasted has five parts. */
export const MESSAGE_PARTS = { count: 50_000, cuts: 400_000, foreign: 200 }
/** Blocks one within another; an article has three. Yjs deletes and an editor draws by recursion. */
export const DEEPEST = 8
/** Parts of a whole working text, its history included: what everyone who joins is sent. */
export const TEXT_PARTS = 400_000
/** Blocks and runs of text of a whole working text: a block has one run, and some lie within a list. */
export const TEXT_TYPES = 2.5 * BLOCKS_LIMIT
/** Bytes of what a page says it has: about eight for everyone who ever typed. */
export const STATE_BYTES = 256_000
/** Windows that one connection may speak for; a page has one, and a new one each time it connects. */
export const MOST_WINDOWS = 20
