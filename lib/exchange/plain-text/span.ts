import { type BlockKind, hasContent } from '../../domain/article/block.ts'
import { infoboxItems } from '../../domain/article/infobox.ts'
import { type Layout, layoutOf } from './layout.ts'
import { type Line, linesOf, lineText } from './line.ts'

/**
 * Where a block lies in the source, in UTF-16 units: its opening markup begins at `from`, its text is `[start, end)`,
 * its closing markup ends at `to`. `sentences` says whether its text is prose to be cut into sentences.
 */
export type Span = {
  kind: BlockKind
  label?: string
  level?: number
  from: number
  start: number
  end: number
  to: number
  sentences: boolean
}

const HEADING = /^(={1,6})/
const LIST = /^([ \t]*)([-*•‣◦▪●⁃∙]|\*{2,})[ \t]+/
/** Items that share a line are for the sentences to part. */
const RUN_IN = /^[ \t]*([•‣◦▪●⁃∙]).*?\s\1/
const QUOTE = /^>[ \t]+/
const FIELD = /^[ \t]*-[ \t]+([^:\r\n]{1,80}?)[ \t]*:(?=\s|$|[^\s/:])/
const INFOBOX = /^\s*infobox\s*$/i

/** The blocks of a source from offset `from` on, in order, not overlapping; together they hold all its content. */
export function articleSpans(source: string, from: number, language: string): Span[] {
  const lines = linesOf(source, from)
  const layout = layoutOf(source, lines)
  const spans: Span[] = []
  let at = 0
  while (at < lines.length) {
    const line = lines[at] as Line
    const text = source.slice(line.start, line.end)
    if (!hasContent(text)) at++
    else if (INFOBOX.test(text) && isField(source, lines[at + 1]))
      at = readInfobox(source, lines, at + 1, language, spans)
    else at = readBlock(source, lines, at, text, spans, layout)
  }
  return spans
}

function isField(source: string, line: Line | undefined): boolean {
  return line !== undefined && FIELD.test(source.slice(line.start, Math.min(line.end, line.start + 200)))
}

function headingLevel(text: string): number {
  const line = text.trim()
  const open = HEADING.exec(line)?.[1]?.length ?? 0
  if (open === 0) return 0
  let close = 0
  while (close < open && line[line.length - 1 - close] === '=') close++
  const level = Math.min(open, close)
  return level > 0 && hasContent(line.slice(level, line.length - level)) ? level : 0
}

/** A span over part of a line: `[start, end)` trimmed. */
function spanOf(source: string, kind: BlockKind, from: number, start: number, end: number, to = end): Span {
  let first = start
  let last = end
  while (first < last && /\s/u.test(source[first] ?? '')) first++
  while (last > first && /\s/u.test(source[last - 1] ?? '')) last--
  return {
    kind,
    from,
    start: first,
    end: last,
    to: Math.max(to, last),
    sentences: kind !== 'heading' && kind !== 'infobox_field',
  }
}

function readBlock(source: string, lines: Line[], at: number, text: string, spans: Span[], layout: Layout): number {
  const line = lines[at] as Line
  const level = headingLevel(text)
  if (level > 0) {
    const start = line.start + text.indexOf('=') + level
    const end = line.start + text.trimEnd().length
    spans.push({ ...spanOf(source, 'heading', line.start, start, end - level, end), level })
    return at + 1
  }
  const quote = QUOTE.exec(text)
  if (quote) {
    spans.push(spanOf(source, 'quotation', line.start, line.start + quote[0].length, line.end))
    return at + 1
  }
  const item = layout.items.get(at)
  if (item !== undefined) {
    spans.push({ ...spanOf(source, 'list_item', line.start, line.start + item, line.end), level: 1 })
    return at + 1
  }
  const list = RUN_IN.test(text) ? null : LIST.exec(text)
  let next = at + 1
  if (list) {
    while (/^[ \t]+\S/u.test(lineText(source, lines[next])) && !startsBlock(lineText(source, lines[next]))) next++
    const end = (lines[next - 1] as Line).end
    const depth = list[2]?.length === 1 ? 1 + Math.floor((list[1]?.length ?? 0) / 2) : (list[2]?.length ?? 1)
    spans.push({ ...spanOf(source, 'list_item', line.start, line.start + list[0].length, end), level: depth })
    return next
  }
  while (!layout.breaks.has(next) && !layout.items.has(next) && goesOn(lineText(source, lines[next]))) next++
  spans.push(spanOf(source, 'paragraph', line.start, line.start, (lines[next - 1] as Line).end))
  return next
}

function goesOn(text: string): boolean {
  return /\S/u.test(text) && !startsBlock(text)
}

function startsBlock(text: string): boolean {
  return headingLevel(text) > 0 || (LIST.test(text) && !RUN_IN.test(text)) || QUOTE.test(text)
}

function readInfobox(source: string, lines: Line[], from: number, language: string, spans: Span[]): number {
  let at = from
  let label = ''
  for (; at < lines.length; at++) {
    const line = lines[at] as Line
    const text = lineText(source, line)
    if (!/\S/u.test(text) || headingLevel(text) > 0) return at
    const field = FIELD.exec(text)
    const list = LIST.exec(text)
    if (field) {
      label = field[1]?.trim() ?? ''
      readValue(source, label, line.start, line.start + field[0].length, line.end, language, spans)
    } else if (list && hasContent(text.slice(list[0].length))) {
      const span = spanOf(source, 'list_item', line.start, line.start + list[0].length, line.end)
      spans.push({ ...span, label, level: list[2] === '-' ? 1 : (list[2]?.length ?? 1), sentences: false })
    } else if (hasContent(text)) {
      spans.push({ ...spanOf(source, 'infobox_field', line.start, line.start, line.end), label })
    }
  }
  return at
}

/** The spans of one field: its value, or the items of its value if that is surely a list. */
function readValue(
  source: string,
  label: string,
  from: number,
  start: number,
  end: number,
  language: string,
  spans: Span[],
): void {
  const value = source.slice(start, end)
  const items = infoboxItems(label, value, language).filter((item) => hasContent(value.slice(item.start, item.end)))
  if (items[0]?.stars !== 0)
    spans.push({ kind: 'infobox_field', label, from, start, end: start, to: start, sentences: false })
  for (const [index, item] of items.entries()) {
    const previous = spans.at(-1)
    const opens = index === 0 && item.stars === 0 ? from : (previous?.end ?? from)
    const span = spanOf(source, 'infobox_field', opens, start + item.start, start + item.end)
    spans.push(item.stars === 0 ? { ...span, label } : { ...span, kind: 'list_item', label, level: item.stars })
  }
}
