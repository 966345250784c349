import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { openThread } from '@/lib/data/claim/thread.ts'
import { readWorking } from '@/lib/data/live/working.ts'
import { recordWording } from '@/lib/data/revision/wording.ts'
import { as, claimNow, openDesk, type TestDesk } from '@/lib/data/testing/desk.ts'
import { ownDatabase } from '@/lib/data/testing/fresh-database.ts'
import { readLiveMessage } from '@/lib/domain/desk/live-message.ts'
import { atOnce } from '@/lib/domain/text/step.ts'
import { blocksOfWorking, wordsByClaim } from '@/lib/exchange/working-text.ts'
import { openTemporaryRedis } from '@/lib/platform/testing/temporary-redis.ts'
import { DeskClients } from './testing/desk-clients.ts'
import { KillableServer } from './testing/killable-server.ts'
import type { LiveClient } from './testing/live-client.ts'

const at = ownDatabase()
let redis: Awaited<ReturnType<typeof openTemporaryRedis>>
let desk: TestDesk
let one: KillableServer
let two: KillableServer
let atOne: DeskClients
let atTwo: DeskClients

beforeAll(async () => {
  redis = await openTemporaryRedis()
  desk = await openDesk(at.db)
  const env = { DATABASE_URL: at.url, REDIS_URL: redis.url }
  ;[one, two] = await Promise.all([KillableServer.start(env), KillableServer.start(env)])
  atOne = new DeskClients(one, desk)
  atTwo = new DeskClients(two, desk)
})
afterEach(() => {
  atOne.closeAll()
  atTwo.closeAll()
})
afterAll(async () => {
  await Promise.all([one?.kill(), two?.kill()])
  await redis?.close()
})

const kept = async () => {
  const working = await readWorking(at.db, await as(at.db, desk, 'viewer'))
  if (!working) throw new Error('no working text')
  return wordsByClaim(atOnce(blocksOfWorking(working))).get(2) ?? ''
}
const sameWords = (...pages: LiveClient[]) =>
  vi.waitFor(() => expect(new Set(pages.map(({ words }) => words)).size).toBe(1), { timeout: 10_000 })

test('two people on two servers write in one text, and see one another', async () => {
  const [ann, ben] = [await atOne.of('editor'), await atTwo.of('checker')]
  for (let n = 0; n < 20; n++) {
    ann.insert(`a${n} `, 3)
    ben.insert(`b${n} `, 3)
  }
  await Promise.all([ann.acknowledged(), ben.acknowledged()])
  await sameWords(ann, ben)
  for (let n = 0; n < 20; n++) for (const who of ['a', 'b']) expect(ann.words).toContain(`${who}${n} `)
  ann.provider.setAwarenessField('claim', 2)
  await vi.waitFor(() =>
    expect(ben.provider.awareness?.getStates().get(ann.doc.clientID)).toMatchObject({
      claim: 2,
      user: { memberId: desk.seats.editor.memberId },
    }),
  )
})

test('what is recorded through any process is told on both, and one of them brings the text up to it', async () => {
  const [ann, ben] = [await atOne.of('editor'), await atTwo.of('checker')]
  const editor = await as(at.db, desk, 'editor')
  await openThread(at.db, editor, { ...(await claimNow(at.db, desk, 4)), quote: '', body: 'Which day?', mentions: [] })
  for (const page of [ann, ben]) await page.told((said) => readLiveMessage(said)?.type === 'recorded')
  const claim = await claimNow(at.db, desk, 4)
  await recordWording(at.db, editor, { ...claim, text: 'It burned on 4 May 2021.', reason: 'Register' })
  for (const page of [ann, ben])
    await vi.waitFor(() => expect(page.words.match(/It burned on 4 May 2021\./g)).toHaveLength(1), { timeout: 10_000 })
  await sameWords(ann, ben)
})

test('one server is killed in mid-edit: nothing acknowledged is lost, and its people go on at the other', async () => {
  const [ann, ben] = [await atOne.of('editor'), await atTwo.of('checker')]
  const safe: string[] = []
  for (let n = 0; n < 30; n++) {
    ann.insert(`k${n}. `, 3)
    ben.insert(`t${n}. `, 3)
    if (n % 5 !== 4) continue
    await ann.acknowledged()
    safe.push(`k${n}. `)
  }
  await one.kill()
  // Typed into the void, and kept by the page alone.
  ann.insert('after. ', 3)
  const again = await new DeskClients(two, desk).knocking(desk.seats.editor.session)
  await again.synced()
  // Also what the killed server had kept, and not passed on yet.
  await vi.waitFor(() => expect(safe.filter((words) => !again.words.includes(words))).toEqual([]), { timeout: 10_000 })
  // The page of the killed server connects to the other one with all it has.
  Y.applyUpdate(again.doc, Y.encodeStateAsUpdate(ann.doc))
  await again.acknowledged()
  await sameWords(again, ben)
  expect(await kept()).toContain('after. ')
  again.close()
})
