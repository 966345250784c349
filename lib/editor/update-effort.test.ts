import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { applyAsOwn } from './shared-document.ts'
import { applyKept } from './shared-slices.ts'
import { isLight } from './update-effort.ts'
import { orderParts } from './update-order.ts'
import { readParts } from './update-parts.ts'

const KNOWN = { root: 'text', isElement: () => true, isMark: () => true }
const ANY = { count: 1e9, cuts: 1e9, foreign: 1e9 }

function run<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}
function lightIs(doc: Y.Doc, update: Uint8Array): boolean {
  const read = run(readParts(update, KNOWN, ANY))
  return run(isLight(doc, read, run(orderParts(doc, read, 20)).parts))
}
const copyOf = (doc: Y.Doc, id: number) => {
  const copy = new Y.Doc()
  copy.clientID = id
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

function paragraph(words: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph')
  element.setAttribute('blockId', 'b')
  element.insert(0, [new Y.XmlText(words)])
  return element
}

/** A text whose letters are a part each. */
function letters(count: number): { doc: Y.Doc; text: Y.XmlText } {
  const doc = new Y.Doc()
  doc.clientID = 1
  const text = new Y.XmlText()
  doc.getXmlFragment('text').insert(0, [text])
  doc.transact(() => {
    for (let n = 0; n < count; n++) text.insert(n, 'x', { claim: { number: 1 + (n % 2) } })
  })
  return { doc, text }
}

const update = (doc: Y.Doc, change: (doc: Y.Doc) => void) => {
  const copy = copyOf(doc, 2)
  const before = Y.encodeStateVector(copy)
  copy.transact(() => change(copy))
  return Y.encodeStateAsUpdate(copy, before)
}
const textIn = (doc: Y.Doc) => doc.getXmlFragment('text').get(0) as Y.XmlText

describe('what a person does at one moment is light, however long the text is', () => {
  const { doc } = letters(3_000)
  test.each<[string, (doc: Y.Doc) => void]>([
    ['a word in the middle', (one) => textIn(one).insert(1_500, 'word')],
    [
      'letters at the front, one before the other',
      (one) => {
        for (const x of 'abcdef') textIn(one).insert(0, x)
      },
    ],
    [
      'letters one after the other',
      (one) => {
        for (const [n, x] of [...'abcdef'].entries()) textIn(one).insert(7 + n, x)
      },
    ],
    [
      'paragraphs at the end',
      (one) =>
        one.getXmlFragment('text').insert(
          1,
          Array.from({ length: 40 }, () => paragraph('a')),
        ),
    ],
    [
      '… at the front',
      (one) =>
        one.getXmlFragment('text').insert(
          0,
          Array.from({ length: 40 }, () => paragraph('a')),
        ),
    ],
    ['a mark', (one) => textIn(one).format(100, 700, { claim: { number: 9 } })],
    ['words taken out', (one) => textIn(one).delete(100, 2_000)],
    [
      'an attribute set again and again',
      (one) => {
        const [block] = [paragraph('a')]
        one.getXmlFragment('text').insert(1, [block])
        for (let n = 0; n < 30; n++) block.setAttribute('blockId', String(n))
      },
    ],
  ])('%s', (_, change) => {
    expect(lightIs(doc, update(doc, change))).toBe(true)
  })
})

test('parts that must each find their place among thousands are not light', () => {
  const { doc, text } = letters(3_000)
  const ids: Y.ID[] = []
  for (let at = text._start; at !== null; at = at.right) if (at.content instanceof Y.ContentString) ids.push(at.id)
  // Each says it lies between the first letter and one of the last, as no one's typing does.
  const bytes = [1, 200, 1, 7, 0]
  const int = (value: number) => {
    let left = value
    for (; left > 127; left >>= 7) bytes.push(128 | (left & 127))
    bytes.push(left)
  }
  for (let n = 0; n < 200; n++) {
    bytes.push(4 | 64 | 128)
    const [left, right] = [ids[0], ids.at(-1 - n)]
    for (const id of [left, right]) for (const part of [id?.client ?? 0, id?.clock ?? 0]) int(part)
    bytes.push(1, 97)
  }
  bytes.push(0)
  const forged = new Uint8Array(bytes)
  expect(Y.decodeUpdate(forged).structs).toHaveLength(200)
  expect(lightIs(doc, forged)).toBe(false)
})

test('a state in slices says what it says at once', () => {
  const words = fc.string({ maxLength: 6 }).map((text) => text.replaceAll(/[\ud800-\udfff]/g, 'u'))
  const act = fc.tuple(fc.nat(5), fc.nat(200), words)
  fc.assert(
    fc.property(fc.array(fc.array(act, { maxLength: 12 }), { minLength: 1, maxLength: 6 }), (turns) => {
      const base = letters(8).doc
      const writers = [copyOf(base, 11), copyOf(base, 12), copyOf(base, 13)]
      for (const [n, acts] of turns.entries()) {
        const writer = writers[n % 3] as Y.Doc
        writer.transact(() => {
          for (const one of acts) change(writer, one)
        })
        const other = writers[(n + 1) % 3] as Y.Doc
        Y.applyUpdate(other, Y.encodeStateAsUpdate(writer))
      }
      // Longer than what is applied at once.
      writers[0]?.getXmlFragment('text').push([paragraph('x'.repeat(70_000))])
      const state = Y.mergeUpdates(writers.map((doc) => Y.encodeStateAsUpdate(doc)))
      const [whole, sliced] = [copyOf(base, 20), copyOf(base, 21)]
      applyAsOwn(whole, state)
      let slices = 0
      sliced.on('update', () => slices++)
      run(applyKept(sliced, state, null))
      expect(slices).toBeGreaterThan(0)
      expect(sliced.getXmlFragment('text').toString()).toBe(whole.getXmlFragment('text').toString())
      expect(sliced.store.pendingStructs).toBeNull()
    }),
    { numRuns: 200 },
  )
})

function change(doc: Y.Doc, [what, place, words]: [number, number, string]): void {
  const root = doc.getXmlFragment('text')
  const text = root.toArray().find((child) => child instanceof Y.XmlText) as Y.XmlText
  const at = place % (text.length + 1)
  if (what === 0) root.insert(place % (root.length + 1), [paragraph(words)])
  else if (what === 1 && at < text.length) text.delete(at, Math.min(3, text.length - at))
  else if (what === 2 && at < text.length) text.format(at, 1, { claim: { number: place } })
  else if (words !== '') text.insert(at, words)
}
