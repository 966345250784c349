import { readFile, stat } from 'node:fs/promises'
import { ARTICLE_LIMIT_BYTES, decodeArticleFile, wikitextProblem } from '@/lib/domain/article/article-file.ts'
import type { ArticleText } from '@/lib/domain/article/block.ts'
import { parseArticle } from '@/lib/exchange/plain-text/plain-text.ts'
import { readArticle } from '@/lib/exchange/reading/article-reader.ts'
import { sentenceSegmenter } from '@/lib/exchange/sentences/sentences.ts'

/**
 * Reads an article file and cuts it into claims, by the language given or else by the one it seems to be in. Fails in
 * words when it is not an article in the plain-text form.
 */
export async function readArticleFile(
  file: string,
  given: string | undefined,
): Promise<{ article: ArticleText; language: string }> {
  const decoded = decodeArticleFile(await readBytes(file))
  if (!decoded.ok) throw new Error(`${file}: ${decoded.problem.message}`)
  const wikitext = wikitextProblem(decoded.text)
  if (wikitext) throw new Error(`${file}: ${wikitext.message}`)
  const { language, parsed } = await readArticle(decoded.text, given ?? null)
  if (!parsed.ok) throw new Error(`${file}: ${parsed.problem.message}`)
  return { article: parsed.article, language }
}

/** Reads a file of text, which may be empty. Fails in words when it is no text. */
export async function readText(file: string): Promise<string> {
  const decoded = decodeArticleFile(await readBytes(file))
  if (decoded.ok) return decoded.text
  if (decoded.problem.code === 'empty') return ''
  throw new Error(`${file}: ${decoded.problem.message}`)
}

/** Cuts a text into claims, whether it has the title line of an article or is prose without any markup. */
export async function parseText(text: string, language: string): Promise<ArticleText> {
  const segment = await sentenceSegmenter(language)
  const parsed = parseArticle(text, segment, language)
  if (parsed.ok) return parsed.article
  const titled = parseArticle(`= Untitled =\n${text}`, segment, language)
  if (!titled.ok) throw new Error(titled.problem.message)
  return titled.article
}

/** Reads the bytes of a file up to a limit; `advice` is what to do about one that is longer. Fails in words. */
export async function readBytes(
  file: string,
  limit = ARTICLE_LIMIT_BYTES,
  advice = 'Split the article or leave out what is not text.',
): Promise<Uint8Array> {
  try {
    const { size } = await stat(file)
    // Not read at all, so that a wrong path can't fill the memory.
    if (size > limit) {
      const [has, most] = [size, limit].map((bytes) => `${bytes.toLocaleString('en')} bytes`)
      throw new Error(`${file} has ${has}; the limit is ${most}. ${advice}`)
    }
    return await readFile(file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new Error(`There is no file ${file}.`)
    if (code === 'EISDIR') throw new Error(`${file} is a folder, not a file.`)
    if (code === 'EACCES') throw new Error(`${file} may not be read by you.`)
    throw error
  }
}
