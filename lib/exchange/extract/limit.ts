import { TEXT_LIMIT } from '@/lib/domain/quote/snapshot.ts'

/** The most bytes of a page that are parsed: what is read of it takes many times the memory. Pages of real sites are below. */
export const HTML_BYTES = 4_000_000

/** The most bytes of a text file that are read: whatever its letters take, it holds more than is kept of it. */
export const TEXT_BYTES = TEXT_LIMIT * 4 + 4

/** The most bytes that are read of anything but a PDF. */
export const MOST_READ = Math.max(HTML_BYTES, TEXT_BYTES)
