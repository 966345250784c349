import { eld } from 'eld/small'

/** How much of a text is read (UTF-16 units): a page tells its language. */
const READ = 20_000
/** What an article's plain-text form adds, and addresses, which are in no language. */
const MARKUP = /^[=>*\s-]+|[=\s]+$|https?:\S+/gmu

/** Belarusian in Latin letters, which no detector knows: only it has "ŭ" without the hats of Esperanto … */
const SHORT_U = /ŭ/iu
const ESPERANTO = /[ĉĝĥĵŝ]/iu
/** … or "ł" beside háčeks, without the letters of Sorbian. */
const DARK_L = /ł/iu
const HACEK = /[čšž]/iu
const SORBIAN = /[ěřó]/iu
const SERBIAN = /[ђјљњћџ]/iu
const LATIN = /\p{Script=Latin}/gu
const LETTER = /\p{L}/gu

/**
 * The language a text is most likely in (BCP 47), to cut its sentences by: what ELD's n-grams say, and Łacinka by its
 * letters. English where a text in Latin letters is too short to tell. Linear in what is read, which is bounded.
 */
export function guessLanguage(text: string): string {
  const page = text.slice(0, READ).replace(MARKUP, ' ').normalize('NFC')
  const letters = page.match(LETTER)?.length ?? 0
  const latin = (page.match(LATIN)?.length ?? 0) * 2 > letters
  if (latin && isLatinBelarusian(page)) return 'be-Latn'
  const found = eld.detect(page)
  // Short Russian sentences are taken for Serbian, which is never without letters of its own.
  if (found.language === 'sr' && !latin && !SERBIAN.test(page)) return 'ru'
  return found.language === '' || (latin && !found.isReliable()) ? 'en' : found.language
}

function isLatinBelarusian(page: string): boolean {
  if (SHORT_U.test(page)) return !ESPERANTO.test(page) && share(page, SHORT_U) > RARE
  return DARK_L.test(page) && HACEK.test(page) && !SORBIAN.test(page) && share(page, HACEK) > RARE
}

/** A letter of a language's own comes at least this often; below it a name was quoted. */
const RARE = 0.004

function share(page: string, letter: RegExp): number {
  return (page.match(new RegExp(letter.source, 'giu'))?.length ?? 0) / page.length
}
