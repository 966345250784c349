import { readEntry, type SourceEntry, sourceKeys } from '@/lib/domain/source/entry.ts'
import { titleKey } from '@/lib/domain/source/likeness.ts'

type Keyed = { kind: SourceEntry['kind']; key: string; url?: string; doi?: string; isbn?: string; title?: string }

/** Prints by what each entry is known on the shelf: entries with the same key are one source. */
export async function sourceKey(given: readonly string[], { json }: { json?: true }): Promise<void> {
  const entries = (await Promise.all(given.map(keysOf))).flat()
  if (json) console.log(JSON.stringify({ entries }))
  else console.log(entries.map(({ kind, key }) => `${kind}\t${key}`).join('\n'))
}

async function keysOf(text: string): Promise<Keyed[]> {
  const entry = readEntry(text)
  switch (entry.kind) {
    case 'url':
      return [{ ...entry, key: keyOf({ URL: entry.url }) }]
    case 'doi':
      return [{ ...entry, key: keyOf({ DOI: entry.doi }) }]
    case 'isbn':
      return [{ ...entry, key: keyOf({ type: 'book', ISBN: entry.isbn }) }]
    case 'words':
      return [{ kind: 'words', key: `title:${titleKey(entry.text)}`, title: entry.text }]
    default: {
      const { readBibliography } = await import('@/lib/exchange/bibliography/reader.ts')
      const { items, problems } = await readBibliography(entry.text, entry.kind)
      for (const problem of problems) console.error(problem)
      return items.map(({ csl }) => ({ kind: entry.kind, key: keyOf(csl), title: csl.title }))
    }
  }
}

/** A DOI or an ISBN says more than an address, and an address more than a title. */
function keyOf(csl: Parameters<typeof sourceKeys>[0] & { title?: string }): string {
  const { doi, isbn, urlKey } = sourceKeys(csl)
  if (doi !== null) return `doi:${doi}`
  if (isbn !== null) return `isbn:${isbn}`
  return urlKey === null ? `title:${titleKey(csl.title ?? '')}` : `url:${urlKey}`
}
