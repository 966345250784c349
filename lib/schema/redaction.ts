import { z } from 'zod'
import type { SignedRedaction } from '@/lib/domain/desk/vouching.ts'

const digests = z.record(z.string(), z.string())
const seq = z.number().int().nonnegative()

const vouching = z.object({
  spelling: z.number().int().positive(),
  recorded: digests,
  accepted: digests,
  ended: digests,
  vouched: z.record(z.string(), digests),
  role: z.object({ member: z.string(), role: z.string() }).exactOptional(),
  title: z.string().exactOptional(),
  name: z.string().exactOptional(),
})

/** Beside these the payload may hold anything else: a reason, what kind of thing it was, its own digests. */
const redaction = z.object({
  redacted: z.array(seq).min(1).max(100_000),
  reissued: z.record(z.string().regex(/^\d{1,10}$/), vouching),
  key: z.string().max(100),
  signature: z.string().max(200),
})

/** Reads what a `record.redacted` event authorises; null where its payload is not a redaction. */
export function parseRedaction(payload: unknown): SignedRedaction | null {
  const parsed = redaction.safeParse(payload)
  return parsed.success ? parsed.data : null
}
