import * as Y from 'yjs'
import { alignedLetters } from './aligned-letters.ts'

/**
 * Letters of a text that someone else took out, or that are around them: `gone` with the change; `own`, typed here, of
 * which the others may know or not; `cut` here before, which the others may still have had; `kept` by the others where
 * they were, as a text that ends as it did before.
 */
export type Letters = { kind: 'gone' | 'own' | 'cut' | 'kept'; item: Y.Item; clock: number; words: string; at: number }

/** Letters that the change put in, one run after the other, a line feed between two. */
export type Put = { text: Y.XmlText; start: number; words: string; at: number }

/** Words that someone else moved, by taking them out of one text and putting the same into others. */
export type MovedWords = {
  from: Y.XmlText
  letters: Letters[]
  /** Whether they go on to the end of the text. */
  reachesEnd: boolean
  put: Put[]
  /** For each letter of `letters`, in order, its place among the letters of `put`; -1: it is not there. */
  places: Int32Array
}

type Event = Y.YEvent<Y.AbstractType<unknown>>

/** Bounds, in letters; beyond them nothing is followed. */
const LONGEST_FROM = 20_000
const LONGEST_PUT = 200_000
/** Letters that were cut here, or kept by the others, are looked at so far. */
const MOST_CUT = 1_000
const MOST_KEPT = 400
/** The share of what was taken out that has to be found again, and how much of it in the middle of a text. */
const SHARE = 0.6
const WITHIN = 4

/**
 * What a change of someone else's moved from one block to another, as far as it matters here. Breaking a paragraph in two
 * is, to Yjs, deleting its second half and writing it again; joining two, undoing either, and making a paragraph a
 * quotation are deleting a block and writing its words elsewhere. Whoever had the caret there would lose their place,
 * words typed there meanwhile would stay behind or be deleted with the block, and words taken out meanwhile would be back.
 *
 * Plan: for each text of which the change took words out, and which holds words of one's own or the caret, align what was
 * there (words of one's own included, for the others may have known them or not) with what the change put in elsewhere.
 * @param own the client whose words are one's own
 * @param carets what the caret was beside
 */
export function movedWords(
  events: readonly Event[],
  transaction: Y.Transaction,
  own: number,
  carets: readonly Y.RelativePosition[] = [],
): MovedWords[] {
  const sources = [...textsTakenFrom(events, transaction)]
  if (sources.length === 0) return []
  const put = lettersPut(events)
  const all = put.map(({ words }) => words).join('\n')
  if (all === '' || all.length > LONGEST_PUT) return []
  return sources.flatMap(({ text, isWhole }) => {
    const taken = takenAway(text, transaction, own, isWhole)
    if (!taken || !concerns(taken.letters, text, carets)) return []
    const words = taken.letters.map((one) => one.words).join('')
    if (words.length > LONGEST_FROM) return []
    const places = alignedLetters(words, all)
    preferGone(taken.letters, words, places, all)
    keepApart(taken.letters, places)
    return isMove(taken, places)
      ? [{ from: text, letters: taken.letters, reachesEnd: taken.reachesEnd, put, places }]
      : []
  })
}

/** Texts out of which words were taken; whole ones that went with their block, too. */
function* textsTakenFrom(
  events: readonly Event[],
  { deleteSet }: Y.Transaction,
): Generator<{ text: Y.XmlText; isWhole: boolean }> {
  for (const event of events) {
    const { target } = event
    if (target instanceof Y.XmlText) {
      for (let item = target._start; item; item = item.right)
        if (item.deleted && item.content instanceof Y.ContentString && Y.isDeleted(deleteSet, item.id)) {
          yield { text: target, isWhole: false }
          break
        }
    } else
      for (const { content } of event.changes.deleted)
        if (content instanceof Y.ContentType)
          for (const text of textsWithin(content.type)) yield { text, isWhole: true }
  }
}

/** The texts in a block, also in one that was deleted. */
function* textsWithin(type: Y.AbstractType<unknown>): Generator<Y.XmlText> {
  if (type instanceof Y.XmlText) return yield type
  for (let item = type._start; item; item = item.right)
    if (item.content instanceof Y.ContentType) yield* textsWithin(item.content.type)
}

/** What a change put in: whole new texts, and runs in others. */
function lettersPut(events: readonly Event[]): Put[] {
  const runs: Omit<Put, 'at'>[] = textsAdded(events).map((text) => ({ text, start: 0, words: lettersOf(text) }))
  for (const { target, delta } of events) {
    if (!(target instanceof Y.XmlText)) continue
    let start = 0
    for (const { insert, retain } of delta) {
      const last = runs.at(-1)
      if (typeof insert !== 'string') {
        // Nothing was put in here.
      } else if (last?.text === target && last.start + last.words.length === start)
        runs[runs.length - 1] = { ...last, words: last.words + insert }
      else runs.push({ text: target, start, words: insert })
      start += retain ?? (typeof insert === 'string' ? insert.length : insert === undefined ? 0 : 1)
    }
  }
  let at = 0
  return runs.map((run) => {
    const put = { ...run, at }
    at += run.words.length + 1
    return put
  })
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
    [...event.changes.added].flatMap(({ content }) =>
      content instanceof Y.ContentType ? [...textsWithin(content.type)] : [],
    ),
  )
}

function lettersOf(text: Y.XmlText): string {
  return (text.toDelta() as { insert: unknown }[])
    .map(({ insert }) => (typeof insert === 'string' ? insert : '\uFFFC'))
    .join('')
}

type Taken = { letters: Letters[]; toEdge: boolean; reachesEnd: boolean }

/** What a change took out of a text, in one piece, with what was typed, taken out and kept around it. */
function takenAway(
  text: Y.XmlText,
  { deleteSet, beforeState }: Y.Transaction,
  own: number,
  isWhole: boolean,
): Taken | null {
  const found: Omit<Letters, 'at'>[] = []
  let cut = 0
  for (let item = text._start; item; item = item.right) {
    const { id, content } = item
    // What the change put in says nothing of what it took out.
    if (id.clock >= (beforeState.get(id.client) ?? 0) || !(content instanceof Y.ContentString)) continue
    const words = content.str
    const isNow = item.deleted && Y.isDeleted(deleteSet, id)
    const kind = isNow
      ? isWhole && id.client === own
        ? 'own'
        : 'gone'
      : item.deleted
        ? 'cut'
        : id.client === own
          ? 'own'
          : 'kept'
    if (kind === 'cut') cut += words.length
    if (kind !== 'cut' || cut <= MOST_CUT) found.push({ kind, item, clock: id.clock, words })
  }
  const first = isWhole ? 0 : found.findIndex(({ kind }) => kind === 'gone')
  const last = isWhole ? found.length - 1 : found.findLastIndex(({ kind }) => kind === 'gone')
  if (first === -1 || found.slice(first, last).some(({ kind }) => kind === 'kept')) return null
  const before = found.slice(0, first)
  // Before it, what was taken out here may be among it; what is there was left there.
  const from = before.findLastIndex(({ kind }) => kind !== 'cut') + 1
  const behind = found.slice(last + 1)
  let kept = 0
  const to = behind.findIndex(({ kind, words }) => {
    if (kind === 'kept') kept += words.length
    return kept > MOST_KEPT
  })
  const run = found.slice(from, to === -1 ? undefined : last + 1 + to)
  let at = 0
  const letters = run.map((one) => {
    const placed = { ...one, at }
    at += one.words.length
    return placed
  })
  const toEdge = isWhole || from === 0 || !behind.some(({ kind }) => kind === 'kept')
  return { letters, toEdge, reachesEnd: to === -1 }
}

/** Whether what was taken out matters to the person here: words of their own are in it, or their caret was. */
function concerns(letters: readonly Letters[], text: Y.XmlText, carets: readonly Y.RelativePosition[]): boolean {
  if (letters.some(({ kind }) => kind === 'own' || kind === 'cut')) return true
  const id = text._item?.id
  return carets.some(({ item, type }) =>
    item ? letters.some((one) => holds(one, item)) : type !== null && id !== undefined && Y.compareIDs(type, id),
  )
}

export function holds({ item, clock, words }: Letters, { client, clock: at }: Y.ID): boolean {
  return item.id.client === client && clock <= at && at < clock + words.length
}

/**
 * Where a letter that was taken out and one of one's own are alike, the one that was taken out is the one that is there:
 * the others may not know of the other. What is then beside a letter that is there, and is there itself, is found as well.
 */
function preferGone(letters: readonly Letters[], words: string, places: Int32Array, all: string): void {
  const isOwn = new Uint8Array(words.length)
  for (const { kind, at, words: own } of letters)
    if (kind === 'own' || kind === 'cut') isOwn.fill(1, at, at + own.length)
  const swap = (from: number, to: number, step: 1 | -1) => {
    /** Letters that were taken out and are not there, since the last one that is. */
    let missing: number[] = []
    for (let index = from; index !== to; index += step) {
      if (places[index] === -1) {
        if (!isOwn[index]) missing.push(index)
        continue
      }
      const like = isOwn[index] ? missing.find((one) => words[one] === words[index]) : undefined
      if (like !== undefined) {
        places[like] = places[index] ?? -1
        places[index] = -1
        missing = missing.filter((one) => (step === 1 ? one > like : one < like))
      } else missing = []
    }
  }
  let used = new Set<number>()
  const fill = (from: number, to: number, step: 1 | -1) => {
    let last = -1
    for (let index = from; index !== to; index += step) {
      const place = places[index] ?? -1
      if (place !== -1) last = place
      else if (last !== -1 && !isOwn[index] && all[last + step] === words[index] && !used.has(last + step)) {
        last += step
        places[index] = last
        used.add(last)
      }
    }
  }
  const end = words.length
  swap(0, end, 1)
  swap(end - 1, -1, -1)
  used = new Set(places)
  fill(0, end, 1)
  fill(end - 1, -1, -1)
}

/** What the others kept belongs to what they moved only where it follows it there, too: a text that ends as it did. */
function keepApart(letters: readonly Letters[], places: Int32Array): void {
  const end = letters.findLast(({ kind }) => kind === 'gone')?.at ?? Number.POSITIVE_INFINITY
  let last = -1
  let isApart = false
  for (const { kind, words, at } of letters)
    for (let index = at; index < at + words.length; index++) {
      const place = places[index] ?? -1
      if (kind === 'kept' && place !== last + 1) isApart = true
      // Words of one's own behind the last that was moved are there only if they follow it there.
      if (isApart || (kind === 'own' && index > end && place !== last + 1)) places[index] = -1
      else if (place !== -1) last = place
    }
}

function isMove({ letters, toEdge }: Taken, places: Int32Array): boolean {
  const count = (counts: (kind: Letters['kind']) => boolean) => {
    let [all, there] = [0, 0]
    for (const { kind, words, at } of letters) {
      if (!counts(kind)) continue
      all += words.length
      for (let index = at; index < at + words.length; index++) if ((places[index] ?? -1) !== -1) there += 1
    }
    return { all, there }
  }
  const gone = count((kind) => kind === 'gone')
  // A block of one's own words alone: those that are there tell.
  const told = gone.all > 0 ? gone : count((kind) => kind === 'own')
  const least = gone.all > 0 ? told.all * SHARE : Math.min(told.all, WITHIN)
  return told.there > 0 && told.there >= least && (toEdge || told.there >= WITHIN)
}
