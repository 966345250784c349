import { type FoundPlace, type FoundValue, foundIn, mergeFound } from '@/lib/domain/source/found.ts'
import type { Csl, CslName, SourceType } from '@/lib/domain/source/source.ts'
import { parseWebAddress } from '@/lib/domain/text/web-address.ts'
import { bylineNames, shownAuthors } from './byline.ts'
import { parsePage } from './document.ts'
import { type LinkedData, listOf, nameOf, namesOf, readJsonLd } from './json-ld.ts'
import { fitsScript } from './language.ts'
import { languageTag } from './readable-assembly.ts'
import { agreedTitle, agrees, withoutSite } from './title.ts'
import { findDoi, findIsbn, plainValue, writtenName } from './value.ts'
import { writtenDate } from './written-date.ts'

/** What a page says about itself, for a person to confirm. */
export type FoundFields = {
  csl: Partial<Csl>
  canonicalUrl: string | null
  doi: string | null
  isbn: string | null
  /** What each place of the page said, whichever was taken. */
  found: FoundValue[]
}

export const NOTHING_FOUND: FoundFields = { csl: {}, canonicalUrl: null, doi: null, isbn: null, found: [] }

const MOST_TAGS = 2_000
const MOST_AUTHORS = 50

/**
 * Reads title, authors, date and the rest from a page. The title is the one that most of the page's own accounts agree on,
 * and JSON-LD is believed about the thing of that title; for each other field the first that says something usable is
 * taken: Google Scholar's `citation_*`, JSON-LD, Open Graph with `article:*`, Dublin Core, and last the plain author, time
 * and language of HTML. Read straight from the parsed page: open-graph-scraper knows no `citation_*`, gives
 * JSON-LD as it stands, and was still busy after 45 seconds with 100,000 nested elements.
 * Never throws; nothing is guessed but the type.
 * @param url where the page was found; what it calls its canonical address is read relative to it
 */
export function pageMetadata(html: string, url: string | null): FoundFields {
  try {
    return fieldsOf(parsePage(html), url)
  } catch {
    return NOTHING_FOUND
  }
}

function fieldsOf(document: Document, url: string | null): FoundFields {
  const tags = metaTags(document)
  const said = (...names: string[]) => names.flatMap((name) => tags.get(name) ?? [])
  const scripts = [...document.querySelectorAll('script[type="application/ld+json" i]')].slice(0, 50)
  const shown = [
    ...said('og:title', 'twitter:title', 'dc.title', 'dcterms.title'),
    document.querySelector('title')?.textContent,
    headingOf(document),
  ].map((value) => plainValue(value, 500))
  const isTitle = (name: string) => shown.some((title) => title !== null && agrees(name, title))
  const linked = readJsonLd(
    scripts.map((script) => script.textContent ?? ''),
    isTitle,
  )
  const thing = linked?.thing ?? {}

  const site = first(said('og:site_name', 'application-name'), (value) => plainValue(value))
  const cited = first(said('citation_title'), (value) => plainValue(value, 500))
  const named = [...listOf(thing.headline), ...listOf(thing.name)].map((value) => plainValue(value, 500))
  const bare = (one: string | null) => one && withoutSite(one, site)
  const title = cited ?? agreedTitle([...named, ...shown].map(bare))
  const titles = told(
    [
      ['citation', [cited]],
      ['json_ld', named],
      ['open_graph', said('og:title', 'twitter:title')],
      ['dublin_core', said('dc.title', 'dcterms.title')],
      ['html', [document.querySelector('title')?.textContent, headingOf(document)]],
    ],
    (value) => bare(plainValue(value, 500)),
  )
  const journal = first(said('citation_journal_title', 'citation_conference_title'), (value) => plainValue(value))
  const containers = told(
    [
      ['citation', [journal]],
      ['open_graph', said('og:site_name')],
      ['html', said('application-name')],
      ['json_ld', [nameOf(thing.isPartOf)]],
    ],
    (value) => plainValue(value),
  )
  const container = containers[0]?.value
  const publishers = told(
    [
      ['citation', said('citation_publisher', 'citation_technical_report_institution')],
      ['json_ld', [nameOf(thing.publisher)]],
      ['dublin_core', said('dc.publisher', 'dcterms.publisher')],
    ],
    (value) => plainValue(value),
  )
  const publisher = publishers[0]?.value
  const dates = told(
    [
      ['citation', said('citation_publication_date', 'citation_date', 'citation_online_date', 'citation_year')],
      ['json_ld', [thing.datePublished]],
      ['open_graph', said('article:published_time', 'article:published', 'og:published_time')],
      ['html', said('datepublished')],
      ['dublin_core', said('dc.date.issued', 'dcterms.issued', 'dc.date', 'dcterms.date', 'dcterms.created')],
      ['html', said('date', 'pubdate', 'publish-date', 'publication_date', 'sailthru.date', 'parsely-pub-date')],
      ['html', datedElements(document)],
    ],
    writtenDate,
  )
  const issued = dates[0]?.value
  const sample = `${title ?? ''} ${document.body?.textContent?.slice(0, 20_000) ?? ''}`
  const languages = told(
    [
      ['citation', said('citation_language')],
      ['json_ld', listOf(thing.inLanguage)],
      ['dublin_core', said('dc.language', 'dcterms.language')],
      ['html', [document.documentElement.getAttribute('lang')]],
      ['open_graph', said('og:locale')],
      ['html', said('content-language')],
    ],
    (value) => {
      const tag = languageTag(plainValue(value))
      return tag && fitsScript(tag, sample) ? tag : null
    },
  )
  const language = languages[0]?.value
  const bylines = authors(said, linked, document)
  const author = bylines[0]?.value ?? []
  const canonicalUrl = canonical(document, said('og:url'), url)
  const dois = told(
    [
      ['citation', said('citation_doi', 'prism.doi')],
      ['dublin_core', said('dc.identifier', 'dcterms.identifier')],
      ['json_ld', [...listOf(thing.identifier), ...listOf(thing.sameAs)]],
      ['html', [canonicalUrl]],
    ],
    findDoi,
  )
  const isbns = told(
    [
      ['citation', said('citation_isbn')],
      ['open_graph', said('book:isbn')],
      ['json_ld', [thing.isbn]],
      ['dublin_core', said('dc.identifier')],
    ],
    findIsbn,
  )
  const [doi, isbn] = [dois[0]?.value ?? null, isbns[0]?.value ?? null]
  const csl: Partial<Csl> = {
    type: typeOf(said, linked?.type ?? null, journal !== null),
    ...(title && { title }),
    ...(author.length > 0 && { author }),
    ...(container && { 'container-title': container }),
    ...(publisher && publisher !== container && { publisher }),
    ...(issued && { issued: { 'date-parts': [issued] } }),
    ...(doi && { DOI: doi }),
    ...(language && { language }),
    ...urlMember(canonicalUrl ?? parseWebAddress(url ?? '')),
  }
  const found = [
    titles.map(({ from, value }) => foundIn(from, { title: value })),
    bylines.map(({ from, value }) => foundIn(from, { author: value })),
    containers.map(({ from, value }) => foundIn(from, { 'container-title': value })),
    publishers.map(({ from, value }) => foundIn(from, { publisher: value })),
    dates.map(({ from, value }) => foundIn(from, { issued: { 'date-parts': [value] } })),
    languages.map(({ from, value }) => foundIn(from, { language: value })),
    dois.map(({ from, value }) => foundIn(from, { DOI: value })),
    isbns.map(({ from, value }) => foundIn(from, { ISBN: value })),
  ].flat(2)
  // Of a field, a place is asked in several ways, the best first.
  return { csl, canonicalUrl, doi, isbn, found: mergeFound(found.toReversed(), []) }
}

type Said = (...names: string[]) => string[]

const urlMember = (url: string | null) => (url ? { URL: url } : {})

function metaTags(document: Document): Map<string, string[]> {
  const tags = new Map<string, string[]>()
  for (const meta of [...document.querySelectorAll('meta')].slice(0, MOST_TAGS)) {
    const content = meta.getAttribute('content')
    if (!content) continue
    const names = ['name', 'property', 'http-equiv', 'itemprop'].flatMap((one) => meta.getAttribute(one)?.trim() || [])
    for (const name of new Set(names.map((one) => one.toLowerCase()))) {
      if (name.length > 100) continue
      tags.set(name, [...(tags.get(name) ?? []).slice(0, MOST_AUTHORS), content])
    }
  }
  return tags
}

type Told<V> = { from: FoundPlace; value: V }

/** What each place says of a field, as far as it can be used, in the order in which they are believed. */
function told<V>(
  places: readonly (readonly [FoundPlace, readonly unknown[]])[],
  read: (value: unknown) => V | null,
): Told<V>[] {
  return places.flatMap(([from, values]) => {
    const value = first(values, read)
    return value === null ? [] : [{ from, value }]
  })
}

function first<V>(values: readonly unknown[], read: (value: unknown) => V | null): V | null {
  for (const value of values) {
    const found = read(value)
    if (found !== null) return found
  }
  return null
}

function authors(said: Said, linked: LinkedData | null, document: Document): Told<CslName[]>[] {
  const thing = linked?.thing ?? {}
  const read = (values: string[]) => values.flatMap((value) => writtenName(value, true) ?? [])
  const cited =
    said('citation_author').length > 0
      ? said('citation_author')
      : said('citation_authors').flatMap((all) => all.split(';'))
  const candidates: Told<CslName[]>[] = [
    { from: 'citation', value: read(cited) },
    { from: 'json_ld', value: namesOf(thing.author ?? thing.creator, linked?.byId) },
    {
      from: 'open_graph',
      value: said('article:author', 'og:article:author', 'book:author').flatMap(bylineNames),
    },
    { from: 'dublin_core', value: read(said('dc.creator', 'dcterms.creator')) },
    {
      from: 'html',
      value: said('author', 'authors', 'parsely-author', 'sailthru.author', 'byl', 'byline').flatMap(bylineNames),
    },
    { from: 'html', value: shownAuthors(document) },
  ]
  return candidates
    .filter(({ value }) => value.length > 0)
    .map(({ from, value }) => ({ from, value: distinct(value).slice(0, MOST_AUTHORS) }))
}

function distinct(names: CslName[]): CslName[] {
  return [...new Map(names.map((name) => [JSON.stringify(name), name])).values()]
}

function canonical(document: Document, shared: string[], url: string | null): string | null {
  const link = document.querySelector('link[rel~="canonical" i]')?.getAttribute('href')
  return first([link, ...shared], (value) => {
    if (typeof value !== 'string' || value.trim() === '') return null
    const absolute = URL.parse(value.trim(), url ?? undefined)
    return absolute ? parseWebAddress(absolute.href) : null
  })
}

function typeOf(said: Said, linked: SourceType | null, inJournal: boolean): SourceType {
  if (inJournal) return 'article-journal'
  if (said('citation_technical_report_institution').length > 0) return 'report'
  if (said('citation_isbn').length > 0) return 'book'
  if (linked && linked !== 'webpage') return linked
  const shared = said('og:type')[0]?.trim().toLowerCase()
  if (shared === 'book' || shared === 'books.book') return 'book'
  if (shared === 'video.movie' || shared === 'video.other') return 'motion_picture'
  // An "article" of Open Graph may be any page with a date; only newspapers name a section of theirs beside it.
  const isNews = shared === 'article' && said('article:published_time').length > 0 && said('article:section').length > 0
  return isNews ? 'article-newspaper' : 'webpage'
}

/** The heading over a page's text: its only one of the first level, or that of its article. */
function headingOf(document: Document): string | null {
  const all = [...document.querySelectorAll('h1')].slice(0, 20)
  const own = all.length === 1 ? all[0] : document.querySelector('article h1, main h1')
  return own?.textContent ?? null
}

/**
 * Days that elements of the page give: one that says it is the day of publication, else the only day of the article. It
 * waits to be accepted like all that a machine fills.
 */
function datedElements(document: Document): string[] {
  const dayOf = (element: Element) =>
    element.getAttribute('datetime') ?? element.getAttribute('content') ?? element.textContent ?? ''
  const saying = [...document.querySelectorAll('[itemprop~="datePublished" i], time[pubdate]')].slice(0, 20).map(dayOf)
  if (saying.length > 0) return saying
  const within = document.querySelector('article, main') ?? document.body
  const days = [...(within?.querySelectorAll('time[datetime]') ?? [])].slice(0, 50).map(dayOf)
  const distinct = new Set(days.map((day) => day.slice(0, 10)))
  return distinct.size === 1 ? days.slice(0, 1) : []
}
