import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { LayoutBlock } from '@/lib/domain/article/layout.ts'
import { atOnce } from '../domain/text/step.ts'
import { draftBlocks } from './draft-document.ts'
import { galleyDocument } from './galley-document.ts'
import {
  cleanShared,
  documentOfShared,
  isUpdate,
  KNOWN_PARTS,
  newShared,
  rewriting,
  sharedOf,
  textOfShared,
  touchedClaims,
} from './shared-document.ts'
import { HeadlessEditor } from './testing/headless-editor.ts'
import { updateOfCuts, updateOfParts } from './update-order.ts'
import { readParts } from './update-parts.ts'

const TEXTS = new Map([
  [1, 'At least 60'],
  [2, 'It burned. '],
  [3, 'It rained.'],
  [4, 'one'],
])
const block = (
  id: string,
  kind: LayoutBlock['kind'],
  claims: number[],
  more: Partial<LayoutBlock> = {},
): LayoutBlock => ({
  id,
  kind,
  open: '',
  close: '',
  claims,
  ...more,
})
const BLOCKS = [
  block('b1', 'infobox_field', [1], { label: 'Arrests' }),
  block('b2', 'paragraph', [2, 3]),
  block('b3', 'list_item', [4], { level: 2 }),
]
const document = (texts: ReadonlyMap<number, string> = TEXTS) => galleyDocument(BLOCKS, (n) => texts.get(n) ?? '')
const open = () => sharedOf([newShared(document())])
const paragraphOf = (shared: Y.Doc) => (textOfShared(shared).get(1) as Y.XmlElement).get(0) as Y.XmlText

test('an article as a shared document is the article, block by block and claim by claim', () => {
  expect(draftBlocks(documentOfShared(open()))).toEqual(draftBlocks(document()))
})

describe('rewriting', () => {
  test('changes what differs, and nothing that someone else is typing in', () => {
    const shared = open()
    const other = sharedOf([Y.encodeStateAsUpdate(shared)])
    atOnce(rewriting(shared, document(new Map([...TEXTS, [3, 'It snowed.']]))))
    paragraphOf(other).insert(3, 'all ')
    Y.applyUpdate(shared, Y.encodeStateAsUpdate(other))
    const [, { runs } = { runs: [] }] = draftBlocks(documentOfShared(shared))
    expect(runs).toEqual([
      { text: 'It all burned. ', hint: 2 },
      { text: 'It snowed.', hint: 3 },
    ])
  })

  test('to what stands there already changes nothing at all', () => {
    const shared = open()
    let changes = 0
    shared.on('update', () => {
      changes += 1
    })
    atOnce(rewriting(shared, document()))
    expect(changes).toBe(0)
  })

  test('gives any texts of the claims', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).map((text) => text.replaceAll('\0', ' '))
    fc.assert(
      fc.property(words, words, words, (two, three, four) => {
        const shared = open()
        const texts = new Map([...TEXTS, [2, two], [3, three], [4, four]])
        atOnce(rewriting(shared, document(texts)))
        expect(documentOfShared(shared)).toEqual(documentOfShared(sharedOf([newShared(document(texts))])))
      }),
      { numRuns: 100 },
    )
  })
})

describe('cleaning', () => {
  const clean = (change: (shared: Y.Doc) => void) => {
    const shared = open()
    shared.transact(() => change(shared))
    return [cleanShared(shared, null), draftBlocks(documentOfShared(shared))] as const
  }
  const AS_IT_WAS = draftBlocks(document())

  test('takes nothing from an article', () => expect(clean(() => {})).toEqual([0, AS_IT_WAS]))

  test.each<[string, (shared: Y.Doc) => void]>([
    ['a node of another schema', (shared) => textOfShared(shared).insert(0, [new Y.XmlElement('script')])],
    ['words outside of any block', (shared) => textOfShared(shared).insert(0, [new Y.XmlText('loose')])],
    [
      'a block within a block',
      (shared) => (textOfShared(shared).get(1) as Y.XmlElement).insert(1, [new Y.XmlElement('paragraph')]),
    ],
    ['a document within the document', (shared) => textOfShared(shared).insert(0, [new Y.XmlElement('doc')])],
    ['something set into the words', (shared) => paragraphOf(shared).insertEmbed(2, { image: 'x' })],
  ])('takes out %s', (_, change) => expect(clean(change)).toEqual([1, AS_IT_WAS]))

  test('takes a foreign mark off, and leaves its words and their claim', () => {
    const [taken, blocks] = clean((shared) => paragraphOf(shared).format(0, 4, { link: { href: 'javascript:x' } }))
    expect(taken).toBe(1)
    expect(blocks).toEqual(AS_IT_WAS)
  })
})

describe('whose words a change touched', () => {
  const touched = (change: (text: Y.XmlText) => void) => {
    const shared = open()
    let claims: number[] = []
    textOfShared(shared).observeDeep((events, transaction) => {
      claims = [...touchedClaims(events, transaction)]
    })
    shared.transact(() => change(paragraphOf(shared)))
    return claims
  }
  test.each<[string, number[], (text: Y.XmlText) => void]>([
    ['typed into a claim', [2], (text) => text.insert(3, 'all ')],
    ['typed at the end of the last', [3], (text) => text.insert(21, ' Hard.')],
    ['taken out of a claim', [3], (text) => text.delete(14, 3)],
    ['words of no claim', [0], (text) => text.insert(11, 'new ', { claim: null })],
    ['a claim named anew', [2], (text) => text.format(3, 4, { claim: { number: 9 } })],
  ])('%s', (_, expected, change) => expect(touched(change)).toEqual(expected))

  test('a paragraph that is broken in two is touched in none of its claims', () => {
    const shared = open()
    let claims: number[] = []
    textOfShared(shared).observeDeep((events, transaction) => {
      claims = [...touchedClaims(events, transaction)]
    })
    const editor = new HeadlessEditor(textOfShared(shared))
    let place = 0
    editor.state.doc.descendants((node, pos) => {
      if (node.isTextblock && node.textContent.startsWith('It burned. It')) place = pos + 1 + 'It burned. '.length
    })
    editor.select(place)
    editor.enter()
    expect(editor.state.doc.textContent).toContain('It burned. It rained.')
    expect(claims).toEqual([])
    editor.type('Then. ')
    expect(claims).toEqual([3])
  })

  test('an editor that types in one claim touches no other of its paragraph', () => {
    const shared = open()
    let claims: number[] = []
    textOfShared(shared).observeDeep((events, transaction) => {
      claims = [...touchedClaims(events, transaction)]
    })
    const parts = [
      { text: 'It burned twice. ', number: 2 },
      { text: 'It rained.', number: 3 },
    ]
    // What y-tiptap does with every keystroke: the words that differ, then the marks of all of them.
    shared.transact(() => {
      paragraphOf(shared).insert(9, ' twice')
      paragraphOf(shared).applyDelta(
        parts.map(({ text, number }) => ({ retain: text.length, attributes: { claim: { number } } })),
      )
    })
    expect(claims).toEqual([2])
  })
})

test('knows an update from other bytes', () => {
  expect(isUpdate(newShared(document()))).toBe(true)
  for (const bytes of [[], [1], [250, 1, 2], [9, 9, 9, 9]]) expect(isUpdate(new Uint8Array(bytes))).toBe(false)
})

test('a text that is put together again keeps the marks its writers see, in whatever pieces it was kept', () => {
  const shared = open()
  const begun = Y.encodeStateAsUpdate(shared)
  const before = Y.encodeStateVector(shared)
  paragraphOf(shared).format(0, 4, { claim: { number: 7 } })
  const change = Y.encodeStateAsUpdate(shared, before)
  const { structs, ds } = Y.decodeUpdate(change)
  expect([structs.length, ds.clients.size]).toEqual([2, 1])
  const parts = run(readParts(change, KNOWN_PARTS, { count: 9, cuts: 9, foreign: 0 }))
  const own = [...parts.parts.values()].flat()
  const pieces = [begun, updateOfParts(change, own), updateOfCuts(parts.cuts)]
  expect(draftBlocks(documentOfShared(sharedOf(pieces)))).toEqual(draftBlocks(documentOfShared(shared)))
})

function run<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

test('a text that is brought up to the record keeps blocks that someone is about to write in', () => {
  const shared = open()
  const editor = new HeadlessEditor(textOfShared(shared))
  let end = 0
  editor.state.doc.descendants((node, pos) => {
    if (node.isTextblock && node.textContent.startsWith('It burned.')) end = pos + 1 + node.content.size
  })
  editor.select(end)
  editor.enter()
  const before = documentOfShared(shared)
  expect(before.content?.some(({ content = [], type }) => type === 'paragraph' && content.length === 0)).toBe(true)
  atOnce(rewriting(shared, document()))
  expect(documentOfShared(shared)).toEqual(before)
})
