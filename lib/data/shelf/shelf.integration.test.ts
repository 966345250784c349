import { beforeAll, expect, test } from 'vitest'
import { addSource } from '../source/source.ts'
import { as, newsItem, openDesk, type TestDesk } from '../testing/desk.ts'
import { ownDatabase } from '../testing/fresh-database.ts'
import { searchShelf } from './shelf.ts'

const at = ownDatabase()
let desk: TestDesk

beforeAll(async () => {
  desk = await openDesk(at.db)
  const checker = await as(at.db, desk, 'checker')
  const add = async (title: string, more: object = {}, url?: string) => {
    const source = newsItem(title, url)
    await addSource(at.db, checker, { ...source, csl: { ...source.csl, ...more } })
  }
  await add('Losses of 100% of a_b', {}, 'https://news.example/100')
  await add('Losses of 1000 axb', { publisher: 'The Mill Press' })
  await add('A C:\\path', { 'container-title': 'Nasha Niva' })
  await add('Untitled', {
    author: [{ family: 'Ківерчык', given: 'Алена' }, { literal: 'BYPOL "group"' }],
  })
  const theirs = await openDesk(at.db, 'Quarry')
  await addSource(at.db, await as(at.db, theirs, 'checker'), newsItem('Losses elsewhere'))
})

const titles = async (text: string, more: { take?: number; after?: string } = {}) =>
  (await searchShelf(at.db, await as(at.db, desk, 'viewer'), { text, ...more })).map(({ title }) => title)

const hundred = 'Losses of 100% of a_b'
const thousand = 'Losses of 1000 axb'

test.each([
  ['losses', [thousand, hundred]],
  ['100%', [hundred]],
  ['%', [hundred]],
  ['a_b', [hundred]],
  ['_', [hundred]],
  ['\\', ['A C:\\path']],
  ['C:\\p', ['A C:\\path']],
  ['mill press', [thousand]],
  ['niva', ['A C:\\path']],
  ['news.example', [hundred]],
  ['ківерчык АЛЕНА', ['Untitled']],
  ['"group"', ['Untitled']],
  ['family', []],
  ['losses nowhere', []],
  [' ', ['Untitled', 'A C:\\path', thousand, hundred]],
] as const)('%j finds', async (text, expected) => expect(await titles(text)).toEqual(expected))

test('a page goes on where the last one ended', async () => {
  const reader = await as(at.db, desk, 'viewer')
  const [first] = await searchShelf(at.db, reader, { text: 'losses', take: 1 })
  expect(first?.title).toBe(thousand)
  expect(await titles('losses', { after: first?.id ?? '' })).toEqual([hundred])
})
