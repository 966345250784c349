import { z } from 'zod'
import { RELIABILITIES } from '@/lib/domain/scale'
import { type Csl, parseAuthors, parsePartialDate, SOURCE_TYPES, type SourceType } from '@/lib/domain/source'
import { parseWebAddress } from '@/lib/domain/web-address'
import { REASON_LIMIT } from '@/lib/domain/wording'
import { commandId, id, optionalText, requiredText } from './text'

const types = Object.keys(SOURCE_TYPES) as [SourceType, ...SourceType[]]

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/

/** A source as the form has it: plain fields; dates and addresses are read here, and refused in words. */
export const sourceForm = z
  .object({
    type: z.enum(types, { error: 'Choose what kind of source it is.' }),
    title: requiredText(500, 'The title'),
    authors: optionalText(1_000, 'The authors').default(''),
    container: optionalText(300, 'The publication').default(''),
    publisher: optionalText(300, 'The publisher').default(''),
    date: optionalText(40, 'The date').default(''),
    url: optionalText(4_000, 'The address').default(''),
    language: optionalText(35, 'The language').default(''),
    reliability: z.enum(RELIABILITIES, { error: 'Choose a reliability grade, A to F.' }),
    gradeReason: optionalText(REASON_LIMIT, 'The reason for the grade').default(''),
    originId: id.optional(),
  })
  .transform((form, context) => {
    const refuse = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
    const issued = form.date ? parsePartialDate(form.date) : undefined
    if (issued === null)
      refuse('date', 'Write the date as 2023, 2023-02 or 2023-02-27 (year first), as precise as it is known.')
    const url = form.url ? parseWebAddress(form.url) : undefined
    if (url === null)
      refuse('url', 'This is not a web address. It starts with https:// or http://, and holds no password.')
    if (form.language && !LANGUAGE.test(form.language))
      refuse('language', 'Write the language as a code, such as en, be or uk.')
    const author = parseAuthors(form.authors)
    const csl: Csl = {
      type: form.type,
      title: form.title,
      ...(author.length > 0 && { author }),
      ...(form.container && { 'container-title': form.container }),
      ...(form.publisher && { publisher: form.publisher }),
      ...(issued && { issued: { 'date-parts': [issued] as [typeof issued] } }),
      ...(url && { URL: url }),
      ...(form.language && { language: form.language }),
    }
    const { reliability, gradeReason, originId } = form
    return { csl, reliability, gradeReason, originId }
  })

export const newSource = z.object({ workspaceId: id, source: sourceForm, commandId })
export const sourceGrade = z.object({
  workspaceId: id,
  sourceId: id,
  reliability: z.enum(RELIABILITIES, { error: 'Choose a reliability grade, A to F.' }),
  reason: requiredText(REASON_LIMIT, 'The reason'),
  commandId,
})
export const sourceOrigin = z.object({ workspaceId: id, sourceId: id, originId: id.nullable(), commandId })
export const shelfSearch = z.object({ articleId: id, text: optionalText(200, 'The search') })
