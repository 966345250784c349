import search from 'approx-string-match'
import { type Anchor, anchorOf, type Found, findIn, findQuoteIn, SCORE_FLOOR, searchable } from '@/lib/domain/anchor.ts'
import { noisy, randomFrom, type Span, type Written, writtenText } from './evidence-text.ts'
import { quantile } from './figure.ts'

/** How quotes of one kind were found again. Shares of `quotes`; times in ms a quote, making the text searchable apart. */
export type AnchorRow = {
  what: string
  quotes: number
  right: number
  orphaned: number
  /** Above the floor in a wrong place: how many. */
  wrong: number
  /** Found at the right place to the character, of those found there. */
  exactBounds: number
  median: number
  p99: number
}

export type AnchorFigures = {
  units: number
  floor: number
  /** Making the text searchable once, ms. */
  prepare: number
  rows: AnchorRow[]
  /** A bare approx-string-match search of the raw text at 10 % noise: ms a quote (median), share right, and how many times ours. */
  bare: { quotes: number; median: number; right: number; ratio: number }
}

const LENGTH = 400_000
const QUOTES = 1_000
const NOISE = [0, 0.02, 0.05, 0.1, 0.15, 0.2]
/** What stands before the text now that did not before. */
const MOVED = 3_000

/** Finds quotes of a text of many near-duplicates again: with noise, and such as are not there at all. */
export function measureAnchoring(): AnchorFigures {
  const written = writtenText(1, LENGTH, true)
  const anchors = anchorsIn(written, QUOTES, 2)
  const before = writtenText(3, MOVED, false).text
  // Of a quote without surroundings that stands there twice, no place is the right one.
  const once = anchors.filter(({ exact }) => written.text.split(exact).length === 2)
  const rows: AnchorRow[] = []
  let bare: AnchorFigures['bare'] | undefined
  const prepares: number[] = []
  for (const share of NOISE) {
    const edition = noisy(written.text, share, 4 + share * 100)
    const text = before + edition.text
    const placeOf = ({ start, end }: Span) => ({
      start: before.length + edition.at(start),
      end: before.length + edition.at(end),
    })
    const began = performance.now()
    const within = searchable(text)
    within.grams()
    prepares.push(performance.now() - began)
    const percent = `${Math.round(share * 100)} % noise`
    rows.push(rowOf(percent, anchors, (anchor) => findIn(within, anchor), placeOf))
    if (share === 0.05 || share === 0.1) {
      rows.push(rowOf(`${percent}, typed by hand`, once, ({ exact }) => findQuoteIn(within, exact), placeOf))
    }
    if (share === 0.1)
      bare = bareSearch(text, anchors.slice(0, 60), placeOf, rows.find(({ what }) => what === percent)?.median ?? 0)
  }
  rows.push(...absentRows(written))
  return {
    units: LENGTH,
    floor: SCORE_FLOOR,
    prepare: quantile(prepares, 0.5),
    rows,
    bare: bare ?? { quotes: 0, median: 0, right: 0, ratio: 0 },
  }
}

/** Quotes that are not there: all that is found is wrong. */
function absentRows(written: Written): AnchorRow[] {
  const within = searchable(written.text)
  const folded = within.folded
  const isAbsent = ({ exact }: Anchor) => !folded.includes(searchable(exact).folded)
  const other = anchorsIn(writtenText(77, LENGTH, false), QUOTES * 2, 5)
    .filter(isAbsent)
    .slice(0, QUOTES)
  const { text, anchors } = withoutSome(written)
  const removed = searchable(text)
  return [
    rowOf('absent: of another text of the same patterns', other, (anchor) => findIn(within, anchor)),
    rowOf('absent: the same, typed by hand', other, ({ exact }) => findQuoteIn(within, exact)),
    rowOf('absent: taken out, another number elsewhere', anchors, (anchor) => findIn(removed, anchor)),
    rowOf('absent: the same, typed by hand', anchors, ({ exact }) => findQuoteIn(removed, exact)),
  ]
}

/** The text with sentences taken out that state a number, and a copy of each with another number elsewhere. */
function withoutSome({ text, sentences }: Written): { text: string; anchors: Anchor[] } {
  const random = randomFrom(6)
  const own = sentences.filter(({ start, end }) => /\d/.test(text.slice(start, end)))
  const gone = new Set<Span>()
  while (gone.size < QUOTES) gone.add(own[Math.floor(own.length * random())] as Span)
  const anchors = [...gone].map(({ start, end }) => anchorOf(text, start, end))
  const kept = sentences.filter((span) => !gone.has(span))
  const copies = new Map<Span, string>()
  for (const { exact } of anchors) {
    const changed = exact.replace(/\d+/, (number) => String(Number(number) + 1 + Math.floor(random() * 7)))
    copies.set(kept[Math.floor(kept.length * random())] as Span, changed)
  }
  const parts = sentences.flatMap((span) => {
    if (gone.has(span)) return []
    const copy = copies.get(span)
    return copy === undefined ? [text.slice(span.start, span.end)] : [text.slice(span.start, span.end), copy]
  })
  const now = parts.join(' ')
  return { text: now, anchors: anchors.filter(({ exact }) => !now.includes(exact)) }
}

/** Quotes as people take them: a sentence, a part of one, two or three, and now and then a page. */
function anchorsIn({ text, sentences }: Written, count: number, seed: number): Anchor[] {
  const random = randomFrom(seed)
  return Array.from({ length: count }, () => {
    const nth = Math.floor(random() * (sentences.length - 20))
    const first = sentences[nth] as Span
    const kind = random()
    const last = sentences[
      nth + (kind < 0.65 ? 0 : kind < 0.95 ? 1 + Math.floor(random() * 2) : 5 + Math.floor(random() * 14))
    ] as Span
    if (kind >= 0.3) return anchorOf(text, first.start, last.end)
    // From the beginning of a word to the end of one.
    const words = [...text.slice(first.start, first.end).matchAll(/\S+/gu)]
    const from = Math.floor(random() * (words.length - 5))
    const to = Math.min(words.length - 1, from + 4 + Math.floor(random() * 6))
    return anchorOf(
      text,
      first.start + (words[from]?.index ?? 0),
      first.start + (words[to]?.index ?? 0) + (words[to]?.[0].length ?? 0),
    )
  })
}

function rowOf(
  what: string,
  anchors: readonly Anchor[],
  find: (anchor: Anchor) => Found | null,
  placeOf?: (anchor: Anchor) => Span,
): AnchorRow {
  const times: number[] = []
  let [right, orphaned, wrong, exact] = [0, 0, 0, 0]
  for (const anchor of anchors) {
    const began = performance.now()
    const found = find(anchor)
    times.push(performance.now() - began)
    const place = placeOf?.(anchor)
    if (!found) orphaned++
    else if (!place || overlap(found, place) < SAME_PLACE) wrong++
    else {
      right++
      if (found.start === place.start && found.end === place.end) exact++
    }
  }
  return {
    what,
    quotes: anchors.length,
    right: right / anchors.length,
    orphaned: orphaned / anchors.length,
    wrong,
    exactBounds: right === 0 ? 0 : exact / right,
    median: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  }
}

function bareSearch(
  text: string,
  anchors: readonly Anchor[],
  placeOf: (span: Span) => Span,
  ours: number,
): AnchorFigures['bare'] {
  const times: number[] = []
  let right = 0
  for (const anchor of anchors) {
    const began = performance.now()
    const [first] = search(text, anchor.exact, Math.ceil(anchor.exact.length * 0.25))
    times.push(performance.now() - began)
    if (first && overlap(first, placeOf(anchor)) >= SAME_PLACE) right++
  }
  const median = quantile(times, 0.5)
  return { quotes: anchors.length, median, right: right / anchors.length, ratio: median / ours }
}

/** The right place: two thirds in common. A joined or lost word at the edge of a quote of five is not another place. */
const SAME_PLACE = 2 / 3

/** What two places have in common, of what they have together. */
function overlap(a: Span, b: Span): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return Math.max(0, shared) / (Math.max(a.end, b.end) - Math.min(a.start, b.start))
}

/** The figures as lines for people. */
export function anchoringLines({ units, floor, prepare, rows, bare }: AnchorFigures): string[] {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(8)
  const width = Math.max(...rows.map(({ what }) => what.length))
  return [
    `anchoring in ${units.toLocaleString('en')} units, floor ${floor}; made searchable in ${prepare.toFixed(0)} ms, once`,
    `${''.padEnd(width)} quotes    right orphaned  wrong   bounds   ms (median)    p99`,
    ...rows.map(
      (row) =>
        `${row.what.padEnd(width)} ${String(row.quotes).padStart(6)} ${percent(row.right)} ${percent(row.orphaned)} ` +
        `${String(row.wrong).padStart(6)} ${percent(row.exactBounds)} ${row.median.toFixed(2).padStart(13)} ${row.p99.toFixed(1).padStart(6)}`,
    ),
    `approx-string-match over the raw text at 10 % noise: ${bare.median.toFixed(1)} ms a quote (median of ${bare.quotes}), ` +
      `${percent(bare.right).trim()} right: ${bare.ratio.toFixed(1)} times ours`,
  ]
}
