/** What a block of EXIF says, as far as it matters here; nothing of it is believed but what is within its bounds. */
export type ExifFacts = {
  /** How the picture is turned, 1 to 8; 1 where it is not said. */
  orientation: number
  /** Whether it says where the picture was taken. */
  hasPlace: boolean
  /** Whether it says anything but how the picture is turned and how dense its dots are. */
  hasDetails: boolean
}

const ORIENTATION = 0x0112
const GPS = 0x8825
/** Dots an inch, and where colours are sampled. */
const PLAIN = new Set([ORIENTATION, 0x011a, 0x011b, 0x0128, 0x0213])
const PLACE = new Set([2, 4])
/** A directory of a real file has some dozens. */
const MOST_ENTRIES = 512

type Entry = { tag: number; value: number; short: number }

/** Reads the TIFF structure of EXIF (TIFF 6.0, EXIF 2.32): its first directory, and the one with the place. */
export function exifFacts(tiff: Uint8Array): ExifFacts {
  const entries = entriesAt(tiff, null)
  const facts: ExifFacts = { orientation: 1, hasPlace: false, hasDetails: entries.length === 0 && tiff.length > 0 }
  for (const { tag, value, short } of entries) {
    if (tag === ORIENTATION && short >= 1 && short <= 8) facts.orientation = short
    if (!PLAIN.has(tag)) facts.hasDetails = true
    if (tag === GPS && entriesAt(tiff, value).some((entry) => PLACE.has(entry.tag))) facts.hasPlace = true
  }
  return facts
}

/** @param at null: the first directory */
function entriesAt(tiff: Uint8Array, at: number | null): Entry[] {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
  if (view.byteLength < 8) return []
  const order = view.getUint16(0)
  if (order !== 0x4949 && order !== 0x4d4d) return []
  const little = order === 0x4949
  const start = at ?? view.getUint32(4, little)
  if (start + 2 > view.byteLength) return []
  const entries: Entry[] = []
  const count = Math.min(view.getUint16(start, little), MOST_ENTRIES)
  for (let n = 0; n < count; n++) {
    const place = start + 2 + n * 12
    if (place + 12 > view.byteLength) break
    const tag = view.getUint16(place, little)
    entries.push({ tag, value: view.getUint32(place + 8, little), short: view.getUint16(place + 8, little) })
  }
  return entries
}

/** A JPEG segment that says how the picture is turned, and nothing else. */
export function orientationSegment(orientation: number): Uint8Array {
  return Uint8Array.from([
    ...[0xff, 0xe1, 0, 34],
    ...[0x45, 0x78, 0x69, 0x66, 0, 0],
    ...[0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8],
    ...[0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
    ...[0, 0, 0, 0],
  ])
}
