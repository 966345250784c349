/**
 * Which neighbouring tokens of a text are one date: "9 August 2020", "26th of February, 2023", "14 жніўня",
 * "9. Oktober 2020", "9 de agosto de 2020", "2020 m. rugpjūčio 9 d", "2020年8月9日".
 *
 * Plan: every token gets a letter for what it could be in a date, and one expression over the letters finds the dates.
 */

const LANGUAGES =
  'en be ru uk pl lt lv de fr es it pt nl sv da nb fi et cs sk sl hr sr bg mk ro hu tr el ca gl ar fa he hi'.split(' ')
/** Belarusian in Łacinka, which Intl has no names for. */
const LATIN_BELARUSIAN =
  'studzienia lutaha sakavika krasavika traŭnia maja červienia lipienia žniŭnia vieraśnia kastryčnika listapada ' +
  'śniežnia studzieni lutym sakaviku krasaviku traŭni mai červieni lipieni žniŭni vieraśni kastryčniku listapadzie śniežni'
/** "in August 2020" in languages where the month then has another ending. */
const LOCATIVES =
  'студзені лютым сакавіку красавіку траўні маі чэрвені ліпені жніўні верасні кастрычніку лістападзе снежні ' +
  'январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре ' +
  'січні лютому березні квітні травні червні липні серпні вересні жовтні листопаді грудні ' +
  'styczniu lutym marcu kwietniu maju czerwcu lipcu sierpniu wrześniu październiku listopadzie grudniu ' +
  'janvārī februārī martā aprīlī maijā jūnijā jūlijā augustā septembrī oktobrī novembrī decembrī'
const SHORT = /^(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Okt|Dez|Jän)$/u

let months: Set<string> | undefined

/** The names of the months as they stand in dates, lower case. */
function monthNames(): Set<string> {
  if (months) return months
  const names = new Set([...LATIN_BELARUSIAN.split(' '), ...LOCATIVES.split(' ')])
  for (const language of LANGUAGES) {
    const inDate = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' })
    for (let month = 0; month < 12; month++) {
      const parts = inDate.formatToParts(new Date(Date.UTC(2020, month, 1)))
      const value = parts.find((part) => part.type === 'month')?.value.toLowerCase()
      const name = value?.replace(LINK, '')
      if (name && /^[\p{L}\p{M}]+$/u.test(name)) names.add(name)
    }
  }
  months = names
  return names
}

const DAY = /^[0-3٠-٣۰-۳०-३]?\p{Nd}(?:\s?[–-]\s?[0-3]?\p{Nd})?(?:st|nd|rd|th|er|[ºªa]|-?(?:га|го|е|й|я|ша|те))?$/u
const YEAR = /^\p{Nd}{4}(?:[–/-]\p{Nd}{2,4})?$/u
/** What a language may put before the month in the same word: d’agost, באוגוסט. */
const LINK = /^(?:d['’]|de |ב)/u
const LINKS = new Set(['of', 'de', 'del', 'do', 'den'])
/** Letters of tokens that are the same in every date. */
const FIXED: Record<string, string> = {
  ' ': 's',
  '\u00a0': 's',
  '\u202f': 's',
  '.': 'p',
  ',': 'c',
  m: 'm',
  d: 'd',
  gada: 'g',
  年: '年',
  月: '月',
  日: '日',
}

/** What a token could be in a date, as one letter; "x" for nothing. */
function letterOf(token: string): string {
  const fixed = Object.hasOwn(FIXED, token) ? FIXED[token] : undefined
  if (fixed) return fixed
  const first = token.codePointAt(0) ?? 0
  if (/^\p{Nd}/u.test(token)) {
    if (YEAR.test(token)) return 'Y'
    if (DAY.test(token)) return 'D'
    return /^\p{Nd}{4}년$/u.test(token)
      ? 'A'
      : /^\p{Nd}{1,2}월$/u.test(token)
        ? 'B'
        : /^\p{Nd}{1,2}일$/u.test(token)
          ? 'C'
          : 'x'
  }
  if (first < 0x41 || token.length > 16) return 'x'
  if (SHORT.test(token)) return 'S'
  const lower = token.toLowerCase()
  if (LINKS.has(lower)) return 'o'
  const names = monthNames()
  return names.has(lower) || names.has(lower.replace(LINK, '')) ? 'M' : 'x'
}

const MONTH = '(?:M|Sp?)'
const DATE = new RegExp(
  [
    `Ysmps${MONTH}sDsd`,
    `Ypsgs(?:Dps)?${MONTH}`,
    `Dp?s(?:os)?${MONTH}(?:c?s(?:os)?Y)?`,
    `${MONTH}sD(?:sd|c?sY)?(?![Y])`,
    `${MONTH}s(?:os)?Y`,
    'DpsDpsY',
    'Y年(?:D月(?:D日)?)?',
    'D月D日',
    'A(?:s?B(?:s?C)?)?',
    'Bs?C',
  ].join('|'),
  'gu',
)

/** The tokens again, those of one date joined into one. Linear in their number. */
export function withWholeDates(tokens: string[]): string[] {
  if (!tokens.some((token) => /\p{Nd}/u.test(token))) return tokens
  const letters = tokens.map(letterOf).join('')
  const joined: string[] = []
  let from = 0
  for (const match of letters.matchAll(DATE)) {
    for (const token of tokens.slice(from, match.index)) joined.push(token)
    from = match.index + match[0].length
    joined.push(tokens.slice(match.index, from).join(''))
  }
  for (const token of tokens.slice(from)) joined.push(token)
  return joined
}
