import type { WalkedPicture } from './walked.ts'

const [EXTENSION, IMAGE, TRAILER] = [0x21, 0x2c, 0x3b]
const [CONTROL, APPLICATION] = [0xf9, 0xff]

/** Walks a GIF (89a specification) block by block up to its trailer. Null where it does not follow the format. */
export function walkGif(bytes: Uint8Array): WalkedPicture | null {
  if (!/^GIF8[79]a$/.test(latin(bytes, 0, 6)) || bytes.length < 13) return null
  const walked: WalkedPicture = { shown: [], exif: [], beside: [] }
  let at = 13 + paletteOf(bytes[10] ?? 0)
  walked.shown.push(bytes.subarray(0, at))
  while (at < bytes.length) {
    const kind = bytes[at]
    if (kind === TRAILER) {
      walked.shown.push(Uint8Array.of(TRAILER))
      return walked
    }
    if (kind === IMAGE) {
      const data = at + 10 + paletteOf(bytes[at + 9] ?? 0) + 1
      const end = endOfBlocks(bytes, data)
      if (end === null) return null
      walked.shown.push(bytes.subarray(at, end))
      at = end
    } else if (kind === EXTENSION) {
      const end = endOfBlocks(bytes, at + 2)
      if (end === null) return null
      const shown = shownExtension(bytes.subarray(at, end))
      if (shown) walked.shown.push(shown)
      else walked.beside.push(bytes.subarray(at + 2, end))
      at = end
    } else return null
  }
  return null
}

/** What tells how a frame follows another, and how often all of it is repeated; in just so many bytes as that takes. */
function shownExtension(block: Uint8Array): Uint8Array | null {
  if (block[1] === CONTROL && block[2] === 4) return ended(block.subarray(0, 7))
  const isLoop = block[1] === APPLICATION && block[2] === 11 && block[14] === 3
  return isLoop && /^(NETSCAPE2\.0|ANIMEXTS1\.0)$/.test(latin(block, 3, 14)) ? ended(block.subarray(0, 18)) : null
}

function ended(part: Uint8Array): Uint8Array {
  return Uint8Array.from([...part, 0])
}

function endOfBlocks(bytes: Uint8Array, from: number): number | null {
  let at = from
  while (at < bytes.length) {
    const size = bytes[at] ?? 0
    at += size + 1
    if (size === 0) return at
  }
  return null
}

function paletteOf(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to))
}
