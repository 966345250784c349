import * as Y from 'yjs'
import { applyAsOwn, isUpdate } from './shared-document.ts'
import { type OrderedUpdate, orderParts, updateOfCuts, updateOfParts } from './update-order.ts'
import { type Known, readParts } from './update-parts.ts'

/** Parts, or deletions, of one slice. */
const MOST = 4_096

/** An update as a series of smaller ones, which together say the same; with a pause after each. */
function* inShares(
  bytes: Uint8Array,
  { parts, cuts }: OrderedUpdate,
  apply: (slice: Uint8Array) => void,
): Generator<void, void> {
  for (let at = 0; at < parts.length; ) {
    const some = parts.slice(at, at + MOST)
    at += some.length
    apply(updateOfParts(bytes, some))
    yield
  }
  for (let at = 0; at < cuts.length; at += MOST) {
    apply(updateOfCuts(cuts.slice(at, at + MOST)))
    yield
  }
}

/** Below this many bytes an update of our own is applied at once. */
const SMALL = 64_000

const OWN: Known = { root: '', isElement: () => true, isMark: () => true }
const ALL = Number.POSITIVE_INFINITY
const UNBOUNDED = { count: ALL, cuts: ALL, foreign: ALL }

/**
 * Applies an update that was kept to a document that no one sees yet, with pauses.
 * @throws Error where it cannot be read
 */
export function* applyKept(shared: Y.Doc, update: Uint8Array, origin: unknown): Generator<void, void> {
  const apply = (slice: Uint8Array) => applyAsOwn(shared, slice, origin)
  if (update.length > SMALL)
    try {
      const ordered = yield* orderParts(shared, yield* readParts(update, OWN, UNBOUNDED), ALL)
      yield* inShares(update, ordered, apply)
      return
    } catch {
      // It rests on what is not there (a server that was killed): Yjs keeps what is in it waiting.
    }
  apply(update)
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
