/** Languages that are not written in Latin letters, by the script they are written in. Serbian and Belarusian have two. */
const SCRIPTS: [script: RegExp, languages: RegExp][] = [
  [/\p{Script=Cyrillic}/u, /^(?:ru|uk|be|bg|sr|mk|kk|ky|mn|tg|tt|ba|cv|os|ce|ab|mhr|udm)$/],
  [/\p{Script=Greek}/u, /^(?:el|grc)$/],
  [/\p{Script=Hebrew}/u, /^(?:he|iw|yi)$/],
  [/\p{Script=Arabic}/u, /^(?:ar|fa|ur|ps|ku|ckb|sd|ug|prs)$/],
  [/\p{Script=Devanagari}/u, /^(?:hi|mr|ne|sa)$/],
  [/\p{Script=Hangul}/u, /^ko$/],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u, /^(?:zh|ja|yue|wuu)$/],
  [/\p{Script=Thai}/u, /^th$/],
  [/\p{Script=Georgian}/u, /^ka$/],
  [/\p{Script=Armenian}/u, /^hy$/],
]
const IN_BOTH = /^(?:sr|be|kk|ku|mn|az|uz|tt)$/

/** As much of a page's text as is looked at, in UTF-16 units. */
const SAMPLE = 4_000
/** Fewer letters prove nothing. */
const TELLING = 20

/**
 * Whether a text can be of a language, by its letters: a theme that says "en" over a page in Cyrillic is not believed.
 * @param tag BCP 47
 */
export function fitsScript(tag: string, text: string): boolean {
  const letters = text.slice(0, SAMPLE).match(/\p{L}/gu) ?? []
  if (letters.length < TELLING) return true
  const language = tag.split('-')[0]?.toLowerCase() ?? ''
  if (IN_BOTH.test(language)) return true
  const own = SCRIPTS.find(([, languages]) => languages.test(language))?.[0] ?? /\p{Script=Latin}/u
  return letters.filter((letter) => own.test(letter)).length * 3 >= letters.length
}
