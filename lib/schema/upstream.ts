import { z } from 'zod'
import { BLOCK_KINDS } from '@/lib/domain/article/block.ts'
import type { RecordedPiece } from '@/lib/domain/reconcile/piece.ts'

/** What upstream said of one claim; `others`: where the desk had split it, the further claims with its words. */
export type UpstreamPiece = RecordedPiece & { others: number[] }

const number = z.number().int().nonnegative()
const piece = z
  .object({
    text: z.string(),
    /** 0: upstream's claim is none of the article's. */
    number,
    others: z.array(number).default([]),
    block: number,
    kind: z.enum(BLOCK_KINDS),
    label: z.string().optional(),
  })
  .transform(({ label, ...rest }): UpstreamPiece => ({ ...rest, ...(label !== undefined && { label }) }))

/** Reads what upstream said, as it comes from the database. @throws ZodError when it is none */
export function parseUpstream(content: unknown): UpstreamPiece[] {
  return z.array(piece).parse(content)
}
