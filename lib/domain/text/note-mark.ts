/**
 * Marks of notes: "[7]", "[a]", "[citation needed]", "¹²", "†". They are added, removed and renumbered without a word of
 * the text being changed, so quotes are compared without them. Numbers and letters in brackets are marks only where they
 * are set as marks are: "killed.[7] The", never "killed [7] people", and never "[t]he".
 */

const NUMBERS = String.raw`\p{Nd}{1,3}(?:\s?[,;–-]\s?\p{Nd}{1,3})*`
const LETTERS = String.raw`\p{Ll}|[ivxlc]{2,6}|[*†‡]{1,3}`
const NUMBERED = String.raw`(?:note|nb|n|fn|ref|anm|прим|прил|заўв|прым|kom|przyp|uw)\.?[ \u00a0]\p{Nd}{1,3}|\p{Ll}[ \u00a0]\p{Nd}{1,3}`
const SHORT = new RegExp(String.raw`\[(?:${NUMBERS}|${LETTERS}|${NUMBERED})\]`, 'uy')

/** What editors of encyclopaedias set behind a statement that wants a source or a date. */
const WORDS =
  /\[(?:(?:citation|clarification|verification|attribution|page|date|better source|non-primary source|quotation|source|context)s? needed|not in (?:the )?(?:citation|source)(?: given)?|failed verification|unreliable source\??|dubious[^[\]]{0,20}|disputed[^[\]]{0,20}|dead link|permanent dead link|original research\??|according to whom\?|by whom\?|(?:who|when|where|which|whom|why|how|vague)\?|update|sic|(?:beleg|belege|quelle|quellen|nachweis) (?:fehlt|fehlen)|wer\?|wann\?|wo\?|(?:réf|référence|source|ref)\.? (?:nécessaire|souhaitée|insuffisante|à confirmer)|citation nécessaire|quand ?\?|qui ?\?|où ?\?|cita requerida|cita requerida\]|¿(?:cuándo|quién|dónde)\?|(?:potrzebny|potrzebne) (?:przypis|źródło)|źródło\?|kiedy\?|kto\?|источник\?|источник не указан[^[\]]{0,24}|нет в источнике|уточнить|когда\?|кто\?|где\?|джерело\?|джерело не вказан[^[\]]{0,24}|уточнити|коли\?|хто\?|крыніца\?|крыніца не паказана[^[\]]{0,24}|няма ў крыніцы|удакладніць|калі\?)\]/iuy

const RAISED = '[⁰¹²³⁴-⁹]'
const RAISED_NUMBER = new RegExp(`${RAISED}{1,3}(?:[,˒–-]${RAISED}{1,3})*`, 'uy')
const RAISED_LETTER = /[ᵃ-ᵛªº\u2071\u207f\u02b0-\u02b8\u02e1-\u02e3ᶜᶠᶻ](?!\p{L})/uy
const SIGN = /[†‡]{1,3}|\*{1,3}(?![\p{L}\p{N}*])/uy
/** As readers set a raised number that knew no better: "killed.7 The". */
const LOST = /\p{Nd}{1,2}(?=\s+["“«„']?\p{Lu}|\s*$)/uy

const AFTER_WORD = /[\p{L}\p{M}]{4}$|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u
const AFTER_STOP = /[.,;:!?…)\]"'”’»“。，、！？]$/u
const AFTER_SENTENCE = /\p{Ll}{4}[.!?]["'”’»)]?$/u
const MARK_START = /[[*†‡⁰¹²³⁴-⁹ªºᵃ-ᵛᶜᶠᶻ\u2071\u207f\u02b0-\u02b8\u02e1-\u02e3\p{Nd}]/u

/** Where the mark that begins at an offset ends; -1 where none does. */
export function noteMarkEnd(text: string, at: number): number {
  const unit = text[at] ?? ''
  if (!MARK_START.test(unit)) return -1
  if (unit === '[') return bracketEnd(text, at)
  const before = text.slice(Math.max(0, at - 6), at)
  if (/\p{Nd}/u.test(unit) && !/[⁰¹²³⁴-⁹]/u.test(unit)) return AFTER_SENTENCE.test(before) ? endOf(LOST, text, at) : -1
  if (!AFTER_WORD.test(before) && !AFTER_STOP.test(before)) return -1
  for (const mark of [RAISED_NUMBER, RAISED_LETTER, SIGN]) {
    const end = endOf(mark, text, at)
    if (end >= 0) return end
  }
  return -1
}

function bracketEnd(text: string, at: number): number {
  const worded = endOf(WORDS, text, at)
  if (worded >= 0) return worded
  const end = endOf(SHORT, text, at)
  if (end < 0) return -1
  const behind = text.slice(end, end + 2)
  if (/^\p{L}/u.test(behind) && !/\p{Nd}/u.test(text.slice(at, end))) return -1
  const before = text.slice(Math.max(0, at - 8), at)
  if (/[^\s([{]$/u.test(before)) return end
  // Set apart by a space: only where a sentence or a part of one has ended.
  const isSpaced = /\S\s$/u.test(before) && (AFTER_STOP.test(before.trimEnd()) || /^[.,;:!?)]/u.test(behind))
  return isSpaced && !/^[\p{L}\p{N}]/u.test(behind) ? end : -1
}

function endOf(mark: RegExp, text: string, at: number): number {
  mark.lastIndex = at
  return mark.test(text) ? mark.lastIndex : -1
}
