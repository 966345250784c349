import { expect, test } from 'vitest'
import { withoutWords } from '@/lib/exchange/working-text.ts'
import { newId } from '@/lib/platform/ids.ts'
import { redactEntry } from '../redaction/redact.ts'
import { recordWording } from '../revision/wording.ts'
import { articleText, as, CLAIMS, claimNow, openDesk } from '../testing/desk.ts'
import { ownDatabase } from '../testing/fresh-database.ts'
import { importArticle } from './article.ts'
import { importedAlready } from './import-likeness.ts'

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

test('an article of which words were redacted is still the one that was imported', async () => {
  const desk = await openDesk(at.db, 'Kiln', { title: 'The kiln' })
  const owner = await as(at.db, desk, 'owner')
  await recordWording(at.db, owner, {
    ...(await claimNow(at.db, desk, 2)),
    text: 'Some people were killed in the mill.',
    reason: 'Read',
  })
  const { id } = await at.db.claimRevision.findFirstOrThrow({
    where: { articleId: desk.articleId, claim: { number: 2 }, createdSeq: 1 },
    select: { id: true },
  })
  await redactEntry(at.db, owner, { what: 'wording', id, reason: 'A person asked for it.' }, withoutWords)
  const ask = (claims: readonly string[]) =>
    importedAlready(at.db, owner, articleText('Another title', claims), undefined)
  expect(await ask(CLAIMS)).toMatchObject([{ slug: desk.slug, same: true }])
  expect(await ask([...CLAIMS.slice(0, -1), 'Other words.'])).toEqual([])
})
