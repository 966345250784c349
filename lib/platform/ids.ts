import { createHash, randomBytes, randomFillSync } from 'node:crypto'

/** UUID version 7 (RFC 9562): 48 bits of milliseconds, then randomness; ids of one time lie together in an index. */
export function newId(now: number = Date.now()): string {
  const bytes = ownRandom()
  bytes.writeUIntBE(now, 0, 6)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** Randomness for many ids at once: an article of forty thousand claims asks for a hundred thousand of them. */
const drawn = Buffer.alloc(16 * 256)
let used = drawn.length

/** Sixteen random bytes, good until the next are asked for. */
function ownRandom(): Buffer {
  if (used === drawn.length) {
    randomFillSync(drawn)
    used = 0
  }
  used += 16
  return drawn.subarray(used - 16, used)
}

/** 128 random bits as hex. */
export function newSalt(): string {
  return randomBytes(16).toString('hex')
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** An id that follows from others (UUID version 8, RFC 9562): the same parts give the same id, wherever and whenever. */
export function derivedId(...parts: readonly string[]): string {
  const hex = sha256(parts.join('\n'))
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16)
  const groups = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, variant + hex.slice(18, 20)]
  return [...groups, hex.slice(20, 32)].join('-')
}
