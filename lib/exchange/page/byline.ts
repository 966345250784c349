import type { CslName } from '@/lib/domain/source/source.ts'
import { plainValue, writtenName } from './value.ts'

/** Words that introduce a name and are no part of it. */
const BY =
  /^(?:(?:written|reported|posted|story|text|words|report)\s+by|by|von|text\s*:|par|por|di|przez|autor(?:en|ka|zy)?\s*:|author(?:s)?\s*:|аўтар(?:ы|ка)?\s*:|автор(?:и|ы|ка)?\s*:|тэкст\s*:|текст\s*:)\s+/iu
/** What parts two names of one line. */
const BETWEEN = /\s+(?:and|und|et|y|e|i|en|и|і|та|й|ir|&)\s+|\s*[,;&]\s*/iu
/** What follows a name on its line and is none: a time of update, a role, a site. */
const BEHIND =
  /\s*(?:[|•·]|\s[–—-]\s|\((?:updated|published)\b|\b(?:updated|published|last modified|обновлено|абноўлена|оновлено)\s*:).*$/isu

/**
 * The people of a byline, as a page writes it in one line: "By Ann Lee and Bo Tarn | Updated: 3 May". A line is parted only
 * where every part looks like a whole name, so that "Office of Food and Water" stays one body.
 */
export function bylineNames(value: unknown): CslName[] {
  const words = plainValue(value)
  if (!words) return []
  const line = words.replace(BEHIND, '').replace(BY, '').trim()
  const parts = line.split(BETWEEN).map((part) => part.replace(BY, '').trim())
  const names = parts.length > 1 && parts.every(isWholeName) ? parts : [line]
  return names.flatMap((name) => writtenName(name) ?? [])
}

/**
 * The people whom the page's own elements name as its authors: marked as such, or in a line called a byline that begins
 * as one does. Looked for in the article only; of several, the first that says something.
 */
export function shownAuthors(document: Document): CslName[] {
  const within = document.querySelector('article, main') ?? document.body
  const found = (selector: string) => [...(within?.querySelectorAll(selector) ?? [])].slice(0, MOST_SHOWN)
  for (const { textContent } of MARKED.flatMap(found)) {
    const names = bylineNames(textContent)
    if (names.length > 0) return names
  }
  for (const { textContent } of found('[class*="byline" i], [class*="author" i]')) {
    const line = plainValue(textContent)
    if (!line || line.length > LONGEST_BYLINE || !BY.test(line)) continue
    const names = bylineNames(line)
    if (names.length > 0) return names
  }
  return []
}

const MARKED = ['[itemprop~="author" i] [itemprop~="name" i]', '[rel~="author" i]', '[itemprop~="author" i]']
const MOST_SHOWN = 20
const LONGEST_BYLINE = 200

/** Two to five words, each with a capital or a particle: what a person is called, and hardly a body. */
function isWholeName(text: string): boolean {
  const words = text.split(/\s+/u)
  const capital = words.filter((word) => /^\p{Lu}/u.test(word))
  return (
    words.length >= 2 &&
    words.length <= 5 &&
    capital.length >= 2 &&
    words.every((word) =>
      /^(?:\p{Lu}[\p{L}\p{M}.'’-]*|von|van|der|den|de|del|della|da|di|du|la|le|bin|ibn|al|el|ter|af|av)$/u.test(word),
    )
  )
}
