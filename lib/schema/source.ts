import { z } from 'zod'
import { RELIABILITIES } from '@/lib/domain/check/scale.ts'
import { REASON_LIMIT } from '@/lib/domain/claim/wording.ts'
import { ORIGIN_KINDS } from '@/lib/domain/source/derivation.ts'
import { doiKey } from '@/lib/domain/source/doi.ts'
import { readEntry } from '@/lib/domain/source/entry.ts'
import { FILLED_FIELDS, type FilledField } from '@/lib/domain/source/fill.ts'
import { type Csl, parseAuthors, parsePartialDate, SOURCE_TYPES, type SourceType } from '@/lib/domain/source/source.ts'
import { parseWebAddress } from '@/lib/domain/text/web-address.ts'
import { commandId, id, optionalText, rawText, requiredText } from './text.ts'

const types = Object.keys(SOURCE_TYPES) as [SourceType, ...SourceType[]]

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/

const reliability = z.enum(RELIABILITIES, { error: 'Choose a reliability grade, A to F.' })

const fields = {
  type: z.enum(types, { error: 'Choose what kind of source it is.' }),
  title: requiredText(500, 'The title'),
  authors: optionalText(1_000, 'The authors').default(''),
  container: optionalText(300, 'The publication').default(''),
  publisher: optionalText(300, 'The publisher').default(''),
  date: optionalText(40, 'The date').default(''),
  url: optionalText(4_000, 'The address').default(''),
  doi: optionalText(300, 'The DOI').default(''),
  isbn: optionalText(40, 'The ISBN').default(''),
  medium: optionalText(200, 'The medium').default(''),
  language: optionalText(35, 'The language').default(''),
  editors: optionalText(1_000, 'The editors').default(''),
  volume: optionalText(100, 'The volume').default(''),
  issue: optionalText(100, 'The issue').default(''),
  pages: optionalText(100, 'The pages').default(''),
  edition: optionalText(100, 'The edition').default(''),
  number: optionalText(200, 'The number').default(''),
  place: optionalText(200, 'The place').default(''),
}

type Fields = { [Name in keyof typeof fields]: z.output<(typeof fields)[Name]> }

/** The record that the fields of the form make; what cannot be read is refused in words, field by field. */
function recordFrom(form: Fields, refuse: (field: string, message: string) => void): Csl {
  const issued = form.date ? parsePartialDate(form.date) : undefined
  if (issued === null)
    refuse('date', 'Write the date as 2023, 2023-02 or 2023-02-27 (year first), as precise as it is known.')
  const url = form.url ? parseWebAddress(form.url) : undefined
  if (url === null)
    refuse('url', 'This is not a web address. It starts with https:// or http://, and holds no password.')
  if (form.language && !LANGUAGE.test(form.language))
    refuse('language', 'Write the language as a code, such as en, be or uk.')
  const doi = form.doi ? doiKey(form.doi) : undefined
  if (doi === null) refuse('doi', 'This is not a DOI. It starts with 10., as in 10.1000/182.')
  const book = form.isbn ? readEntry(form.isbn) : undefined
  if (book && book.kind !== 'isbn')
    refuse('isbn', 'This is not an ISBN: it has 10 or 13 digits, and the last one fits.')
  const [author, editor] = [parseAuthors(form.authors), parseAuthors(form.editors)]
  return {
    type: form.type,
    title: form.title,
    ...(author.length > 0 && { author }),
    ...(editor.length > 0 && { editor }),
    ...(form.container && { 'container-title': form.container }),
    ...(form.volume && { volume: form.volume }),
    ...(form.issue && { issue: form.issue }),
    ...(form.pages && { page: form.pages }),
    ...(form.edition && { edition: form.edition }),
    ...(form.number && { number: form.number }),
    ...(form.publisher && { publisher: form.publisher }),
    ...(form.place && { 'publisher-place': form.place }),
    ...(issued && { issued: { 'date-parts': [issued] as [typeof issued] } }),
    ...(url && { URL: url }),
    ...(doi && { DOI: doi }),
    ...(book?.kind === 'isbn' && { ISBN: book.isbn }),
    ...(form.medium && { medium: form.medium }),
    ...(form.language && { language: form.language }),
  }
}

const fieldNames = z.array(z.enum(FILLED_FIELDS as [FilledField, ...FilledField[]])).max(FILLED_FIELDS.length)

/** A source as the form has it: plain fields; dates and addresses are read here, and refused in words. */
export const sourceForm = z
  .object({
    ...fields,
    reliability,
    gradeReason: optionalText(REASON_LIMIT, 'The reason for the grade').default(''),
    originId: id.optional(),
    unconfirmed: fieldNames.optional(),
    contact: optionalText(2_000, 'The contact').default(''),
  })
  .transform((form, context) => {
    const csl = recordFrom(form, (field, message) => context.addIssue({ code: 'custom', path: [field], message }))
    const { gradeReason, originId, unconfirmed, contact } = form
    return { csl, reliability: form.reliability, gradeReason, originId, unconfirmed, contact: contact || undefined }
  })

const onSource = { workspaceId: id, sourceId: id, commandId }

export const newSource = z.object({ workspaceId: id, source: sourceForm, commandId })

/** The record of a source as the form has it, and which of its fields still wait to be accepted. */
export const sourceRecord = z.object({
  ...onSource,
  /** What the record said to whoever typed over it (`recordKey`). */
  seen: z.string().max(60_000),
  record: z.object({ ...fields, unconfirmed: fieldNames.default([]) }).transform((form, context) => {
    const csl = recordFrom(form, (field, message) => context.addIssue({ code: 'custom', path: [field], message }))
    return { csl, unconfirmed: form.unconfirmed }
  }),
})

/** The longest bibliography taken in at once, in characters. */
const BIBLIOGRAPHY_LIMIT = 5_000_000

/** What someone pasted into the one box: an address, a DOI, an ISBN, or a record of some form. */
export const pastedEntry = z.object({
  workspaceId: id,
  text: rawText(BIBLIOGRAPHY_LIMIT, 'What was pasted').refine((text) => text.trim() !== '', {
    error: 'Paste an address, a DOI, an ISBN or a record first.',
  }),
  /** Added although something on the shelf looks the same: the person has seen it. */
  anyway: z.boolean().default(false),
  commandId,
})
export const bibliography = z.object({
  workspaceId: id,
  text: rawText(BIBLIOGRAPHY_LIMIT, 'The bibliography'),
  commandId,
})

export const sourceGrade = z.object({ ...onSource, reliability, reason: requiredText(REASON_LIMIT, 'The reason') })
export const sourceOrigin = z.object({
  ...onSource,
  originId: id,
  kind: z.enum(ORIGIN_KINDS, { error: 'Say how it depends on the other.' }).nullable().default('repeats'),
})
export const sourceContact = z.object({ ...onSource, contact: optionalText(2_000, 'The contact') })
export const sourceMerge = z.object({
  ...onSource,
  intoId: id,
  reason: optionalText(REASON_LIMIT, 'The reason').default(''),
})
export const oneSource = z.object(onSource)
export const sourcePair = z.object({ ...onSource, otherId: id })
export const oneCapture = z.object({ workspaceId: id, captureId: id })
export const deskShelfSearch = z.object({ workspaceId: id, text: optionalText(200, 'The search') })
