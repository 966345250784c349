/**
 * The plain-text form of an article: a title line `= Title =`, an `Infobox` line with `- Key: value` lines, headings
 * `== Text ==` to six "=", paragraphs, `- `/`* `/`** ` list items and `> ` quotations.
 *
 * Plan: one pass over the lines finds spans (what is a block's text, by offset); whatever lies between two spans is
 * markup and goes to the `close` of the first (up to the end of its lines) and the `open` of the second. So nothing
 * can be lost or doubled, whatever the input. Linear in the length of the source.
 */
import { type ArticleText, type Block, claimsOf } from '../../domain/article/block.ts'
import type { ParseProblem } from './problem.ts'
import { articleSpans, type Span } from './span.ts'
import { readTitle } from './title.ts'

/** Cuts a text into sentences; joined they give the text back. */
export type Segmenter = (text: string) => string[]

/**
 * Reads an article. Fails with a message for a person when there is no text or no title line; every other input is an
 * article, and `articleSource` gives it back byte for byte.
 *
 * @param language BCP 47 tag of the article, for names of countries in the infobox
 */
export function parseArticle(
  source: string,
  segment: Segmenter,
  language = 'en',
): { ok: true; article: ArticleText } | { ok: false; problem: ParseProblem } {
  const title = readTitle(source)
  if (!title.ok) return title
  const spans = articleSpans(source, title.end, language)
  const blocks = spans.map((span, index) => blockOf(source, span, spans[index + 1], segment))
  const first = spans[0]
  const last = spans.at(-1)
  const article: ArticleText = {
    title: title.text,
    open: source.slice(0, first?.from ?? source.length),
    blocks,
    close: last ? source.slice(last.to) : '',
  }
  return { ok: true, article }
}

function blockOf(source: string, span: Span, next: Span | undefined, segment: Segmenter): Block {
  const text = source.slice(span.start, span.end)
  return {
    kind: span.kind,
    ...(span.label === undefined ? {} : { label: span.label }),
    ...(span.level === undefined ? {} : { level: span.level }),
    open: source.slice(span.from, span.start),
    close: source.slice(span.end, next ? next.from : span.to),
    claims: span.sentences ? claimsOf(text, segment) : claimsOf(text, (whole) => [whole]),
  }
}
