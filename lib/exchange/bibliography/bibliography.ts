import { canonicalJson, type Json } from '@/lib/domain/desk/audit.ts'
import { type Csl, imprint, SOURCE_TYPES } from '@/lib/domain/source/source.ts'

/** Bundled with the formatter, so that nothing is fetched: American Psychological Association, 7th edition. */
const STYLE = { format: 'text', template: 'apa', lang: 'en-US', nosort: true, asEntryArray: true } as const

/** Formatting one entry costs milliseconds; what was said of a source once holds. Bounded: the oldest half goes when full. */
const KEPT = 5_000
const kept = new Map<string, string>()

/**
 * Words each source as a bibliography entry of plain text, one by one, so that an entry never depends on its
 * neighbours. A source that the style cannot word is given as its title and imprint.
 */
export async function formatReferences(sources: readonly Csl[]): Promise<string[]> {
  if (sources.length === 0) return []
  const format = await formatter()
  return sources.map((source) => {
    const key = canonicalJson(source as unknown as Json)
    const known = kept.get(key)
    if (known !== undefined) return known
    if (kept.size >= KEPT) for (const old of [...kept.keys()].slice(0, KEPT / 2)) kept.delete(old)
    const text = worded(source, format)
    kept.set(key, text)
    return text
  })
}

type Format = (source: object) => string

/**
 * What the style has no words for, set as an article is, with its whole date: what a person said to the desk, with how it
 * was said; and a decision in no printed series of reports, with its court. The style would leave blanks for the series.
 */
function inStyle(source: Csl): Csl {
  const { medium, number, ...bare } = source
  const { type } = source
  if (type === 'interview' || type === 'personal_communication') {
    const how = [SOURCE_TYPES[type], medium].filter(Boolean).join(', ')
    return { ...bare, type: 'article-newspaper', title: `${source.title} [${how}]` }
  }
  if (type === 'legal_case' && source.volume === undefined) {
    const title = number === undefined ? source.title : `${source.title}, ${number}`
    return { ...bare, type: 'article-newspaper', title }
  }
  return source
}

/** Of two authors, the first of which is not turned round ("Ann Lee"), no comma stands before the second. */
function withoutListComma(text: string, { author = [] }: Csl): string {
  const [first] = author
  if (author.length !== 2 || !first || !('literal' in first)) return text
  return text.startsWith(`${first.literal}, & `) ? text.replace(', & ', ' & ') : text
}

function worded(source: Csl, format: Format): string {
  try {
    // The style says "Retrieved" of what has no date, and expects the day of it, which is not recorded here.
    const styled = readable(format({ ...guarded(inStyle(source)), id: 'source' }))
    const text = withoutListComma(styled.replace(/Retrieved (?=https?:\S+$)/, ''), source)
    // Said without its title, a source could not be found again.
    if (text !== '' && source.title !== '') return text
  } catch {
    // The plain form below says all that is known.
  }
  return [source.title, imprint(source), source.URL].filter(Boolean).join('. ')
}

/** CSL reads `<b>` and its like in a field as type setting; here they are what someone wrote. */
const GUARD: Record<string, string> = { '<': '\uF8F0', '>': '\uF8F1', '&': '\uF8F2' }
const UNGUARD = Object.fromEntries(Object.entries(GUARD).map(([plain, guard]) => [guard, plain]))

function guarded(source: Csl): Csl {
  const text = JSON.stringify(source)
  if (/[\uF8F0-\uF8F2]/.test(text)) throw new RangeError('these characters are used to guard others')
  return JSON.parse(text.replace(/[<>&]/g, (mark) => GUARD[mark] ?? mark)) as Csl
}

function readable(entry: string): string {
  return entry.replace(/[\uF8F0-\uF8F2]/g, (mark) => UNGUARD[mark] ?? mark).trim()
}

let loading: Promise<Format> | undefined

/** The formatter is large: it is loaded for the first report that cites something. */
function formatter(): Promise<Format> {
  loading ??= load()
  return loading
}

async function load(): Promise<Format> {
  const { plugins } = await import('@citation-js/core')
  await import('@citation-js/plugin-csl')
  return (source) => plugins.output.format('bibliography', [source], STYLE)[0]?.[1] ?? ''
}
