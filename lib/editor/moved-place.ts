import * as Y from 'yjs'
import type { MovedWords } from './moved-words.ts'

/** Where a place among what was moved is once one's own words are there too; null where it was not among it. */
export function placeNow(moved: readonly MovedWords[], was: Y.RelativePosition): Y.RelativePosition | null {
  for (const one of moved) {
    const offset = offsetOf(one, was)
    const place = offset === null ? null : textAt(one, offset)
    if (place) return Y.createRelativePositionFromTypeIndex(place.text, place.at, place.text.length === 0 ? -1 : 0)
  }
  return null
}

function offsetOf({ from, parts, toEnd }: MovedWords, { item, type, assoc }: Y.RelativePosition): number | null {
  let at = 0
  for (const { kind, item: part, clock, words } of parts) {
    const into = item && item.client === part.id.client ? item.clock - clock : -1
    // A place beside a letter is before it, or behind the one it holds on to.
    if (into >= 0 && into < words.length) return at + (kind === 'cut' ? 0 : into + (assoc < 0 ? 1 : 0))
    if (kind !== 'cut') at += words.length
  }
  const id = from._item?.id
  return !item && toEnd && type && id && Y.compareIDs(type, id) ? at : null
}

/** The text that a place in what was moved is in now, and where in it; between two texts, the end of the first. */
function textAt({ into, start }: MovedWords, offset: number): { text: Y.XmlText; at: number } | null {
  let at = start + offset
  for (const text of into) {
    if (at <= text.length) return { text, at }
    at -= text.length
  }
  return null
}

/**
 * Puts one's own words that were left behind beside the words they were typed beside, and takes out again what one had
 * taken out. Within a transaction.
 */
export function bringAlong(moved: readonly MovedWords[], transaction: Y.Transaction): void {
  for (const one of moved) {
    let offset = one.parts.reduce((sum, { kind, words }) => sum + (kind === 'own' ? 0 : words.length), 0)
    // From the last to the first: what is put in would shift what comes after it.
    for (const { kind, item, words } of one.parts.toReversed()) {
      if (kind !== 'own') offset -= words.length
      const place = kind === 'gone' ? null : textAt(one, offset)
      if (!place) continue
      if (kind === 'cut') place.text.delete(place.at, Math.min(words.length, place.text.length - place.at))
      else if (!item.deleted) {
        place.text.insert(place.at, words)
        item.delete(transaction)
      }
    }
  }
}

/**
 * Undo would put back where they were what one had taken out and is now taken out elsewhere: it is to put it back only
 * there.
 */
export function forgetCuts(moved: readonly MovedWords[], undo: Y.UndoManager): void {
  for (const { parts } of moved)
    for (const { kind, item, clock, words } of parts)
      if (kind === 'cut')
        for (const { deletions } of undo.undoStack) {
          const { client } = item.id
          const ranges = deletions.clients.get(client)
          const rest = without(ranges ?? [], clock, clock + words.length)
          if (rest.length > 0) deletions.clients.set(client, rest)
          else deletions.clients.delete(client)
        }
}

type Range = { clock: number; len: number }

function without(ranges: readonly Range[], from: number, to: number): Range[] {
  return ranges.flatMap(({ clock, len }) => {
    const left = { clock, len: Math.min(from, clock + len) - clock }
    const start = Math.max(to, clock)
    return [left, { clock: start, len: clock + len - start }].filter((range) => range.len > 0)
  })
}
