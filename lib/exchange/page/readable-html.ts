import { Readability } from '@mozilla/readability'
import type { ReadableText } from '@/lib/domain/quote/snapshot.ts'
import { parsePage } from './document.ts'
import { assemble, languageTag } from './readable-assembly.ts'
import { stripTags } from './readable-strip.ts'
import { type WalkedPiece, walk } from './readable-walk.ts'

/** Readability's time grows with the square of the depth; pages a person laid out are far from these. */
const DEEPEST = 200
const MOST_ELEMENTS = 60_000

/** A piece this long tells where the article begins and ends; shorter ones ("Share") stand in many places. */
const TELLING = 20

/**
 * The readable text of a page. Readability is asked only where the article begins and ends: between, everything is
 * kept that isn't mostly links, because its taste drops tables, lists and notes, and the quote may be there. The page's
 * main heading is kept with it. Where the article would be less than a third of the words that are no links, or the
 * page is too deep or too large to ask, the whole body is the text: too much can be read past, what is missing can't
 * be quoted. Never throws: what can't be parsed is stripped of its tags.
 */
export function readableHtml(html: string): ReadableText {
  try {
    const document = parsePage(html)
    const language = languageTag(document.documentElement.getAttribute('lang'))
    const { pieces, depth, elements } = walk(document.body)
    const asked = depth <= DEEPEST && elements <= MOST_ELEMENTS
    return assemble((asked ? article(document, pieces) : null) ?? pieces, language)
  } catch {
    return assemble(stripTags(html), null)
  }
}

function article(document: Document, pieces: WalkedPiece[]): WalkedPiece[] | null {
  const found = articlePieces(document)
  const kept = new Set(found.map(({ words }) => words))
  const isTelling = ({ words }: WalkedPiece) => lengthOf(words) >= TELLING && kept.has(words)
  const first = pieces.findIndex(isTelling)
  if (first < 0) return null
  const heading = pieces.findIndex(({ level }) => level === 1)
  const from = beginOf(pieces, first, heading, kept)
  const to = endOfTable(pieces, endOf(pieces, pieces.findLastIndex(isTelling), kept))
  const body = pieces
    .slice(from, to + 1)
    .filter((piece) => kept.has(piece.words) || piece.cell || !isMostlyLinks(piece) || isLinkedSentence(piece))
  const chosen =
    heading >= 0 && (heading < from || heading > to) ? [...pieces.slice(heading, heading + 1), ...body] : body
  return unlinked(chosen) * 3 < unlinked(pieces) ? null : chosen
}

/** Han, kana and hangul say with one letter what takes several of an alphabet. */
const lengthOf = (words: string) =>
  words.length +
  2 * (words.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0)

/** How far a short beginning or end may reach beyond what tells. */
const BEFORE = 8
const BEHIND = 3

/** Short first sentences, which often are the fact: what was kept, and what stands below the main heading. */
function beginOf(pieces: readonly WalkedPiece[], first: number, heading: number, kept: ReadonlySet<string>): number {
  if (heading >= 0 && heading < first && first - heading <= BEFORE) return heading
  let from = first
  while (from > 0 && first - from < BEFORE && isKept(pieces[from - 1], kept)) from--
  return from
}

/** Short last sentences: what was kept, and paragraphs that end as sentences do. */
function endOf(pieces: readonly WalkedPiece[], last: number, kept: ReadonlySet<string>): number {
  let to = last
  while (to + 1 < pieces.length && to - last < BEHIND) {
    const next = pieces[to + 1]
    if (!next || !(isKept(next, kept) || isSentence(next))) break
    to++
  }
  return to
}

/** A table of which a part was kept is kept whole. */
function endOfTable(pieces: readonly WalkedPiece[], last: number): number {
  const table = pieces[last]?.cell?.table
  if (table === undefined) return last
  return pieces.findLastIndex(({ cell }) => cell?.table === table)
}

/** A whole sentence of the article that leads on to another page, where most lines of links are headlines. */
const isLinkedSentence = ({ kind, words }: WalkedPiece) =>
  kind === 'paragraph' && words.length >= LINKED_SENTENCE && /\p{Ll}{2}[.!?…]["'”’»)]*$/u.test(words)
const LINKED_SENTENCE = 50

const isKept = (piece: WalkedPiece | undefined, kept: ReadonlySet<string>) =>
  piece !== undefined && kept.has(piece.words) && !isMostlyLinks(piece)

const isSentence = ({ kind, words, linked }: WalkedPiece) =>
  kind === 'paragraph' &&
  linked === 0 &&
  /[.!?…。！？]["'”’»)]*$/u.test(words) &&
  !/©|\bcookies?\b|\ball rights\b/iu.test(words)

/** Changes the document: to be asked last. */
function articlePieces(document: Document): WalkedPiece[] {
  try {
    const found = new Readability<Node>(document, { serializer: (node) => node, disableJSONLD: true }).parse()
    return found?.content ? walk(found.content).pieces : []
  } catch {
    return []
  }
}

const isMostlyLinks = ({ words, linked }: WalkedPiece) => linked * 5 >= words.length * 4

const unlinked = (pieces: readonly WalkedPiece[]) =>
  pieces.reduce((sum, { words, linked }) => sum + words.length - linked, 0)
