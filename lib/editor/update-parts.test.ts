import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { KNOWN_PARTS } from './shared-document.ts'
import { orderParts, updateOfCuts, updateOfParts } from './update-order.ts'
import { readParts, UnfitUpdate, type UpdateParts } from './update-parts.ts'

const ALL = { count: 1e9, cuts: 1e9, foreign: 1e9 }

function run<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}
const read = (update: Uint8Array, limits = ALL): UpdateParts => run(readParts(update, KNOWN_PARTS, limits))

/** Why something is not taken; 'fit' where it is. */
function verdict(work: () => unknown): string {
  try {
    work()
    return 'fit'
  } catch (error) {
    return error instanceof UnfitUpdate ? error.why : `fault ${error}`
  }
}

function made(change: (text: Y.XmlFragment, doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = 9
  doc.transact(() => change(doc.getXmlFragment('text'), doc))
  return Y.encodeStateAsUpdate(doc)
}
const block = (words = 'Rain', name = 'paragraph') => {
  const element = new Y.XmlElement(name)
  element.setAttribute('blockId', 'b1')
  element.insert(0, [new Y.XmlText(words)])
  return element
}
const marked = (words: string, marks: Record<string, unknown>) => {
  const text = new Y.XmlText()
  text.insert(0, words, marks)
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [text])
  return element
}

describe('what an update would add', () => {
  test.each<[string, Uint8Array, Partial<UpdateParts>]>([
    ['a paragraph', made((text) => text.insert(0, [block()])), { types: 2, foreign: 0, isMixed: true }],
    ['a claim', made((text) => text.insert(0, [marked('Rain', { claim: { number: 2 } })])), { foreign: 0 }],
    ['another mark', made((text) => text.insert(0, [marked('Rain', { link: { href: 'x' } })])), { foreign: 2 }],
    ['an unknown block', made((text) => text.insert(0, [block('x', 'table')])), { foreign: 1 }],
    ['a map beside the text', made((_, doc) => doc.getMap('notes').set('a', 1)), { foreign: 1, types: 0 }],
    ['words of emoji', made((text) => text.insert(0, [block('👩‍🚒 сгорел')])), { types: 2, foreign: 0 }],
    ['nothing', made(() => {}), { count: 0, types: 0, foreign: 0, isMixed: false }],
  ])('%s', (_, update, expected) => {
    expect(read(update)).toMatchObject(expected)
  })

  test('words typed in a paragraph that is there are not mixed', () => {
    const doc = new Y.Doc()
    Y.applyUpdate(
      doc,
      made((text) => text.insert(0, [block()])),
    )
    const before = Y.encodeStateVector(doc)
    ;((doc.getXmlFragment('text').get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(2, 'ai')
    expect(read(Y.encodeStateAsUpdate(doc, before))).toMatchObject({ count: 1, types: 0, isMixed: false })
  })

  test('has as many parts, ids and deletions as Yjs finds in it', () => {
    const change = fc.tuple(fc.nat(3), fc.nat(50), fc.string({ minLength: 1, maxLength: 8 }))
    fc.assert(
      fc.property(fc.array(change, { maxLength: 25 }), (changes) => {
        const update = made((text) => {
          for (const [what, place, words] of changes) {
            if (what === 0 || text.length === 0) text.insert(place % (text.length + 1), [block(words.toWellFormed())])
            else if (what === 1) text.delete(place % text.length, 1)
            else ((text.get(place % text.length) as Y.XmlElement).get(0) as Y.XmlText).insert(0, words.toWellFormed())
          }
        })
        const { structs, ds } = Y.decodeUpdate(update)
        const parts = [...read(update).parts.values()].flat()
        expect(parts.map(({ client, clock, length }) => [client, clock, length])).toEqual(
          structs.map(({ id, length }) => [id.client, id.clock, length]),
        )
        expect(read(update).cuts).toHaveLength([...ds.clients.values()].flat().length)
      }),
      { numRuns: 100 },
    )
  })
})

describe('is not read to the end', () => {
  const long = made((text) =>
    text.insert(
      0,
      Array.from({ length: 50 }, () => block()),
    ),
  )
  test.each<[string, Uint8Array, Partial<typeof ALL>, string]>([
    ['more parts than may be', long, { count: 100 }, 'large'],
    ['as many as may be', long, { count: 250 }, 'fit'],
    [
      'more foreign ones',
      made((text) =>
        text.insert(
          0,
          Array.from({ length: 9 }, () => block('x', 'b')),
        ),
      ),
      { foreign: 8 },
      'large',
    ],
    ['more deletions', updateOfCuts([1, 3, 5].map((clock) => ({ client: 1, clock, length: 1 }))), { cuts: 2 }, 'large'],
    ['a number of parts that is not there', new Uint8Array([1, 250, 1, 7, 0]), {}, 'garbage'],
    [
      'a claim of a thousand lists',
      made((text) => text.insert(0, [marked('a', { claim: { number: '['.repeat(3_000) } })])),
      {},
      'garbage',
    ],
    ['a document within the document', made((text) => text.insert(0, [marked('a', {})])), {}, 'fit'],
  ])('%s', (_, update, limits, expected) => {
    expect(verdict(() => read(update, { ...ALL, ...limits }))).toBe(expected)
  })

  test('any bytes are read or refused, and nothing else happens', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 60 }),
      fc.tuple(fc.nat(long.length - 1), fc.nat(255)).map(([at, byte]) => {
        const broken = long.slice()
        broken[at] = byte
        return broken
      }),
      fc.nat(long.length).map((length) => long.slice(0, length)),
    )
    fc.assert(
      fc.property(bytes, (update) => {
        const said = verdict(() => run(orderParts(new Y.Doc(), read(update), 8)))
        expect(['fit', 'large', 'garbage']).toContain(said)
        if (said === 'fit') expect(() => Y.applyUpdate(new Y.Doc(), update)).not.toThrow()
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('in the order in which it can be applied', () => {
  const nested = (depth: number) =>
    made((text) => {
      let at: Y.XmlFragment = text
      for (let n = 0; n < depth; n++) {
        const inner = new Y.XmlElement('list')
        at.insert(0, [inner])
        at = inner
      }
    })
  const ordered = (update: Uint8Array, doc = new Y.Doc()) => run(orderParts(doc, read(update), 8))

  test.each([
    [8, 'fit'],
    [9, 'large'],
    [30_000, 'large'],
  ])('%d blocks one within another: %s', (depth, expected) => {
    expect(verdict(() => ordered(nested(depth)))).toBe(expected)
  })

  test('a depth that is reached a little at a time is found, too', () => {
    const doc = new Y.Doc()
    let deep: Y.XmlFragment = doc.getXmlFragment('text')
    const said: string[] = []
    for (let n = 0; n < 10; n++) {
      const page = new Y.Doc()
      Y.applyUpdate(page, Y.encodeStateAsUpdate(doc))
      const before = Y.encodeStateVector(page)
      let at: Y.XmlFragment = page.getXmlFragment('text')
      while (at.length > 0) at = at.get(0) as Y.XmlElement
      at.insert(0, [new Y.XmlElement('list')])
      const update = Y.encodeStateAsUpdate(page, before)
      said.push(verdict(() => ordered(update, doc)))
      if (said.at(-1) === 'fit') Y.applyUpdate(doc, update)
      deep = at
    }
    expect(deep.length).toBe(1)
    expect(said).toEqual([...Array(8).fill('fit'), 'large', 'large'])
  })

  test('of two writers whose words rest on one another’s', () => {
    const [ann, ben] = [new Y.Doc(), new Y.Doc()]
    for (let n = 0; n < 20; n++) {
      const [one, other] = n % 2 ? [ann, ben] : [ben, ann]
      one.getXmlFragment('text').insert(0, [block(`w${n}`)])
      Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
    }
    const update = Y.encodeStateAsUpdate(ann)
    const { parts, cuts } = ordered(update)
    const doc = new Y.Doc()
    // One by one: none waits for another.
    for (const part of parts) {
      Y.applyUpdate(doc, updateOfParts(update, [part]))
      expect(doc.store.pendingStructs).toBeNull()
    }
    Y.applyUpdate(doc, updateOfCuts(cuts))
    expect(doc.getXmlFragment('text').toString()).toBe(ann.getXmlFragment('text').toString())
  })

  test('what rests on something that is nowhere is refused; what is there already is left out', () => {
    const doc = new Y.Doc()
    doc.getXmlFragment('text').insert(0, [block('one')])
    const [first, between] = [Y.encodeStateAsUpdate(doc), Y.encodeStateVector(doc)]
    doc.getXmlFragment('text').insert(1, [block('two')])
    const second = Y.encodeStateAsUpdate(doc, between)
    expect(verdict(() => ordered(second))).toBe('garbage')
    expect(ordered(first, doc).parts).toEqual([])
    const held = new Y.Doc()
    Y.applyUpdate(held, first)
    expect(ordered(Y.encodeStateAsUpdate(doc), held).parts).toHaveLength(ordered(second, held).parts.length)
    expect(verdict(() => ordered(updateOfCuts([{ client: 5, clock: 0, length: 1 }]), held))).toBe('garbage')
  })
})
