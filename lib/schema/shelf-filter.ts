import { z } from 'zod'
import { RELIABILITIES, type Reliability } from '@/lib/domain/check/scale.ts'
import { HEALTHS, type Health } from '@/lib/domain/source/health.ts'
import { SOURCE_TYPES, type SourceType } from '@/lib/domain/source/source.ts'

const types = Object.keys(SOURCE_TYPES) as [SourceType, ...SourceType[]]
const either = z
  .enum(['yes', 'no'])
  .transform((word) => word === 'yes')
  .nullable()
  .catch(null)

const filter = z.object({
  q: z
    .string()
    .transform((text) => text.toWellFormed().replaceAll('\u0000', '').slice(0, 200))
    .catch(''),
  type: z.enum(types).nullable().catch(null),
  grade: z.enum(RELIABILITIES).nullable().catch(null),
  health: z.enum(HEALTHS).nullable().catch(null),
  cited: either,
  unconfirmed: either,
})

/** Reads what an address asks of the shelf; what it does not know, it does not ask. */
export function parseShelfFilter(query: Record<string, string | string[] | undefined>): ShelfFilter {
  const { q: text, grade: reliability, ...rest } = filter.parse({ type: null, grade: null, health: null, ...query })
  return { text, reliability, ...rest }
}

/** The same as an address; what is not asked is left out. */
export function shelfQuery(asked: ShelfFilter & { after?: string }): URLSearchParams {
  const yesNo = (value: boolean | null | undefined) =>
    value === null || value === undefined ? null : value ? 'yes' : 'no'
  const said: [string, string | null | undefined][] = [
    ['q', asked.text],
    ['type', asked.type],
    ['grade', asked.reliability],
    ['health', asked.health],
    ['cited', yesNo(asked.cited)],
    ['unconfirmed', yesNo(asked.unconfirmed)],
    ['after', asked.after],
  ]
  return new URLSearchParams(said.flatMap(([name, value]) => (value ? [[name, value]] : [])))
}

// What the pages get of the shelf.

/** What of the shelf is wanted; what is absent or null is not asked about. */
export type ShelfFilter = {
  text?: string | undefined
  type?: SourceType | null | undefined
  reliability?: Reliability | null | undefined
  health?: Health | null | undefined
  cited?: boolean | null | undefined
  /** With fields that a machine filled and no one has accepted. */
  unconfirmed?: boolean | null | undefined
}
