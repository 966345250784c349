import { z } from 'zod'
import { RELIABILITIES, STANCES } from '@/lib/domain/check/scale.ts'

/** The demo desk's evidence file: sources with their grades, citations by words of the claim, earlier wordings. */
const evidence = z.object({
  sources: z.array(
    z.object({
      id: z.string(),
      csl: z.record(z.string(), z.unknown()),
      reliability: z.enum(RELIABILITIES),
      derivesFrom: z.string().optional(),
    }),
  ),
  citations: z.array(
    z.object({
      claimContains: z.string(),
      source: z.string(),
      stance: z.enum(STANCES),
      credibility: z.number().int().min(1).max(6),
      says: z.string(),
      locator: z.string().optional(),
    }),
  ),
  earlierWordings: z.object({
    revisions: z.array(z.object({ asOf: z.string(), fields: z.record(z.string(), z.string()) })),
  }),
})
export type Evidence = z.infer<typeof evidence>

export function parseEvidence(json: string): Evidence {
  return evidence.parse(JSON.parse(json))
}
