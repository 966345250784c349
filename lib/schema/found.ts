import { z } from 'zod'
import { FILLED_FIELDS } from '@/lib/domain/source/fill.ts'
import { FOUND_PLACES, type FoundValue, MOST_FOUND } from '@/lib/domain/source/found.ts'

const found = z
  .array(z.object({ field: z.enum(FILLED_FIELDS), from: z.enum(FOUND_PLACES), value: z.string().max(2_000) }))
  .max(MOST_FOUND)

/** Reads what was found of a source, from its column; nothing where the column is empty. @throws ZodError */
export function parseFound(value: unknown): FoundValue[] {
  return value === null || value === undefined ? [] : found.parse(value)
}
