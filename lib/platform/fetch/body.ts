import type { Duplex, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import zlib from 'node:zlib'
import { errorCode, FetchFailed } from './failed.ts'
import type { FetchLimits } from './settings.ts'

/** Below this a body may be as compressible as it likes: a page of nothing but table cells is no bomb. */
const RATIO_FROM = 262_144

/** More layers than this no honest server puts around a page. */
const MOST_LAYERS = 3

const hasZstd = typeof zlib.createZstdDecompress === 'function'

/** What is asked for: only what can be undone here. */
export const ACCEPT_ENCODING = hasZstd ? 'gzip, deflate, br, zstd' : 'gzip, deflate, br'

type Asked = {
  /** The values of Content-Encoding, as sent. */
  encoding: string
  /** What Content-Length announced. */
  expected: number | null
  limits: Pick<FetchLimits, 'bytes' | 'ratio'>
  onProgress?: ((progress: { received: number; expected: number | null }) => void) | undefined
}

/**
 * Reads a body whole, undoing its encodings as it comes. Both what arrives and what it becomes are counted while they
 * flow, so that a small answer that would unfold into gigabytes is left after its first megabytes.
 */
export async function readBody(body: Readable, { encoding, expected, limits, onProgress }: Asked): Promise<Uint8Array> {
  if (expected !== null && expected > limits.bytes) throw tooLarge(limits.bytes)
  const layers = decoders(encoding)
  let received = 0
  async function* counted(source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      received += chunk.length
      if (received > limits.bytes) throw tooLarge(limits.bytes)
      onProgress?.({ received, expected })
      yield chunk
    }
  }
  let length = 0
  const chunks: Uint8Array[] = []
  try {
    let flow: AsyncIterable<Buffer> = counted(body)
    for (const layer of layers) flow = layer(flow)
    for await (const chunk of flow) {
      length += chunk.length
      if (length > limits.bytes) throw tooLarge(limits.bytes)
      if (length > RATIO_FROM && length > received * limits.ratio) throw bomb(limits.ratio)
      chunks.push(chunk)
    }
  } catch (error) {
    if (!/^(Z_|ZSTD_|ERR_(_ERROR|BROTLI|ZLIB|TRAILING))/.test(errorCode(error))) throw error
    const words = 'The answer is damaged: its compression breaks off or makes no sense. Fetching it again may help.'
    throw new FetchFailed('broken', words, error)
  }
  return new Uint8Array(Buffer.concat(chunks, length))
}

function tooLarge(bytes: number): FetchFailed {
  const size = bytes >= 1_000_000 ? `${Math.round(bytes / 1_000_000)} MB` : `${bytes} bytes`
  return new FetchFailed('too_large', `The answer is larger than ${size}, the most that is kept, and was left.`)
}

function bomb(ratio: number): FetchFailed {
  const words = `The answer unfolds to more than ${ratio} times its size, as something made to fill memory would.`
  return new FetchFailed('too_large', `${words} It was left.`)
}

type Layer = (source: AsyncIterable<Buffer>) => AsyncGenerator<Buffer>

/** What undoes the encodings, the one applied last first. */
function decoders(encoding: string): Layer[] {
  const names = encoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
  if (names.length > MOST_LAYERS)
    throw new FetchFailed('broken', `The answer is compressed ${names.length} times over, which no honest server does.`)
  return names.reverse().map((name) => {
    const create = DECODERS.get(name)
    if (create !== undefined) return layer(create)
    throw new FetchFailed('broken', `The answer is encoded as “${name.slice(0, 40)}”, which can't be read here.`)
  })
}

const DECODERS = new Map<string, (first: number) => Duplex>([
  ['gzip', () => zlib.createGunzip()],
  ['x-gzip', () => zlib.createGunzip()],
  // With the head of zlib, as the standard wants, or without, as many servers have it.
  ['deflate', (first) => ((first & 15) === 8 ? zlib.createInflate() : zlib.createInflateRaw())],
  ['br', () => zlib.createBrotliDecompress()],
  ...(hasZstd ? ([['zstd', () => zlib.createZstdDecompress()]] as const) : []),
])

/** The decoder is made at the first byte: a coded answer without a body (to 304, of length 0) has nothing to undo. */
function layer(create: (first: number) => Duplex): Layer {
  return async function* (source) {
    const rest = source[Symbol.asyncIterator]()
    const first = await rest.next()
    if (first.done) return
    async function* whole() {
      yield first.value as Buffer
      yield* { [Symbol.asyncIterator]: () => rest }
    }
    const decoder = create(first.value[0] ?? 0)
    const flow = pipeline(whole, decoder)
    // Its failure is seen by whoever reads the decoder.
    flow.catch(() => undefined)
    yield* decoder as AsyncIterable<Buffer>
    await flow
  }
}
