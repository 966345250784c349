import { fullStopBreaks, isAbbreviated } from './full-stop.ts'
import { opensWith } from './opening.ts'
import type { Candidate, Place } from './place.ts'
import { opensSentence } from './sentence-opener.ts'

/** How far around a candidate the rules look. Bounds the cost per candidate. */
const NEAR = 48
/** The longest number of a list item with what stands around it ("  (viii). "). */
const ENUMERATOR = 16
const NUMBERING =
  /^\s*(?:[([]?(?:\d{1,3}|\p{L}|[ivxlc]{1,5})[.)]*|(?:fig|tab|abb|rys|obr|pav|рис|рыс|мал|табл)\.?\s*\d{1,3}\.)$/iu
/** How far to look for a capital letter before taking a text for one that has none. */
const AROUND = 120
const FIRST = /^["'“”„‘’«»‹›(（[{¿¡「『….—–\s-]*(\p{L}|\p{N})/u
/** Words that do begin a sentence in lower case: iPhone, al-Assad, d'Estaing, von der Leyen. */
const LOWER_NAME = /^["'“„‘«›‹(]*(?:\p{Ll}{1,2}\p{Lu}|\p{Ll}{1,4}[-’']\p{Lu})/u
/** A word without its beginning: "’s Avonds", "’t was", "’n Mens". */
const CLIPPED = /^['’](?:[stnkmrd]|em|twas|tis|til|cause|bout|neath|round)[\s’]/u
const PARTICLE = /^["'“„‘«›‹(]*(?:(?:von|van|de|der|den|da|di|del|du|la|le|bin|ibn|ter)\s)+\p{Lu}/u
/** Where particles are words like any other ("proc. de la République"). */
const OF_PARTICLES = new Set(['fr', 'es', 'it', 'pt', 'ca', 'gl', 'ro', 'nl', 'af', 'de', 'sv', 'da', 'nb', 'no', 'nn'])
const UNCASED_SPEECH = /^(?:שאל|אמר|ענה|ענתה|השיב|הוסיפ|כתב|קרא|قال|سأل|أجاب|أضاف|كتب|صرح)/u
const SPEECH =
  /^(?:\p{Lu}[\p{L}\p{M}’'.-]*\s+){1,3}(?:said|says|asked|asks|replied|answered|added|wrote|told|shouted|cried|exclaimed|wondered|claimed|stated)\b/u
const UNSPACED = /[。！？｡．؟۔।॥։።፧፨။។៕᠃᠉᱾᱿꯫꓿]/u
/** Who said it, right behind a quotation: 他说。 */
const UNSPACED_SPEECH = /^\p{Script=Han}{1,6}(?:说|說|道|问|問|喊|答|表示|称|稱|写道|寫道)[。，,！？：]/u
/** Scripts in which a full stop only abbreviates. */
const FIRST_STOPLESS = 0xe00
const STOPLESS = /[\p{Script=Thai}\p{Script=Lao}]\.$/u
const MARK = /^[.!?…。！？｡]/u
const WORD = /[\p{L}\p{N}]/u
const ELLIPSIS = /^(?:…|\.{2,}|\.(?: \.){2,})$/u

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
  const gap = at.next - at.end
  if (gap > 1 && /\n\s*\n/u.test(text.slice(at.end, at.next))) return true
  if (at.mark === at.stop) return at.voted && !/^\p{Ll}/u.test(text.slice(at.next, at.next + 2))
  const mark = text.slice(at.mark, at.stop)
  const left = text.slice(Math.max(from, at.stop - NEAR), at.stop)
  const right = text.slice(at.next, at.next + NEAR)
  // Behind 「え？」 comes another mark, which is a place of its own.
  if (gap === 0 && MARK.test(right)) return false
  const place = { text, from, at, opened, left, right, language }
  if (mark !== '.' && UNSPACED.test(mark)) return unspacedBreaks(place)
  if (left.charCodeAt(left.length - 2) >= FIRST_STOPLESS && STOPLESS.test(left)) return false
  if (gap === 0 && at.end === at.closed && !gluedBreaks(left, right, at)) return false
  if (!beginsWithCapital(right)) {
    const first = FIRST.exec(right)?.[1]
    if (first === undefined) return at.voted
    if (/\p{Ll}/u.test(first)) return lowerCaseBreaks(place)
  }
  return capitalBreaks(place, mark)
}

/** The quick answer for Latin, Cyrillic, Hebrew and Arabic, of which the last two have no small letters. */
function beginsWithCapital(right: string): boolean {
  const unit = right.charCodeAt(0)
  return (
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0x410 && unit <= 0x42f) ||
    (unit >= 0x5d0 && unit <= 0x5ea) ||
    (unit >= 0x620 && unit <= 0x64a)
  )
}

/** A capital letter, a digit or a letter of a script without capitals follows. */
function capitalBreaks(place: Place, mark: string): boolean {
  const { text, from, at, opened, right } = place
  const quoted = at.closed > at.stop
  // A parenthesis inside a sentence ("He came (finally!) Monday") does not end it; one that stands alone does.
  const leads = quoted && opened !== undefined && text.slice(from, opened).trim() === ''
  if (quoted && opened !== undefined && /[([（{]/.test(text[opened] ?? '')) return leads
  if (mark === '.') {
    const numbered = at.end - from < ENUMERATOR && NUMBERING.test(text.slice(from, at.end))
    return !numbered && fullStopBreaks(place)
  }
  if (ELLIPSIS.test(mark)) return ellipsisBreaks(place)
  return leads && (SPEECH.test(right) || UNCASED_SPEECH.test(right)) ? false : at.voted || quoted || at.end > at.closed
}

/**
 * Scripts without capitals: the mark alone ends a sentence. Behind a quotation it does where a colon led to it or where
 * the quotation is all there is; words before it ("他大喊「走！」然后…") or speech behind it keep the sentence going.
 */
function unspacedBreaks({ text, from, at, opened, left, right }: Place): boolean {
  // ３．５ is a number.
  if (at.closed === at.stop && /\p{N}．$/u.test(left) && /^\p{N}/u.test(right)) return false
  if (at.closed === at.stop || opened === undefined) return !/^[，、,;；،؛]/u.test(right)
  if (/^(?:と|って|との|という|の|は|が|を|に|라고|[，、,;；،؛])/u.test(right)) return false
  const before = text.slice(Math.max(from, opened - NEAR), opened).trimEnd()
  return before === '' ? !(UNSPACED_SPEECH.test(right) || UNCASED_SPEECH.test(right)) : /[:：،]$/u.test(before)
}

/** No white space behind the mark ("ended.The next"): only between a word and a capitalised word, never in addresses. */
function gluedBreaks(left: string, right: string, at: Candidate): boolean {
  if (isGluedPair(left, right)) return true
  if (!at.voted) return false
  const token = /\S*$/u.exec(left)?.[0] ?? ''
  if (/[/@\\_]|www\.|\.\p{L}*\./iu.test(token)) return false
  return /(?:\p{Ll}{2}|\p{N}{3}|\p{L}\p{N}|[)\]])[.!?…]+$/u.test(left) && /^["“«(]?\p{Lu}(?:\p{Ll}|\s)/u.test(right)
}

/** Cyrillic letters on both sides of the mark, or a Roman number behind it: "жағдайы.XVIII ғасырдың". */
function isGluedPair(left: string, right: string): boolean {
  return /[\u0430-\u04ff]{3}\.$/u.test(left) && /^(?:[\u0400-\u042f\u0460-\u04ff]\p{Ll}|[IVX]+\s)/u.test(right)
}

/** A lower-case letter goes on with the sentence, except in names that are written so, or where nothing is capital. */
function lowerCaseBreaks(place: Place): boolean {
  const { text, at, left, right, language } = place
  if (at.closed === at.stop && CLIPPED.test(right) && fullStopBreaks({ ...place, at: { ...at, voted: true } }))
    return true
  if (at.closed === at.stop && opensCarelessly(left, right, language)) return true
  if (!at.voted) return false
  if (LOWER_NAME.test(right) || (PARTICLE.test(right) && !OF_PARTICLES.has(language)))
    return at.closed === at.stop && fullStopBreaks(place)
  // Behind a number it may be an ordinal ("2020. gada 9. augustā").
  if (at.closed > at.stop || /\p{N}\.$/u.test(left) || isAbbreviated(left, language)) return false
  return !/\p{Lu}/u.test(text.slice(Math.max(0, at.mark - AROUND), at.next + AROUND))
}

/** A long plain word, a full stop and a word that opens sentences: "δούλευε κανένας. το κόστος". */
function opensCarelessly(left: string, right: string, language: string): boolean {
  const word = /^\p{Ll}+(?=\s)/u.exec(right)?.[0]
  return word !== undefined && /(?:^|\s)\p{Ll}{7,}\.$/u.test(left) && opensSentence(word, language)
}

/** An omission mark inside a quotation (" … ", "[...]") ends nothing; trailing off does, and so does ". . . .". */
function ellipsisBreaks({ text, at, right, language }: Place): boolean {
  if (at.stop - at.mark > 6 && text[at.mark + 1] === ' ') return true
  return (at.voted || opensWith(right, language)) && !/[\s([]/u.test(text[at.mark - 1] ?? ' ')
}
