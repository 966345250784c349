import { parseWebAddress, readWebAddress } from '../text/web-address.ts'

/** What is said about an article as a whole, beside its text. */
export const ARTICLE_DETAILS = ['title', 'language', 'licence', 'attribution', 'originUrl'] as const
export type ArticleDetail = (typeof ARTICLE_DETAILS)[number]

export type ArticleDetails = {
  title: string
  /** BCP 47. */
  language: string
  licence: string | null
  attribution: string | null
  originUrl: string | null
}

export const DETAIL_LABEL: Record<ArticleDetail, string> = {
  title: 'Title',
  language: 'Language',
  licence: 'Licence',
  attribution: 'Attribution',
  originUrl: 'Origin',
}

/** The details that a change sets, or those that it replaced. */
export type SomeDetails = Partial<ArticleDetails>

/** The longest of each, in UTF-16 units. */
export const DETAIL_LIMIT: Record<ArticleDetail, number> = {
  title: 500,
  language: 35,
  licence: 200,
  attribution: 1_000,
  originUrl: 2_000,
}

/** Control characters, line separators, and those that turn the direction of what follows (Unicode TR 36). */
const ACTING = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u

/** A language, with its script, region or variant: what an import takes. */
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/

/** Is this the code of a language, as a browser reads it? */
export function isLanguageCode(code: string): boolean {
  if (code.length > DETAIL_LIMIT.language || !LANGUAGE.test(code)) return false
  try {
    return Intl.getCanonicalLocales(code).length === 1
  } catch {
    // Well formed at first sight, but a part of it is there twice.
    return false
  }
}

/** What a person typed, as it is kept: without white space at its edges; null where that leaves nothing. */
export function detailTyped<D extends ArticleDetail>(detail: D, text: string): ArticleDetails[D] {
  const typed = text.trim()
  const kept = detail === 'originUrl' ? (readWebAddress(typed) ?? typed) : typed
  const isNull = kept === '' && detail !== 'title' && detail !== 'language'
  return (isNull ? null : kept) as ArticleDetails[D]
}

/** Why a detail cannot be this, as a sentence; null where it can. */
export function detailProblem(detail: ArticleDetail, value: string | null): string | null {
  const text = value ?? ''
  const name = `The ${DETAIL_LABEL[detail].toLowerCase()}`
  if (text.length > DETAIL_LIMIT[detail])
    return `${name} has ${text.length.toLocaleString('en')} characters; the limit is ${DETAIL_LIMIT[detail].toLocaleString('en')}. Shorten it.`
  const acting = ACTING.exec(text)?.[0]
  if (acting !== undefined) {
    const code = (acting.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    return `${name} has a character that is not shown (U+${code}). Take it out.`
  }
  if (detail === 'title' && text.trim() === '') return 'The title cannot be empty.'
  if (detail === 'language' && !isLanguageCode(text)) return 'Write the language as a code, such as en, be or uk.'
  if (detail === 'originUrl' && text !== '' && parseWebAddress(text) === null)
    return 'Write the origin as a web address, such as https://example.org/article, or leave it empty.'
  return null
}

export type AmendmentDecision =
  | { outcome: 'amended'; former: SomeDetails; given: SomeDetails }
  | { outcome: 'unchanged' }
  /** Someone else changed these meanwhile, to something else than was typed. */
  | { outcome: 'conflict'; details: ArticleDetail[] }
  | { outcome: 'invalid'; problems: Partial<Record<ArticleDetail, string>> }

/**
 * What becomes of details that a person typed over those they saw. Only what they changed is looked at: what was there
 * before stays as it is, whatever today's rules say of it, and what others changed beside it stays theirs.
 * @param seen the details as the form showed them when it was opened
 */
export function decideAmendment(seen: ArticleDetails, wanted: ArticleDetails, now: ArticleDetails): AmendmentDecision {
  const changed = ARTICLE_DETAILS.filter((detail) => wanted[detail] !== seen[detail] && wanted[detail] !== now[detail])
  if (changed.length === 0) return { outcome: 'unchanged' }
  const found = changed.flatMap((detail) => {
    const problem = detailProblem(detail, wanted[detail])
    return problem === null ? [] : [[detail, problem] as const]
  })
  if (found.length > 0) return { outcome: 'invalid', problems: Object.fromEntries(found) }
  const details = changed.filter((detail) => now[detail] !== seen[detail])
  if (details.length > 0) return { outcome: 'conflict', details }
  const some = (all: ArticleDetails): SomeDetails =>
    Object.fromEntries(changed.map((detail) => [detail, all[detail]])) as SomeDetails
  return { outcome: 'amended', former: some(now), given: some(wanted) }
}

export type DetailChange = { detail: ArticleDetail; before: string | null; after: string | null }

/** An amendment field by field, in the order of the form. */
export function detailChanges(former: SomeDetails, given: SomeDetails): DetailChange[] {
  return ARTICLE_DETAILS.filter((detail) => detail in given).map((detail) => ({
    detail,
    before: former[detail] ?? null,
    after: given[detail] ?? null,
  }))
}

/** Where the title was replaced: by a revision (`isRevision`), or by an amendment while that revision was the newest. */
export type TitleReplaced = { revision: number; isRevision: boolean; former: string }

/**
 * The title that a revision gave an article: the one that was replaced next, or, where none was since, the one it has.
 * @param replaced in the order in which it happened
 */
export function titleAfter(revision: number, replaced: readonly TitleReplaced[], now: string): string {
  const next = replaced.find((one) => one.revision > revision || (one.revision === revision && !one.isRevision))
  return next?.former ?? now
}

/**
 * The title that upstream has, where the article is to take it over; null where it is to keep its own. What the desk
 * called the article stays until upstream itself changes the title.
 * @param before the title upstream had when it was last taken in
 */
export function upstreamTitle(before: string, upstream: string, now: string): string | null {
  return upstream !== before && upstream !== now ? upstream : null
}
