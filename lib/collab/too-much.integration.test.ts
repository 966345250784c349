import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { addArticle, openDesk, type TestDesk } from '@/lib/data/testing/desk.ts'
import { ownDatabase } from '@/lib/data/testing/fresh-database.ts'
import { LIVE_CLOSE } from '@/lib/domain/desk/live-message.ts'
import { MESSAGE_PARTS, MOST_WINDOWS, STATE_BYTES, TEXT_TYPES } from './live-limit.ts'
import { DeskClients } from './testing/desk-clients.ts'
import type { LiveClient } from './testing/live-client.ts'
import { LiveServer } from './testing/live-server.ts'
import { authMessage, awarenessMessage, updateMessage } from './testing/raw-message.ts'
import { firstParagraph } from './testing/words.ts'

/** Messages that would keep the server busy for seconds, or end it: each gets words, and no one else notices. */
const at = ownDatabase()
let server: LiveServer
let desk: TestDesk
let pages: DeskClients
const raw: WebSocket[] = []

beforeAll(async () => {
  server = await LiveServer.open({ databaseUrl: at.url })
})
afterAll(() => server?.close())
let count = 0
beforeEach(async () => {
  count += 1
  const shared = desk ?? (await openDesk(at.db, 'Weir'))
  desk = { ...shared, ...(await addArticle(at.db, shared, undefined, `The weir ${count}`)) }
  pages = new DeskClients(server, desk)
})
afterEach(() => {
  pages.closeAll()
  for (const socket of raw.splice(0)) socket.terminate()
})

/** A page's copy of the text, in which someone does something, and the message that says so. */
async function changed(by: LiveClient, change: (text: Y.XmlFragment, doc: Y.Doc) => void): Promise<Uint8Array> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(by.doc))
  const before = Y.encodeStateVector(doc)
  doc.transact(() => change(doc.getXmlFragment('text'), doc))
  return Y.encodeStateAsUpdate(doc, before)
}

async function send(...messages: Uint8Array[]): Promise<{ code: number; reason: string }> {
  const socket = new WebSocket(server.url, { headers: await server.headersOf(desk.seats.editor.session) })
  raw.push(socket)
  return new Promise((resolve, reject) => {
    socket.on('error', reject)
    socket.on('close', (code, reason) => resolve({ code, reason: String(reason) }))
    socket.on('open', () => {
      for (const message of [authMessage(desk.articleId), ...messages]) socket.send(message)
    })
  })
}

const element = (name: string, ...inside: (Y.XmlElement | Y.XmlText)[]) => {
  const made = new Y.XmlElement(name)
  if (inside.length > 0) made.insert(0, inside)
  return made
}
const paragraphs = (many: number) =>
  Array.from({ length: many }, (_, n) => element('paragraph', new Y.XmlText(`The gate ${n} was shut. `)))

function nested(text: Y.XmlFragment, name: string, depth: number): void {
  let at: Y.XmlFragment = text
  for (let n = 0; n < depth; n++) {
    const inner = element(name)
    at.insert(0, [inner])
    at = inner
  }
}

function bytes(...numbers: number[]): Uint8Array {
  const encoder = createEncoder()
  for (const number of numbers) writeVarUint(encoder, number)
  return toUint8Array(encoder)
}

describe('what is refused, in words, to its sender alone', () => {
  const { large, garbage } = LIVE_CLOSE
  test.each<[string, { code: number; reason: string }, (text: Y.XmlFragment, doc: Y.Doc) => void]>([
    ['quotations 3,000 deep', large, (text) => nested(text, 'quotation', 3_000)],
    ['lists 40 deep', large, (text) => nested(text, 'list', 40)],
    ['20,000 paragraphs', large, (text) => text.push(paragraphs(20_000))],
    [
      '25,000 claims of one letter',
      large,
      (text) => {
        const words = Array.from({ length: 25_000 }, (_, n) => ({ insert: 'a', attributes: { claim: { number: n } } }))
        firstParagraph(text).applyDelta(words)
      },
    ],
    ['1,000 scripts', large, (text) => text.push(Array.from({ length: 1_000 }, () => element('script')))],
    [
      '1,000 pictures among the words',
      large,
      (text) => firstParagraph(text).applyDelta(Array.from({ length: 1_000 }, () => ({ insert: { image: 'x' } }))),
    ],
    [
      'words under 1,000 marks',
      large,
      (text) => {
        for (let n = 0; n < 1_000; n++) firstParagraph(text).format(0, 2, { [`mark${n}`]: {} })
      },
    ],
    [
      '1,000 fields beside the text',
      large,
      (_, doc) => {
        for (let n = 0; n < 1_000; n++) doc.getMap(`field${n}`).set('a', 1)
      },
    ],
    [
      'an attribute that holds lists',
      garbage,
      (text) => {
        const made = element('paragraph')
        made.setAttribute('blockId', [[['a']]] as unknown as string)
        text.push([made])
      },
    ],
  ])('%s', async (_, end, change) => {
    const ann = await pages.of('checker')
    const words = ann.words
    expect(await send(updateMessage(desk.articleId, await changed(ann, change)))).toEqual(end)
    await staysAsItWas(ann, words)
  })

  test('words that rest on words which were never sent, and deletions of them', async () => {
    const ann = await pages.of('checker')
    const words = ann.words
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(ann.doc))
    const text = firstParagraph(doc.getXmlFragment('text'))
    text.insert(3, 'one ')
    const between = Y.encodeStateVector(doc)
    text.insert(7, 'two ')
    expect(await send(updateMessage(desk.articleId, Y.encodeStateAsUpdate(doc, between)))).toEqual(garbage)
    // No parts; of client 5, three clocks from the seventh on are deleted.
    expect(await send(updateMessage(desk.articleId, bytes(0, 1, 5, 1, 7, 3)))).toEqual(garbage)
    await staysAsItWas(ann, words)
  })

  test('parts that would each have to find their place among thousands', async () => {
    const ann = await pages.of('checker')
    const text = ann.paragraph
    for (let n = 0; n < 3_000; n++) text.insert(n, 'x', { claim: { number: 1 + (n % 2) } })
    await ann.acknowledged()
    const words = ann.words
    const ids: Y.ID[] = []
    for (let item = text._start; item !== null; item = item.right)
      if (item.content instanceof Y.ContentString) ids.push(item.id)
    const [first] = ids
    const forged = ids.slice(-500).flatMap(({ client, clock }) => [
      // A letter, with something left and right of it.
      4 | 64 | 128 | 256,
      first?.client ?? 0,
      first?.clock ?? 0,
      client,
      clock,
      1,
      97,
    ])
    const encoder = createEncoder()
    for (const number of [1, 500, 77, 0]) writeVarUint(encoder, number)
    // What a part is, and its letter, are one byte each.
    for (const [n, number] of forged.entries())
      if (n % 7 === 0) encoder.cbuf[encoder.cpos++] = number & 255
      else writeVarUint(encoder, number)
    writeVarUint(encoder, 0)
    expect(await send(updateMessage(desk.articleId, toUint8Array(encoder)))).toEqual(large)
    await staysAsItWas(ann, words)
  })

  test('a list of what a page has that is longer than any', async () => {
    const ann = await pages.of('checker')
    const vector = bytes(50_000, ...Array.from({ length: 50_000 }, (_, n) => [n + 1_000_000_000, 1]).flat())
    expect(vector.length).toBeGreaterThan(STATE_BYTES)
    expect(await send(updateMessage(desk.articleId, vector, 0))).toEqual(garbage)
    await staysAsItWas(ann, ann.words)
  })

  async function staysAsItWas(ann: LiveClient, words: string): Promise<void> {
    ann.insert('still ', 0)
    await ann.acknowledged()
    expect(ann.words).toBe(words.replace(/(?<=^|\n)(?=At least|x)/, 'still '))
    const ben = await pages.of('viewer')
    expect(ben.words).toBe(ann.words)
    expect(
      await at.db.workingUpdate.count({ where: { articleId: desk.articleId, memberId: desk.seats.editor.memberId } }),
    ).toBe(0)
  }
})

test('as many paragraphs as a message may bring are taken in, by everyone, and can be typed in', async () => {
  const [ann, ben] = [await pages.of('editor'), await pages.of('checker')]
  ann.text.push(paragraphs(9_000))
  await ann.acknowledged()
  await vi.waitFor(() => expect(ben.text.length).toBe(ann.text.length), { timeout: 20_000 })
  ben.insert('still ', 0)
  await ben.acknowledged()
  await vi.waitFor(() => expect(ann.words).toContain('still At least'))
  const eve = await pages.of('viewer')
  expect(eve.words).toBe(ben.words)
})

test('a text takes as many blocks as an article may have, however many messages bring them', async () => {
  const ann = await pages.of('editor')
  const many = 9_000
  for (let sent = 0; sent + 2 * many < TEXT_TYPES - 10; sent += 2 * many) {
    ann.text.push(paragraphs(many))
    await ann.acknowledged()
  }
  const held = ann.text.length
  ann.text.push(paragraphs(many))
  expect(await ann.closedWith()).toEqual(LIVE_CLOSE.full)
  expect(ann.isAcknowledged).toBe(false)
  const ben = await pages.of('checker')
  expect(ben.text.length).toBe(held)
  ben.insert('still ', 0)
  await ben.acknowledged()
})

test('one connection speaks for so many windows and no more', async () => {
  const [ann, eve] = [await pages.of('editor'), await pages.of('viewer')]
  for (let n = 0; n < 3 * MOST_WINDOWS; n++)
    eve.provider.configuration.websocketProvider.send(awarenessMessage(desk.articleId, 5_000 + n, 1, { claim: n }))
  eve.insert('never ', 0)
  ann.insert('still ', 0)
  await ann.acknowledged()
  const heard = () =>
    [...(ann.provider.awareness?.getStates().keys() ?? [])].filter((client) => client >= 5_000 && client < 5_100)
  await vi.waitFor(() => expect(heard().length).toBeGreaterThanOrEqual(MOST_WINDOWS - 1))
  expect(heard().length).toBeLessThanOrEqual(MOST_WINDOWS)
})

test('the limits leave room for what people do', () => {
  expect(MESSAGE_PARTS.count).toBeGreaterThanOrEqual(5 * 9_000)
})
