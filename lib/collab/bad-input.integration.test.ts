import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { endSession, openSession } from '@/lib/data/desk/user.ts'
import { openDesk, type TestDesk } from '@/lib/data/testing/desk.ts'
import { ownDatabase } from '@/lib/data/testing/fresh-database.ts'
import { LIVE_CLOSE, readLiveMessage } from '@/lib/domain/desk/live-message.ts'
import { MOST_OF_A_PERSON } from './door.ts'
import { DeskClients } from './testing/desk-clients.ts'
import { cookieOf, LiveServer } from './testing/live-server.ts'
import { authMessage, awarenessMessage, updateMessage } from './testing/raw-message.ts'

const at = ownDatabase()
let server: LiveServer
let desk: TestDesk
let other: TestDesk
let pages: DeskClients
const raw: WebSocket[] = []

beforeAll(async () => {
  server = await LiveServer.open({ databaseUrl: at.url, workingLimit: 100_000 })
  desk = await openDesk(at.db, 'Mill')
  other = await openDesk(at.db, 'Quarry')
})
afterAll(() => server?.close())
beforeEach(() => {
  pages = new DeskClients(server, desk)
})
afterEach(async () => {
  pages.closeAll()
  for (const socket of raw.splice(0)) socket.terminate()
  // Whatever was sent, the server goes on serving.
  const page = await pages.of('viewer')
  expect(page.words).toContain('people were killed')
  pages.closeAll()
})

/** How a bare socket ends; an upgrade that was refused gives what the server answered. */
async function ending(headers: Record<string, string>, talk?: (socket: WebSocket) => void): Promise<string> {
  const socket = new WebSocket(server.url, { headers })
  raw.push(socket)
  return new Promise((resolve) => {
    socket.on('unexpected-response', (_, { statusCode }) => resolve(`refused ${statusCode}`))
    socket.on('close', (code) => resolve(`closed ${code}`))
    socket.on('error', () => {})
    socket.on('open', () => talk?.(socket))
  })
}
const editor = () => server.headersOf(desk.seats.editor.session)

describe('who is not let in', () => {
  test('a page of another origin, or of none', async () => {
    const { Cookie = '' } = await editor()
    for (const Origin of ['https://evil.example', 'null', `${server.origin}.evil.example`, 'file://', ''])
      expect(await ending({ Cookie, ...(Origin && { Origin }) })).toBe('refused 403')
    expect(await ending({ Cookie, Origin: server.origin, Host: 'evil.example' })).toBe('refused 403')
  })

  test('no session, a forged one, one that expired, one for another purpose', async () => {
    const Origin = server.origin
    const { session } = desk.seats.editor
    const none = [
      '',
      'next-auth.session-token=',
      'next-auth.session-token=%E0%A4%A',
      'next-auth.session-token=eyJhbGciOiJub25lIn0.e30.',
      await cookieOf(session, 'another secret'),
      await cookieOf(session, undefined, -60),
      (await cookieOf(session)).replace('session-token', 'csrf-token'),
    ]
    for (const Cookie of none) expect(await ending({ Origin, Cookie })).toBe('refused 401')
  })

  test('a session that was signed out, whose cookie still reads well', async () => {
    const sessionId = await openSession(at.db, desk.seats.checker.userId, 600)
    const session = { userId: desk.seats.checker.userId, sessionId }
    await endSession(at.db, session)
    expect((await (await pages.knocking(session)).closedWith()).code).toBe(LIVE_CLOSE.signedOut.code)
  })

  test.each([
    ['an article of another desk', () => other.articleId],
    ['an article that is not there', () => '00000000-0000-4000-8000-000000000000'],
    ['what is no article’s id', () => '../../etc/passwd'],
    ['a name with a zero byte', () => `${desk.articleId}\u0001`],
    ['an empty name', () => ''],
  ])('%s: nothing is told of it', async (_, article) => {
    const page = await pages.knocking(desk.seats.owner.session, { article: article() })
    const { code, reason } = await page.closedWith()
    expect([LIVE_CLOSE.forbidden.code, LIVE_CLOSE.garbage.code]).toContain(code)
    expect(reason).not.toMatch(/exist|Quarry/)
    expect(page.words).toBe('')
  })

  test('more windows than a person needs', async () => {
    const headers = await editor()
    const endings = Array.from({ length: 1_000 }, () => ending(headers))
    const refused: string[] = []
    for (const one of endings) void one.then((how) => refused.push(how))
    await vi.waitFor(() => expect(refused.length).toBe(1_000 - MOST_OF_A_PERSON), { timeout: 30_000 })
    expect(new Set(refused)).toEqual(new Set(['refused 429']))
    for (const socket of raw.splice(0)) socket.terminate()
    await vi.waitFor(async () => expect((await pages.of('editor')).words).not.toBe(''))
  })
})

describe('what is not taken in', () => {
  test('an edit of a viewer', async () => {
    const [eve, ann] = [await pages.of('viewer'), await pages.of('editor')]
    eve.insert('never ', 3)
    ann.insert('well ', 3)
    await ann.acknowledged()
    await vi.waitFor(() => expect(eve.words).toContain('well '))
    expect(ann.words).not.toContain('never')
    expect(eve.isAcknowledged).toBe(false)
    expect(await at.db.workingUpdate.count({ where: { memberId: desk.seats.viewer.memberId } })).toBe(0)
  })

  test.each<[string, () => Uint8Array | string]>([
    ['text instead of bytes', () => 'hello'],
    ['no bytes', () => new Uint8Array(0)],
    ['bytes without a meaning', () => new Uint8Array([255, 255, 255, 255, 255, 255, 255])],
    ['an update that is no Yjs', () => updateMessage(desk.articleId, new Uint8Array([9, 9, 9, 250, 1, 2, 3]))],
    [
      'an update that ends in the middle',
      () => updateMessage(desk.articleId, Y.encodeStateAsUpdate(aText()).slice(0, 12)),
    ],
    ['a message for another article', () => updateMessage(other.articleId, Y.encodeStateAsUpdate(aText()))],
    ['a message of an unknown kind of sync', () => updateMessage(desk.articleId, new Uint8Array([1]), 77)],
    ['10 MB at once', () => new Uint8Array(10 * 1024 * 1024)],
  ])('%s: the connection ends, and nothing is kept', async (_, what) => {
    const before = await at.db.workingUpdate.count()
    const how = await ending(await editor(), (socket) => {
      socket.send(authMessage(desk.articleId))
      socket.send(what())
    })
    expect(how).toMatch(/^closed (4400|1009|1006)$/)
    expect(await at.db.workingUpdate.count()).toBe(before)
  })

  test('1,001 messages before it is said whose they are', async () => {
    const how = await ending(await editor(), (socket) => {
      for (let n = 0; n < 1_001; n++) socket.send(updateMessage(desk.articleId, new Uint8Array([0, 0])))
    })
    expect(how).toMatch(/^closed (4205|4400|4408|4429)$/)
  })

  test('thousands of messages at once', async () => {
    const page = await pages.of('editor')
    for (let n = 0; n < 5_000; n++)
      page.provider.configuration.websocketProvider.send(updateMessage(desk.articleId, new Uint8Array([0, 0])))
    expect(await page.closedWith()).toEqual(LIVE_CLOSE.flooding)
  })

  test('more than the text has room for; what was typed is not acknowledged', async () => {
    const ann = await pages.of('editor')
    ann.insert('x'.repeat(150_000), 3)
    expect(await ann.closedWith()).toEqual(LIVE_CLOSE.full)
    expect(ann.isAcknowledged).toBe(false)
    expect((await pages.of('checker')).words.length).toBeLessThan(1_000)
  })

  test('nodes and marks that are no part of an article are taken out, and it is said', async () => {
    const [ann, ben] = [await pages.of('editor'), await pages.of('checker')]
    ann.doc.transact(() => {
      const script = new Y.XmlElement('script')
      script.insert(0, [new Y.XmlText('alert(1)')])
      const nested = new Y.XmlElement('paragraph')
      nested.insert(0, [new Y.XmlElement('paragraph')])
      ann.text.insert(0, [script, nested])
      ann.paragraph.format(0, 5, { link: { href: 'javascript:alert(1)' } })
      ann.paragraph.insertEmbed(0, { image: 'https://evil.example/x.png' })
    })
    for (const page of [ann, ben]) {
      const said = await page.told((payload) => readLiveMessage(payload)?.type === 'cleaned')
      expect(JSON.parse(said).parts).toBeGreaterThanOrEqual(3)
      await vi.waitFor(() => expect(page.text.toString()).not.toMatch(/script|javascript|evil|<paragraph><paragraph/))
      expect(page.words).toContain('people were killed')
    }
  })
})

describe('presence is as the server says', () => {
  test('no one is someone else, whatever their page says', async () => {
    const [ann, eve] = [await pages.of('editor'), await pages.of('viewer')]
    eve.provider.setAwarenessField('user', { memberId: desk.seats.owner.memberId, name: 'The owner' })
    eve.provider.setAwarenessField('claim', 3)
    eve.provider.setAwarenessField('note', 'x'.repeat(100))
    await vi.waitFor(() => {
      const seen = ann.provider.awareness?.getStates().get(eve.doc.clientID)
      expect(seen).toEqual({ claim: 3, user: { memberId: desk.seats.viewer.memberId, name: 'Mill viewer' } })
    })
  })

  test('no one speaks for another’s window', async () => {
    const [ann, ben] = [await pages.of('editor'), await pages.of('checker')]
    ann.provider.setAwarenessField('claim', 2)
    await vi.waitFor(() => expect(ben.provider.awareness?.getStates().get(ann.doc.clientID)?.claim).toBe(2))
    const eve = await pages.of('viewer')
    const forged = awarenessMessage(desk.articleId, ann.doc.clientID, 1_000, { claim: 5 })
    eve.provider.configuration.websocketProvider.send(forged)
    eve.provider.setAwarenessField('claim', 4)
    await vi.waitFor(() => expect(ben.provider.awareness?.getStates().get(eve.doc.clientID)?.claim).toBe(4))
    expect(ben.provider.awareness?.getStates().get(ann.doc.clientID)?.claim).toBe(2)
  })

  test('a state that is too large is not passed on', async () => {
    const [ann, eve] = [await pages.of('editor'), await pages.of('viewer')]
    eve.provider.setAwarenessField('cursor', 'x'.repeat(100_000))
    eve.provider.setAwarenessField('cursor', null)
    await vi.waitFor(() => expect(ann.provider.awareness?.getStates().get(eve.doc.clientID)?.cursor).toBeNull())
  })
})

function aText(): Y.Doc {
  const doc = new Y.Doc()
  doc.getXmlFragment('text').insert(0, [new Y.XmlElement('paragraph')])
  return doc
}
