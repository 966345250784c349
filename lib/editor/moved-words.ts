import * as Y from 'yjs'

/** Words that someone else moved, by taking them out of one text and putting the same into new ones beside it. */
export type MovedWords = {
  from: Y.XmlText
  /** Where each stretch of letters is now: those from `clock` on of a client came to `offset` of `moved`. */
  letters: { client: number; clock: number; length: number; offset: number }[]
  /** Words of one's own among them, which whoever moved the others did not know of and left behind. */
  left: { item: Y.Item; offset: number }[]
  /** Whether what was moved reached to the end of the text. */
  toEnd: boolean
  /** How many letters were moved. */
  length: number
  /** The texts they came to, in order, and where in the first of them they begin. */
  into: Y.XmlText[]
  start: number
}

type Event = Y.YEvent<Y.AbstractType<unknown>>

/**
 * What a change of someone else's moved from one block to another. Breaking a paragraph in two is, to Yjs, deleting its
 * second half and writing it anew: whoever had the caret there would lose their place, and words typed there meanwhile
 * would stay behind, at the end of the first half.
 *
 * Plan: of each text of which the change took out one piece, with nothing left in it but words of one's own, look for the
 * same letters in the texts that the change put in. Linear in the texts that changed.
 * @param own the client whose words are one's own
 */
export function movedWords(events: readonly Event[], transaction: Y.Transaction, own: number): MovedWords[] {
  const added = textsAdded(events)
  if (added.length === 0) return []
  const fresh = added.map((text) => ({ text, words: lettersOf(text) }))
  const all = fresh.map(({ words }) => words).join('')
  return events.flatMap(({ target }) => {
    if (!(target instanceof Y.XmlText) || added.includes(target)) return []
    const taken = takenAway(target, transaction, own)
    if (!taken) return []
    const at = all.indexOf(taken.words)
    // Words that are found twice may be either.
    if (at === -1 || all.includes(taken.words, at + 1)) return []
    const [into, start] = placeIn(fresh, at)
    return [{ ...taken, into, start }]
  })
}

function textsIn(type: unknown): Y.XmlText[] {
  if (type instanceof Y.XmlText) return [type]
  return type instanceof Y.XmlElement ? type.toArray().flatMap(textsIn) : []
}

function lettersOf(text: Y.XmlText): string {
  return (text.toDelta() as { insert: unknown }[])
    .map(({ insert }) => (typeof insert === 'string' ? insert : '\uFFFC'))
    .join('')
}

/** All letters of the blocks that a change put in. */
export function lettersAdded(events: readonly Event[]): string {
  return textsAdded(events).map(lettersOf).join('')
}

/** The letters that a change took out of a text. */
export function lettersTaken(text: Y.XmlText, { deleteSet, beforeState }: Y.Transaction): string {
  let letters = ''
  for (let item = text._start; item; item = item.right)
    if (item.content instanceof Y.ContentString && item.deleted && Y.isDeleted(deleteSet, item.id))
      if (item.id.clock < (beforeState.get(item.id.client) ?? 0)) letters += item.content.str
  return letters
}

function textsAdded(events: readonly Event[]): Y.XmlText[] {
  return events.flatMap((event) =>
    [...event.changes.added].flatMap((item) => textsIn((item.content as Partial<Y.ContentType>).type)),
  )
}

function placeIn(fresh: readonly { text: Y.XmlText; words: string }[], at: number): [Y.XmlText[], number] {
  let start = at
  for (const [index, { words }] of fresh.entries()) {
    if (start < words.length) return [fresh.slice(index).map(({ text }) => text), start]
    start -= words.length
  }
  return [[], 0]
}

type Taken = Omit<MovedWords, 'into' | 'start'> & { words: string }

/** Fewer letters from the middle of a text are found anywhere. */
const WITHIN = 4

/** What a change took out of a text, in one piece. */
function takenAway(text: Y.XmlText, { deleteSet, beforeState }: Y.Transaction, own: number): Taken | null {
  type Kind = 'gone' | 'own' | 'stays'
  const items: { item: Y.Item; kind: Kind }[] = []
  for (let item = text._start; item; item = item.right) {
    if (!(item.content instanceof Y.ContentString)) {
      if (!item.deleted && item.countable) items.push({ item, kind: 'stays' })
      continue
    }
    const isNew = item.id.clock >= (beforeState.get(item.id.client) ?? 0)
    // What the change put in says nothing of what it took out.
    if (isNew) continue
    if (!item.deleted) items.push({ item, kind: item.id.client === own ? 'own' : 'stays' })
    else if (Y.isDeleted(deleteSet, item.id)) items.push({ item, kind: 'gone' })
  }
  const run = (first: number, last: number, toEnd: boolean): Taken => {
    let words = ''
    const letters: Taken['letters'] = []
    const left: Taken['left'] = []
    for (const { item, kind } of items.slice(first, last + 1)) {
      if (kind === 'own') left.push({ item, offset: words.length })
      else {
        const { client, clock } = item.id
        letters.push({ client, clock, length: item.length, offset: words.length })
        words += (item.content as Y.ContentString).str
      }
    }
    return { from: text, words, letters, left, toEnd, length: words.length }
  }
  const first = items.findIndex(({ kind }) => kind === 'gone')
  if (first === -1) return null
  const last = items.findLastIndex(({ kind }) => kind === 'gone')
  if (items.slice(first, last).some(({ kind }) => kind === 'stays')) return null
  // One's own words are beside the letter before them. Those before the first letter of all are beside that, unless the
  // end was moved: then they are what was left in place.
  const behind = items.findIndex(({ kind }, at) => at > last && kind === 'stays')
  const toEnd = behind === -1
  const isStart = !toEnd && items.slice(0, first).every(({ kind }) => kind === 'own')
  const taken = run(isStart ? 0 : first, (toEnd ? items.length : behind) - 1, toEnd)
  return isStart || toEnd || taken.length >= WITHIN ? taken : null
}

/** Where a place among what was moved is once one's own words are there too; null where it was not among it. */
export function placeNow(moved: readonly MovedWords[], was: Y.RelativePosition): Y.RelativePosition | null {
  for (const one of moved) {
    const offset = offsetOf(one, was)
    const place = offset === null ? null : textAt(one, offset)
    if (place) return Y.createRelativePositionFromTypeIndex(place.text, place.at, place.text.length === 0 ? -1 : 0)
  }
  return null
}

function offsetOf(moved: MovedWords, { item, type, assoc }: Y.RelativePosition): number | null {
  const own = (counts: (offset: number) => boolean) =>
    moved.left.reduce((sum, { item: { length }, offset }) => sum + (counts(offset) ? length : 0), 0)
  if (!item) {
    const id = moved.from._item?.id
    return moved.toEnd && type && id && Y.compareIDs(type, id) ? moved.length + own(() => true) : null
  }
  // A place beside a letter is before it, or behind the one it holds on to.
  const behind = assoc < 0 ? 1 : 0
  const holds = ({ client, clock, length }: { client: number; clock: number; length: number }) =>
    client === item.client && clock <= item.clock && item.clock < clock + length
  const letters = moved.letters.find(holds)
  if (letters) {
    const at = letters.offset + item.clock - letters.clock
    return at + behind + own((offset) => offset <= at)
  }
  const index = moved.left.findIndex(({ item: { id, length } }) => holds({ ...id, length }))
  const word = moved.left[index]
  if (!word) return null
  const before = moved.left.slice(0, index).reduce((sum, { item: { length } }) => sum + length, 0)
  return word.offset + before + item.clock - word.item.id.clock + behind
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

/** Puts one's own words that were left behind beside the words they were typed beside. Within a transaction. */
export function bringAlong(moved: readonly MovedWords[], transaction: Y.Transaction): void {
  for (const one of moved) {
    // From the last to the first: what is put in would shift what comes after it.
    for (const { item, offset } of one.left.toReversed()) {
      const place = textAt(one, offset)
      if (!place || item.deleted) continue
      place.text.insert(place.at, (item.content as Y.ContentString).str)
      item.delete(transaction)
    }
  }
}
