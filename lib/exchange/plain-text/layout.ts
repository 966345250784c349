/**
 * What the lines of a text say about its blocks, where no markup does. Two things are pasted again and again:
 * - paragraphs that take a line each, where a mail or a manual wraps them at some width;
 * - lists whose items begin with a dash or a number.
 */
import { type Line, lineText } from './line.ts'

/**
 * - `breaks`: the indexes of lines that begin a paragraph although no blank line is before them.
 * - `items`: the indexes of lines that are list items, with how many UTF-16 units their marks take.
 */
export type Layout = { breaks: Set<number>; items: Map<number, number> }

/** No one wraps lines wider than that: in a text that has such lines, every line is a paragraph. */
const WIDEST = 100
/** No one wraps lines narrower than that: lines of names are a list. */
const NARROWEST = 40
const MARKED = /^\s*(?:[=>*•‣◦▪●⁃∙]|-\s)/u
const DASH = /^[ \t]*([–—―−])[ \t]+(?=\S)/u
const NUMBER = /^[ \t]*(\(?)(\d{1,3}|\p{L})([.)])[ \t]+(?=\S)/u
/** How many UTF-16 units of a line are looked at for a mark. */
const HEAD = 40
const LOWER = /^\s*["'“„«(]?\p{Ll}/u
const STOPPED = /[.!?…。！？]["'”’»)\]]*$/u
const ENDED = /[.!?…。！？:;,]["'”’»)\]]*\s*$/u

/** Reads the layout. Linear in the length of the source. */
export function layoutOf(source: string, lines: readonly Line[]): Layout {
  const layout: Layout = { breaks: new Set(), items: new Map() }
  const wide = lines.some((line) => line.end - line.start > WIDEST && isProse(source, line))
  let from = 0
  while (from < lines.length) {
    if (!isProse(source, lines[from])) {
      from++
      continue
    }
    let to = from + 1
    while (isProse(source, lines[to])) to++
    readLines(source, lines, from, to, wide, layout)
    from = to
  }
  readItems(source, lines, layout)
  return layout
}

function isProse(source: string, line: Line | undefined): boolean {
  if (!line || line.end === line.start) return false
  const head = source.slice(line.start, Math.min(line.end, line.start + HEAD))
  return /\S/u.test(source.slice(line.start, line.end)) && !MARKED.test(head)
}

/** Lines in a row: they are wrapped, or each is a paragraph unless it goes on in lower case. */
function readLines(
  source: string,
  lines: readonly Line[],
  from: number,
  to: number,
  wide: boolean,
  { breaks }: Layout,
): void {
  if (to - from < 2) return
  const texts = lines.slice(from, to).map((line) => lineText(source, line).trim())
  // Sentences a line each are one paragraph, and cut alike in any case.
  const stopped = texts.every((text, at) => STOPPED.test(text) || LOWER.test(texts[at + 1] ?? ''))
  if (!wide && (stopped || isWrapped(texts))) return
  const names = texts.every((text) => LOWER.test(text)) && texts.every(({ length }) => length < NARROWEST)
  for (const [at, text] of texts.entries()) if (at > 0 && (names || !LOWER.test(text))) breaks.add(from + at)
}

/** Whether every line but the last is as full as it can be: the first word of the next would not have had room. */
function isWrapped(texts: readonly string[]): boolean {
  const width = texts.reduce((most, text) => Math.max(most, text.length), 0)
  if (width < NARROWEST && texts.length > 2 && texts.every((text) => LOWER.test(text))) return false
  return texts.slice(0, -1).every((text, at) => {
    const next = texts[at + 1] ?? ''
    if (LOWER.test(next)) return true
    if (width < NARROWEST && !ENDED.test(text) && !unspaced(text)) return false
    const word = unspaced(next) ? 1 : (/^\S+/u.exec(next)?.[0].length ?? 0) + 1
    return text.length + word > width
  })
}

function unspaced(text: string): boolean {
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(text)
}

/** Numbers that count on from line to line, and dashes in a row that do not open speech. */
function readItems(source: string, lines: readonly Line[], { items }: Layout): void {
  let run: { at: number; length: number; key: string }[] = []
  const close = (): void => {
    if (run.length > 1) for (const { at, length } of run) items.set(at, length)
    run = []
  }
  for (const [at, line] of lines.entries()) {
    if (line.end === line.start) continue
    const mark = markOf(source, line)
    if (!mark || (run.length > 0 && run.at(-1)?.key !== mark.follows)) close()
    if (mark) run.push({ at, ...mark })
  }
  close()
}

/** The mark a line begins with, what it is, and which one it comes after. */
function markOf(source: string, line: Line): { length: number; key: string; follows: string } | undefined {
  const head = source.slice(line.start, Math.min(line.end, line.start + HEAD))
  const dash = DASH.exec(head)
  if (dash) {
    // A dash before a sentence opens what someone says, in most of Europe.
    if (/[.!?…]["'”’»)\]]*\s*$/u.test(source.slice(Math.max(line.start, line.end - HEAD), line.end))) return undefined
    return { length: dash[0].length, key: dash[1] ?? '', follows: dash[1] ?? '' }
  }
  const number = NUMBER.exec(head)
  if (!number || (/\p{Lu}/u.test(number[2] ?? '') && number[3] === '.')) return undefined
  const value = /\d/u.test(number[2] ?? '') ? Number(number[2]) : (number[2] ?? '').charCodeAt(0)
  const style = `${number[1]}${number[3]}`
  return { length: number[0].length, key: `${style}${value}`, follows: `${style}${value - 1}` }
}
