import { expect, test } from 'vitest'
import { newId } from '@/lib/platform/ids'
import { importArticle } from './article'
import { importedAlready } from './import-likeness'
import { articleText, as, CLAIMS, openDesk } from './testing/desk'
import { ownDatabase } from './testing/fresh-database'

const at = ownDatabase()

test('an article that is there by its text, or by its title, is named; another desk’s is not', async () => {
  const desk = await openDesk(at.db, 'Mill')
  const theirs = await openDesk(at.db, 'Quarry', { title: 'The quarry' })
  const editor = await as(at.db, desk, 'editor')
  const ask = (title: string, claims: readonly string[], commandId?: string) =>
    importedAlready(at.db, editor, articleText(title, claims), commandId)
  const mine = { slug: desk.slug, title: 'The mill fire', archived: false }
  expect(await ask('The mill fire', CLAIMS)).toEqual([{ ...mine, same: true }])
  expect(await ask('Another title', CLAIMS)).toEqual([{ ...mine, same: true }])
  expect(await ask('THE MILL FIRE', ['Other', 'Words.'])).toEqual([{ ...mine, same: false }])
  expect(await ask('Another', [...CLAIMS.slice(0, -1), 'Other words.'])).toEqual([])
  expect(
    await importedAlready(
      at.db,
      await as(at.db, theirs, 'editor'),
      articleText('The mill fire', ['A', 'B.']),
      undefined,
    ),
  ).toEqual([])

  const commandId = newId()
  const text = articleText('Sent twice', ['Heading', 'Words.'])
  await importArticle(at.db, editor, { text, language: 'en', summary: 'Imported', commandId })
  expect(await ask('Sent twice', ['Heading', 'Words.'], commandId)).toEqual([])
  expect(await ask('Sent twice', ['Heading', 'Words.'], newId())).toHaveLength(1)
})
