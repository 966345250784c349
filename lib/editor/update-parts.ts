import * as decoding from 'lib0/decoding'

/**
 * Reads a Yjs update (format 1) without applying it: what it would add, part by part, each with the bytes it takes. So
 * whoever takes an update in can say no before any of it counts, and apply it a few parts at a time.
 */

/** One struct of an update. An id is a client and a clock; client -1: there is none. */
export type Part = {
  client: number
  clock: number
  length: number
  /** Its bytes in the update. */
  from: number
  to: number
  isType: boolean
  isSkip: boolean
  originClient: number
  originClock: number
  rightClient: number
  rightClock: number
  parentClient: number
  parentClock: number
  /** The field of the document it lies in, and the attribute it is a value of; '' where the bytes do not say. */
  root: string
  sub: string
}

/** Deleted: so many clocks of a client from one on. */
export type Cut = { client: number; clock: number; length: number }

export type UpdateParts = {
  /** By client, in the order of their clocks. */
  parts: Map<number, Part[]>
  cuts: Cut[]
  /** Parts. */
  count: number
  /** Of them, those that make a block or a run of text. */
  types: number
  /** Parts of which no editor of ours makes any. */
  foreign: number
  /** Whether something came that is not words, a claim's mark or deleted: it may have to be tidied. */
  isMixed: boolean
}

/** What an article's document is made of. */
export type Known = { root: string; isElement: (name: string) => boolean; isMark: (name: string) => boolean }

/** `cuts`: a page that was away sends all deletions there ever were. */
export type PartLimits = { count: number; cuts: number; foreign: number }

/** Why an update is not read: it is none, or it has more parts than are taken at once. */
export class UnfitUpdate extends Error {
  constructor(readonly why: 'garbage' | 'large') {
    super(`an update was not taken: ${why}`)
  }
}

/** Parts read between two pauses. */
const STRIDE = 2_000
/** Bytes of the value of a mark or of something set into the text, as JSON. */
const LONGEST_VALUE = 2_000

const [GC, DELETED, JSON_, BINARY, STRING, EMBED, FORMAT, TYPE, ANY, DOC, SKIP] = Array(11).keys()
const [ELEMENT, HOOK, XML_TEXT] = [3, 5, 6]
/** lib0's marks of values that hold others or bytes; no attribute of a block does. */
const NESTED = new Set([116, 117, 118, 122])

/** @throws UnfitUpdate as soon as it is known */
export function* readParts(update: Uint8Array, known: Known, limits: PartLimits): Generator<void, UpdateParts> {
  try {
    return yield* read(update, known, limits)
  } catch (error) {
    // Whatever else goes wrong, the bytes are no update.
    throw error instanceof UnfitUpdate ? error : new UnfitUpdate('garbage')
  }
}

function* read(update: Uint8Array, known: Known, limits: PartLimits): Generator<void, UpdateParts> {
  const decoder = decoding.createDecoder(update)
  const found: UpdateParts = { parts: new Map(), cuts: [], count: 0, types: 0, foreign: 0, isMixed: false }
  for (let clients = decoding.readVarUint(decoder); clients > 0; clients--) {
    const count = decoding.readVarUint(decoder)
    if (found.count + count > limits.count) throw new UnfitUpdate('large')
    const client = decoding.readVarUint(decoder)
    let clock = decoding.readVarUint(decoder)
    if (found.parts.has(client)) throw new UnfitUpdate('garbage')
    const parts: Part[] = []
    found.parts.set(client, parts)
    for (let n = 0; n < count; n++) {
      const part = readPart(decoder, client, clock, known, found)
      clock += part.length
      parts.push(part)
      found.count += 1
      if (found.foreign > limits.foreign) throw new UnfitUpdate('large')
      if (found.count % STRIDE === 0) yield
    }
  }
  for (let clients = decoding.readVarUint(decoder); clients > 0; clients--) {
    const client = decoding.readVarUint(decoder)
    const count = decoding.readVarUint(decoder)
    if (found.cuts.length + count > limits.cuts) throw new UnfitUpdate('large')
    for (let n = 0; n < count; n++) {
      found.cuts.push({ client, clock: decoding.readVarUint(decoder), length: decoding.readVarUint(decoder) })
      if (found.cuts.length % STRIDE === 0) yield
    }
  }
  return found
}

function readPart(decoder: decoding.Decoder, client: number, clock: number, known: Known, found: UpdateParts): Part {
  const from = decoder.pos
  const info = decoding.readUint8(decoder)
  const content = info & 31
  const part: Part = {
    client,
    clock,
    length: 1,
    from,
    to: 0,
    isType: content === TYPE,
    isSkip: content === SKIP,
    originClient: -1,
    originClock: 0,
    rightClient: -1,
    rightClock: 0,
    parentClient: -1,
    parentClock: 0,
    root: '',
    sub: '',
  }
  if (content !== GC && content !== SKIP) readPlace(decoder, info, part, known, found)
  part.length = readContent(decoder, content, known, found)
  part.to = decoder.pos
  if (part.length < 1 || !Number.isSafeInteger(clock + part.length)) throw new UnfitUpdate('garbage')
  return part
}

function readPlace(decoder: decoding.Decoder, info: number, part: Part, known: Known, found: UpdateParts): void {
  if (info & 128) {
    part.originClient = decoding.readVarUint(decoder)
    part.originClock = decoding.readVarUint(decoder)
  }
  if (info & 64) {
    part.rightClient = decoding.readVarUint(decoder)
    part.rightClock = decoding.readVarUint(decoder)
  }
  if (info & 192) return
  if (decoding.readVarUint(decoder) === 1) {
    part.root = decoding.readVarString(decoder)
    if (part.root !== known.root) found.foreign += 1
  } else {
    part.parentClient = decoding.readVarUint(decoder)
    part.parentClock = decoding.readVarUint(decoder)
  }
  if (info & 32) part.sub = decoding.readVarString(decoder)
}

/** @returns its length in clocks */
function readContent(decoder: decoding.Decoder, content: number, known: Known, found: UpdateParts): number {
  const foreign = () => {
    found.foreign += 1
    found.isMixed = true
  }
  switch (content) {
    case GC:
    case DELETED:
    case SKIP:
      return decoding.readVarUint(decoder)
    case STRING:
      return decoding.readVarString(decoder).length
    case FORMAT:
      if (!known.isMark(decoding.readVarString(decoder))) foreign()
      readJson(decoder)
      return 1
    case TYPE: {
      const kind = decoding.readVarUint(decoder)
      const name = kind === ELEMENT || kind === HOOK ? decoding.readVarString(decoder) : ''
      found.types += 1
      found.isMixed = true
      if (kind !== XML_TEXT && !(kind === ELEMENT && known.isElement(name))) foreign()
      return 1
    }
    case ANY:
      return readValues(decoder)
    case EMBED:
      foreign()
      readJson(decoder)
      return 1
    case BINARY:
      foreign()
      decoding.readVarUint8Array(decoder)
      return 1
    case JSON_: {
      foreign()
      const length = decoding.readVarUint(decoder)
      if (length > LONGEST_VALUE) throw new UnfitUpdate('garbage')
      for (let n = 0; n < length; n++) readJson(decoder)
      return length
    }
    default:
      // A document within the document, or something newer than this reader.
      throw new UnfitUpdate(content === DOC ? 'large' : 'garbage')
  }
}

function readJson(decoder: decoding.Decoder): void {
  const text = decoding.readVarString(decoder)
  if (text.length > LONGEST_VALUE) throw new UnfitUpdate('garbage')
  if (text !== 'undefined') JSON.parse(text)
}

function readValues(decoder: decoding.Decoder): number {
  const length = decoding.readVarUint(decoder)
  for (let n = 0; n < length; n++) {
    if (NESTED.has(decoding.peekUint8(decoder))) throw new UnfitUpdate('garbage')
    decoding.readAny(decoder)
  }
  return length
}

/** The part of a client that holds a clock. */
export function partAt(parts: readonly Part[], clock: number): Part | undefined {
  let [from, to] = [0, parts.length - 1]
  while (from <= to) {
    const middle = (from + to) >> 1
    const part = parts[middle]
    if (!part) return undefined
    if (clock < part.clock) to = middle - 1
    else if (clock >= part.clock + part.length) from = middle + 1
    else return part
  }
  return undefined
}
