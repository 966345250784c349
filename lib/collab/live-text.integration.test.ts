import { setImmediate as turn } from 'node:timers/promises'
import { Document } from '@hocuspocus/server'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Db } from '@/lib/data/db.ts'
import { UpdateLog } from '@/lib/data/live/update-log.ts'
import { readWorking } from '@/lib/data/live/working.ts'
import { recordWording } from '@/lib/data/revision/wording.ts'
import { as, claimNow, openDesk, type TestDesk } from '@/lib/data/testing/desk.ts'
import { ownDatabase } from '@/lib/data/testing/fresh-database.ts'
import { sharedOf } from '@/lib/editor/shared-document.ts'
import { LiveText, WORKING_LIMIT } from './live-text.ts'
import { firstParagraph, wordsOf } from './testing/words.ts'

const at = ownDatabase()
let desk: TestDesk
let log: UpdateLog
let count = 0
const opened: LiveText[] = []

beforeEach(async () => {
  count += 1
  desk = await openDesk(at.db, `Mill${count}`)
  log = new UpdateLog(at.url)
})
afterEach(async () => {
  for (const text of opened.splice(0)) await text.close()
  await log.close()
})

const reader = () => as(at.db, desk, 'editor')

async function open(db: Db = at.db) {
  const shared = new Document(desk.articleId)
  const of = { db, article: await reader(), language: 'en', log, limit: WORKING_LIMIT, alone: true }
  const text = await LiveText.open(of, shared)
  opened.push(text)
  return { text, shared, words: () => wordsOf(shared.getXmlFragment('text')) }
}

const record = async (number: number, text: string) =>
  recordWording(at.db, await reader(), { ...(await claimNow(at.db, desk, number)), text, reason: 'Read' })

const stored = async () => {
  const kept = await readWorking(at.db, await reader())
  return sharedOf(kept ? [kept.state, ...kept.updates.map(({ update }) => update)] : [])
}

/** A database whose transactions wait, once told to, until they are let go on. */
function heldDatabase() {
  const asked = Promise.withResolvers<void>()
  const going = Promise.withResolvers<void>()
  let holds = false
  const db = new Proxy(at.db, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (name !== '$transaction' || !holds || typeof value !== 'function') return value
      return async (...given: unknown[]) => {
        asked.resolve()
        await going.promise
        return value.apply(target, given)
      }
    },
  })
  const hold = () => {
    holds = true
  }
  return { db, hold, asked: asked.promise, letGo: () => going.resolve() }
}

test.each<[string, (shared: Document) => void, string]>([
  [
    'words typed into a claim',
    (shared) => firstParagraph(shared.getXmlFragment('text')).insert(3, 'very '),
    'At very least 12',
  ],
  [
    'a paragraph added at the end',
    (shared) => {
      const added = new Y.XmlElement('paragraph')
      added.insert(0, [new Y.XmlText('Nobody was ever charged.')])
      shared.getXmlFragment('text').push([added])
    },
    'Nobody was ever charged.',
  ],
  [
    'words put before the very claim that was recorded',
    (shared) => {
      const paragraph = firstParagraph(shared.getXmlFragment('text'))
      paragraph.insert(
        paragraph
          .toString()
          .replaceAll(/<[^>]*>/g, '')
          .indexOf('It burned'),
        'That summer: ',
      )
    },
    'That summer: ',
  ],
])('%s while the record is asked are there after the text was brought up to it', async (_, type, typed) => {
  const { db, hold, asked, letGo } = heldDatabase()
  const { text, shared, words } = await open(db)
  await record(4, 'It burned on 4 May 2021. ')
  hold()
  const rebasing = text.rebase()
  await asked
  type(shared)
  letGo()
  await rebasing
  expect(words()).toContain(typed)
  expect(words()).toContain('It burned on 4 May 2021.')
  expect(text.base).toBe(2)
  await log.settled()
  expect(wordsOf((await stored()).getXmlFragment('text'))).toBe(words())
})

test('what is on its way to the log as a text is opened is in it', async () => {
  const first = await open()
  const before = Y.encodeStateVector(first.shared)
  const page = sharedOf([Y.encodeStateAsUpdate(first.shared)])
  firstParagraph(page.getXmlFragment('text')).insert(3, 'very ')
  const { articleId, memberId } = await reader()
  const locked = Promise.withResolvers<void>()
  const free = Promise.withResolvers<void>()
  // Rows are read meanwhile, and not written.
  const lock = at.db.$transaction(async (tx) => {
    await tx.$executeRaw`LOCK TABLE "WorkingUpdate" IN SHARE MODE`
    locked.resolve()
    await free.promise
  })
  await locked.promise
  log.append({ articleId, memberId, update: Y.encodeStateAsUpdate(page, before), claims: [2] })
  const opening = open()
  const others = (async () => {
    for (let n = 0; n < 40; n++) await readWorking(at.db, await reader())
  })()
  await Promise.race([opening, others])
  free.resolve()
  await lock
  const { words } = await opening
  expect(words()).toContain('At very least 12')
})

test('of two that are brought up to the record at once, both say what was kept', async () => {
  const [one, two] = [await open(), await open()]
  await record(4, 'It burned on 4 May 2021. ')
  await Promise.all([one.text.rebase(), two.text.rebase()])
  expect([one.text.base, two.text.base]).toEqual([2, 2])
  for (const { words } of [one, two]) {
    expect(words()).toContain('It burned on 4 May 2021.')
    expect(words().match(/It burned/g)).toHaveLength(1)
  }
  expect(Y.equalSnapshots(Y.snapshot(one.shared), Y.snapshot(two.shared))).toBe(true)
  expect(Y.equalSnapshots(Y.snapshot(await stored()), Y.snapshot(one.shared))).toBe(true)
})

test('a text of 4,000 paragraphs is opened with others having their turn, and is what was kept', async () => {
  const first = await open()
  const page = sharedOf([Y.encodeStateAsUpdate(first.shared)])
  const before = Y.encodeStateVector(page)
  const added = Array.from({ length: 4_000 }, (_, n) => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(`House ${n} was empty.`)])
    return paragraph
  })
  page.getXmlFragment('text').push(added)
  const { articleId, memberId } = await reader()
  log.append({ articleId, memberId, update: Y.encodeStateAsUpdate(page, before), claims: [] })
  await log.settled()
  let turns = 0
  let isOpen = false
  const counting = (async () => {
    for (; !isOpen; turns++) await turn()
  })()
  const { shared, words } = await open()
  isOpen = true
  await counting
  expect(turns).toBeGreaterThan(1)
  expect(words()).toContain('House 3999 was empty.')
  expect(Y.equalSnapshots(Y.snapshot(shared), Y.snapshot(page))).toBe(true)
})
