import { type BibliographyItem, readItem } from './item.ts'
import { bibtexEntries, risEntries } from './split.ts'

export type BibliographyKind = 'bibtex' | 'ris' | 'csl'

/** `problems` are sentences for the person who brought the file, at most `PROBLEM_LIMIT` and one that says how many more. */
export type Bibliography = { items: BibliographyItem[]; problems: string[] }

/** The largest file read, in bytes of UTF-8, and the most entries of one. */
const BIBLIOGRAPHY_BYTES = 5_000_000
export const BIBLIOGRAPHY_ENTRIES = 5_000
export const PROBLEM_LIMIT = 100

/**
 * Reads a whole bibliography. An entry that cannot be read is named in `problems` and the others are kept; so is what
 * had to be left out of one. Nothing is ever fetched: citation-js is asked for single steps of known formats and never
 * to guess what a string may be, which is where it would follow addresses.
 */
export async function readBibliography(text: string, kind: BibliographyKind): Promise<Bibliography> {
  if (new TextEncoder().encode(text).length > BIBLIOGRAPHY_BYTES) {
    return { items: [], problems: ['The file is larger than 5 MB. Please divide it.'] }
  }
  const problems: string[] = []
  const entries = await entriesOf(text.replace(/^\ufeff/u, ''), kind, problems)
  if (entries.length === 0 && problems.length === 0) problems.push('There is no entry in it.')
  if (entries.length > BIBLIOGRAPHY_ENTRIES) {
    problems.push(`It has ${entries.length.toLocaleString('en')} entries; only the first 5,000 were read.`)
  }
  const items: BibliographyItem[] = []
  for (const { name, read } of entries.slice(0, BIBLIOGRAPHY_ENTRIES)) {
    try {
      const item = readItem(read())
      if (!item) {
        problems.push(`${name} has no title and was left out.`)
        continue
      }
      const { lost, ...kept } = item
      items.push(kept)
      if (lost.length > 0) problems.push(`${name}: ${lost.join(' and ')} could not be read and was left out.`)
    } catch (error) {
      problems.push(`${name} could not be read${reasonOf(error)}.`)
    }
  }
  const more = problems.length - PROBLEM_LIMIT
  return { items, problems: more > 0 ? [...problems.slice(0, PROBLEM_LIMIT), `And ${more} more.`] : problems }
}

/** What a parser says of an entry, for the person who brought it. */
function reasonOf(error: unknown): string {
  const said = error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''
  if (/\bEOF\b|end of (?:input|file)/iu.test(said))
    return ': it ends in the middle. A brace or quotation mark may be missing'
  const line = /\bline (\d{1,7})\b/u.exec(said)?.[1]
  return line === undefined ? '' : `: line ${line} of it does not follow the format`
}

/** An entry by the name a person knows it by, not yet read. */
type Entry = { name: string; read: () => unknown }

async function entriesOf(text: string, kind: BibliographyKind, problems: string[]): Promise<Entry[]> {
  if (kind === 'csl') return cslEntries(text, problems)
  const { plugins } = await import('@citation-js/core')
  const step = plugins.input.data.bind(plugins.input)
  if (kind === 'bibtex') {
    await import('@citation-js/plugin-bibtex')
    // The last is the entry itself; before it stand what it refers to.
    const last = (text: string) => (step(step(text, '@biblatex/text'), '@biblatex/entries+list') as unknown[]).at(-1)
    return bibtexEntries(text).map(({ name, text, alone }) => ({ name, read: () => either(text, alone, last) }))
  }
  await import('@citation-js/plugin-ris')
  return risEntries(text).map(({ name, text }) => ({ name, read: () => risItem(step, text) }))
}

/** citation-js refuses some entries for the sake of what they refer to; then the entry alone is read. */
function either(text: string, alone: string, read: (text: string) => unknown): unknown {
  try {
    return read(text)
  } catch (error) {
    if (text === alone) throw error
    return read(alone)
  }
}

/**
 * A record of RIS by both readings that citation-js has, the newer first, and by its plain fields: the newer reading
 * leaves out authors and dates that its specification does not foresee for a type (NEWS, CHAP), the older much else.
 */
function risItem(step: (input: unknown, format: string) => unknown, text: string): unknown {
  const [record] = step(text, '@ris/file') as Record<string, unknown>[]
  const { DA, PY, Y1, SN, DO, LA } = record ?? {}
  const plain = { issued: { raw: DA ?? PY ?? Y1 }, ISBN: SN, DOI: DO, language: LA }
  const found: Record<string, unknown> = (DA ?? PY ?? Y1) ? plain : { ...plain, issued: undefined }
  for (const format of ['@ris/old+record', '@ris/record']) {
    const item = step(record, format) as Record<string, unknown>
    for (const [name, value] of Object.entries(item)) if (value !== undefined) found[name] = value
  }
  return found
}

function cslEntries(text: string, problems: string[]): Entry[] {
  try {
    const value: unknown = JSON.parse(text)
    const items: unknown[] = Array.isArray(value) ? value : [value]
    return items.map((item, at) => ({ name: `Entry ${at + 1}`, read: () => item }))
  } catch (error) {
    problems.push(`It is not JSON (${error instanceof Error ? error.message.slice(0, 200) : 'unreadable'}).`)
    return []
  }
}
