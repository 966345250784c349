import { type Anchor, anchorOf, findIn, findQuote, findQuoteIn, searchable } from '@/lib/domain/quote/anchor.ts'
import { fateOf, type QuoteFate } from '@/lib/domain/quote/fate.ts'
import type { Extracted } from '@/lib/exchange/extract/extract.ts'
import { endReading, readPageFile } from '../page-file.ts'

type Answer = {
  fate: QuoteFate | 'unknown'
  score: number
  start: number | null
  end: number | null
  text: string
}

/** Prints what became of a quote: of one selected in the page as it was, or of one typed by hand. */
export async function findAgain(
  beforeFile: string,
  afterFile: string,
  { quote, nth, json }: { quote: string; nth: number; json?: true },
): Promise<void> {
  const after = await readPageFile(afterFile)
  const before = beforeFile === '-' ? null : await readPageFile(beforeFile)
  await endReading()
  const anchor = before && selected(before.readable?.text ?? '', quote, nth)
  if (before && !anchor)
    throw new Error(`The quote is not in ${beforeFile}, or not so often. Nothing was searched for.`)
  const answer = answerOf(after, quote, anchor, before?.readable?.text)
  if (json) console.log(JSON.stringify(answer))
  else console.log(linesOf(answer, anchor === null).join('\n'))
  if (after.problem) console.error(after.problem.message)
  if (answer.fate === 'gone' || answer.fate === 'unknown') process.exitCode = 1
}

/** The anchor of the nth place where the quote's words are; where they are only alike, of the likeliest. */
function selected(text: string, quote: string, nth: number): Anchor | null {
  let at = text.indexOf(quote)
  if (at < 0) {
    const found = nth === 0 ? findQuote(text, quote) : null
    return found && anchorOf(text, found.start, found.end)
  }
  for (let seen = 0; seen < nth && at >= 0; seen++) at = text.indexOf(quote, at + 1)
  return at < 0 ? null : anchorOf(text, at, at + quote.length)
}

function answerOf(after: Extracted, quote: string, anchor: Anchor | null, before: string | undefined): Answer {
  const text = after.readable?.text ?? ''
  const ready = searchable(text)
  const found = anchor
    ? findIn(ready, anchor, before === undefined ? undefined : searchable(before))
    : findQuoteIn(ready, quote)
  const fate = fateOf(found, anchor?.exact ?? quote, text)
  // What is cut, or could not be seen, says nothing against a quote.
  const isUnsure = after.problem !== null || (after.readable?.cut ?? true)
  const place = found ? { start: found.start, end: found.end } : { start: null, end: null }
  return { fate: fate === 'gone' && isUnsure ? 'unknown' : fate, score: found?.score ?? 0, ...place, text }
}

const WORDS: Record<Answer['fate'], string> = {
  says_so: 'The page says so.',
  reworded: 'The page words it differently.',
  gone: 'The page no longer says this.',
  unknown: 'The page could not be seen whole, so it says nothing for or against the quote.',
}

function linesOf({ fate, score, start, end, text }: Answer, isTyped: boolean): string[] {
  const words = fate === 'gone' && isTyped ? 'The quote was not found in this page.' : WORDS[fate]
  if (start === null || end === null) return [words]
  return [`${words} (${Math.round(score * 100)} %, at ${start}–${end})`, text.slice(start, end)]
}
