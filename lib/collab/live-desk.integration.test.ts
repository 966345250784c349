import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { archiveArticle, bringBackArticle } from '@/lib/data/article/archiving.ts'
import { amendArticle } from '@/lib/data/article/detail.ts'
import { assess } from '@/lib/data/claim/assessment.ts'
import { endMember, endUser, setMemberRole } from '@/lib/data/desk/member.ts'
import { makePasswordLink, redeemPasswordLink } from '@/lib/data/desk/password.ts'
import { endSession } from '@/lib/data/desk/user.ts'
import { readWorking } from '@/lib/data/live/working.ts'
import { recordWording } from '@/lib/data/revision/wording.ts'
import { as, claimNow, openDesk, type TestDesk } from '@/lib/data/testing/desk.ts'
import { ownDatabase } from '@/lib/data/testing/fresh-database.ts'
import { LIVE_CLOSE, readLiveMessage } from '@/lib/domain/desk/live-message.ts'
import { atOnce } from '@/lib/domain/text/step.ts'
import { blocksOfWorking, wordsByClaim } from '@/lib/exchange/working-text.ts'
import { houseAuthority } from '../data/access.ts'
import { DeskClients } from './testing/desk-clients.ts'
import { LiveServer } from './testing/live-server.ts'

const at = ownDatabase()
let server: LiveServer
let desk: TestDesk
let pages: DeskClients
let count = 0

beforeAll(async () => {
  server = await LiveServer.open({ databaseUrl: at.url })
})
afterAll(() => server?.close())
beforeEach(async () => {
  count += 1
  desk = await openDesk(at.db, `Mill${count}`)
  pages = new DeskClients(server, desk)
})
afterEach(() => pages.closeAll())

const kept = async () => {
  const working = await readWorking(at.db, await as(at.db, desk, 'viewer'))
  if (!working) throw new Error('no working text')
  return { ...working, words: wordsByClaim(atOnce(blocksOfWorking(working))) }
}
const saying = (type: string) => (payload: string) => readLiveMessage(payload)?.type === type
const record = async (number: number, text: string) =>
  recordWording(at.db, await as(at.db, desk, 'editor'), {
    ...(await claimNow(at.db, desk, number)),
    text,
    reason: 'Read',
  })

describe('the text', () => {
  test('what one types is there for the other, and is kept before it is acknowledged', async () => {
    const [ann, ben] = [await pages.of('editor'), await pages.of('checker')]
    ann.insert('the very ', 3)
    ben.insert(' Nobody listened.')
    await Promise.all([ann.acknowledged(), ben.acknowledged()])
    expect((await kept()).words.get(2)).toBe('At the very least 12 people were killed in the mill. ')
    expect((await kept()).words.get(5)).toBe('The owner had been warned. Nobody listened.')
    await vi.waitFor(() => expect(ann.words).toBe(ben.words))
  })

  test('it is there again for whoever comes when everyone has left', async () => {
    const ann = await pages.of('editor')
    ann.insert('the very ', 3)
    await ann.acknowledged()
    pages.closeAll()
    await vi.waitFor(() => expect(server.desk.isOpen(desk.articleId)).toBe(false))
    expect((await pages.of('viewer')).words).toContain('At the very least 12')
  })

  test('what one types in the moment of leaving is kept, so that what another types in the midst of it is as well', async () => {
    const [ann, ben] = [await pages.of('editor'), await pages.of('checker')]
    ann.insert('the very ', 3)
    ann.disconnect()
    await vi.waitFor(() => expect(ben.words).toContain('At the very least 12'))
    ben.insert('so ', 7)
    await ben.acknowledged()
    expect((await kept()).words.get(2)).toBe('At the so very least 12 people were killed in the mill. ')
  })

  test('what was typed while away is merged on return', async () => {
    const [ann, ben] = [await pages.of('editor'), await pages.of('checker')]
    ann.disconnect()
    ann.insert('the very ', 3)
    ben.insert(' Nobody listened.')
    await ben.acknowledged()
    ann.reconnect()
    await vi.waitFor(() => expect(ann.isAcknowledged).toBe(true))
    await vi.waitFor(() => expect([ann.words, ben.words]).toEqual([ann.words, ann.words]))
    expect(ann.words).toMatch(/At the very least.*Nobody listened\.$/s)
  })

  test('who typed in which claim is known, and forgotten when the record says the same', async () => {
    const [ann, ben] = [await pages.of('editor'), await pages.of('checker')]
    ann.insert('the very ', 3)
    ben.insert('the bitter ', 3)
    await Promise.all([ann.acknowledged(), ben.acknowledged()])
    const told = await ann.told((payload) => {
      const said = readLiveMessage(payload)
      return said?.type === 'typists' && said.typists['2']?.length === 2
    })
    expect(JSON.parse(told).typists).toEqual({
      2: expect.arrayContaining([desk.seats.editor.memberId, desk.seats.checker.memberId]),
    })
    await record(2, (await kept()).words.get(2) ?? '')
    await ann.told((payload) => {
      const said = readLiveMessage(payload)
      return said?.type === 'typists' && Object.keys(said.typists).length === 0
    })
    expect(await at.db.workingTouch.count({ where: { articleId: desk.articleId } })).toBe(0)
  })
})

describe('the record goes on', () => {
  test('the text is brought up to it, and keeps what was typed', async () => {
    const ann = await pages.of('editor')
    ann.insert('the very ', 3)
    await ann.acknowledged()
    await record(4, 'It burned on 4 May 2021.')
    await record(2, 'At least 13 people were killed in the mill.')
    await vi.waitFor(() => expect(ann.words).toContain('It burned on 4 May 2021. The owner'))
    await vi.waitFor(async () => expect((await kept()).baseRevision).toBe(3))
    // Both changed it, in different places.
    expect((await kept()).words.get(2)).toBe('At the very least 13 people were killed in the mill. ')
    await record(2, 'About 13 people were killed in the mill.')
    await vi.waitFor(async () => expect((await kept()).baseRevision).toBe(4))
    // In the same place: the working text keeps its own words, which now differ from the record's.
    expect((await kept()).words.get(2)).toBe('At the very least 13 people were killed in the mill. ')
  })

  test('also where no one was there when it did', async () => {
    const ann = await pages.of('editor')
    ann.insert('the very ', 3)
    await ann.acknowledged()
    pages.closeAll()
    await vi.waitFor(() => expect(server.desk.isOpen(desk.articleId)).toBe(false))
    await record(4, 'It burned on 4 May 2021.')
    const ben = await pages.of('checker')
    expect(ben.words).toContain('At the very least 12')
    expect(ben.words).toContain('It burned on 4 May 2021.')
    expect((await kept()).baseRevision).toBe(2)
  })

  test('whoever is there is told that something was recorded, and nothing of what it was', async () => {
    const [ann, eve] = [await pages.of('editor'), await pages.of('viewer')]
    const hello = readLiveMessage(await eve.told(saying('hello')))
    const rationale = 'Two hospitals counted the same dead.'
    const claim = await claimNow(at.db, desk, 2)
    await assess(at.db, await as(at.db, desk, 'checker'), {
      ...claim,
      verdict: 'refuted',
      confidence: 'high',
      rationale,
    })
    for (const page of [ann, eve]) {
      const told = readLiveMessage(await page.told(saying('recorded')))
      expect(told).toEqual({ type: 'recorded', seq: hello?.type === 'hello' ? hello.seq + 1 : 0 })
      expect(page.stateless.join()).not.toMatch(/refuted|hospitals|assess/)
    }
  })
})

describe('a right that ends', () => {
  test('a member who may no longer write reads along', async () => {
    const ben = await pages.of('checker')
    ben.insert('the bitter ', 3)
    await ben.acknowledged()
    await setMemberRole(at.db, houseAuthority(desk.workspaceId), desk.seats.checker.memberId, 'viewer')
    expect(readLiveMessage(await ben.told(saying('role')))).toEqual({ type: 'role', readOnly: true })
    ben.insert('never ', 3)
    await record(4, 'It burned on 4 May 2021.')
    await vi.waitFor(() => expect(ben.words).toContain('4 May'))
    expect(ben.isAcknowledged).toBe(false)
    expect((await kept()).words.get(2)).toMatch(/^At the bitter least/)
  })

  test('a session that ends, and a member who is taken off the desk, are let go within a second', async () => {
    const [ben, eve] = [await pages.of('checker'), await pages.of('viewer')]
    await endSession(at.db, desk.seats.checker.session)
    expect((await ben.closedWith()).code).toBe(LIVE_CLOSE.signedOut.code)
    await at.db.user.update({ where: { id: desk.seats.viewer.userId }, data: { endedAt: new Date() } })
    expect((await eve.closedWith()).code).toBe(LIVE_CLOSE.signedOut.code)
  })

  test.each<[string, (desk: TestDesk) => Promise<unknown>]>([
    [
      'whose membership an owner ends',
      ({ workspaceId, seats }) => endMember(at.db, houseAuthority(workspaceId), seats.checker.memberId),
    ],
    ['whose account ends', ({ seats }) => endUser(at.db, seats.checker.userId)],
    [
      'who sets a new password by a link',
      async ({ seats }) =>
        redeemPasswordLink(at.db, await makePasswordLink(at.db, seats.checker.userId), 'another hash'),
    ],
  ])('a person %s is let go, and no one else', async (_what, happens) => {
    const [ben, eve] = [await pages.of('checker'), await pages.of('editor')]
    await happens(desk)
    expect((await ben.closedWith()).code).toBe(LIVE_CLOSE.signedOut.code)
    eve.insert('still here ', 3)
    await eve.acknowledged()
  })
})

describe('an article that is archived', () => {
  const readOnly = (wanted: boolean) => (payload: string) => {
    const said = readLiveMessage(payload)
    return said?.type === 'role' && said.readOnly === wanted
  }
  const owner = () => as(at.db, desk, 'owner')

  test('cannot be written in any more by anyone who has it open, and keeps what they wrote', async () => {
    const [ann, ben] = [await pages.of('editor'), await pages.of('owner')]
    ann.insert('the very ', 3)
    await ann.acknowledged()
    await archiveArticle(at.db, await owner(), { reason: 'Printed' })
    await Promise.all([ann.told(readOnly(true)), ben.told(readOnly(true))])
    ann.insert('never ', 3)
    ann.lookAt(7)
    await ben.seesSomeoneAt(7)
    expect(ann.isAcknowledged).toBe(false)
    expect(ben.words).not.toContain('never')
    expect((await kept()).words.get(2)).toBe('At the very least 12 people were killed in the mill. ')
  })

  test('is opened to be read, and can be written in again once it is back', async () => {
    await archiveArticle(at.db, await owner(), { reason: '' })
    const late = await pages.of('editor')
    expect(JSON.parse(await late.told(saying('hello')))).toMatchObject({ readOnly: true })
    await bringBackArticle(at.db, await owner(), { reason: '' })
    await late.told(readOnly(false))
    late.insert('the very ', 3)
    await late.acknowledged()
    expect((await kept()).words.get(2)).toContain('the very least')
  })

  test('what was typed in the moment it was archived goes out with what is typed after it is back', async () => {
    const ann = await pages.of('editor')
    await archiveArticle(at.db, await owner(), { reason: '' })
    await ann.told(readOnly(true))
    ann.insert('the very ', 3)
    await bringBackArticle(at.db, await owner(), { reason: '' })
    await ann.told(readOnly(false))
    ann.insert('so ', 3)
    await vi.waitFor(async () => expect((await kept()).words.get(2)).toContain('At so the very least 12'))
  })

  test('a text that is open goes by the article’s new language', async () => {
    const ann = await pages.of('editor')
    const article = await as(at.db, desk, 'editor')
    await amendArticle(at.db, article, { seq: article.seq, changes: { language: 'de' }, reason: '' })
    await record(4, 'It burned on 4 May 2021.')
    await vi.waitFor(() => expect(ann.words).toContain('4 May'))
  })
})
