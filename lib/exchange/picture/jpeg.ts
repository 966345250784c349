import { exifFacts, orientationSegment } from './exif.ts'
import type { WalkedPicture } from './walked.ts'

const [SOI, EOI, SOS, APP0, APP1, APP2, APP14, COM] = [0xd8, 0xd9, 0xda, 0xe0, 0xe1, 0xe2, 0xee, 0xfe]

/** An APP0 of JFIF without its thumbnail: identifier, version, units and densities. */
const JFIF_LENGTH = 16
const ADOBE_LENGTH = 14

/**
 * Walks a JPEG (ITU-T T.81, annex B) segment by segment and once over the bytes of its scans. Null where it does not
 * follow the format up to its end; what comes after the end is left out.
 */
export function walkJpeg(bytes: Uint8Array): WalkedPicture | null {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return null
  const first: Uint8Array[] = []
  const rest: Uint8Array[] = []
  const exif: Uint8Array[] = []
  const beside: Uint8Array[] = []
  let scans = 0
  let at = 2
  for (;;) {
    if (bytes[at] !== 0xff) return null
    while (bytes[at + 1] === 0xff) at += 1
    const marker = bytes[at + 1]
    if (marker === undefined) return null
    if (marker === EOI) break
    const length = (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0)
    const end = at + 2 + length
    if (marker < 0xc0 || (marker >= 0xd0 && marker <= 0xd8) || length < 2 || end > bytes.length) return null
    const segment = bytes.subarray(at, end)
    const body = segment.subarray(4)
    if (marker === APP0 && starts(body, 'JFIF\0') && length >= JFIF_LENGTH && first.length === 0)
      first.push(jfif(segment))
    else if (marker === APP1 && starts(body, 'Exif\0\0')) exif.push(body.subarray(6))
    else if (marker === APP2 && starts(body, 'ICC_PROFILE\0')) rest.push(segment)
    else if (marker === APP14 && starts(body, 'Adobe') && length === ADOBE_LENGTH) rest.push(segment)
    else if ((marker >= APP0 && marker <= 0xef) || marker >= 0xf0)
      beside.push(...(marker === COM || body.length > 0 ? [body] : []))
    else rest.push(segment)
    at = end
    if (marker === SOS) {
      scans += 1
      at = endOfScan(bytes, end)
      rest.push(bytes.subarray(end, at))
    }
  }
  if (scans === 0) return null
  const turned = exif.map((block) => exifFacts(block).orientation).find((orientation) => orientation > 1)
  const shown = [
    Uint8Array.of(0xff, SOI),
    ...first,
    ...(turned ? [orientationSegment(turned)] : []),
    ...rest,
    Uint8Array.of(0xff, EOI),
  ]
  return { shown, exif, beside }
}

/** A scan goes on over stuffed bytes and restart markers, to the next marker. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from
  for (;;) {
    at = bytes.indexOf(0xff, at)
    if (at < 0) return bytes.length
    const next = bytes[at + 1]
    if (next !== 0 && !(next !== undefined && next >= 0xd0 && next <= 0xd7)) return at
    at += 2
  }
}

function jfif(segment: Uint8Array): Uint8Array {
  const short = segment.slice(0, JFIF_LENGTH + 2)
  short.set([0, JFIF_LENGTH], 2)
  short.set([0, 0], JFIF_LENGTH)
  return short
}

function starts(body: Uint8Array, words: string): boolean {
  for (let at = 0; at < words.length; at++) if (body[at] !== words.charCodeAt(at)) return false
  return true
}
