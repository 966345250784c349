import type { WalkedPicture } from './walked.ts'

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const PNG_KEPT = new Set('IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT pHYs bKGD acTL fcTL fdAT'.split(' '))

/** Walks a PNG (W3C, third edition), animated or not, chunk by chunk up to its end. Null where it does not follow the format. */
export function walkPng(bytes: Uint8Array): WalkedPicture | null {
  if (PNG_SIGNATURE.some((byte, at) => bytes[at] !== byte)) return null
  const view = viewOf(bytes)
  const walked: WalkedPicture = { shown: [bytes.subarray(0, 8)], exif: [], beside: [] }
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at)
    const type = nameAt(bytes, at + 4)
    if (end > bytes.length || !/^[A-Za-z]{4}$/.test(type) || (type === 'IHDR') !== (at === 8)) return null
    const data = bytes.subarray(at + 8, end - 4)
    if (PNG_KEPT.has(type)) walked.shown.push(bytes.subarray(at, end))
    else if (type === 'eXIf') walked.exif.push(data)
    else if (isCritical(type)) return null
    else if (PNG_SAYS.has(type)) walked.beside.push(data)
    if (type === 'IEND') return walked
    at = end
  }
  return null
}

/** Chunks left out that say something about the picture; others, such as a suggested palette, do not. */
const PNG_SAYS = new Set(['tEXt', 'zTXt', 'iTXt', 'tIME', 'caBX'])

/** A decoder must know what is written with a capital. */
function isCritical(type: string): boolean {
  return type.charAt(0) < 'a'
}

const WEBP_KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])
const FRAME_KEPT = new Set(['VP8 ', 'VP8L', 'ALPH'])
/** In VP8X: it holds EXIF, it holds XMP. */
const SAYS_MORE = 0x08 | 0x04
/** Bytes of an ANMF before its own chunks. */
const FRAME_HEAD = 16

/** Walks a WebP (RFC 9649). Null where it does not follow the format up to the end that it names. */
export function walkWebp(bytes: Uint8Array): WalkedPicture | null {
  if (bytes.length < 20 || nameAt(bytes, 0) !== 'RIFF' || nameAt(bytes, 8) !== 'WEBP') return null
  const end = 8 + viewOf(bytes).getUint32(4, true)
  if (end > bytes.length || end < 20) return null
  const walked: WalkedPicture = { shown: [], exif: [], beside: [] }
  if (!walkRiff(bytes.subarray(12, end), WEBP_KEPT, walked)) return null
  const size = walked.shown.reduce((sum, part) => sum + part.length, 4)
  const head = bytes.slice(0, 12)
  viewOf(head).setUint32(4, size, true)
  return { ...walked, shown: [head, ...walked.shown] }
}

function walkRiff(bytes: Uint8Array, kept: ReadonlySet<string>, walked: WalkedPicture): boolean {
  const view = viewOf(bytes)
  let at = 0
  while (at < bytes.length) {
    if (at + 8 > bytes.length) return false
    const name = nameAt(bytes, at)
    const end = at + 8 + view.getUint32(at + 4, true)
    if (end > bytes.length) return false
    const data = bytes.subarray(at + 8, end)
    if (kept.has(name)) {
      const body = name === 'ANMF' ? frame(data, walked) : name === 'VP8X' ? flagged(data) : data
      if (!body) return false
      walked.shown.push(riffChunk(name, body))
    } else if (name === 'EXIF') walked.exif.push(nameAt(data, 0) === 'Exif' ? data.subarray(6) : data)
    else walked.beside.push(data)
    at = end + (data.length % 2)
  }
  return true
}

function frame(data: Uint8Array, walked: WalkedPicture): Uint8Array | null {
  if (data.length < FRAME_HEAD) return null
  const inner: WalkedPicture = { shown: [], exif: walked.exif, beside: walked.beside }
  if (!walkRiff(data.subarray(FRAME_HEAD), FRAME_KEPT, inner)) return null
  return Buffer.concat([data.subarray(0, FRAME_HEAD), ...inner.shown])
}

function flagged(data: Uint8Array): Uint8Array | null {
  if (data.length < 10) return null
  const body = data.slice(0, 10)
  body[0] = (body[0] ?? 0) & ~SAYS_MORE
  return body
}

/** With a zero where its length is odd, whatever was there. */
function riffChunk(name: string, body: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(8 + body.length + (body.length % 2))
  for (let at = 0; at < 4; at++) chunk[at] = name.charCodeAt(at)
  viewOf(chunk).setUint32(4, body.length, true)
  chunk.set(body, 8)
  return chunk
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function nameAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4))
}
