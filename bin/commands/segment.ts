import { readArticleFile } from '../article-file.ts'

/** Prints the blocks of an article file, each with its claims; joined, the claims of a block are its text. */
export async function segment(
  file: string,
  { json, language: given }: { json?: true; language?: string },
): Promise<void> {
  const { article, language } = await readArticleFile(file, given)
  const { title, blocks } = article
  if (json) {
    // Built by hand: the order of the keys, and nothing of the markup between the blocks.
    const shown = blocks.map(({ kind, label, level, claims }) => ({ kind, label, level, claims }))
    console.log(JSON.stringify({ title, language, blocks: shown }))
    return
  }
  const lines = [title]
  for (const { kind, label, level, claims } of blocks) {
    const what = [kind, level, label && `“${label}”`].filter((part) => part !== undefined).join(' ')
    lines.push('', what, ...claims.map((claim) => `  ${claim.trim().replace(/\s+/g, ' ')}`))
  }
  console.log(lines.join('\n'))
}
