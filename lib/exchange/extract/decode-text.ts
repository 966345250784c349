import sniffEncoding from 'html-encoding-sniffer'
import { guessEncoding } from './encoding-guess.ts'
import { looksLikeUtf16 } from './text-bytes.ts'

export type DecodedText = { text: string /** The name by the Encoding Standard, in lower case. */; encoding: string }

/** Pages that name their encoding after long scripts are common; the standard's first kilobyte is its lower bound. */
const PRESCAN = 16 * 1024

/**
 * Bytes to words, by who is most to be believed: a byte order mark, what the server declared, what the page says of
 * itself, valid UTF-8, and then a guess by the letters. A declaration that is wrong is followed, as browsers follow it:
 * the quote has to be what a reader saw.
 * @param charset what the server declared; an unknown label counts as none
 */
export function decodeText(bytes: Uint8Array, charset: string | null, isHtml: boolean): DecodedText {
  const encoding = declared(bytes, charset, isHtml) ?? unsaid(bytes)
  try {
    return { text: new TextDecoder(encoding).decode(bytes), encoding }
  } catch {
    // The standard's "replacement" encodings and those it keeps for itself have no decoder.
    const guess = unsaid(bytes)
    return { text: new TextDecoder(guess).decode(bytes), encoding: guess }
  }
}

/** Any answer but this name was found in the bytes or the header. */
const NONE = 'none'

function declared(bytes: Uint8Array, charset: string | null, isHtml: boolean): string | null {
  const label = charset === null ? {} : { transportLayerEncodingLabel: charset }
  const found = isHtml
    ? sniffEncoding(bytes, { ...label, defaultEncoding: NONE, maxPrescanBytes: PRESCAN })
    : sniffEncoding(bytes, { ...label, defaultEncoding: NONE, xml: true })
  const encoding = found.toLowerCase()
  return encoding === NONE || encoding === 'x-user-defined' || encoding === 'replacement' ? null : encoding
}

function unsaid(bytes: Uint8Array): string {
  const wide = looksLikeUtf16(bytes)
  if (wide) return wide
  if (isIso2022(bytes)) return 'iso-2022-jp'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return guessEncoding(bytes)
  }
}

/** Japanese mail's seven-bit text, which is valid UTF-8 as it stands: known by its escapes to and from two-byte letters. */
function isIso2022(bytes: Uint8Array): boolean {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 64 * 1024))
  return start.split('\x1b').some((part) => /^\$[@B][!-~]{2,}/.test(part))
}
