import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { type Cut, type Part, partAt, UnfitUpdate, type UpdateParts } from './update-parts.ts'

/** Parts looked at between two pauses. */
const STRIDE = 2_000

/** The parts of an update that a document does not hold yet, each behind all that it rests on. */
export type OrderedUpdate = { parts: Part[]; cuts: Cut[] }

/**
 * Orders an update's parts as they can be applied one by one.
 * @param deepest how many blocks may lie one within another
 * @throws UnfitUpdate where it rests on something that neither it nor the document holds (Yjs would keep it waiting, and
 * apply all that waits at once), or where something lies too deep (Yjs deletes what lies within by recursion)
 */
export function* orderParts(shared: Y.Doc, update: UpdateParts, deepest: number): Generator<void, OrderedUpdate> {
  const order = new Order(shared, update, deepest)
  for (const client of update.parts.keys()) yield* order.follow(client)
  for (const { client, clock, length } of update.cuts)
    if (clock + length > order.state(client)) throw new UnfitUpdate('garbage')
  return { parts: order.parts, cuts: update.cuts }
}

class Order {
  readonly parts: Part[] = []
  /** How many types each part lies within. */
  private readonly depths = new Map<Part, number>()
  private readonly next = new Map<number, number>()
  private readonly states = new Map<number, number>()

  constructor(
    private readonly shared: Y.Doc,
    private readonly update: UpdateParts,
    private readonly deepest: number,
  ) {}

  /** Up to which clock a client's changes are held, or ordered. */
  state(client: number): number {
    let state = this.states.get(client)
    if (state === undefined) {
      state = Y.getState(this.shared.store, client)
      this.states.set(client, state)
    }
    return state
  }

  /** Orders all of a client's parts, and whatever of others they rest on first. */
  *follow(first: number): Generator<void, void> {
    /** Clients whose parts wait for those of the one above; none waits twice, or they would wait for one another. */
    const waiting = [{ client: first, until: Number.POSITIVE_INFINITY }]
    for (let looked = 1; waiting.length > 0; looked++) {
      if (looked % STRIDE === 0) yield
      const { client, until } = waiting.at(-1) as { client: number; until: number }
      const part = this.update.parts.get(client)?.[this.next.get(client) ?? 0]
      if (this.state(client) > until || (part === undefined && until === Number.POSITIVE_INFINITY)) {
        waiting.pop()
        continue
      }
      if (part === undefined) throw new UnfitUpdate('garbage')
      if (part.isSkip || part.clock + part.length <= this.state(client)) {
        this.step(client)
        continue
      }
      if (part.clock > this.state(client)) throw new UnfitUpdate('garbage')
      const wanted = this.missing(part)
      if (wanted === null) {
        this.step(client)
        this.take(part)
      } else if (waiting.some((one) => one.client === wanted.client)) throw new UnfitUpdate('garbage')
      else waiting.push({ client: wanted.client, until: wanted.clock })
    }
  }

  private step(client: number): void {
    this.next.set(client, (this.next.get(client) ?? 0) + 1)
  }

  private take(part: Part): void {
    const depth = this.depthOf(part)
    if (part.isType && depth >= this.deepest) throw new UnfitUpdate('large')
    this.depths.set(part, depth)
    this.states.set(part.client, part.clock + part.length)
    this.parts.push(part)
  }

  private missing(part: Part): { client: number; clock: number } | null {
    const { originClient, originClock, rightClient, rightClock, parentClient, parentClock } = part
    // What is of the same client was made before: a clock of its own or a later one is none that can come.
    if (originClient >= 0 && originClock >= this.state(originClient))
      return { client: originClient, clock: originClock }
    if (rightClient >= 0 && rightClock >= this.state(rightClient)) return { client: rightClient, clock: rightClock }
    if (parentClient >= 0 && parentClock >= this.state(parentClient))
      return { client: parentClient, clock: parentClock }
    return null
  }

  private depthOf(part: Part): number {
    if (part.parentClient >= 0) return this.depthAt(part.parentClient, part.parentClock) + 1
    if (part.originClient >= 0) return this.depthAt(part.originClient, part.originClock)
    if (part.rightClient >= 0) return this.depthAt(part.rightClient, part.rightClock)
    return 0
  }

  private depthAt(client: number, clock: number): number {
    const own = this.update.parts.get(client)
    const part = own && partAt(own, clock)
    const depth = part && this.depths.get(part)
    return depth ?? depthOfItem(Y.getItem(this.shared.store, Y.createID(client, clock)))
  }
}

function depthOfItem(item: Y.Item | Y.GC): number {
  let depth = 0
  for (let at: Y.Item | null = item instanceof Y.Item ? item : null; at !== null; depth++) {
    const parent: unknown = at.parent
    at = parent instanceof Y.AbstractType ? parent._item : null
    if (at === null) return depth
  }
  return depth
}

/** Some of an ordered update's parts as an update of their own. */
export function updateOfParts(bytes: Uint8Array, parts: readonly Part[]): Uint8Array {
  const encoder = encoding.createEncoder()
  const byClient = Map.groupBy(parts, ({ client }) => client)
  encoding.writeVarUint(encoder, byClient.size)
  for (const [client, own] of byClient) {
    encoding.writeVarUint(encoder, own.length)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, own[0]?.clock ?? 0)
    encoding.writeUint8Array(encoder, bytes.subarray(own[0]?.from, own.at(-1)?.to))
  }
  encoding.writeVarUint(encoder, 0)
  return encoding.toUint8Array(encoder)
}

/** Some of an update's deletions as an update of their own. */
export function updateOfCuts(cuts: readonly Cut[]): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 0)
  const byClient = Map.groupBy(cuts, ({ client }) => client)
  encoding.writeVarUint(encoder, byClient.size)
  for (const [client, own] of byClient) {
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, own.length)
    for (const { clock, length } of own) {
      encoding.writeVarUint(encoder, clock)
      encoding.writeVarUint(encoder, length)
    }
  }
  return encoding.toUint8Array(encoder)
}
