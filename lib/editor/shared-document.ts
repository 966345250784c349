import { getSchema, type JSONContent } from '@tiptap/core'
import type { Schema } from '@tiptap/pm/model'
import { updateYFragment, yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { galleyExtensions } from './extensions.ts'
import { lettersAdded, lettersTaken } from './moved-words.ts'
import type { Known } from './update-parts.ts'

/** The part of the shared document that holds the article's text. */
const TEXT_FIELD = 'text'

let known: Schema | undefined
function schema(): Schema {
  known ??= getSchema(galleyExtensions)
  return known
}

export function textOfShared(shared: Y.Doc): Y.XmlFragment {
  return shared.getXmlFragment(TEXT_FIELD)
}

/** An article's document as the first state of a shared one, as a Yjs update. */
export function newShared(document: JSONContent): Uint8Array {
  const work = beginShared(document)
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

/** Blocks set between two pauses. */
const STRIDE = 200

/** As `newShared`, with pauses: a long article takes a while. */
export function* beginShared(document: JSONContent): Generator<void, Uint8Array> {
  const shared = new Y.Doc()
  let set = 0
  function* fill(parent: Y.XmlFragment, children: readonly JSONContent[]): Generator<void, void> {
    let waiting: Y.XmlElement[] = []
    let last: Y.XmlElement | null = null
    for (const child of children) {
      const node = elementOf(child)
      const inner = child.content ?? []
      if (inner[0]?.type === 'text') node.insert(0, [textOf(inner)])
      waiting.push(node)
      const isLong = inner.length > 0 && inner[0]?.type !== 'text'
      set += 1
      if (!isLong && waiting.length < STRIDE) continue
      append(parent, last, waiting)
      last = node
      waiting = []
      if (isLong) yield* fill(node, inner)
      if (set >= STRIDE) yield
      set = 0
    }
    append(parent, last, waiting)
  }
  yield* fill(textOfShared(shared), document.content ?? [])
  return Y.encodeStateAsUpdate(shared)
}

/** Behind the last one: to be pushed, it would be looked for from the start. */
function append(parent: Y.XmlFragment, last: Y.XmlElement | null, nodes: Y.XmlElement[]): void {
  if (nodes.length === 0) return
  parent.doc?.transact(() => {
    if (last) parent.insertAfter(last, nodes)
    else parent.insert(0, nodes)
    for (const node of nodes) settleMarks(node)
  })
}

function elementOf({ type = '', attrs = {} }: JSONContent): Y.XmlElement {
  const element = new Y.XmlElement(type)
  const node = schema().nodes[type]?.create(attrs)
  for (const [name, value] of Object.entries(node?.attrs ?? attrs))
    if (value !== null) element.setAttribute(name, value as string)
  return element
}

/** As y-tiptap writes words: every mark by its name. */
function textOf(runs: readonly JSONContent[]): Y.XmlText {
  const text = new Y.XmlText()
  text.applyDelta(
    runs.map(({ text: insert = '', marks = [] }) => ({
      insert,
      attributes: Object.fromEntries(marks.map(({ type, attrs }) => [type, attrs ?? {}])),
    })),
  )
  return text
}

/**
 * Sets the marks of new words as an editor leaves them. Otherwise whoever types first in a paragraph sets those of all
 * its claims again with that, and would count as having typed in each of them.
 */
function settleMarks(parent: Y.XmlFragment): void {
  for (const child of parent.toArray()) {
    if (child instanceof Y.XmlText) {
      const parts = child.toDelta() as { insert: string; attributes?: Record<string, unknown> }[]
      child.applyDelta(parts.map(({ insert, attributes = {} }) => ({ retain: insert.length, attributes })))
    } else if (child instanceof Y.XmlElement) settleMarks(child)
  }
}

/** A shared document put together from a state and what was added since. Updates that cannot be read are left out. */
export function sharedOf(updates: readonly Uint8Array[]): Y.Doc {
  const shared = new Y.Doc()
  for (const update of updates) if (isUpdate(update)) applyAsOwn(shared, update)
  return shared
}

/**
 * Applies an update as a change of our own. Of changes that come from elsewhere Yjs takes out the marks that it finds
 * superfluous at that moment (`cleanupYTextFormatting`): of what is put together again these would be other ones than the
 * people who wrote it saw go, and of half a change it takes out what the other half needs.
 */
export function applyAsOwn(shared: Y.Doc, update: Uint8Array, origin?: unknown): void {
  shared.transact((transaction) => {
    Y.applyUpdate(shared, update)
    transaction.local = true
  }, origin)
}

/** One state of many updates, without what was deleted meanwhile: what a merge of updates alone would keep. */
export function foldUpdates(updates: readonly Uint8Array[]): Uint8Array {
  const shared = sharedOf(updates)
  const state = Y.encodeStateAsUpdate(shared)
  shared.destroy()
  return state
}

/** Whether these bytes are a Yjs update at all. */
export function isUpdate(bytes: Uint8Array): boolean {
  try {
    Y.decodeUpdate(bytes)
    return true
  } catch {
    return false
  }
}

/** What stands in a shared document, as the editor's document. */
export function documentOfShared(shared: Y.Doc): JSONContent {
  const { content = [] } = yXmlFragmentToProsemirrorJSON(textOfShared(shared)) as JSONContent
  return { type: 'doc', content }
}

/**
 * Makes a shared document that no one sees yet say what `document` says, changing no more of it than differs, so that
 * people who are typing in other words are not disturbed by the update. Blocks without words stay, for someone may be
 * about to write in them. Pauses.
 */
export function* rewriting(shared: Y.Doc, document: JSONContent): Generator<void, void> {
  const node = schema().nodeFromJSON(withEmptyBlocks(document, documentOfShared(shared)))
  yield
  shared.transact(() => updateYFragment(shared, textOfShared(shared), node, { mapping: new Map(), isOMark: new Map() }))
  yield
  shared.transact(() => settleMarks(textOfShared(shared)))
}

/** A document with the empty blocks that another has, each behind the block it is behind there. */
function withEmptyBlocks(document: JSONContent, other: JSONContent): JSONContent {
  const empty = new Map<string, JSONContent[]>()
  let behind = ''
  for (const node of other.content ?? []) {
    if (!isEmptyBlock(node)) behind = keyOf(node)
    else empty.set(behind, [...(empty.get(behind) ?? []), node])
  }
  if (empty.size === 0) return document
  const after = (key: string) => {
    const nodes = empty.get(key) ?? []
    empty.delete(key)
    return nodes
  }
  const content = [...after(''), ...(document.content ?? []).flatMap((node) => [node, ...after(keyOf(node))])]
  return { ...document, content }
}

function isEmptyBlock({ type = '', content = [] }: JSONContent): boolean {
  return content.length === 0 && schema().nodes[type]?.isTextblock === true
}

/** By what a block is known in two states of a document: its id, that of the first block in it, or its words. */
function keyOf({ attrs, content = [] }: JSONContent): string {
  const [first] = content
  return String(attrs?.blockId || first?.attrs?.blockId || content.map(({ text = '' }) => text).join(''))
}

/** What an article's document is made of, for whoever reads an update before it is applied. */
export const KNOWN_PARTS: Known = {
  root: TEXT_FIELD,
  isElement: (name) => name !== 'doc' && name !== 'text' && schema().nodes[name] !== undefined,
  isMark: (name) => schema().marks[unhashed(name)] !== undefined,
}

/** A mark that may stand beside its like has a hash behind its name (y-tiptap). */
function unhashed(name: string): string {
  return name.replace(/--[\w+/=]{8}$/, '')
}

/** Takes out nodes and marks of a shared document that are not part of an article: an editor would not know what to do with them. */
export function cleanShared(shared: Y.Doc, origin: unknown): number {
  let taken = 0
  const clean = (parent: Y.XmlFragment, transaction: Y.Transaction) => {
    for (const child of parent.toArray()) {
      const known =
        child instanceof Y.XmlText || (child instanceof Y.XmlElement && KNOWN_PARTS.isElement(child.nodeName))
      if (!known || !mayHold(parent, child)) {
        // By itself: by its number each would be looked for from the start.
        child._item?.delete(transaction)
        taken += 1
      } else if (child instanceof Y.XmlText) taken += cleanMarks(child)
      else if (child instanceof Y.XmlElement) clean(child, transaction)
    }
  }
  shared.transact((transaction) => clean(textOfShared(shared), transaction), origin)
  return taken
}

function mayHold(parent: Y.XmlFragment, child: unknown): boolean {
  const place = parent instanceof Y.XmlElement ? schema().nodes[parent.nodeName] : schema().topNodeType
  if (!place) return false
  if (child instanceof Y.XmlText) return place.inlineContent
  const type = child instanceof Y.XmlElement ? schema().nodes[child.nodeName] : undefined
  return type !== undefined && !place.inlineContent && !place.isLeaf && place.contentMatch.edgeCount > 0
}

function cleanMarks(text: Y.XmlText): number {
  let taken = 0
  const steps: ({ retain: number; attributes?: Record<string, null> } | { delete: number })[] = []
  for (const part of text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]) {
    const foreign = Object.keys(part.attributes ?? {}).filter((name) => !KNOWN_PARTS.isMark(name))
    if (typeof part.insert !== 'string') steps.push({ delete: 1 })
    else if (foreign.length === 0) steps.push({ retain: part.insert.length })
    else steps.push({ retain: part.insert.length, attributes: Object.fromEntries(foreign.map((name) => [name, null])) })
    if (typeof part.insert !== 'string' || foreign.length > 0) taken += 1
  }
  // In one walk over the text, however much there is to do.
  if (taken > 0) text.applyDelta(steps)
  return taken
}

/**
 * The claims whose words a change touched, by number; 0 stands for words that are of no claim yet. Asked within the
 * change's own events, so a deletion is known by the words it stood beside. Words that were only moved, as by breaking a
 * paragraph in two, are not touched.
 */
export function touchedClaims(
  events: readonly Y.YEvent<Y.AbstractType<unknown>>[],
  transaction: Y.Transaction,
): Set<number> {
  const touched = new Set<number>()
  const added = lettersAdded(events)
  for (const event of events) {
    if (!(event instanceof Y.YTextEvent)) continue
    const taken = lettersTaken(event.target as unknown as Y.XmlText, transaction)
    const isMoved = taken !== '' && added.includes(taken)
    const marks = claimsAt(event.target as unknown as Y.XmlText)
    let at = 0
    for (const part of event.delta) {
      if (part.retain !== undefined) {
        if (part.attributes !== undefined) touched.add(marks(at))
        at += part.retain
      } else if (typeof part.insert === 'string') {
        touched.add(claimOf(part.attributes as Marks))
        at += part.insert.length
      } else if (part.delete !== undefined && !isMoved) touched.add(marks(at))
    }
  }
  return touched
}

type Marks = { claim?: { number?: unknown } } | undefined

function claimOf(marks: Marks): number {
  const number = marks?.claim?.number
  return typeof number === 'number' && Number.isSafeInteger(number) && number > 0 ? number : 0
}

/** Which claim's words stand before a place in a text; at its start, behind it. Asked from the start to the end. */
function claimsAt(text: Y.XmlText): (at: number) => number {
  const parts = text.toDelta() as { insert: string; attributes?: Marks }[]
  let from = 0
  let next = 0
  return (at) => {
    for (; next < parts.length; next++) {
      const part = parts[next]
      const to = from + (part?.insert.length ?? 0)
      if (to >= at && (at > 0 || to > 0)) return claimOf(part?.attributes)
      from = to
    }
    return claimOf(parts.at(-1)?.attributes)
  }
}
