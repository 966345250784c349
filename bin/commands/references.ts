import type { BibliographyKind } from '@/lib/exchange/bibliography/reader.ts'
import { readText } from '../article-file.ts'

/** Prints what Attest makes of a bibliography: every record it can read, each as its style words it, and what it can't. */
export async function references(file: string, { kind, json }: { kind: BibliographyKind; json?: true }): Promise<void> {
  const { readBibliography } = await import('@/lib/exchange/bibliography/reader.ts')
  const { formatReferences } = await import('@/lib/exchange/bibliography/bibliography.ts')
  const { items, problems } = await readBibliography(await readText(file), kind)
  const worded = await formatReferences(items.map(({ csl }) => csl))
  if (json) {
    const shown = items.map(({ csl }, at) => ({ csl, reference: worded[at] ?? '' }))
    console.log(JSON.stringify({ items: shown, problems }))
    return
  }
  if (worded.length > 0) console.log(worded.join('\n'))
  for (const problem of problems) console.error(problem)
  if (items.length === 0) process.exitCode = 1
}
