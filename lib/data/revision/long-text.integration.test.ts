import { afterAll, expect, test } from 'vitest'
import { articleApart, endReading } from '@/lib/exchange/reading/reading.ts'
import { authorizeArticle, authorizeWorkspace } from '../access.ts'
import { importArticle } from '../article/article.ts'
import { readGalley } from '../article/galley.ts'
import { openDesk } from '../testing/desk.ts'
import { breaksOf, ownDatabase } from '../testing/fresh-database.ts'

const at = ownDatabase()
afterAll(endReading)

const MOST = 4_900_000
const fill = (piece: string) => piece.repeat(Math.floor(MOST / piece.length))

test.each([
  ['one line of words without an end', fill('word '), 1],
  ['one word', fill('a'), 1],
  ['one line of short sentences in Cyrillic', 'Млын згарэў у панядзелак. '.repeat(12_000), 12_000],
  ['quotation marks behind a word', `a ${fill('"')}`, 1],
  ['brackets behind a word', `a ${fill('(')}`, 1],
  ['full stops behind a word', `a ${fill('.')}`, 1],
])('%s: taken in and read again', { timeout: 120_000 }, async (title, text, claims) => {
  const desk = await openDesk(at.db, title.slice(0, 30))
  const editor = await authorizeWorkspace(at.db, desk.seats.editor.session, desk.workspaceId, 'article.import')
  const { language, parsed } = await articleApart(`= ${title} =\n${text}\n`, null)
  if (!parsed.ok) throw new Error(parsed.problem.message)
  const { slug } = await importArticle(at.db, editor, { text: parsed.article, language, summary: 'Imported' })
  const where = { slug, workspaceId: desk.workspaceId }
  const reader = await authorizeArticle(at.db, desk.seats.viewer.session, where, 'article.read')
  const galley = await readGalley(at.db, reader, reader)
  expect(galley.claims).toHaveLength(claims)
  expect(
    galley.claims
      .map((claim) => claim.text)
      .join('')
      .trim(),
  ).toBe(text.trim())
})

test('and the record holds', { timeout: 60_000 }, async () => {
  expect(await breaksOf(at.url)).toEqual([])
})
