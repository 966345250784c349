import * as Y from 'yjs'
import type { Part } from './update-parts'

/** Neighbours that may be walked past for one slice: some 20 ms of Yjs's work. */
const MOST_STEPS = 150_000

/**
 * How long Yjs will look for the places of the parts of one slice. A part that does not lie between two neighbours has to
 * find its place among all that lies between what it names as left and as right of it (`Item.integrate`); so a few bytes
 * can ask for much work. What is typed, pasted or deleted lies between two neighbours, but for what others put there
 * meanwhile.
 */
export class Effort {
  private steps = 0
  /** What lies directly right of what, of the parts of this slice; '' is the end. */
  private readonly rightOf = new Map<string, string>()
  /** Parts of this slice that are the first of what they lie in. */
  private readonly firsts = new Set<string>()

  constructor(private readonly shared: Y.Doc) {}

  /** Whether a part still goes into this slice; the first one always does. */
  admits(part: Part): boolean {
    const isFirst = this.rightOf.size === 0
    const left = leftOf(part)
    const right = part.rightClient < 0 ? '' : key(part.rightClient, part.rightClock)
    if (this.isBetween(part, left, right)) {
      this.place(part, left, right)
      return true
    }
    const steps = this.stepsBetween(part)
    if (!isFirst && (steps === null || this.steps + steps > MOST_STEPS)) return false
    this.steps += steps ?? 0
    if (steps === 0) this.place(part, left, right)
    // Where it will lie is known only once it does.
    else this.rightOf.set(left, '?')
    return true
  }

  private isBetween(part: Part, left: string, right: string): boolean {
    if (part.originClient < 0 && part.rightClient >= 0) return this.firsts.has(right)
    return this.rightOf.get(left) === right
  }

  private place(part: Part, left: string, right: string): void {
    const own = key(part.client, part.clock)
    if (part.originClient < 0) {
      this.firsts.delete(right)
      this.firsts.add(own)
    }
    this.rightOf.set(left, own)
    this.rightOf.set(key(part.client, part.clock + part.length - 1), right)
  }

  /** How many neighbours lie between; null where one of the two is not in the document yet. */
  private stepsBetween(part: Part): number | null {
    const { originClient, originClock, rightClient, rightClock, parentClient, parentClock, root, sub } = part
    const origin = originClient < 0 ? null : this.item(originClient, originClock)
    const right = rightClient < 0 ? null : this.item(rightClient, rightClock)
    if (origin === undefined || right === undefined) return null
    if (origin instanceof Y.GC || right instanceof Y.GC) return 0
    if (origin) {
      // Between two letters of one part there is nothing.
      if (originClock < origin.id.clock + origin.length - 1)
        return right === origin && rightClock === originClock + 1 ? 0 : this.walk(origin, right)
      return this.walk(origin.right, right)
    }
    if (right) return rightClock > right.id.clock ? 1 : this.walkBack(right.left)
    const parent = parentClient < 0 ? null : this.item(parentClient, parentClock)
    if (parent === undefined) return null
    const type = parentClient < 0 ? this.shared.share.get(root) : parent instanceof Y.Item && typeOf(parent)
    if (!type) return 0
    return sub === '' ? this.walk(type._start, null) : this.walkBack(type._map.get(sub) ?? null)
  }

  private walk(from: Y.Item | null, to: Y.Item | null): number {
    let steps = 0
    for (let at: Y.Item | null = from; at !== null && at !== to && steps <= MOST_STEPS; at = at.right) steps += 1
    return steps
  }

  private walkBack(from: Y.Item | null): number {
    let steps = 0
    for (let at: Y.Item | null = from; at !== null && steps <= MOST_STEPS; at = at.left) steps += 1
    return steps
  }

  private item(client: number, clock: number): Y.Item | Y.GC | undefined {
    const { store } = this.shared
    return clock < Y.getState(store, client) ? Y.getItem(store, Y.createID(client, clock)) : undefined
  }
}

function typeOf(item: Y.Item): Y.AbstractType<unknown> | null {
  return item.content instanceof Y.ContentType ? item.content.type : null
}

function leftOf({ originClient, originClock, parentClient, parentClock, sub }: Part): string {
  return originClient < 0 ? `in ${parentClient} ${parentClock} ${sub}` : key(originClient, originClock)
}

function key(client: number, clock: number): string {
  return `${client} ${clock}`
}
