import { beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { draftBlocks } from '@/lib/editor/draft-document.ts'
import { galleyDocument } from '@/lib/editor/galley-document.ts'
import { documentOfShared, newShared, sharedOf } from '@/lib/editor/shared-document.ts'
import type { StandingArticle } from '../article/standing.ts'
import { recordWording } from '../revision/wording.ts'
import { as, claimNow, openDesk, type TestDesk } from '../testing/desk.ts'
import { ownDatabase } from '../testing/fresh-database.ts'
import { UpdateLog } from './update-log.ts'
import {
  foldWorking,
  keepRebase,
  openWorking,
  readRecordedMeanwhile,
  readTouches,
  readWorking,
  rebaseWorking,
} from './working.ts'

const at = ownDatabase()
let desk: TestDesk
let count = 0
beforeEach(async () => {
  count += 1
  desk = await openDesk(at.db, `Mill${count}`)
})

const begin = ({ layout, texts }: StandingArticle) =>
  newShared(galleyDocument(layout.blocks, (n) => texts.get(n) ?? ''))
const reader = () => as(at.db, desk, 'checker')
const allOf = async () => {
  const kept = await readWorking(at.db, await reader())
  return sharedOf([kept?.state ?? new Uint8Array(), ...(kept?.updates ?? []).map(({ update }) => update)])
}
/** An update that adds a word to a map beside the text: what it is does not matter to what keeps it. */
const word = (name: string) => {
  const doc = new Y.Doc()
  doc.getMap('words').set(name, true)
  return Y.encodeStateAsUpdate(doc)
}
const wordsOf = async () => [...(await allOf()).getMap('words').keys()].sort()

test('servers that begin a working text at the same moment get one and the same', async () => {
  const article = await reader()
  const begun = await Promise.all(Array.from({ length: 8 }, () => openWorking(at.db, article, begin)))
  expect(new Set(begun.map(({ state }) => Buffer.from(state).toString('hex'))).size).toBe(1)
  expect(begun[0]?.baseRevision).toBe(1)
})

describe('the log', () => {
  test('keeps what is taken in, in one commit for many, and says so after it', async () => {
    const article = await reader()
    await openWorking(at.db, article, begin)
    const log = new UpdateLog(at.url)
    const { articleId, memberId } = article
    let durable = 0
    for (let n = 0; n < 500; n++) {
      log.append({ articleId, memberId, update: word(`w${n}`), claims: [2, n % 3] })
      log.whenDurable(articleId, () => {
        durable += 1
      })
    }
    expect(durable).toBe(0)
    await log.settled()
    expect(durable).toBe(500)
    expect(await wordsOf()).toHaveLength(500)
    expect((await readTouches(at.db, article)).map(({ claim }) => claim).sort()).toEqual([0, 1, 2])
    await log.close()
  })

  test('while the database is away acknowledges nothing, and goes on when it is back', async () => {
    const article = await reader()
    await openWorking(at.db, article, begin)
    const log = new UpdateLog(at.url)
    const { articleId, memberId } = article
    // Every connection of the log is broken again and again, as a database that restarts breaks them.
    const breaking = (async () => {
      for (let n = 0; n < 10; n++) {
        await at.db.$executeRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()
          AND datname = current_database() AND query LIKE '%WorkingUpdate%'`
        await new Promise((resolve) => setImmediate(resolve))
      }
    })().catch(() => {})
    for (let n = 0; n < 200; n++) {
      log.append({ articleId, memberId, update: word(`w${n}`), claims: [] })
      await new Promise((resolve) => setImmediate(resolve))
    }
    await breaking
    await log.settled()
    expect(await wordsOf()).toHaveLength(200)
    await log.close()
  })
})

test('folding loses nothing, whatever comes in meanwhile, and two servers fold one after the other', async () => {
  const article = await reader()
  await openWorking(at.db, article, begin)
  const log = new UpdateLog(at.url)
  const { articleId, memberId } = article
  const merge = (state: Uint8Array, updates: Uint8Array[]) => Y.encodeStateAsUpdate(sharedOf([state, ...updates]))
  for (let n = 0; n < 100; n++) {
    log.append({ articleId, memberId, update: word(`w${n}`), claims: [] })
    if (n % 10 === 9)
      await Promise.all([1, 2].map(() => foldWorking(at.db, article, { before: new Date(), keep: 0 }, merge)))
  }
  await log.settled()
  const before = new Date(Date.now() + 1_000)
  log.append({ articleId, memberId, update: word('last'), claims: [] })
  await log.settled()
  await foldWorking(at.db, article, { before, keep: 1 }, merge)
  expect((await readWorking(at.db, article))?.updates).toHaveLength(1)
  await foldWorking(at.db, article, { before, keep: 0 }, merge)
  expect((await readWorking(at.db, article))?.updates).toEqual([])
  expect(await wordsOf()).toHaveLength(101)
  await log.close()
})

test('of several servers that bring a text up to its article, one does', async () => {
  const article = await reader()
  const { state } = await openWorking(at.db, article, begin)
  const claim = await claimNow(at.db, desk, 4)
  await recordWording(at.db, await as(at.db, desk, 'editor'), {
    ...claim,
    text: 'It burned on 4 May 2021.',
    reason: 'Read',
  })
  const blocks = draftBlocks(documentOfShared(sharedOf([state])))
  const rebased = await rebaseWorking(at.db, article, { baseRevision: 1, blocks, segment: (text) => [text] })
  if (!rebased) throw new Error('nothing to do')
  expect(rebased.head).toBe(2)
  const tried = await Promise.all(
    Array.from({ length: 6 }, () => keepRebase(at.db, article, 1, rebased, word('rebased'))),
  )
  expect(tried.filter(Boolean)).toHaveLength(1)
  expect((await readWorking(at.db, article))?.updates).toHaveLength(1)
  expect(await rebaseWorking(at.db, article, { baseRevision: 2, blocks, segment: (text) => [text] })).toBeNull()
})

describe('a claim that was typed in and recorded again meanwhile', () => {
  /** Types `typed` in C-4 of the working text, records `recorded` of it, and brings the text up to that. */
  async function both(typed: string, recorded: string) {
    const article = await reader()
    const { state } = await openWorking(at.db, article, begin)
    const log = new UpdateLog(at.url)
    log.append({ articleId: article.articleId, memberId: article.memberId, update: word('typed'), claims: [4] })
    await log.settled()
    await log.close()
    const blocks = draftBlocks(documentOfShared(sharedOf([state]))).map(({ runs, ...block }) => ({
      ...block,
      runs: runs.map((run) => (run.hint === 4 ? { ...run, text: typed } : run)),
    }))
    await recordWording(at.db, await as(at.db, desk, 'editor'), {
      ...(await claimNow(at.db, desk, 4)),
      text: recorded,
      reason: 'Read',
    })
    const rebased = await rebaseWorking(at.db, article, { baseRevision: 1, blocks, segment: (text) => [text] })
    if (!rebased) throw new Error('nothing to do')
    await keepRebase(at.db, article, 1, rebased, word('rebased'))
    const said = rebased.target.blocks.flatMap(({ claims }) => claims).find(({ from }) => from[0] === 4)
    const touches = await readTouches(at.db, article)
    return { says: said?.text.trim(), open: await readRecordedMeanwhile(at.db, article, touches), touches }
  }

  test('says both where they are apart, and nothing is left to be looked at', async () => {
    const { says, open, touches } = await both('It burned down on 3 May 2021.', 'It burned on 3 May 2021, at night.')
    expect(says).toBe('It burned down on 3 May 2021, at night.')
    expect(open).toEqual([])
    expect(touches.map(({ claim, revision }) => [claim, revision])).toEqual([[4, 2]])
  })

  test('keeps what was typed where they meet, and gives what was recorded to whoever records it', async () => {
    const { says, open, touches } = await both('It burned on 9 May 2021.', 'It burned on 4 May 2021.')
    expect(says).toBe('It burned on 9 May 2021.')
    expect(open).toEqual([{ claim: 4, revision: 2, authorId: expect.any(String), text: 'It burned on 4 May 2021. ' }])
    expect(touches.find(({ claim }) => claim === 4)?.revision).toBe(1)
  })

  test('typed the same as was recorded: no one has typed anything any more', async () => {
    const { says, open, touches } = await both('It burned on 4 May 2021.', 'It burned on 4 May 2021.')
    expect(says).toBe('It burned on 4 May 2021.')
    expect(open).toEqual([])
    expect(touches).toEqual([])
  })
})

test('the working text of one desk is not another’s', async () => {
  await openWorking(at.db, await reader(), begin)
  const other = await openDesk(at.db, `Quarry${count}`)
  const stranger = await as(at.db, other, 'owner')
  expect(await readWorking(at.db, { ...stranger, articleId: desk.articleId })).toBeNull()
})
