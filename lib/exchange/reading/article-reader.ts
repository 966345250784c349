import { parseArticle } from '../plain-text/plain-text.ts'
import { sentenceSegmenter } from '../sentences/sentences.ts'

export type ReadArticle = { language: string; parsed: ReturnType<typeof parseArticle> }

/** Cuts an article's text into claims, by the language given or else by the one it seems to be in. */
export async function readArticle(text: string, given: string | null): Promise<ReadArticle> {
  const language = given || (await guess(text))
  return { language, parsed: parseArticle(text, await sentenceSegmenter(language), language) }
}

/** Its tables take a hundred megabytes: they are loaded where they are asked for. */
async function guess(text: string): Promise<string> {
  const { guessLanguage } = await import('../sentences/language-guess.ts')
  return guessLanguage(text)
}
