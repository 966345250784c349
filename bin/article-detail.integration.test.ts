import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDesk, type TestDesk } from '@/lib/data/testing/desk.ts'
import { breaksOf, ownDatabase } from '@/lib/data/testing/fresh-database.ts'
import { ARCHIVED_WORDS } from '@/lib/domain/desk/archiving.ts'
import { attest, endChildren } from './testing/child.ts'

const at = ownDatabase()
let desk: TestDesk
let folder: string
const run = (...args: string[]) => attest(args, { DATABASE_URL: at.url, ATTEST_DATA: folder })
const listed = async () => (await run('list')).stdout

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'attest-detail-'))
  desk = await openDesk(at.db, 'Sluice', { title: 'The sluice' })
})
afterAll(async () => {
  await endChildren()
  rmSync(folder, { recursive: true })
})

describe('amend', () => {
  test('changes what is named, and nothing else', async () => {
    const done = await run('amend', desk.slug, '--title', 'Die Schleuse', '--language', 'de', '--reason', 'Translated')
    expect(done).toMatchObject({ code: 0, stdout: '', stderr: `The details of ${desk.slug} were changed.\n` })
    expect(await listed()).toContain(`${desk.slug}\tDie Schleuse\trevision 1`)
    expect(await run('amend', desk.slug, '--licence', 'CC0')).toMatchObject({ code: 0 })
    expect(await run('amend', desk.slug, '--licence', '')).toMatchObject({ code: 0 })
    expect(await at.db.article.findUnique({ where: { id: desk.articleId } })).toMatchObject({
      title: 'Die Schleuse',
      language: 'de',
      licence: null,
    })
    expect((await run('amend', desk.slug, '--title', 'Die Schleuse')).stderr).toContain('nothing was recorded')
  })

  test.each([
    [[], 2, /name what is to be changed/],
    [['--reason', 'Only that'], 2, /name what is to be changed/],
    [['--title', ''], 1, /title cannot be empty.*Nothing was recorded/],
    [['--language', 'German'], 1, /as a code/],
    [['--origin', 'sluice'], 1, /web address/],
    [['--title', 'X', '--reason', 'y'.repeat(2_001)], 2, /at most 2,000/],
  ])('%j is refused in words', async (args, expected, words) => {
    const { code, stdout, stderr } = await run('amend', desk.slug, ...args)
    expect({ code, stdout }).toEqual({ code: expected, stdout: '' })
    expect(stderr).toMatch(words)
  })

  test('an article that is not there', async () => {
    expect((await run('amend', 'no-such', '--title', 'X')).stderr).toContain('There is no article no-such')
  })
})

test('archive and bring-back, each once; in between nothing newer is taken in', async () => {
  expect((await run('archive', desk.slug, '--reason', 'Printed')).stderr).toBe(`${desk.slug} is archived.\n`)
  expect((await run('archive', desk.slug)).stderr).toBe(`${desk.slug} was archived already.\n`)
  expect(await listed()).toContain('\tarchived\n')
  const file = join(folder, 'newer.txt')
  writeFileSync(file, '= The sluice =\n\nAnother sentence.\n')
  expect(await run('import', file, '--into', desk.slug)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining(ARCHIVED_WORDS),
  })
  expect((await run('bring-back', desk.slug)).stderr).toBe(`${desk.slug} is back on the desk.\n`)
  expect((await run('bring-back', desk.slug)).stderr).toBe(`${desk.slug} was not archived.\n`)
  expect(await listed()).not.toContain('archived')
  expect(await breaksOf(at.url)).toEqual([])
})
