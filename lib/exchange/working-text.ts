import * as Y from 'yjs'
import type { DraftBlock } from '../domain/draft.ts'
import { REDACTED } from '../domain/redaction.ts'
import { draftBlocks } from '../editor/draft-document.ts'
import { applyAsOwn, documentOfShared, sharedOf, textOfShared } from '../editor/shared-document.ts'

/** A working text as it is kept: a state, and the updates that came since, oldest first, each with who made it. */
export type StoredText = {
  state: Uint8Array
  updates: readonly { memberId: string | null; update: Uint8Array }[]
}

/** What a working text says, as blocks of runs that recording takes. */
export function blocksOfWorking({ state, updates }: StoredText): DraftBlock[] {
  return blocksOf(sharedOf([state, ...updates.map(({ update }) => update)]))
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
export function wordsByMember(stored: StoredText, members: readonly string[]): Map<string, Map<number, string>> {
  const known = new Set(stored.updates.map(({ memberId }) => memberId))
  const told = members.filter((member) => known.has(member))
  return new Map(told.map((member) => [member, wordsByClaim(blocksOf(asMeantBy(stored, member)))]))
}

function asMeantBy({ state, updates }: StoredText, member: string): Y.Doc {
  const shared = sharedOf([state, ...updates.flatMap((row) => (row.memberId === member ? [row.update] : []))])
  const others = updates.filter((row) => row.memberId !== member)
  // Words typed into somebody else's words cannot stand without them.
  while (shared.store.pendingStructs && others.length > 0) {
    const { missing } = shared.store.pendingStructs
    const at = others.findIndex(({ update }) => Y.decodeUpdate(update).structs.some(({ id }) => missing.has(id.client)))
    const [needed] = others.splice(Math.max(at, 0), 1)
    if (needed) applyAsOwn(shared, needed.update)
  }
  // And words taken out must have been there.
  if (shared.store.pendingDs) for (const { update } of others) applyAsOwn(shared, update)
  return shared
}

function blocksOf(shared: Y.Doc): DraftBlock[] {
  return draftBlocks(documentOfShared(shared))
}

/**
 * The working text without some words: fixed ones stand in their place, and nothing of them is left in what was deleted.
 * @returns its state, and the update by which whoever has it open comes to say the same; null where it held none of them
 */
export function withoutWords(
  state: Uint8Array,
  updates: readonly Uint8Array[],
  words: readonly string[],
): { state: Uint8Array; update: Uint8Array | null } {
  const shared = sharedOf([state, ...updates])
  const before = Y.encodeStateVector(shared)
  let found = false
  const clean = (parent: Y.XmlFragment) => {
    for (const child of parent.toArray()) {
      if (child instanceof Y.XmlText) found = cutWords(child, words) || found
      else if (child instanceof Y.XmlElement) clean(child)
    }
  }
  shared.transact(() => clean(textOfShared(shared)))
  const update = found ? Y.encodeStateAsUpdate(shared, before) : null
  // Encoded anew from the document: what was deleted, now or earlier, has left its place and not its words.
  const kept = { state: Y.encodeStateAsUpdate(shared), update }
  shared.destroy()
  return kept
}

function cutWords(text: Y.XmlText, words: readonly string[]): boolean {
  let found = false
  for (const word of words) {
    for (let at = plain(text).indexOf(word); at !== -1; at = plain(text).indexOf(word, at + REDACTED.length)) {
      const marks = marksAt(text, at)
      text.delete(at, word.length)
      text.insert(at, REDACTED, marks)
      found = true
    }
  }
  return found
}

type Part = { insert: unknown; attributes?: Record<string, unknown> }

/** The characters of a text at their places; what is no text takes one. */
function plain(text: Y.XmlText): string {
  return (text.toDelta() as Part[]).map(({ insert }) => (typeof insert === 'string' ? insert : '\uFFFC')).join('')
}

/** The marks of the character at a place: they say which claim its words are of. */
function marksAt(text: Y.XmlText, at: number): Record<string, unknown> {
  let to = 0
  for (const { insert, attributes = {} } of text.toDelta() as Part[]) {
    to += typeof insert === 'string' ? insert.length : 1
    if (to > at) return attributes
  }
  return {}
}
