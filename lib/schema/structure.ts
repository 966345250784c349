import { z } from 'zod'
import { BLOCK_KINDS } from '@/lib/domain/article/block.ts'
import { REASON_LIMIT } from '@/lib/domain/claim/wording.ts'
import type { StructureChange } from '@/lib/domain/revision/structure.ts'
import { commandId, id, optionalText, requiredText } from './text.ts'

const reason = requiredText(REASON_LIMIT, 'The reason')
const seen = z.object({ claimId: id, wordingId: id })
export const splitRequest = seen.extend({
  articleId: id,
  cuts: z.array(z.number().int().positive()).min(1, 'Choose where to split.').max(1_000),
  reason,
  commandId,
})
export const mergeRequest = z.object({
  articleId: id,
  claims: z.array(seen).min(2, 'It takes two claims to merge.').max(1_000),
  reason,
  commandId,
})
export const structureAcceptance = z.object({
  articleId: id,
  proposalId: id,
  reason: optionalText(REASON_LIMIT, 'The note'),
  commandId,
})
export const structureRejection = structureAcceptance.extend({ reason })

const number = z.number().int().positive()
const text = z.string().max(1_000_000)
const block = z
  .object({
    kind: z.enum(BLOCK_KINDS).optional(),
    level: z.number().int().optional(),
    label: text.optional(),
    texts: z.array(text),
  })
  .transform(({ kind, level, label, texts }) => ({
    texts,
    ...(kind && { kind }),
    ...(level !== undefined && { level }),
    ...(label !== undefined && { label }),
  }))
const frame = z
  .object({ label: text.optional(), quoted: z.literal(true).optional() })
  .transform(({ label, quoted }) => ({ ...(label !== undefined && { label }), ...(quoted && { quoted }) }))
const frames = z.array(frame)

const change = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('split'),
    claim: number,
    says: text,
    frames: frames.exactOptional(),
    texts: z.array(text),
  }),
  z.object({
    kind: z.literal('merged'),
    claims: z.array(number),
    says: z.array(text),
    frames: frames.exactOptional(),
    text,
  }),
  z.object({
    kind: z.literal('moved'),
    claim: number,
    says: text,
    frames: frames.exactOptional(),
    after: number.nullable(),
  }),
  z.object({ kind: z.literal('retired'), claim: number, says: text, frames: frames.exactOptional() }),
  z.object({ kind: z.literal('new'), after: number.nullable(), blocks: z.array(block) }),
])

/** Reads a proposed change as it comes from the database. @throws ZodError when it is none */
export function parseStructureChange(content: unknown): StructureChange {
  return change.parse(content)
}
