import * as Y from 'yjs'
import { type Part, partAt, type UpdateParts } from './update-parts.ts'

/** Neighbours that may be walked past for one update: some 50 ms of Yjs's work. */
const MOST_STEPS = 400_000

/** Which parts of the document are walked past, from one to before another; and among which new ones. */
type Place = { from: Y.Item | null; to: Y.Item | null; gap: unknown }

/**
 * How long Yjs will look for the places of the parts of one update. A part that does not lie between two neighbours has
 * to find its place among all that lies between what it names as left and as right of it (`Item.integrate`); so a few
 * bytes can ask for much work. What a person types, pastes or takes out lies between two neighbours when they do, so only
 * what others put there meanwhile is walked past.
 */
class Effort {
  private steps = 0
  /** What lies directly right of what, where a new part does; '' is the end. */
  private readonly rightOf = new Map<string, string>()
  /** New parts that are the first of what they lie in. */
  private readonly firsts = new Set<string>()
  private readonly places = new Map<Part, Place>()
  /** New parts in each gap of the document. */
  private readonly gaps = new Map<unknown, number>()

  constructor(
    private readonly shared: Y.Doc,
    private readonly update: UpdateParts,
  ) {}

  /** Whether a part may still be among those that are applied at once. They are asked for in the order of `orderParts`. */
  admits(part: Part): boolean {
    const left = leftOf(part)
    const right = part.rightClient < 0 ? '' : key(part.rightClient, part.rightClock)
    const place = this.placeOf(part)
    this.places.set(part, place)
    const among = this.gaps.get(place.gap) ?? 0
    this.gaps.set(place.gap, among + 1)
    const steps = this.isBetween(part, left, right) ? 0 : walk(place) + among
    this.steps += steps
    // Where it will lie among others is known only once it does.
    if (steps === 0) this.note(part, left, right)
    else this.rightOf.delete(left)
    return this.steps <= MOST_STEPS
  }

  private isBetween({ originClient, rightClient }: Part, left: string, right: string): boolean {
    if (originClient < 0 && rightClient >= 0) return this.firsts.has(right)
    return this.rightOf.get(left) === right
  }

  private note(part: Part, left: string, right: string): void {
    const own = key(part.client, part.clock)
    if (part.originClient < 0) {
      this.firsts.delete(right)
      this.firsts.add(own)
    }
    this.rightOf.set(left, own)
    this.rightOf.set(key(part.client, part.clock + part.length - 1), right)
  }

  private placeOf({ originClient, originClock, rightClient, rightClock, ...part }: Part): Place {
    const right = rightClient < 0 ? null : this.find(rightClient, rightClock)
    const to = right instanceof Y.Item ? right : (right?.to ?? null)
    if (originClient >= 0) {
      const left = this.find(originClient, originClock)
      if (!(left instanceof Y.Item)) return { from: left?.from ?? null, to, gap: left?.gap }
      // Between two letters of one part there is nothing.
      return { from: left === to ? to : left.right, to, gap: left }
    }
    if (right instanceof Y.Item) return { from: firstOf(right), to, gap: right.parent }
    if (right !== null) return right
    const { parentClient, parentClock, root, sub } = part
    const parent = parentClient < 0 ? this.shared.share.get(root) : this.find(parentClient, parentClock)
    const type = parent instanceof Y.Item ? typeOf(parent) : parent instanceof Y.AbstractType ? parent : null
    // Of an attribute the newest value is kept at hand, of what lies within a block the first.
    const from = sub === '' ? type?._start : firstOf(type?._map.get(sub) ?? null)
    return { from: from ?? null, to: null, gap: from ?? `in ${parentClient} ${parentClock} ${root} ${sub}` }
  }

  /** A part of the document, or the place of one of this update; null where there is neither any more. */
  private find(client: number, clock: number): Y.Item | Place | null {
    const parts = this.update.parts.get(client)
    const part = parts && partAt(parts, clock)
    const place = part && this.places.get(part)
    if (place) return place
    const { store } = this.shared
    if (clock >= Y.getState(store, client)) return null
    const item: Y.Item | Y.GC = Y.getItem(store, Y.createID(client, clock))
    return item instanceof Y.Item ? item : null
  }
}

/** Parts looked at between two pauses. */
const STRIDE = 1_000

/** Whether an update asks for no more than what a person does, however long they were away. */
export function* isLight(shared: Y.Doc, update: UpdateParts, ordered: readonly Part[]): Generator<void, boolean> {
  const effort = new Effort(shared, update)
  for (const [n, part] of ordered.entries()) {
    if (!effort.admits(part)) return false
    if (n % STRIDE === STRIDE - 1) yield
  }
  return true
}

function walk({ from, to }: Place): number {
  let steps = 0
  for (let at = from; at !== null && at !== to && steps <= MOST_STEPS; at = at.right) steps += 1
  return steps
}

function firstOf(item: Y.Item | null): Y.Item | null {
  let first = item
  for (let steps = 0; first?.left && steps <= MOST_STEPS; steps++) first = first.left
  return first
}

function typeOf(item: Y.Item): Y.AbstractType<unknown> | null {
  return item.content instanceof Y.ContentType ? item.content.type : null
}

function leftOf({ originClient, originClock, parentClient, parentClock, root, sub, rightClient }: Part): string {
  if (originClient >= 0) return key(originClient, originClock)
  return rightClient >= 0 ? '' : `in ${parentClient} ${parentClock} ${root} ${sub}`
}

function key(client: number, clock: number): string {
  return `${client} ${clock}`
}
