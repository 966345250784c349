import type { ReadingProblem } from '@/lib/domain/quote/snapshot.ts'
import { walkPng, walkWebp } from './chunks.ts'
import { exifFacts } from './exif.ts'
import { walkGif } from './gif.ts'
import { walkJpeg } from './jpeg.ts'
import type { WalkedPicture } from './walked.ts'

type Walk = (bytes: Uint8Array) => WalkedPicture | null

/** A bitmap has no place for anything but the picture. */
const asItIs: Walk = (bytes) => ({ shown: [bytes], exif: [], beside: [] })

const WALKS: Partial<Record<string, Walk>> = {
  'image/jpeg': walkJpeg,
  'image/png': walkPng,
  'image/apng': walkPng,
  'image/webp': walkWebp,
  'image/gif': walkGif,
  'image/bmp': asItIs,
}

/**
 * A picture without what its file says about itself: only what is known to be needed to show it is kept. Null for kinds
 * that are not walked and for a file that cannot be walked to its end; neither is shown.
 */
export function shownPicture(bytes: Uint8Array, mediaType: string): Uint8Array | null {
  const walked = WALKS[mediaType]?.(bytes)
  return walked ? joined(walked.shown) : null
}

/** What a person should know before they pass the kept file on; null where it holds nothing beside the picture. */
export function pictureProblem(bytes: Uint8Array, mediaType: string): ReadingProblem | null {
  const walk = WALKS[mediaType]
  const walked = walk?.(bytes)
  if (!walked) return walk ? BROKEN : UNSHOWN
  const facts = walked.exif.map(exifFacts)
  if (facts.some(({ hasPlace }) => hasPlace) || walked.beside.some(namesPlace)) return PLACE
  return facts.some(({ hasDetails }) => hasDetails) || walked.beside.length > 0 ? DETAILS : null
}

const PLACE: ReadingProblem = {
  code: 'picture_place',
  message: 'This picture file says where it was taken. The copy shown here does not; the kept bytes do.',
}
const DETAILS: ReadingProblem = {
  code: 'picture_details',
  message:
    'This picture file holds details of how it was made, such as the camera and the time. The copy shown here does not; the kept bytes do.',
}
const UNSHOWN: ReadingProblem = {
  code: 'picture_not_shown',
  message: 'Pictures of this kind are not shown here, because details such as the place can’t be taken out of them.',
}
const BROKEN: ReadingProblem = {
  code: 'picture_not_shown',
  message: 'This picture is not shown, because its file is damaged or incomplete.',
}

/** XMP writes the place as text: `exif:GPSLatitude`. */
function namesPlace(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('GPSLatitude')
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
