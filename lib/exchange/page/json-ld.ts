import type { CslName, SourceType } from '@/lib/domain/source/source.ts'
import { bylineNames } from './byline.ts'
import { plainValue } from './value.ts'

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
  Legislation: 'legislation',
  SocialMediaPosting: 'post',
  DiscussionForumPosting: 'post',
  BlogPosting: 'webpage',
  Article: 'webpage',
  TechArticle: 'webpage',
  Review: 'webpage',
  CriticReview: 'webpage',
  // What a page may hold beside what it is: a dataset it offers, the book it is about, a film set into it.
  Dataset: 'dataset',
  Chapter: 'chapter',
  Book: 'book',
  VideoObject: 'motion_picture',
  WebPage: 'webpage',
}
const RANK = Object.keys(TYPES)

export type LinkedData = { type: SourceType; thing: Thing; byId: ReadonlyMap<string, Thing> }

/**
 * Of all that JSON-LD says on a page, the thing that the page is: one whose name the page's own title repeats before any
 * other, then by kind, an article before the page that holds it and before the video or the book beside it.
 * Read as plain data: nothing is merged into anything, so a key such as `__proto__` is only a key; broken, huge and
 * endless ones are passed by.
 * @param isTitle whether the page itself is called so
 */
export function readJsonLd(
  scripts: readonly string[],
  isTitle: (name: string) => boolean = () => false,
): LinkedData | null {
  const things = scripts.flatMap(parse).flatMap(unfold).slice(0, MOST_THINGS)
  const byId = new Map<string, Thing>()
  for (const thing of things) {
    const id = plainValue(thing['@id'], 2_000)
    if (id && listOf(thing.name).length > 0 && !byId.has(id)) byId.set(id, thing)
  }
  let best: { named: boolean; rank: number; thing: Thing } | null = null
  for (const thing of things) {
    const ranks = listOf(thing['@type']).map((type) => RANK.indexOf(String(plainValue(type)).replace(/^.*[/#:]/, '')))
    const rank = Math.min(...ranks.filter((at) => at >= 0))
    if (!Number.isFinite(rank)) continue
    const named = [...listOf(thing.headline), ...listOf(thing.name)].some((name) =>
      isTitle(plainValue(name, 500) ?? ''),
    )
    if (!best || (named && !best.named) || (named === best.named && rank < best.rank)) best = { named, rank, thing }
  }
  return best ? { type: TYPES[RANK[best.rank] ?? ''] ?? 'webpage', thing: best.thing, byId } : null
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
        next.push(...listOf(value.author).filter(isThing))
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

/** The people and bodies that are given: by name, as things, or by reference to a thing that is described elsewhere. */
export function namesOf(value: unknown, byId: ReadonlyMap<string, Thing> = new Map()): CslName[] {
  return listOf(value).flatMap((given) => {
    const id = isThing(given) && given.name === undefined ? plainValue(given['@id'], 2_000) : null
    const one = (id && byId.get(id)) || given
    const family = isThing(one) ? plainValue(one.familyName) : null
    const first = isThing(one) ? plainValue(one.givenName) : null
    if (family && first) return [{ family, given: first }]
    return bylineNames(nameOf(one))
  })
}
