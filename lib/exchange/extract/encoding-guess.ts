import { analyse } from 'chardet'

/** How much text is judged, and below which confidence a guess of a two-byte encoding is none. */
const JUDGED = 32 * 1024
const SURE = 50

const CYRILLIC = ['windows-1251', 'koi8-u', 'ibm866', 'iso-8859-5', 'x-mac-cyrillic']
const TWO_BYTE = new Set(['gb18030', 'shift_jis', 'euc-jp', 'euc-kr', 'big5'])

/** Texts that use the places which ISO leaves to control codes are in Windows' neighbour of the same alphabet. */
const NEIGHBOUR: Record<string, string> = {
  'iso-8859-1': 'windows-1252',
  'iso-8859-2': 'windows-1250',
  'iso-8859-7': 'windows-1253',
  'iso-8859-8': 'windows-1255',
  'iso-8859-9': 'windows-1254',
}

/**
 * Guesses the encoding of bytes that are not UTF-8 and of which nothing was said. Two-byte encodings by chardet, if the
 * bytes can be read so without a fault; Cyrillic by how much the letters look like words of a Slavic language, for
 * chardet takes DOS and Macintosh texts for French and Russian; the others by chardet. None at all: Western European.
 */
export function guessEncoding(bytes: Uint8Array): string {
  const sample = withoutTags(bytes)
  const guesses = analyse(sample).map(({ name, confidence }) => ({ name: name.toLowerCase(), confidence }))
  const wide = guesses.find(({ name, confidence }) => TWO_BYTE.has(name) && confidence > SURE)
  if (wide && faults(sample, wide.name) <= 1) return wide.name
  const [best] = CYRILLIC.map((name) => ({ name, score: slavicScore(new TextDecoder(name).decode(sample)) })).sort(
    (a, b) => b.score - a.score,
  )
  if (best && best.score > 0.6) return best.name
  const other = guesses.find(({ name, confidence }) => /^(iso-8859|windows)-(?!1251)/.test(name) && confidence > 4)
  if (!other) return 'windows-1252'
  const neighbour = NEIGHBOUR[other.name]
  return neighbour && sample.some((byte) => byte >= 0x80 && byte < 0xa0) ? neighbour : other.name
}

/** Places that could not be read; one may be where the sample was cut. */
function faults(sample: Uint8Array, encoding: string): number {
  return new TextDecoder(encoding).decode(sample).split('\uFFFD').length - 1
}

/** The letters that make up most of Russian, Belarusian, Ukrainian and Bulgarian. */
const COMMON = new Set('оеаинтсрвлкмдпуяыізьўґєї')
const PUNCTUATION = /[\p{White_Space}«»„“”‘’–—…№§°·•]/u

/**
 * Of the signs beyond ASCII, how many are common small letters in words that are Cyrillic throughout, less those that
 * can't be: a capital after a small letter, a Latin letter beside a Cyrillic one, a box or a rare sign.
 */
function slavicScore(text: string): number {
  let [signs, good, bad] = [0, 0, 0]
  let before = ''
  for (const sign of text) {
    if (sign > '\x7f' && !PUNCTUATION.test(sign)) {
      signs++
      const isLetter = /[А-яЁёІіЎўЇїЄєҐґ]/.test(sign)
      if (!isLetter || /[a-z]/i.test(before) || (/[а-яёіўґєї]/.test(before) && /[А-ЯЁІЎҐЄЇ]/.test(sign))) bad++
      else if (COMMON.has(sign)) good++
    }
    before = sign
  }
  return signs === 0 ? 0 : (good - 2 * bad) / signs
}

/** Markup is Latin in any language and would drown the words. */
function withoutTags(bytes: Uint8Array): Uint8Array {
  const kept = new Uint8Array(JUDGED)
  let length = 0
  let inTag = false
  for (const byte of bytes) {
    if (length === JUDGED) break
    if (byte === 0x3c) inTag = true
    if (!inTag) kept[length++] = byte
    if (byte === 0x3e) inTag = false
  }
  return length > 0 ? kept.subarray(0, length) : bytes.subarray(0, JUDGED)
}
