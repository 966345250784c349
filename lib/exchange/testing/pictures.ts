import { deflateSync } from 'node:zlib'

/** Pictures that are made here, with everything in them that a file can say beside the picture. */

const join = (...parts: (Uint8Array | number[] | string)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))))

/** EXIF with an orientation, a camera, and where it was taken. */
export function exif({ orientation = 6, camera = '', place = true } = {}): Uint8Array {
  const entries: number[][] = [[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]]
  const count = 1 + (camera ? 1 : 0) + (place ? 1 : 0)
  const gps = 8 + 2 + count * 12 + 4
  const words = gps + 2 + 2 * 12 + 4
  if (camera) entries.push([0x01, 0x10, 0, 2, 0, 0, 0, camera.length, 0, 0, 0, words])
  if (place) entries.push([0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, gps])
  const directory = [0, 2, 0, 2, 0, 5, 0, 0, 0, 3, 0, 0, 0, 0, 0, 4, 0, 5, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0]
  return join('MM', [0, 42, 0, 0, 0, 8, 0, count], entries.flat(), [0, 0, 0, 0], directory, camera)
}

export function segment(marker: number, body: Uint8Array | string): Uint8Array {
  const length = body.length + 2
  return join([0xff, marker, length >> 8, length & 255], body)
}

/** A JPEG of eight by eight grey dots. */
export function jpeg(besides: Uint8Array[] = [], after: Uint8Array | string = ''): Uint8Array {
  const quantisation = segment(0xdb, join([0], new Uint8Array(64).fill(1)))
  const frame = segment(0xc0, Uint8Array.of(8, 0, 8, 0, 8, 1, 1, 0x11, 0))
  const codes = (of: number) => segment(0xc4, join([of, 1], new Uint8Array(15), [0]))
  const scan = segment(0xda, Uint8Array.of(1, 1, 0, 0, 63, 0))
  return join([0xff, 0xd8], ...besides, quantisation, frame, codes(0), codes(0x10), scan, [0x3f, 0xff, 0xd9], after)
}

export function pngChunk(name: string, data: Uint8Array | string): Uint8Array {
  const body = join(name, data)
  const head = Buffer.alloc(4)
  head.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc(body))
  return join(head, body, sum)
}

/** A PNG of two by two dots in colours. */
export function png(besides: Uint8Array[] = [], after: Uint8Array | string = ''): Uint8Array {
  const rows = Uint8Array.of(0, 255, 0, 0, 0, 255, 0, 0, 0, 0, 255, 9, 9, 9)
  const head = pngChunk('IHDR', Uint8Array.of(0, 0, 0, 2, 0, 0, 0, 2, 8, 2, 0, 0, 0))
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
  return join(signature, head, ...besides, pngChunk('IDAT', deflateSync(rows)), pngChunk('IEND', ''), after)
}

function crc(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return (sum ^ 0xffffffff) >>> 0
}

export function riff(name: string, data: Uint8Array | string): Uint8Array {
  const size = Buffer.alloc(4)
  size.writeUInt32LE(data.length)
  return join(name, size, data, data.length % 2 ? 'P' : '')
}

/** The smallest lossless WebP: one dot. */
const DOT = Uint8Array.of(0x2f, 0, 0, 0, 0, 0x88, 0x88, 0x08)

export function webp(besides: Uint8Array[] = [], after: Uint8Array | string = ''): Uint8Array {
  const extended = riff('VP8X', Uint8Array.of(0x0c, 0, 0, 0, 0, 0, 0, 0, 0, 0))
  const body = join('WEBP', extended, riff('VP8L', DOT), ...besides)
  const size = Buffer.alloc(4)
  size.writeUInt32LE(body.length)
  return join('RIFF', size, body, after)
}

export function gifExtension(label: number, blocks: string[]): Uint8Array {
  return join([0x21, label], ...blocks.map((block) => join([block.length], block)), [0])
}

/** A GIF of one dot that repeats for ever. */
export function gif(besides: Uint8Array[] = [], after: Uint8Array | string = ''): Uint8Array {
  const loop = gifExtension(0xff, ['NETSCAPE2.0', '\x01\0\0'])
  const image = [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]
  return join('GIF89a', [1, 0, 1, 0, 0x80, 0, 0, 255, 0, 0, 0, 0, 255], loop, ...besides, image, [0x3b], after)
}
