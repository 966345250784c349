/** Blocks of an article: paragraphs, headings, list items, infobox fields. */
export const BLOCKS_LIMIT = 20_000
/** Claims of an article. */
export const CLAIMS_LIMIT = 60_000

/** Why a text is not taken in as an article: it has more parts than a desk can work on. Null where it has not. */
export function sizeProblem(blocks: readonly { claims: readonly unknown[] }[]): string | null {
  const claims = blocks.reduce((sum, block) => sum + block.claims.length, 0)
  const [count, what, limit] =
    blocks.length > BLOCKS_LIMIT ? [blocks.length, 'blocks', BLOCKS_LIMIT] : [claims, 'claims', CLAIMS_LIMIT]
  if (count <= limit) return null
  return `This text has ${inWords(count)} ${what}; an article can have ${inWords(limit)}. Nothing was recorded. Split it into several articles.`
}

function inWords(count: number): string {
  return count.toLocaleString('en')
}
