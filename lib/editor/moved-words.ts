import * as Y from 'yjs'

/**
 * One run of letters of a text that someone else moved: `gone` with the move; `cut` by oneself, unknown to whoever moved
 * it, and so still there where it was moved to; `own`, unknown to them as well, and left behind.
 */
type Part = { kind: 'gone' | 'cut' | 'own'; item: Y.Item; clock: number; words: string }

/** Words that someone else moved, by taking them out of one text and putting the same into new ones. */
export type MovedWords = {
  from: Y.XmlText
  parts: Part[]
  /** Whether what was moved reached to the end of the text. */
  toEnd: boolean
  /** The texts they came to, in order, and where in the first of them they begin. */
  into: Y.XmlText[]
  start: number
}

type Event = Y.YEvent<Y.AbstractType<unknown>>

/**
 * What a change of someone else's moved from one block to another. Breaking a paragraph in two is, to Yjs, deleting its
 * second half and writing it again: whoever had the caret there would lose their place, words typed there meanwhile would
 * stay behind at the end of the first half, and words taken out meanwhile would be there again.
 *
 * Plan: of each text of which the change took out one piece, with nothing left in it but words of one's own, look for the
 * same letters in the texts that the change put in. Linear in the texts that changed, but for letters that are found
 * there often. Where the others changed the letters they moved before they heard of one's own words, nothing is found, and
 * one's own words stay behind, as Yjs has it.
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
    const found = taken && placeAmong(taken, all)
    if (!found) return []
    const [into, start] = placeIn(fresh, found.at)
    return [{ from: target, parts: found.parts, toEnd: taken.toEnd, into, start }]
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

/** Fewer letters from the middle of a text are found anywhere. */
const WITHIN = 4

/** So many letters that one took out are looked for one by one, as the others may know some of them; more, item by item. */
const CUT_LETTERS = 1_000

function letterByLetter(item: Y.Item, all: string): Part[] {
  let { clock } = item.id
  return [...all].map((words) => {
    const part: Part = { kind: 'cut', item, clock, words }
    clock += words.length
    return part
  })
}

type Taken = { parts: Part[]; toStart: boolean; toEnd: boolean }

/** What a change took out of a text, in one piece, with what was typed and taken out around it. */
function takenAway(text: Y.XmlText, { deleteSet, beforeState }: Y.Transaction, own: number): Taken | null {
  const parts: (Part | null)[] = []
  let letters = 0
  for (let item = text._start; item; item = item.right) {
    // What the change put in says nothing of what it took out.
    if (item.id.clock >= (beforeState.get(item.id.client) ?? 0)) continue
    if (!(item.content instanceof Y.ContentString)) {
      if (!item.deleted && item.countable) parts.push(null)
      continue
    }
    const words = item.content.str
    const { client, clock } = item.id
    if (!item.deleted) parts.push(client === own ? { kind: 'own', item, clock, words } : null)
    else if (Y.isDeleted(deleteSet, item.id)) parts.push({ kind: 'gone', item, clock, words })
    else {
      letters += words.length
      parts.push(
        ...(letters > CUT_LETTERS ? [{ kind: 'cut' as const, item, clock, words }] : letterByLetter(item, words)),
      )
    }
  }
  const first = parts.findIndex((part) => part?.kind === 'gone')
  const last = parts.findLastIndex((part) => part?.kind === 'gone')
  if (first === -1) return null
  const from = parts.lastIndexOf(null, first) + 1
  const to = parts.indexOf(null, first)
  const run = parts.slice(from, to === -1 ? undefined : to).filter((part) => part !== null)
  return to !== -1 && to < last ? null : { parts: run, toStart: from === 0, toEnd: to === -1 }
}

type Found = { at: number; parts: Part[] }

/** Where these letters are among all that were put in; null where they are not, or at several places. */
function placeAmong({ parts, toStart, toEnd }: Taken, all: string): Found | null {
  const first = parts.findIndex(({ kind }) => kind === 'gone')
  const anchor = parts[first]?.words ?? ''
  const failed = new Set<string>()
  let found: Found | null = null
  for (let at = all.indexOf(anchor); at !== -1; at = all.indexOf(anchor, at + 1)) {
    const behind = matched(parts, first, all, at, failed)
    if (!behind) continue
    if (found) return null
    found = before(parts.slice(0, first), behind, all, at)
  }
  if (!found) return null
  // One's own words are beside the letter before them. Those before the first letter of all are beside that, unless the
  // end was moved: then they are what was left in place.
  const start = toStart && !toEnd ? 0 : found.parts.findIndex(({ kind }) => kind !== 'own')
  const kept = found.parts.slice(start)
  const length = kept.reduce((sum, { kind, words }) => sum + (kind === 'own' ? 0 : words.length), 0)
  return toStart || toEnd || length >= WITHIN ? { at: found.at, parts: kept } : null
}

/**
 * The parts from one on that are found from a place on, in order; what was cut need not be there.
 * @param failed where this was tried already, by part and place
 */
function matched(parts: readonly Part[], from: number, all: string, place: number, failed: Set<string>): Part[] | null {
  const taken: Part[] = []
  let at = place
  for (let index = from; index < parts.length; index++) {
    const part = parts[index]
    if (!part || failed.has(`${index} ${at}`)) return part ? null : taken
    const { kind, words } = part
    const isThere = all.startsWith(words, at)
    if (kind === 'own') taken.push(part)
    else if (kind === 'cut') {
      // Letters that were cut, where the next begin with the same, may be either: those that are needed are.
      const rest = isThere ? matched(parts, index + 1, all, at + words.length, failed) : null
      if (rest) return [...taken, part, ...rest]
    } else if (isThere) {
      taken.push(part)
      at += words.length
    } else {
      failed.add(`${from} ${place}`)
      return null
    }
  }
  return taken
}

/** With those before a place that are found there. */
function before(parts: readonly Part[], behind: Part[], all: string, at: number): Found {
  const taken = [...behind]
  let start = at
  for (const part of parts.toReversed()) {
    const { kind, words } = part
    if (kind === 'own') taken.unshift(part)
    else if (start >= words.length && all.endsWith(words, start)) {
      taken.unshift(part)
      start -= words.length
    }
  }
  return { at: start, parts: taken }
}
