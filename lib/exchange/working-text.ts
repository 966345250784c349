import * as Y from 'yjs'
import type { DraftBlock } from '../domain/draft.ts'
import { draftBlocks } from '../editor/draft-document.ts'
import { documentOfShared, sharedOf } from '../editor/shared-document.ts'

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
    if (needed) Y.applyUpdate(shared, needed.update)
  }
  // And words taken out must have been there.
  if (shared.store.pendingDs) for (const { update } of others) Y.applyUpdate(shared, update)
  return shared
}

function blocksOf(shared: Y.Doc): DraftBlock[] {
  return draftBlocks(documentOfShared(shared))
}
