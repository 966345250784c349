/**
 * Infobox values that are lists. A wrong split is worse than none: it makes claims out of halves of statements. So a
 * value is cut only where that is sure:
 * - starred items: ", * ", ", ** " … separate items and say their depth ("Opposition, * Coordination Council");
 * - people: under a field for people, if every piece is plainly a personal name or a group header ending in ":";
 * - countries: at least three pieces, each the name of a country in the article's language.
 * Everything else ("Unknown, at least 1", "Paris, Texas", "Ministry of Labour, Health and Welfare") stays whole.
 */

/** One item of an infobox value: its text `[start, end)` in UTF-16 units, and its number of stars (0 = none). */
export type InfoboxItem = { start: number; end: number; stars: number }

/** Values longer than this (UTF-16 units) are not examined for names: no hand-written list is that long. */
const NAME_LIST_LIMIT = 20_000

const STARRED = /(?:^|[,;])\s*(\*+)\s+/g
const PEOPLE_FIELD =
  /^(?:lead ?figures?|leaders?|commanders?|people|persons|members|founders?|spokes(?:person|people|men)|kiraŭniki|кіраўнікі|лідары|командующие|лидеры|командиры|przywódcy|dowódcy)\d*$/iu
const COUNTRY_FIELD =
  /^(?:places?|locations?|countries|country|states?|territor(?:y|ies)|месца|краіны|место|страны|miejsce|kraje)\d*$/iu

const PARTICLE = /^(?:von|van|der|den|de|del|della|da|di|du|la|le|bin|ibn|ben|al|el|ter|ten|zu|af|av|y|e|dos)$/u
const NAME_PART = /^(?:(?:[dO]|D|Mc|Mac|al-|el-|Al-|El-)['’]?)?\p{Lu}[\p{L}\p{M}]*(?:['’ʼ-]\p{L}[\p{L}\p{M}]*)*\.?$/u
/** Words that are capitalised but no part of a name: with one of them a piece may be an office or a body. */
const NOT_A_NAME =
  /^(?:jr|sr|ii|iii|iv|v|phd|md|esq|president|prime|minister|ministry|general|colonel|major|captain|king|queen|prince|chair|chairman|director|head|chief|commander|secretary|deputy|government|republic|council|party|movement|army|forces?|union|group|brigade|regiment|committee|front|state|states|united|north|south|east|west|new|the|and|of|fc|inc|ltd|st|mr|mrs|dr|prof|sir|lord|health|labour|welfare|university|city|region|oblast|county|district|police|media|news|radio|church|bank|company|club|workers|partisans?|in|on|at|for|with)\.?$/iu
const COUNTRY_CODE = /^\p{Lu}{3}$/u
const NOTE =
  /\s\((?:(?:until|since|from|in|to|till|†|acting|да|з|с|до|по|од|від|do|od)\s)?[\d\s–—-]*(?:present|дагэтуль)?\)$/iu

/**
 * The items of an infobox value, in order; the text between them is separators. A value that is not surely a list is
 * one item; an empty one has none. The first item has no stars if text stands before the first star.
 *
 * @param label the field's name, which says whether people or countries are expected
 * @param language BCP 47, for the names of countries
 */
export function infoboxItems(label: string, value: string, language: string): InfoboxItem[] {
  const starred = starredItems(value)
  if (starred) return starred
  const whole = trimmed(value, 0, value.length)
  if (!whole) return []
  if (value.length > NAME_LIST_LIMIT) return [{ ...whole, stars: 0 }]
  const pieces = commaPieces(value)
  const texts = pieces.map(({ start, end }) => value.slice(start, end))
  const sure =
    (texts.length > 1 &&
      PEOPLE_FIELD.test(label.trim()) &&
      texts.every((text) => isPersonOrHeader(text)) &&
      texts.some(isPerson)) ||
    (texts.length > 2 && COUNTRY_FIELD.test(label.trim()) && texts.every((text) => isCountry(text, language)))
  return sure ? pieces.map((piece) => ({ ...piece, stars: 0 })) : [{ ...whole, stars: 0 }]
}

function starredItems(value: string): InfoboxItem[] | undefined {
  const items: InfoboxItem[] = []
  let start = 0
  let stars = 0
  let seen = false
  const add = (end: number): void => {
    const item = trimmed(value, start, end)
    if (item) items.push({ ...item, stars })
  }
  for (const match of value.matchAll(STARRED)) {
    seen = true
    add(match.index)
    start = match.index + match[0].length
    stars = match[1]?.length ?? 1
  }
  if (!seen) return undefined
  add(value.length)
  return items
}

/** The pieces between commas; a comma inside parentheses or quotation marks, or between digits, does not count. */
function commaPieces(value: string): { start: number; end: number }[] {
  const pieces: { start: number; end: number }[] = []
  let start = 0
  let depth = 0
  const add = (end: number): void => {
    const piece = trimmed(value, start, end)
    if (piece) pieces.push(piece)
  }
  for (let at = 0; at < value.length; at++) {
    const unit = value[at] ?? ''
    if ('([“«'.includes(unit)) depth++
    else if (')]”»'.includes(unit)) depth = Math.max(0, depth - 1)
    else if (unit === ',' && depth === 0 && /\s/u.test(value[at + 1] ?? '')) {
      add(at)
      start = at + 1
    }
  }
  add(value.length)
  return pieces
}

function trimmed(value: string, from: number, to: number): { start: number; end: number } | undefined {
  let start = from
  let end = to
  while (start < end && /[\s,;]/u.test(value[start] ?? '')) start++
  while (end > start && /[\s,;]/u.test(value[end - 1] ?? '')) end--
  return start < end ? { start, end } : undefined
}

/** Two to five capitalised words, particles allowed, a country's three letters before, a note of years after. */
function isPerson(text: string): boolean {
  const words = text.replace(NOTE, '').split(/\s+/u)
  if (words.length > 2 && COUNTRY_CODE.test(words[0] ?? '')) words.shift()
  const names = words.filter((word) => !PARTICLE.test(word))
  return (
    words.length <= 6 &&
    names.length >= 2 &&
    names.every((word) => NAME_PART.test(word) && !NOT_A_NAME.test(word)) &&
    !PARTICLE.test(words.at(-1) ?? '')
  )
}

function isPersonOrHeader(text: string): boolean {
  return isPerson(text) || /^[^:]{2,80}:$/u.test(text)
}

const countries = new Map<string, Set<string>>()

function isCountry(text: string, language: string): boolean {
  let names = countries.get(language)
  if (!names) {
    names = countryNames(language)
    countries.set(language, names)
  }
  return names.has(text.toLowerCase())
}

/** The names of all two-letter regions that Intl knows in a language, lower case; none if it does not know the tag. */
function countryNames(language: string): Set<string> {
  const names = new Set<string>()
  let display: Intl.DisplayNames
  try {
    display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
  } catch {
    return names // a malformed tag: no list is sure
  }
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
  for (const first of letters) {
    for (const second of letters) {
      const name = display.of(first + second)
      if (name) names.add(name.toLowerCase())
    }
  }
  return names
}
