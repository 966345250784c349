import { guessLanguage } from './language-guess'
import { parseArticle } from './plain-text'
import { sentenceSegmenter } from './sentences'

export type ReadArticle = { language: string; parsed: ReturnType<typeof parseArticle> }

/** Cuts an article's text into claims, by the language given or else by the one it seems to be in. */
export async function readArticle(text: string, given: string | null): Promise<ReadArticle> {
  const language = given || guessLanguage(text)
  return { language, parsed: parseArticle(text, await sentenceSegmenter(language), language) }
}
