import { z } from 'zod'
import { COUNTED } from '@/lib/domain/revision/count.ts'

const counts = z.partialRecord(z.enum(COUNTED), z.number().int().nonnegative())

/** Reads what a revision kept of its counts, as it comes from the database. @throws ZodError when it is none */
export function parseCounts(content: unknown): z.infer<typeof counts> {
  return counts.parse(content)
}
