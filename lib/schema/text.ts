import { z } from 'zod'

/**
 * Text a person typed: kept as it is, but for what a database cannot hold. Half a surrogate pair becomes the
 * replacement character; a zero byte is refused in words.
 */
const typed = (limit: number, what: string) =>
  z
    .string({ error: `${what} is missing.` })
    .transform((text) => text.toWellFormed())
    .refine((text) => !text.includes('\u0000'), {
      error: `${what} holds a zero byte, which cannot be kept. Take it out.`,
    })
    .refine((text) => text.length <= limit, {
      error: (issue) =>
        `${what} has ${String((issue.input as string).length)} characters; the limit is ${limit.toLocaleString('en')}.`,
    })

/** May be empty. Edges are trimmed. */
export const optionalText = (limit: number, what: string) => typed(limit, what).transform((text) => text.trim())

/** Must hold more than white space. Edges are trimmed. */
export const requiredText = (limit: number, what: string) =>
  optionalText(limit, what).refine((text) => text !== '', { error: `${what} cannot be empty.` })

/** Kept to the character; the domain judges it. */
export const rawText = typed

export const id = z.uuid({ error: 'This is not an id of Attest.' })
/** The number of a revision or a change: what the database's column holds. */
export const recordNumber = z.number().int().min(0).max(2_147_483_647)

export const commandId = z.uuid().optional()
