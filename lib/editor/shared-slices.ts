import * as Y from 'yjs'
import { isUpdate } from './shared-document'
import { Effort } from './update-effort'
import { type OrderedUpdate, orderParts, updateOfCuts, updateOfParts } from './update-order'
import { type Known, readParts } from './update-parts'

/** Milliseconds that one slice of an update should take to apply: then it is as large as the next may be. */
const SHARE = 20
const [FEWEST, FIRST, MOST] = [16, 256, 4_096]

/** Whether an update is as light as what a person does at one moment, and may be applied at once. */
export function isLight(shared: Y.Doc, { parts, cuts }: OrderedUpdate, most: number): boolean {
  if (parts.length + cuts.length > most) return false
  const effort = new Effort(shared)
  return parts.every((part) => effort.admits(part))
}

/**
 * Applies an update as a series of smaller ones, with a pause after each: `apply` is called for each. They grow and
 * shrink with the time they take, so an update that was made to be slow is slow for its sender alone.
 */
export function* inShares(
  shared: Y.Doc,
  bytes: Uint8Array,
  { parts, cuts }: OrderedUpdate,
  apply: (slice: Uint8Array) => void,
): Generator<void, void> {
  let most = FIRST
  const timed = (slice: Uint8Array) => {
    const began = performance.now()
    apply(slice)
    const took = performance.now() - began
    if (took > SHARE) most = Math.max(FEWEST, most >> 1)
    else if (took < SHARE / 2) most = Math.min(MOST, most << 1)
  }
  for (let at = 0; at < parts.length; ) {
    const effort = new Effort(shared)
    const from = at
    for (let part = parts[at]; part && at - from < most && effort.admits(part); part = parts[at]) at += 1
    timed(updateOfParts(bytes, parts.slice(from, at)))
    yield
  }
  for (let at = 0; at < cuts.length; ) {
    const some = cuts.slice(at, at + most)
    at += some.length
    timed(updateOfCuts(some))
    yield
  }
}

/** Below this many bytes an update of our own is applied at once. */
const SMALL = 64_000

const OWN: Known = { root: '', isElement: () => true, isMark: () => true }
const UNBOUNDED = { count: Number.POSITIVE_INFINITY, foreign: Number.POSITIVE_INFINITY }

/**
 * Applies an update that was kept, with pauses.
 * @throws Error where it cannot be read
 */
export function* applyKept(shared: Y.Doc, update: Uint8Array, origin: unknown): Generator<void, void> {
  if (update.length > SMALL)
    try {
      const ordered = yield* orderParts(shared, yield* readParts(update, OWN, UNBOUNDED), Number.POSITIVE_INFINITY)
      yield* inShares(shared, update, ordered, (slice) => Y.applyUpdate(shared, slice, origin))
      return
    } catch {
      // It rests on what is not there (a server that was killed): Yjs keeps what is in it waiting.
    }
  Y.applyUpdate(shared, update, origin)
}

/** How many parts a document has, those that were deleted and not merged included. */
export function countParts(shared: Y.Doc): number {
  let count = 0
  for (const structs of shared.store.clients.values()) count += structs.length
  return count
}

/** How many blocks and runs of text a document holds. */
export function countTypes(shared: Y.Doc): number {
  let count = 0
  for (const structs of shared.store.clients.values())
    for (const struct of structs)
      if (struct instanceof Y.Item && !struct.deleted && struct.content instanceof Y.ContentType) count += 1
  return count
}

/** One state of what was kept, as `foldUpdates`, with pauses. */
export function* foldKept(updates: readonly Uint8Array[]): Generator<void, Uint8Array> {
  const shared = new Y.Doc()
  for (const update of updates) {
    if (isUpdate(update)) yield* applyKept(shared, update, null)
    yield
  }
  const state = Y.encodeStateAsUpdate(shared)
  shared.destroy()
  return state
}
