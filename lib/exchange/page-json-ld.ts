import type { CslName, SourceType } from '@/lib/domain/source'
import { plainValue, writtenName } from './metadata-value'

type Thing = Record<string, unknown>

/** Bounds: a page's own account of itself is short. What is longer was not written for reading. */
const LONGEST = 500_000
const MOST_THINGS = 500

const TYPES: Record<string, SourceType> = {
  NewsArticle: 'article-newspaper',
  ReportageNewsArticle: 'article-newspaper',
  AnalysisNewsArticle: 'article-newspaper',
  OpinionNewsArticle: 'article-newspaper',
  ScholarlyArticle: 'article-journal',
  MedicalScholarlyArticle: 'article-journal',
  Report: 'report',
  Book: 'book',
  Chapter: 'chapter',
  Dataset: 'dataset',
  Legislation: 'legislation',
  SocialMediaPosting: 'post',
  DiscussionForumPosting: 'post',
  VideoObject: 'motion_picture',
  BlogPosting: 'webpage',
  Article: 'webpage',
  TechArticle: 'webpage',
  WebPage: 'webpage',
}
const RANK = Object.keys(TYPES)

export type LinkedData = { type: SourceType; thing: Thing }

/**
 * Of all that JSON-LD says on a page, the thing that the page is: by kind, an article before the page that holds it.
 * Read as plain data: nothing is merged into anything, so a key such as `__proto__` is only a key; broken, huge and
 * endless ones are passed by.
 */
export function readJsonLd(scripts: readonly string[]): LinkedData | null {
  const things = scripts.flatMap(parse).flatMap(unfold).slice(0, MOST_THINGS)
  let best: { rank: number; thing: Thing } | null = null
  for (const thing of things) {
    const ranks = listOf(thing['@type']).map((type) => RANK.indexOf(String(plainValue(type)).replace(/^.*[/#:]/, '')))
    const rank = Math.min(...ranks.filter((at) => at >= 0))
    if (Number.isFinite(rank) && (!best || rank < best.rank)) best = { rank, thing }
  }
  return best ? { type: TYPES[RANK[best.rank] ?? ''] ?? 'webpage', thing: best.thing } : null
}

function parse(script: string): unknown[] {
  if (script.length > LONGEST) return []
  try {
    return [JSON.parse(script.replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/)|(?:-->|\/\*\s*\]\]>\s*\*\/)\s*$/g, ''))]
  } catch {
    return []
  }
}

/** Lists, `@graph` and what a page is mainly about, three deep and no deeper. */
function unfold(root: unknown): Thing[] {
  let level: unknown[] = [root]
  const things: Thing[] = []
  for (let depth = 0; depth < 4 && things.length < MOST_THINGS; depth++) {
    const next: unknown[] = []
    for (const value of level.slice(0, MOST_THINGS)) {
      if (Array.isArray(value)) next.push(...value.slice(0, MOST_THINGS))
      else if (isThing(value)) {
        things.push(value)
        next.push(...listOf(value['@graph']), ...listOf(value.mainEntity).filter(isThing))
      }
    }
    level = next
  }
  return things
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function listOf(value: unknown): unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value.slice(0, MOST_THINGS) : [value]
}

/** The name of a person or organisation, which is given as a word, a thing with a name, or a list of these. */
export function nameOf(value: unknown): string | null {
  const first = listOf(value)[0]
  return plainValue(isThing(first) ? listOf(first.name)[0] : first)
}

export function namesOf(value: unknown): CslName[] {
  return listOf(value).flatMap((one) => {
    const family = isThing(one) ? plainValue(one.familyName) : null
    const given = isThing(one) ? plainValue(one.givenName) : null
    const name: CslName | null = family && given ? { family, given } : writtenName(nameOf(one))
    return name ? [name] : []
  })
}
