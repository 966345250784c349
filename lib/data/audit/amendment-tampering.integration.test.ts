import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ArticleDetails } from '@/lib/domain/article/detail.ts'
import { amendArticle } from '../article/detail.ts'
import { as, openDesk, type TestDesk } from '../testing/desk.ts'
import { breaksOf, ownDatabase } from '../testing/fresh-database.ts'
import { Tampering } from '../testing/tampering.ts'
import { readCheckpoint } from './checkpoint.ts'

/** A recorded amendment vouches for the article's row as it is: it must not vouch for what was put there before it. */

const at = ownDatabase()
let tampering: Tampering
let desk: TestDesk
let desks = 0

beforeAll(async () => {
  tampering = await Tampering.open(at.url)
})
afterAll(() => tampering?.close())
beforeEach(async () => {
  desk = await openDesk(at.db, `Lock${++desks}`)
})

async function amend(changes: Partial<ArticleDetails>) {
  const article = await as(at.db, desk, 'editor')
  return amendArticle(at.db, article, { seq: article.seq, changes, reason: '' })
}

const forged = (column: string, value: string) =>
  `UPDATE "Article" SET "${column}" = '${value}' WHERE "id" = '${desk.articleId}'`

test.each([
  ['licence', 'Public domain', { title: 'The lock gate' }],
  ['attribution', 'Ghost writers', { licence: 'CC0' }],
  ['originUrl', 'https://else.example/', { language: 'nl' }],
  ['licence', 'Public domain', { licence: 'CC0' }],
  ['title', 'A title no one gave', { title: 'The lock gate' }],
  ['title', 'A title no one gave', { licence: 'CC0' }],
] as const)('a forged %s is found after a later amendment, too: %s, %o', async (column, value, later) => {
  await amend({ licence: 'CC BY 4.0' })
  const found = await tampering.during(
    async () => {
      await tampering.client.query(forged(column, value))
      await amend(later)
    },
    () => breaksOf(at.url),
  )
  expect(found.join()).toMatch(/title|licence/)
})

test('one that no event vouches for, because it is older, is found with a checkpoint', async () => {
  // As of an article that was imported before anything vouched for its row.
  const found = await tampering.during(
    async () => {
      const checkpoint = await readCheckpoint(at.url, new Date(0))
      await tampering.client.query(forged('attribution', 'Ghost writers'))
      await amend({ licence: 'CC0' })
      Object.assign(desk, { checkpoint })
    },
    () => breaksOf(at.url, { checkpoint: (desk as unknown as { checkpoint: never }).checkpoint }),
  )
  expect(found.join()).toContain('changed since the checkpoint')
})

test('an amendment that would take back another address does not cover it up', async () => {
  const found = await tampering.during(
    async () => {
      await tampering.client.query(forged('slug', 'elsewhere'))
      await amend({ licence: 'CC0' })
      const event = `UPDATE "ArticleAmendment" SET "former" = "former" || '{"slug": "${desk.slug}"}'`
      await tampering.client.query(`${event} WHERE "articleId" = '${desk.articleId}'`)
    },
    () => breaksOf(at.url),
  )
  expect(found.join()).toContain('nor what later changes say')
})

test.each([
  ['a title it never had', { title: 'Never so' }, { title: 'The mill fire' }],
  ['what the article does not say', { licence: null }, { licence: 'CC0' }],
  ['a licence it never had', { licence: 'Never so' }, { licence: null }],
])('an amendment from the server’s own role that says %s of the past is found', async (_, former, given) => {
  await amend({ attribution: 'The desk' })
  const { seq } = await as(at.db, desk, 'editor')
  const found = await tampering.during(
    async () => {
      // All that this role may write, with an event that vouches for it.
      const { change, ownerOf, scopeOf } = await import('../clock.ts')
      const { newId } = await import('@/lib/platform/ids.ts')
      const editor = await as(at.db, desk, 'editor')
      const what = { ...scopeOf(editor, {}), ability: 'article.amend', kind: 'article.amended' } as const
      await change(at.db, what, async (ledger) => {
        const { memberId } = editor
        const row = { ...ownerOf(editor), id: newId(), former, given, reason: '', memberId, createdAt: ledger.at }
        await ledger.add('ArticleAmendment', [row])
        return { value: undefined, details: { former, given } }
      })
    },
    () => breaksOf(at.url),
  )
  expect(found.join()).toMatch(new RegExp(`\\b([1-9]|${seq + 1}): .*(title|licence|details)`))
})
