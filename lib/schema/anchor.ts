import { z } from 'zod'
import type { Cover } from '@/lib/domain/claim/cover.ts'
import type { Anchor } from '@/lib/domain/quote/anchor.ts'
import type { ReadableBlock } from '@/lib/domain/quote/snapshot.ts'

const place = z.number().int().min(0)

const anchor = z.object({
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  start: place,
  end: place,
})

/** The selectors of a quote, as they were stored. @throws ZodError */
export function parseAnchor(value: unknown): Anchor {
  return anchor.parse(value)
}

const covers = z.array(z.object({ start: place, end: place, exact: z.string() }))

/** The words a citation covers, as they were stored; null where no one has said. @throws ZodError */
export function parseCovers(value: unknown): Cover[] | null {
  return value === null || value === undefined ? null : covers.parse(value)
}

const blocks = z.array(
  z.object({
    kind: z.enum(['heading', 'paragraph', 'item', 'quote', 'preformatted', 'cell', 'image']),
    start: place,
    end: place,
    level: z.number().int().optional(),
    page: z.number().int().optional(),
    cell: z
      .object({
        table: place,
        row: place,
        column: place,
        rows: place.optional(),
        columns: place.optional(),
        header: z.literal(true).optional(),
      })
      .optional(),
  }),
)

/** The structure of a snapshot's text, as it was stored. @throws ZodError */
export function parseBlocks(value: unknown): ReadableBlock[] {
  return blocks.parse(value) as ReadableBlock[]
}
