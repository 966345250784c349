import { z } from 'zod'
import { BLOCK_KINDS } from '@/lib/domain/block'
import type { RecordedPiece } from '@/lib/domain/reconcile'

const piece = z
  .object({
    text: z.string(),
    /** 0: upstream's claim is none of the article's. */
    number: z.number().int().nonnegative(),
    block: z.number().int().nonnegative(),
    kind: z.enum(BLOCK_KINDS),
    label: z.string().optional(),
  })
  .transform(({ label, ...rest }): RecordedPiece => ({ ...rest, ...(label !== undefined && { label }) }))

/** Reads what upstream said, as it comes from the database. @throws ZodError when it is none */
export function parseUpstream(content: unknown): RecordedPiece[] {
  return z.array(piece).parse(content)
}
