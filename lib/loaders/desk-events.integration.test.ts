import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { houseAuthority } from '@/lib/data/access.ts'
import { change } from '@/lib/data/clock.ts'
import { DeskTicks } from '@/lib/data/desk/ticks.ts'
import { endSession, openSession } from '@/lib/data/desk/user.ts'
import { recordWording } from '@/lib/data/revision/wording.ts'
import { addSource } from '@/lib/data/source/source.ts'
import { addArticle, as, claimNow, newsItem, openDesk, type TestDesk } from '@/lib/data/testing/desk.ts'
import { ownDatabase } from '@/lib/data/testing/fresh-database.ts'
import type { Role } from '@/lib/domain/desk/permission.ts'
import { newId } from '@/lib/platform/ids.ts'
import { followDesk } from './desk-events.ts'

const at = ownDatabase()
let ticks: DeskTicks
let desk: TestDesk
let desks = 0
const leave = new Set<AbortController>()

beforeAll(() => {
  ticks = new DeskTicks(at.db, at.url)
})
beforeEach(async () => {
  for (const open of leave) open.abort()
  leave.clear()
  desks += 1
  desk = await openDesk(at.db, `Mill${desks}`)
})
afterAll(async () => {
  for (const open of leave) open.abort()
  await ticks?.close()
})

type Asked = { by?: Role; of?: TestDesk; articleId?: string | null; accept?: string; lookAgain?: number }

function ask({
  by = 'viewer',
  of = desk,
  articleId = null,
  accept = 'text/event-stream',
  lookAgain = 15_000,
}: Asked = {}) {
  const gone = new AbortController()
  leave.add(gone)
  const request = new Request('http://any.invalid/', { headers: { accept }, signal: gone.signal })
  const ground = { workspaceId: of.workspaceId, articleId }
  return followDesk(desk.seats[by].session, ground, request, { db: at.db, ticks, lookAgain })
}

/** What a page that follows is told, as it comes. */
async function follow(asked: Asked = {}) {
  const response = await ask(asked)
  expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/)
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  const told: number[] = []
  const all = { text: '', ended: false }
  void (async () => {
    for (;;) {
      const { value, done } = await reader.read()
      if (done) break
      const text = new TextDecoder().decode(value)
      all.text += text
      for (const [, tick] of text.matchAll(/^data: (\d+)$/gm)) told.push(Number(tick))
    }
    all.ended = true
  })()
  await expect.poll(() => told.length, { interval: 5 }).toBe(1)
  return { told, all, reader }
}

const reword = async (text: string, of = desk) => {
  const claim = await claimNow(at.db, of, 3)
  return recordWording(at.db, await as(at.db, of, 'editor'), { ...claim, text, reason: 'Map' })
}
const soon = { timeout: 1_000, interval: 10 }
const settled = () => new Promise((resolve) => setTimeout(resolve, 400))

test('a change is told within a second, on whichever clock, and nothing of what it was', async () => {
  const { told, all } = await follow()
  const [first = 0] = told
  await reword('The mill stood by the canal.')
  await expect.poll(() => told.at(-1), soon).toBe(first + 1)
  await addSource(at.db, await as(at.db, desk, 'checker'), newsItem('An atlas'))
  await expect.poll(() => told.at(-1), soon).toBe(first + 2)
  await addArticle(at.db, desk, undefined, 'Another fire')
  await expect.poll(() => told.at(-1), soon).toBeGreaterThan(first + 2)
  expect(all.text).toMatch(/^(data: \d+\n\n)+$/)
  const plain = await (await ask({ accept: '*/*' })).json()
  expect(plain).toEqual({ desk: desk.workspaceId, tick: told.at(-1) })
})

test('who follows an article is told of it and its desk, not of other articles; a refused change is none', async () => {
  const other = { ...desk, ...(await addArticle(at.db, desk, undefined, 'Another fire')) }
  const { told } = await follow({ articleId: desk.articleId })
  const [first = 0] = told
  await reword('Elsewhere.', other)
  await expect(reword(' ')).rejects.toThrow()
  await settled()
  expect(told).toEqual([first])
  await reword('The mill stood by the canal.')
  await addSource(at.db, await as(at.db, desk, 'checker'), newsItem('An atlas'))
  await expect.poll(() => told.at(-1), soon).toBe(first + 2)
})

test('another desk’s changes are not told', async () => {
  const theirs = await openDesk(at.db, `Quarry${desks}`)
  const { told } = await follow()
  await reword('The quarry lay by the canal.', theirs)
  await addSource(at.db, await as(at.db, theirs, 'checker'), newsItem('Theirs'))
  await settled()
  expect(told).toHaveLength(1)
  const far = await follow({ articleId: theirs.articleId })
  await reword('The quarry lay by the river.', theirs)
  await settled()
  expect(far.told).toHaveLength(1)
})

test('every server hears of it, also of what was recorded while its ear was lost', async () => {
  const { told } = await follow()
  const elsewhere = new DeskTicks(at.db, at.url)
  const far: number[] = []
  const { workspaceId } = desk
  await elsewhere.follow({ workspaceId, articleId: null, userId: newId(), tick: (now) => far.push(now), access() {} })
  const [first = 0] = told
  await reword('The mill stood by the canal.')
  await expect.poll(() => [told.at(-1), far.at(-1)], soon).toEqual([first + 1, first + 1])
  const lost = await at.db.$queryRaw<unknown[]>`
    SELECT pg_terminate_backend("pid") FROM pg_stat_activity WHERE "datname" = current_database() AND "query" ILIKE 'listen%'`
  expect(lost.length).toBeGreaterThanOrEqual(2)
  await reword('The mill stood by the lake.')
  await expect.poll(() => [told.at(-1), far.at(-1)], { timeout: 20_000 }).toEqual([first + 2, first + 2])
  await elsewhere.close()
})

test('a stranger, someone of another desk, and what is no desk are refused', async () => {
  const theirs = await openDesk(at.db, `Quarry${desks}`)
  await expect(ask({ of: theirs })).rejects.toMatchObject({ code: 'not_found' })
  for (const workspaceId of [newId(), 'x', "'", desk.articleId])
    await expect(ask({ of: { ...desk, workspaceId } })).rejects.toMatchObject({ code: 'not_found' })
  await expect(ask({ articleId: 'x' })).rejects.toMatchObject({ code: 'not_found' })
  const request = new Request('http://any.invalid/', { headers: { accept: 'text/event-stream' } })
  const ground = { workspaceId: desk.workspaceId, articleId: null }
  await expect(followDesk(null, ground, request, { db: at.db, ticks })).rejects.toMatchObject({ code: 'signed_out' })
})

describe('it ends', () => {
  test('when the session does', async () => {
    const [mine, other] = [await follow({ by: 'checker' }), await follow({ by: 'owner' })]
    await endSession(at.db, desk.seats.checker.session)
    await expect.poll(() => mine.all.ended, soon).toBe(true)
    expect(other.all.ended).toBe(false)
    await expect(ask({ by: 'checker' })).rejects.toMatchObject({ code: 'signed_out' })
  })

  test('when the membership does', async () => {
    const { all } = await follow({ by: 'checker' })
    const { workspaceId } = desk
    const authority = houseAuthority(workspaceId)
    const what = { clockId: workspaceId, authority, ability: 'member.manage', kind: 'member.role_changed' } as const
    await change(at.db, what, async (ledger) => {
      await ledger.end('Member', [desk.seats.checker.memberId])
      return { value: undefined, details: { member: desk.seats.checker.memberId, to: 'checker' } }
    })
    await expect.poll(() => all.ended, soon).toBe(true)
  })

  test('when a session runs out, which no event tells', async () => {
    const { userId } = desk.seats.checker
    const session = { userId, sessionId: await openSession(at.db, userId, 1) }
    const seats = { ...desk.seats, checker: { ...desk.seats.checker, session } }
    desk = { ...desk, seats }
    const { all } = await follow({ by: 'checker', lookAgain: 50 })
    await expect.poll(() => all.text, soon).toContain(':\n\n')
    expect(all.ended).toBe(false)
    await expect.poll(() => all.ended, { timeout: 3_000 }).toBe(true)
  })

  test('when the page leaves; and one person may have twenty, which others do not feel', async () => {
    const open = await Promise.all(Array.from({ length: 20 }, () => follow({ by: 'checker' })))
    expect((await ask({ by: 'checker' })).status).toBe(429)
    await follow({ by: 'owner' })
    await open[0]?.reader.cancel()
    await expect.poll(async () => (await ask({ by: 'checker' })).status, soon).toBe(200)
  })
})
