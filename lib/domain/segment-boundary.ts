import { abbreviationClass, isOrdinaryWord, opensSentence } from './segment-abbreviation.ts'

/**
 * A place where a sentence may end, in UTF-16 units: the ending mark starts at `mark` and stops at `stop`; closing
 * quotation marks reach to `closed`, footnote markers to `end`; the next sentence would begin at `next`. `voted` says
 * that the segmenter breaks there.
 */
export type Candidate = { mark: number; stop: number; closed: number; end: number; next: number; voted: boolean }

/** How far around a candidate the rules look. Bounds the cost per candidate. */
const NEAR = 48
/** The longest number of a list item with what stands around it ("  (viii). "). */
const ENUMERATOR = 16
const NUMBERING = /^\s*[([]?(?:\d{1,3}|\p{L}|[ivxlc]{1,5})[.)]*$/iu
/** How far to look for a capital letter before taking a text for one that has none. */
const AROUND = 120
const FIRST = /^["'“”„‘«»‹(（[{¿¡「『…—–\s-]*(\p{L}|\p{N})/u
const FIRST_WORD = /^["'“”„‘«»‹([{¿¡—–\s-]*([\p{L}\p{M}’']+)/u
/** Words that do begin a sentence in lower case: iPhone, al-Assad, d'Estaing, von der Leyen. */
const LOWER_NAME =
  /^["'“„‘«(]*(?:\p{Ll}{1,2}\p{Lu}|\p{Ll}{1,4}[-’']\p{Lu}|(?:(?:von|van|de|der|den|da|di|del|du|la|le|bin|ibn|ter)\s)+\p{Lu})/u
const SPEECH =
  /^(?:\p{Lu}[\p{L}\p{M}’'.-]*\s+){1,3}(?:said|says|asked|asks|replied|answered|added|wrote|told|shouted|cried|exclaimed|wondered|claimed|stated)\b/u
const CLOCK_TAIL =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|utc|gmt|est|edt|cet|cest|eet|msk|pst|pdt|eastern|local|moscow|minsk|kyiv)\b/iu
const UNSPACED = /[。！？｡．؟۔।॥։።]/u
const WORD = /[\p{L}\p{N}]/u

/** Whether a text has a letter or digit, that is, something a claim could be about. */
export function hasWord(text: string): boolean {
  return WORD.test(text)
}

/**
 * Whether a sentence ends at the candidate.
 *
 * @param from where the sentence under way began
 * @param opened where the quotation or parenthesis that closes here began, if one does
 * @param language primary subtag, lower case
 */
export function breaksAt(
  text: string,
  from: number,
  at: Candidate,
  opened: number | undefined,
  language: string,
): boolean {
  const left = text.slice(Math.max(from, at.stop - NEAR), at.stop)
  const right = text.slice(at.next, at.next + NEAR)
  const gap = text.slice(at.end, at.next)
  if (gap.length > 1 && /\n\s*\n/u.test(gap)) return true
  const mark = text.slice(at.mark, at.stop)
  if (mark === '') return at.voted
  if (UNSPACED.test(mark)) return unspacedBreaks(at, right)
  if (gap === '' && at.end === at.closed && !gluedBreaks(left, right, at)) return false

  const first = FIRST.exec(right)?.[1]
  if (first === undefined) return at.voted
  if (/\p{Ll}/u.test(first)) return lowerCaseBreaks(text, at, left, right, language)
  // A parenthesis inside a sentence ("He came (finally!) Monday") does not end it; one that stands alone does.
  const leads = opened !== undefined && at.closed > at.stop && text.slice(from, opened).trim() === ''
  if (opened !== undefined && at.closed > at.stop && /[([（{]/.test(text[opened] ?? '')) return leads
  if (/^(?:…|\.{2,})$/u.test(mark)) return ellipsisBreaks(text, at)
  const quoted = at.closed > at.stop
  if (mark !== '.') return quoted && leads && SPEECH.test(right) ? false : at.voted || quoted || at.end > at.closed
  if (at.end - from < ENUMERATOR && NUMBERING.test(text.slice(from, at.end))) return false
  return fullStopBreaks(at, left, right, language)
}

/** Scripts that do not space sentences: the mark alone ends one, unless the sentence goes on after a quotation. */
function unspacedBreaks(at: Candidate, right: string): boolean {
  if (at.closed > at.stop && at.next === at.end) return at.voted && !/^(?:と|って|との|という|の|，|、|,)/u.test(right)
  return !/^[，、,;；]/u.test(right)
}

/** No white space behind the mark ("ended.The next"): only between a word and a capitalised word, never in addresses. */
function gluedBreaks(left: string, right: string, at: Candidate): boolean {
  if (!at.voted) return false
  const token = /\S*$/u.exec(left)?.[0] ?? ''
  if (/[/@\\_]|www\.|\.\p{L}*\./iu.test(token)) return false
  return /(?:\p{Ll}{2}|\p{N}|[)\]])[.!?…]+$/u.test(left) && /^["“«(]?\p{Lu}(?:\p{Ll}|\s)/u.test(right)
}

/** A lower-case letter goes on with the sentence, except in names that are written so, or where nothing is capital. */
function lowerCaseBreaks(text: string, at: Candidate, left: string, right: string, language: string): boolean {
  if (!at.voted) return false
  if (LOWER_NAME.test(right)) return at.closed === at.stop && fullStopBreaks(at, left, right, language)
  if (at.closed > at.stop || abbreviationOf(left, language) !== undefined) return false
  return !/\p{Lu}/u.test(text.slice(Math.max(0, at.mark - AROUND), at.next + AROUND))
}

/** An omission mark inside a quotation (" … ", "[...]") ends nothing; trailing off does. */
function ellipsisBreaks(text: string, at: Candidate): boolean {
  return at.voted && !/[\s([]/u.test(text[at.mark - 1] ?? ' ')
}

function fullStopBreaks(at: Candidate, left: string, right: string, language: string): boolean {
  const word = FIRST_WORD.exec(right)?.[1] ?? ''
  const opens = opensSentence(word) && /^\p{Lu}/u.test(word)
  const kind = abbreviationOf(left, language)
  if (kind === 'never') return false
  if (kind === 'numbered') {
    if (/^(?:\p{N}|[IVXLC]+\b|\p{L}\.)/u.test(right)) return false
    if (isInitial(left)) return opens
    return at.voted || opens || at.closed > at.stop
  }
  if (kind === 'either') return opens
  if (kind === 'closing') return !CLOCK_TAIL.test(right)
  if (/^(?:г|гг|р|рр|r|вв|ст)$/u.test(lastWord(left))) return /\p{N}\.?\s*\p{L}+\.$/u.test(left) // "2020 г. Ён" / "г. Мінск"
  if (isInitial(left)) return opens
  return at.voted || opens || at.closed > at.stop || at.end > at.closed || isOrdinaryWord(lastWord(left), language)
}

/** "A." in "A. B. Smith": one capital letter, alone, that no number or "plan" precedes. */
function isInitial(left: string): boolean {
  return /(?:^|[.-])\p{Lu}\p{M}*$/u.test(lastWord(left))
}

/** The word before the last full stop, with inner full stops and hyphens. */
function lastWord(left: string): string {
  const stop = left.length - 1
  return left.slice(partStart(left, stop), stop)
}

/** The class of the abbreviation the text ends with; two and three parts count before one ("т. д." before "д."). */
function abbreviationOf(left: string, language: string) {
  const stop = left.length - 1
  const starts: number[] = []
  for (let end = stop; starts.length < 3; ) {
    const start = partStart(left, end)
    if (start === end) break
    starts.push(start)
    // A part before counts only if it is short and ends in a full stop ("т. ", "z.\u00a0").
    end = start - 2
    if (!(left[end] === '.' && (left[start - 1] === ' ' || left[start - 1] === '\u00a0'))) break
  }
  for (const start of starts.reverse()) {
    const kind = abbreviationClass(left.slice(start, stop), language)
    if (kind) return kind
  }
  return undefined
}

/** Where the run of letters, marks, full stops and hyphens that ends at `end` begins; at most 16 units back. */
function partStart(left: string, end: number): number {
  let start = end
  while (start > 0 && end - start < 16 && !/[\s("“„«‘[{,;:/]/.test(left[start - 1] ?? ' ')) start--
  return start
}
