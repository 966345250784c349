import { z } from 'zod'
import { type Csl, SOURCE_TYPES, type SourceType } from '@/lib/domain/source/source.ts'

const types = Object.keys(SOURCE_TYPES) as [SourceType, ...SourceType[]]
const datePart = z.number().int()
const partial = z.union([z.tuple([datePart]), z.tuple([datePart, datePart]), z.tuple([datePart, datePart, datePart])])
const name = z.union([
  z.object({ literal: z.string() }),
  z.object({ family: z.string(), given: z.string().optional() }).transform(({ family, given }) => ({
    family,
    ...(given !== undefined && { given }),
  })),
])

const csl = z.object({
  type: z.enum(types).catch('document'),
  title: z.string(),
  author: z.array(name).optional(),
  editor: z.array(name).optional(),
  'container-title': z.string().optional(),
  volume: z.string().optional(),
  issue: z.string().optional(),
  page: z.string().optional(),
  edition: z.string().optional(),
  number: z.string().optional(),
  publisher: z.string().optional(),
  'publisher-place': z.string().optional(),
  issued: z.object({ 'date-parts': z.tuple([partial]) }).optional(),
  accessed: z.object({ 'date-parts': z.tuple([partial]) }).optional(),
  URL: z.string().optional(),
  DOI: z.string().optional(),
  ISBN: z.string().optional(),
  medium: z.string().optional(),
  language: z.string().optional(),
})

/** Reads the part of a CSL-JSON item that Attest keeps; unknown members go, an unknown type is a document. @throws ZodError */
export function parseCsl(value: unknown): Csl {
  const parsed = csl.parse(value)
  return Object.fromEntries(Object.entries(parsed).filter(([, member]) => member !== undefined)) as Csl
}
