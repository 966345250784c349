import { looksAbbreviated } from './abbreviation.ts'
import { isAbbreviated } from './full-stop.ts'

/**
 * Numbers of list items in running text: "1. Bread 2. Milk", "a) bread b) milk", "• bread • milk". Plan: every token
 * that may be such a number is found; those that count on from one another, written alike, are a list if the first one
 * is where a sentence may begin.
 */

/** `[start, end)` in UTF-16 units: the marker, without the white space behind it. */
export type ListMarker = { start: number; end: number }

const BULLET = /(?<=^|\s)[•‣◦▪●⁃∙](?:\s*\d{1,3}[.)]{1,2}(?=\s))?/gu
const NUMBER = /(?<=^|\s)(\(?)(\d{1,3}|[ivx]{2,5}|[a-zа-я])([.)]{1,2})(?=\s+[\p{L}\p{N}"“„«])/gu
const MAY_NUMBER = /(?:^|\s)\(?(?:1|2|a|а|b|б|i|w|x)[.)]/u
const OPENS = /(?:^|[!?…:;]["”’»)\]]*|\.["”’»)\]]+|[\])])\s*$/u
const STOPPED = /\.\s*$/u
/** Behind these a number belongs to the sentence: "rule 2.", "on May 2.", "and 2." */
const NUMBERED_WORD =
  /(?<!\p{L})(?:rules?|articles?|sections?|chapters?|parts?|nos?|pages?|figures?|tables?|paragraphs?|version|volume|level|class|type|grade|phase|step|number|only|just|about|and|or|to|in|of|on|by|at|for|with|from|than|until|till|the|was|were|is|are|january|february|march|april|may|june|july|august|september|october|november|december)\.?\s*$/iu
/** Languages that write "2." for "second": there a full stop numbers an item only behind the end of a sentence. */
const ORDINALS = new Set(
  'de lb nds gsw bar da nb no nn sv fi et hu cs sk pl hr sr bs sl lv lt is tr eu fo me dsb hsb'.split(' '),
)
/** How far back to look for the word before a number. */
const NEAR = 24

/**
 * The markers of run-in lists, in order.
 *
 * @param language primary subtag
 * @returns nothing for most texts. Linear in the length of the text.
 */
export function listMarkers(text: string, language: string): ListMarker[] {
  const bullets = bulletMarkers(text, language)
  const numbers = MAY_NUMBER.test(text) ? numberMarkers(text, language) : []
  if (bullets.length === 0) return numbers
  return [...bullets, ...numbers].sort((one, other) => one.start - other.start)
}

function bulletMarkers(text: string, language: string): ListMarker[] {
  const found = [...text.matchAll(BULLET)].map(({ 0: mark, index }) => ({ start: index, end: index + mark.length }))
  const first = found[0]
  return first && opensAt(text.slice(Math.max(0, first.start - NEAR), first.start), language) ? found : []
}

/** Whether an item may begin behind this: at the very beginning, or where a sentence has ended. */
function opensAt(before: string, language: string): boolean {
  if (OPENS.test(before)) return true
  const left = before.trimEnd()
  const last = /\p{L}+(?=\.$)/u.exec(left)?.[0] ?? ''
  return STOPPED.test(left) && !isAbbreviated(left, language) && !looksAbbreviated(last, language)
}

type Numbered = ListMarker & { value: number; style: string; opens: boolean }

function numberMarkers(text: string, language: string): ListMarker[] {
  const lists: Numbered[][] = []
  const open = new Map<string, Numbered[]>()
  for (const match of text.matchAll(NUMBER)) {
    const readings = numbered(text, match, language)
    const next = readings.find(({ style, value }) => open.get(style)?.at(-1)?.value === value - 1)
    if (next) {
      open.get(next.style)?.push(next)
      continue
    }
    for (const first of readings) {
      if (!first.opens && !(first.value === 1 && open.has(first.style))) continue
      const begun = [first]
      lists.push(begun)
      open.set(first.style, begun)
    }
  }
  return lists
    .filter((list) => list.length > 2 || (list.length > 1 && list[0]?.value === 1))
    .flat()
    .sort((one, other) => one.start - other.start)
}

/** What a token may be: a figure, a letter, or a Roman number, as "i" is before "ii" and behind "h". */
function numbered(text: string, match: RegExpExecArray, language: string): Numbered[] {
  const [whole, open = '', name = '', close = ''] = match
  const before = text.slice(Math.max(0, match.index - NEAR), match.index)
  const opens = opensAt(before, language)
  const letter = /\p{L}/u.test(name)
  if (!opens) {
    if (close === '.' && !letter && ORDINALS.has(language)) return []
    if (!letter && close !== ')' && NUMBERED_WORD.test(before)) return []
    if (letter && close === '.' && /\p{Lu}\.?\s*$/u.test(before)) return []
  }
  const place = { start: match.index, end: match.index + whole.length, opens }
  const reading = (style: string, value: number): Numbered => ({ ...place, style: `${open}${style}${close}`, value })
  if (!letter) return [reading('1', Number(name))]
  const roman = ROMAN.indexOf(name) + 1
  const readings = roman > 0 ? [reading('i', roman)] : []
  const first = name >= 'а' ? 'а' : 'a'
  return name.length > 1 ? readings : [...readings, reading(first, name.charCodeAt(0) - first.charCodeAt(0) + 1)]
}

const ROMAN = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv'.split(' ')
