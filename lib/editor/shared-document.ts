import { getSchema, type JSONContent } from '@tiptap/core'
import type { Schema } from '@tiptap/pm/model'
import { prosemirrorJSONToYXmlFragment, updateYFragment, yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { galleyExtensions } from './extensions'

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
  const shared = new Y.Doc()
  prosemirrorJSONToYXmlFragment(schema(), document, textOfShared(shared))
  settleMarks(textOfShared(shared))
  return Y.encodeStateAsUpdate(shared)
}

/**
 * Sets the marks of new words as an editor leaves them. Otherwise whoever types first in a paragraph sets those of all
 * its claims anew with that, and would count as having typed in each of them.
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
  for (const update of updates) if (isUpdate(update)) Y.applyUpdate(shared, update)
  return shared
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
 * Makes a shared document say what `document` says, changing no more of it than differs, so that people who are typing
 * in other words are not disturbed.
 */
export function rewriteShared(shared: Y.Doc, document: JSONContent, origin: unknown): void {
  const node = schema().nodeFromJSON(document)
  shared.transact(() => {
    updateYFragment(shared, textOfShared(shared), node, { mapping: new Map(), isOMark: new Map() })
    settleMarks(textOfShared(shared))
  }, origin)
}

/** Nodes and marks of a shared document that are no part of an article: an editor would not know what to do with them. */
export function cleanShared(shared: Y.Doc, origin: unknown): number {
  const { nodes, marks } = schema()
  let taken = 0
  const clean = (parent: Y.XmlFragment) => {
    // As a list: by its number each is looked for from the start.
    const children = parent.toArray()
    for (let at = children.length - 1; at >= 0; at--) {
      const child = children[at]
      const known =
        child instanceof Y.XmlText ||
        (child instanceof Y.XmlElement && child.nodeName !== 'doc' && nodes[child.nodeName] !== undefined)
      if (!known || !mayHold(parent, child)) {
        parent.delete(at)
        taken += 1
      } else if (child instanceof Y.XmlText) taken += cleanMarks(child, marks)
      else if (child instanceof Y.XmlElement) clean(child)
    }
  }
  shared.transact(() => clean(textOfShared(shared)), origin)
  return taken
}

function mayHold(parent: Y.XmlFragment, child: unknown): boolean {
  const place = parent instanceof Y.XmlElement ? schema().nodes[parent.nodeName] : schema().topNodeType
  if (!place) return false
  if (child instanceof Y.XmlText) return place.inlineContent
  const type = child instanceof Y.XmlElement ? schema().nodes[child.nodeName] : undefined
  return type !== undefined && !place.inlineContent && !place.isLeaf && place.contentMatch.edgeCount > 0
}

function cleanMarks(text: Y.XmlText, marks: Schema['marks']): number {
  let taken = 0
  let at = 0
  const drop: { at: number; length: number; names: Record<string, null> }[] = []
  const embeds: number[] = []
  for (const part of text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]) {
    const length = typeof part.insert === 'string' ? part.insert.length : 1
    if (typeof part.insert !== 'string') embeds.push(at)
    const foreign = Object.keys(part.attributes ?? {}).filter((name) => !marks[name.replace(/--[\w+/=]{8}$/, '')])
    if (foreign.length > 0) drop.push({ at, length, names: Object.fromEntries(foreign.map((name) => [name, null])) })
    at += length
  }
  for (const { at: from, length, names } of drop) text.format(from, length, names)
  for (const place of embeds.reverse()) text.delete(place, 1)
  taken += drop.length + embeds.length
  return taken
}

/**
 * The claims whose words a change touched, by number; 0 stands for words that are of no claim yet. Asked within the
 * change's own events, so a deletion is known by the words it stood beside.
 */
export function touchedClaims(events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): Set<number> {
  const touched = new Set<number>()
  for (const event of events) {
    if (!(event instanceof Y.YTextEvent)) continue
    const marks = claimsAt(event.target as unknown as Y.XmlText)
    let at = 0
    for (const part of event.delta) {
      if (part.retain !== undefined) {
        if (part.attributes !== undefined) touched.add(marks(at))
        at += part.retain
      } else if (typeof part.insert === 'string') {
        touched.add(claimOf(part.attributes as Marks))
        at += part.insert.length
      } else if (part.delete !== undefined) touched.add(marks(at))
    }
  }
  return touched
}

type Marks = { claim?: { number?: unknown } } | undefined

function claimOf(marks: Marks): number {
  const number = marks?.claim?.number
  return typeof number === 'number' && Number.isSafeInteger(number) && number > 0 ? number : 0
}

/** Which claim's words stand before a place in a text; at its start, behind it. */
function claimsAt(text: Y.XmlText): (at: number) => number {
  const parts = text.toDelta() as { insert: string; attributes?: Marks }[]
  return (at) => {
    let to = 0
    for (const part of parts) {
      to += part.insert.length
      if (to >= at && (at > 0 || to > 0)) return claimOf(part.attributes)
    }
    return claimOf(parts.at(-1)?.attributes)
  }
}
