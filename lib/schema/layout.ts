import { z } from 'zod'
import { BLOCK_KINDS } from '@/lib/domain/article/block.ts'
import type { Layout, LayoutBlock } from '@/lib/domain/article/layout.ts'

const block = z
  .object({
    id: z.string(),
    kind: z.enum(BLOCK_KINDS),
    label: z.string().optional(),
    level: z.number().int().optional(),
    open: z.string(),
    close: z.string(),
    claims: z.array(z.number().int()),
    set: z.record(z.string(), z.string()).optional(),
  })
  .transform(({ label, level, set, ...rest }) => ({
    ...rest,
    ...(label !== undefined && { label }),
    ...(level !== undefined && { level }),
    ...(set !== undefined && { set }),
  }))

const layout = z.object({ open: z.string(), close: z.string(), blocks: z.array(block) })

/** Reads one block of a layout. @throws ZodError when it is none */
export function parseLayoutBlock(content: unknown): LayoutBlock {
  return block.parse(content)
}

/** Reads a layout as it comes from the database. @throws ZodError when it is none */
export function parseLayout(content: unknown): Layout {
  return layout.parse(content)
}
