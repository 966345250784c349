import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { atOnce } from '../domain/text/step.ts'
import { galleyDocument } from '../editor/galley-document.ts'
import { documentOfShared, newShared, rewriting, sharedOf, textOfShared } from '../editor/shared-document.ts'
import { blocksOfWorking, type StoredText, withoutWords, wordsByClaim, wordsByMember } from './working-text.ts'

const TEXTS = new Map([
  [1, 'At least 330 died. '],
  [2, 'It burned.'],
])
const STATE = newShared(
  galleyDocument([{ id: 'b1', kind: 'paragraph', open: '', close: '', claims: [1, 2] }], (n) => TEXTS.get(n) ?? ''),
)
const CLAIM_1 = { claim: { number: 1 } }

/** Someone's window: what they see, and the updates they made. */
function person() {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, STATE)
  const made: Uint8Array[] = []
  doc.on('update', (update: Uint8Array, origin: unknown) => origin !== 'theirs' && made.push(update))
  const text = () => (textOfShared(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText
  return {
    made,
    type: (from: string, to: string) =>
      doc.transact(() => {
        const at = text()
          .toDelta()
          .map(({ insert }: { insert: string }) => insert)
          .join('')
          .indexOf(from)
        text().delete(at, from.length)
        text().insert(at, to, CLAIM_1)
      }),
    hear: (updates: readonly Uint8Array[]) => {
      for (const update of updates) Y.applyUpdate(doc, update, 'theirs')
    },
  }
}
const stored = (...rows: [string, readonly Uint8Array[]][]): StoredText => ({
  state: STATE,
  updates: rows.flatMap(([memberId, made]) => made.map((update) => ({ memberId, update }))),
})

describe('two people type over one number', () => {
  test('at once: what Yjs makes of it is no one’s, and each one’s own is found again', () => {
    const [ann, ben] = [person(), person()]
    ann.type('330', '324')
    ben.type('330', '312')
    const text = stored(['ann', ann.made], ['ben', ben.made])
    expect(wordsByClaim(atOnce(blocksOfWorking(text))).get(1)).toMatch(/^At least (324312|312324) died\. $/)
    const meant = atOnce(wordsByMember(text, ['ann', 'ben']))
    expect(meant.get('ann')?.get(1)).toBe('At least 324 died. ')
    expect(meant.get('ben')?.get(1)).toBe('At least 312 died. ')
  })

  test('one after the other: the second builds on the first', () => {
    const [ann, ben] = [person(), person()]
    ann.type('330', '324')
    ben.hear(ann.made)
    ben.type('324', '3240')
    const text = stored(['ann', ann.made], ['ben', ben.made])
    const meant = atOnce(wordsByMember(text, ['ann', 'ben']))
    expect(meant.get('ann')?.get(1)).toBe('At least 324 died. ')
    expect(meant.get('ben')?.get(1)).toBe('At least 3240 died. ')
  })

  test('and one only takes the other’s words out', () => {
    const [ann, ben] = [person(), person()]
    ann.type('died', 'were killed')
    ben.hear(ann.made)
    ben.type('were killed', '')
    const meant = atOnce(wordsByMember(stored(['ann', ann.made], ['ben', ben.made]), ['ann', 'ben']))
    expect(meant.get('ann')?.get(1)).toBe('At least 330 were killed. ')
    expect(meant.get('ben')?.get(1)).toBe('At least 330 . ')
  })
})

test('whose changes were folded into the state is not guessed at', () => {
  const [ann, ben] = [person(), person()]
  ben.type('330', '312')
  const meant = atOnce(wordsByMember(stored(['ben', ben.made]), ['ann', 'ben']))
  expect([...meant.keys()]).toEqual(['ben'])
  expect(ann.made).toEqual([])
})

test('what cannot be read is left out, and takes nothing else with it', () => {
  const ann = person()
  ann.type('330', '324')
  const text = stored(['eve', [new Uint8Array([250, 1, 2, 3]), new Uint8Array(0)]], ['ann', ann.made])
  expect(wordsByClaim(atOnce(blocksOfWorking(text))).get(1)).toBe('At least 324 died. ')
  expect(
    atOnce(wordsByMember(text, ['ann']))
      .get('ann')
      ?.get(1),
  ).toBe('At least 324 died. ')
})

describe('words that are taken out of a working text', () => {
  const secret = 'Hanne Bruun of Aarhus'
  const document = (text: string) => ({
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  })
  const bytesHold = (bytes: Uint8Array) => Buffer.from(bytes).includes(secret)

  test('are not in the state any more, and whoever has it open comes to say the same', () => {
    const state = newShared(document(`It was ${secret}, and ${secret} again.`))
    const open = sharedOf([state])
    const kept = withoutWords(state, [], [secret])
    expect(bytesHold(state)).toBe(true)
    expect(bytesHold(kept.state)).toBe(false)
    expect(bytesHold(kept.update ?? new Uint8Array())).toBe(false)
    if (kept.update) Y.applyUpdate(open, kept.update)
    const said = 'It was [redacted], and [redacted] again.'
    for (const shared of [open, sharedOf([kept.state]), sharedOf([kept.state, kept.update ?? kept.state])])
      expect(JSON.stringify(documentOfShared(shared))).toContain(said)
  })

  test('are not left in what was deleted before', () => {
    const state = newShared(document(`It was ${secret}.`))
    const shared = sharedOf([state])
    const updates: Uint8Array[] = []
    shared.on('update', (update: Uint8Array) => updates.push(update))
    atOnce(rewriting(shared, document('It was someone.')))
    const kept = withoutWords(state, updates, [secret])
    expect(kept.update).toBeNull()
    expect(bytesHold(kept.state)).toBe(false)
    expect(JSON.stringify(documentOfShared(sharedOf([kept.state])))).toContain('It was someone.')
  })

  test('are found 20,000 times over, between other words, in one change', () => {
    const many = 20_000
    const text = Array.from({ length: many }, (_, n) => `${n} ${secret};`).join(' ')
    const state = newShared(document(text))
    const open = sharedOf([state])
    const kept = withoutWords(state, [], [secret, secret.slice(0, 12)])
    if (kept.update) Y.applyUpdate(open, kept.update)
    const said = text.replaceAll(secret, '[redacted]')
    for (const shared of [open, sharedOf([kept.state])])
      expect(JSON.stringify(documentOfShared(shared)).includes(said)).toBe(true)
    expect(bytesHold(kept.state)).toBe(false)
  })

  test('stay where another claim says the same of itself, and leave the marks of theirs alone', () => {
    const texts = new Map([
      [1, `He met ${secret}. `],
      [2, `She met ${secret}.`],
    ])
    const state = newShared(
      galleyDocument([{ id: 'b1', kind: 'paragraph', open: '', close: '', claims: [1, 2] }], (n) => texts.get(n) ?? ''),
    )
    const kept = withoutWords(state, [], [`met ${secret}`, secret], new Set([2]))
    const words = wordsByClaim(atOnce(blocksOfWorking({ state: kept.state, updates: [] })))
    expect(words).toEqual(
      new Map([
        [1, 'He [redacted]. '],
        [2, `She met ${secret}.`],
      ]),
    )
  })
})
