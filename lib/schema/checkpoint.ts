import { z } from 'zod'
import { CHECKPOINT_FORMAT, type SignedCheckpoint } from '@/lib/domain/desk/checkpoint.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.number().int().nonnegative()
const id = z.uuid()

const signed = z.strictObject({
  format: z.literal(CHECKPOINT_FORMAT),
  at: z.iso.datetime({ precision: 3 }),
  clocks: z
    .array(
      z.strictObject({
        id,
        desk: id,
        seq: count,
        hash,
        beside: z.record(z.string().max(40), hash).exactOptional(),
      }),
    )
    .max(1_000_000),
  counts: z.strictObject({ events: count, desks: count, articles: count, users: count }).exactOptional(),
  report: hash.exactOptional(),
  key: z.string().regex(/^[\w-]{43}$/),
  signature: z.string().regex(/^[\w-]{86}$/),
})

/** Reads a checkpoint as a file brings it; null where it is none, or has more or less in it. */
export function parseCheckpoint(value: unknown): SignedCheckpoint | null {
  const parsed = signed.safeParse(value)
  return parsed.success ? parsed.data : null
}
