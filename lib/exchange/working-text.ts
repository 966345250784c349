import * as Y from 'yjs'
import { REDACTED } from '../domain/desk/redaction.ts'
import type { DraftBlock } from '../domain/revision/draft.ts'
import { draftBlocks } from '../editor/draft-document.ts'
import { applyAsOwn, documentOfShared, isUpdate, sharedOf, textOfShared } from '../editor/shared-document.ts'
import { applyKept } from '../editor/shared-slices.ts'

/** A working text as it is kept: a state, and the updates that came since, oldest first, each with who made it. */
export type StoredText = {
  state: Uint8Array
  updates: readonly { memberId: string | null; update: Uint8Array }[]
}

/** What a working text says, as blocks of runs that recording takes. Pauses: the longest takes half a second to put together. */
export function* blocksOfWorking({ state, updates }: StoredText): Generator<void, DraftBlock[]> {
  return blocksOf(yield* puttingTogether([state, ...updates.map(({ update }) => update)]))
}

function* puttingTogether(updates: readonly Uint8Array[]): Generator<void, Y.Doc> {
  const shared = new Y.Doc()
  for (const update of updates) {
    if (isUpdate(update)) yield* applyKept(shared, update, undefined)
    yield
  }
  return shared
}

/** What each claim says in blocks of runs, by what the runs say they belong to. */
export function wordsByClaim(blocks: readonly DraftBlock[]): Map<number, string> {
  const words = new Map<number, string>()
  for (const { runs } of blocks)
    for (const { text, hint } of runs) if (hint !== undefined) words.set(hint, (words.get(hint) ?? '') + text)
  return words
}

/**
 * What a claim would say had only one of several people typed: what each of them meant, before Yjs put their changes
 * together. Each one's changes are applied to the state they were made on, with those changes of others they build on.
 * Whose changes were all folded into the state is not in the answer: what they meant cannot be told any more.
 */
export function* wordsByMember(
  stored: StoredText,
  members: readonly string[],
): Generator<void, Map<string, Map<number, string>>> {
  const known = new Set(stored.updates.map(({ memberId }) => memberId))
  const heard = members.filter((member) => known.has(member))
  const meant = new Map<string, Map<number, string>>()
  for (const member of heard) meant.set(member, wordsByClaim(blocksOf(yield* asMeantBy(stored, member))))
  return meant
}

function* asMeantBy({ state, updates }: StoredText, member: string): Generator<void, Y.Doc> {
  const own = updates.flatMap((row) => (row.memberId === member ? [row.update] : []))
  const shared = yield* puttingTogether([state, ...own])
  const others = updates.filter((row) => row.memberId !== member)
  const left = new Set(others.keys())
  const take = (at: number) => {
    left.delete(at)
    const row = others[at]
    if (row) applyAsOwn(shared, row.update)
  }
  // Words typed into someone else's words cannot stand without them.
  const ofClient = shared.store.pendingStructs ? rowsByClient(others) : null
  while (shared.store.pendingStructs && left.size > 0) {
    const clients = [...shared.store.pendingStructs.missing.keys()]
    const needed = clients.flatMap((client) => firstLeft(ofClient?.get(client) ?? [], left) ?? [])
    const [first = 0] = left
    take(needed.length > 0 ? Math.min(...needed) : first)
    yield
  }
  // And words taken out must have been there.
  if (shared.store.pendingDs) for (const at of [...left]) take(at)
  return shared
}

/** Which rows bring something that each client made, in their order. Each row is read once: a log may have thousands. */
function rowsByClient(rows: StoredText['updates']): Map<number, number[]> {
  const found = new Map<number, number[]>()
  for (const [at, { update }] of rows.entries()) {
    for (const client of new Set(Y.decodeUpdate(update).structs.map(({ id }) => id.client))) {
      const known = found.get(client)
      if (known) known.push(at)
      else found.set(client, [at])
    }
  }
  return found
}

/** The first of some rows that is left; those before it are forgotten. */
function firstLeft(rows: number[], left: ReadonlySet<number>): number | undefined {
  while (rows[0] !== undefined && !left.has(rows[0])) rows.shift()
  return rows[0]
}

function blocksOf(shared: Y.Doc): DraftBlock[] {
  return draftBlocks(documentOfShared(shared))
}

/**
 * The working text without some words: fixed ones take their place, and nothing of them is left in what was deleted.
 * @param spared numbers of claims whose words stay as they are: the article says the same there, of itself
 * @returns its state, and the update by which whoever has it open comes to say the same; null where it held none of them
 */
export function withoutWords(
  state: Uint8Array,
  updates: readonly Uint8Array[],
  words: readonly string[],
  spared: ReadonlySet<number> = new Set(),
): { state: Uint8Array; update: Uint8Array | null } {
  const shared = sharedOf([state, ...updates])
  const before = Y.encodeStateVector(shared)
  let found = false
  const clean = (parent: Y.XmlFragment) => {
    for (const child of parent.toArray()) {
      if (child instanceof Y.XmlText) found = cutWords(child, words, spared) || found
      else if (child instanceof Y.XmlElement) clean(child)
    }
  }
  shared.transact(() => clean(textOfShared(shared)))
  const update = found ? Y.encodeStateAsUpdate(shared, before) : null
  // Encoded again from the document: what was deleted, now or earlier, has left its place and not its words.
  const kept = { state: Y.encodeStateAsUpdate(shared), update }
  shared.destroy()
  return kept
}

type Part = { insert: unknown; attributes?: Record<string, unknown> }
type Step = { retain: number } | { delete: number } | { insert: string; attributes: Record<string, unknown> }

/** In one pass over the text, and one change of it: it may say the words tens of thousands of times. */
function cutWords(text: Y.XmlText, words: readonly string[], spared: ReadonlySet<number>): boolean {
  const parts = text.toDelta() as Part[]
  // What is not text takes one place.
  const plain = parts.map(({ insert }) => (typeof insert === 'string' ? insert : '\uFFFC')).join('')
  const marksAt = reader(parts)
  const steps: Step[] = []
  let done = 0
  for (const { start, end } of placesOf(plain, words)) {
    const marks = marksAt(start)
    if (spared.has(claimOf(marks) ?? 0)) continue
    if (start > done) steps.push({ retain: start - done })
    steps.push({ insert: REDACTED, attributes: marks }, { delete: end - start })
    done = end
  }
  if (steps.length > 0) text.applyDelta(steps, { sanitize: false })
  return steps.length > 0
}

/** Where any of the words is in a text, in order; places that overlap are one. */
function placesOf(plain: string, words: readonly string[]): { start: number; end: number }[] {
  const places = words.flatMap((word) => {
    const found: { start: number; end: number }[] = []
    if (word === '') return found
    for (let at = plain.indexOf(word); at !== -1; at = plain.indexOf(word, at + word.length))
      found.push({ start: at, end: at + word.length })
    return found
  })
  places.sort((a, b) => a.start - b.start || b.end - a.end)
  const joined: { start: number; end: number }[] = []
  for (const place of places) {
    const last = joined.at(-1)
    if (last && place.start < last.end) last.end = Math.max(last.end, place.end)
    else joined.push({ ...place })
  }
  return joined
}

/** Answers which marks the character at a place has: they say which claim its words are of. Ask in ascending order. */
function reader(parts: readonly Part[]): (at: number) => Record<string, unknown> {
  let [index, to] = [0, lengthOf(parts[0])]
  return (at) => {
    while (to <= at && index < parts.length - 1) {
      index += 1
      to += lengthOf(parts[index])
    }
    return parts[index]?.attributes ?? {}
  }
}

function lengthOf(part: Part | undefined): number {
  return typeof part?.insert === 'string' ? part.insert.length : 1
}

function claimOf({ claim }: Record<string, unknown>): number | null {
  const number = typeof claim === 'object' && claim !== null ? (claim as { number?: unknown }).number : null
  return typeof number === 'number' ? number : null
}
