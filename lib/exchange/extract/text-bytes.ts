/** How much of the beginning tells what the whole is. */
const LOOKED_AT = 8 * 1024

/** UTF-16 that says so by its mark, by its label, or by zero bytes that stand only at every other place. */
export function looksLikeUtf16(bytes: Uint8Array, charset: string | null = null): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  const end = Math.min(bytes.length, LOOKED_AT)
  for (let at = 0; at < end; at++) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (odd > 0 && even === 0 && odd >= end / 40) return 'utf-16le'
  if (even > 0 && odd === 0 && even >= end / 40) return 'utf-16be'
  const label = charset?.toLowerCase()
  // A declaration alone is enough for scripts whose letters have no zero byte, but not for bytes with stray zeros.
  if (even + odd > 0 && even > 0 && odd > 0) return null
  if (label === 'utf-16be') return 'utf-16be'
  return label === 'utf-16' || label === 'utf-16le' ? 'utf-16le' : null
}

/** No byte of the beginning is one that only binary files have (the standard's "binary data bytes"), or it is UTF-16. */
export function looksLikeText(bytes: Uint8Array, charset: string | null = null): boolean {
  if (looksLikeUtf16(bytes, charset)) return isTidyUtf16(bytes, charset)
  const end = Math.min(bytes.length, LOOKED_AT)
  for (let at = 0; at < end; at++) if (isBinary(bytes[at] ?? 0)) return false
  return true
}

function isTidyUtf16(bytes: Uint8Array, charset: string | null): boolean {
  return ![...readStart(bytes, charset).slice(0, 2_000)].some(
    (letter) => isBinary(letter.codePointAt(0) ?? 0) || letter === '\uFFFE' || letter === '\uFFFD',
  )
}

/** Escape is left out: ISO-2022 texts have it. */
function isBinary(code: number): boolean {
  return code <= 8 || code === 0x0b || (code >= 0x0e && code <= 0x1a) || (code >= 0x1c && code <= 0x1f)
}

/** The beginning as text good enough to look for marks of a format, which are ASCII. */
export function readStart(bytes: Uint8Array, charset: string | null = null): string {
  const start = bytes.subarray(0, LOOKED_AT - (LOOKED_AT % 2))
  const wide = looksLikeUtf16(bytes, charset)
  if (wide) return new TextDecoder(wide).decode(start.subarray(0, start.length - (start.length % 2)))
  return new TextDecoder('latin1').decode(start).replace(/^\xef\xbb\xbf/, '')
}
