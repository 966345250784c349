import * as Y from 'yjs'
import { holds, type Letters, type MovedWords } from './moved-words.ts'

/** A change of a text by which one's own words follow: letters put in at a place, or taken out from it on. */
type Edit = { of: MovedWords; text: Y.XmlText; at: number; words: string; length: number; letters: Letters[] }

/** One's own words that followed, and where everything among what was moved is now. */
export class FollowedWords {
  private readonly edits: Edit[]

  constructor(private readonly moved: readonly MovedWords[]) {
    this.edits = moved.flatMap(editsOf)
  }

  /** Whether something of one's own has to follow. */
  get isChange(): boolean {
    return this.edits.length > 0
  }

  /** Within a transaction. */
  apply(): void {
    const { edits } = this
    // Before anything moves: by their letters.
    for (const { of, length, letters } of edits) if (length === 0) for (const one of letters) takeOut(of.from, one)
    // From the last to the first: what is put in would shift what comes after it.
    for (const { text, at, words, length } of edits.toSorted((a, b) => b.at - a.at || b.length - a.length)) {
      if (length > 0) text.delete(at, length)
      else text.insert(at, words)
    }
  }

  /**
   * Undo would put back where they were what one had taken out and has taken out again elsewhere: it is to put it back
   * only there.
   */
  forgetCuts(undo: Y.UndoManager): void {
    for (const { length, letters } of this.edits)
      if (length > 0)
        for (const { item, clock, words } of letters)
          for (const { deletions } of undo.undoStack) {
            const { client } = item.id
            const rest = without(deletions.clients.get(client) ?? [], clock, clock + words.length)
            if (rest.length > 0) deletions.clients.set(client, rest)
            else deletions.clients.delete(client)
          }
  }

  /** Where a place is once the edits are made; null where it was not among what was moved. */
  placeOf({ item, type, assoc }: Y.RelativePosition): Y.RelativePosition | null {
    for (const one of this.moved) {
      const { from, letters, reachesEnd } = one
      const id = from._item?.id
      const isEnd = !item && reachesEnd && type !== null && id !== undefined && Y.compareIDs(type, id)
      // At the end of its text, and so behind the last letter.
      const beside = isEnd ? letters.at(-1) : item && letters.find((each) => holds(each, item))
      if (!beside) continue
      const into = isEnd || !item ? beside.words.length : item.clock - beside.clock + (assoc < 0 ? 1 : 0)
      const place = this.placeBehind(one, beside.at + into)
      if (place) return Y.createRelativePositionFromTypeIndex(place.text, place.at, place.text.length === 0 ? -1 : 0)
    }
    return null
  }

  /** Behind the letter before a place, or before the first letter of all that were moved. */
  private placeBehind(of: MovedWords, index: number): { text: Y.XmlText; at: number } | null {
    const { letters, put, places } = of
    for (let at = index - 1; at >= 0; at--) {
      const found = placeAmong(put, places[at] ?? -1)
      if (found) return { text: found.text, at: this.shifted(found.text, found.at + 1) }
      const own = this.placeInOwn(of, at)
      if (own) return own
      // Beside words that are where they were, so is the caret.
      if (letters.some((one) => covers(one, at) && (one.kind === 'kept' || (one.kind === 'own' && !one.item.deleted))))
        return null
    }
    const first = places.find((place) => place !== -1)
    const found = first === undefined ? null : placeAmong(put, first)
    return found && { text: found.text, at: this.shifted(found.text, found.at) }
  }

  /** Behind a letter of one's own that was put in. */
  private placeInOwn(of: MovedWords, index: number): { text: Y.XmlText; at: number } | null {
    const edit = this.edits.find(
      (one) => one.of === of && one.length === 0 && one.letters.some((each) => covers(each, index)),
    )
    if (!edit) return null
    let offset = 0
    for (const each of edit.letters) {
      if (covers(each, index))
        return { text: edit.text, at: this.shifted(edit.text, edit.at) + offset + index - each.at + 1 }
      offset += each.words.length
    }
    return null
  }

  /** A place behind a letter, once the edits are made. */
  private shifted(text: Y.XmlText, place: number): number {
    let shift = 0
    for (const edit of this.edits)
      if (edit.text === text && edit.at < place)
        shift += edit.length > 0 ? -Math.min(edit.length, place - edit.at) : edit.words.length
    return place + shift
  }
}

const covers = ({ at, words }: Letters, index: number) => at <= index && index < at + words.length

/** Takes letters out of a text, where they are not gone with it. */
function takeOut(text: Y.XmlText, { item: { id }, clock, words }: Letters): void {
  let at = 0
  for (let item = text._start; item; item = item.right) {
    if (item.deleted || !item.countable) continue
    const into = clock - item.id.clock
    if (item.id.client === id.client && into >= 0 && into < item.length) {
      text.delete(at + into, words.length)
      return
    }
    at += item.length
  }
}

function placeAmong(put: MovedWords['put'], place: number): { text: Y.XmlText; at: number } | null {
  if (place === -1) return null
  const run = put.find(({ at, words }) => at <= place && place < at + words.length)
  return run ? { text: run.text, at: run.start + place - run.at } : null
}

/** What has to be done for one's own words to be where those are that they stood among. */
function editsOf(of: MovedWords): Edit[] {
  const { letters, put, places } = of
  const edits: Edit[] = []
  let behind: { text: Y.XmlText; at: number } | null = null
  let own: Letters[] = []
  const putIn = (place: { text: Y.XmlText; at: number }) => {
    if (own.length > 0) {
      const words = own.map((one) => one.words).join('')
      edits.push({ of, ...place, words, length: 0, letters: own })
    }
    own = []
  }
  for (const one of letters.flatMap(apart(places))) {
    const found = placeAmong(put, places[one.at] ?? -1)
    if (!found && one.kind === 'own') own.push(one)
    // Beside what the others left where it was, one's own words stay as well.
    if (!found && one.kind === 'kept') {
      if (behind) putIn(behind)
      return edits
    }
    if (!found) continue
    // Those before the first letter that was moved are before it, unless the text goes on where they are.
    if (!behind) own = own.filter(({ item }) => item.deleted)
    putIn(behind ?? found)
    if (one.kind === 'cut') edits.push({ of, ...found, words: '', length: one.words.length, letters: [one] })
    behind = { text: found.text, at: found.at + one.words.length }
  }
  if (behind) putIn(behind)
  return edits
}

/** Letters in runs that are found at one place, or not at all. */
function apart(places: Int32Array): (one: Letters) => Letters[] {
  return (one) => {
    const runs: Letters[] = []
    let start = 0
    for (let at = 1; at <= one.words.length; at++) {
      const [before, now] = [places[one.at + at - 1] ?? -1, places[one.at + at] ?? -1]
      if (at < one.words.length && (before === -1 ? now === -1 : now === before + 1)) continue
      runs.push({ ...one, clock: one.clock + start, words: one.words.slice(start, at), at: one.at + start })
      start = at
    }
    return runs
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
