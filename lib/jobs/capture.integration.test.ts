import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { attachCitation } from '@/lib/data/claim/citation.ts'
import { readSource } from '@/lib/data/shelf/source-page.ts'
import { askCapture, endAbandoned, giveFile, readCapture } from '@/lib/data/snapshot/capture.ts'
import { addSource } from '@/lib/data/source/source.ts'
import { as, claimNow, newsItem, openDesk, SUPPORTS, type TestDesk } from '@/lib/data/testing/desk.ts'
import { breaksOf, ownDatabase } from '@/lib/data/testing/fresh-database.ts'
import type { Role } from '@/lib/domain/desk/permission.ts'
import { diskBlobStore } from '@/lib/platform/blob/disk.ts'
import { newsPage, Site } from '@/lib/platform/testing/news-site.ts'
import { capture } from './capture.ts'
import { addPasted, importBibliography } from './source-intake.ts'
import type { CaptureTools } from './tools.ts'

const at = ownDatabase()
const SAYS = [
  'Twelve people were killed when the old mill by the river burned down on Monday night, the fire brigade said.',
  'The owner had been warned twice about the wiring in the upper floor, according to the town register of fires.',
  'Neighbours counted more than forty people on the bridge who watched until the roof fell in at four in the morning.',
]
let desk: TestDesk
let site: Site
let folder: string
let tools: CaptureTools
let desks = 0
const faults: unknown[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attest-capture-'))
  site = await Site.open()
  tools = {
    store: diskBlobStore(folder),
    settings: { allow: [`127.0.0.1:${site.port}`] },
    registers: { doi: site.url('/doi'), isbn: site.url('/isbn') },
    archive: null,
    now: () => new Date(),
    fault: (error) => faults.push(error),
  }
})
afterAll(async () => {
  await site?.close()
  await rm(folder, { recursive: true, force: true })
  expect(faults).toEqual([])
})
beforeEach(async () => {
  desks += 1
  desk = await openDesk(at.db, `Cap${desks}`)
})

const who = (role: Role = 'checker') => as(at.db, desk, role)
const paste = async (text: string, anyway = false) => addPasted(at.db, await who(), { text, anyway })
/** Pastes, fetches, and gives the source as its page shows it. */
const taken = async (text: string) => {
  const pasted = await paste(text)
  if (pasted.outcome !== 'added') throw new Error(JSON.stringify(pasted))
  const came = pasted.captureId ? await capture(at.db, tools, pasted.captureId) : null
  return { came, source: await readSource(at.db, await who(), pasted.sourceId) }
}
const again = async (sourceId: string) => {
  const { captureId } = await askCapture(at.db, await who(), { sourceId })
  return { captureId, came: await capture(at.db, tools, captureId) }
}

describe('an address that was pasted', () => {
  test('is on the shelf at once; its fields fill themselves and wait; its bytes are kept under their hash', async () => {
    const url = site.show('/mill', newsPage(SAYS))
    const { came, source } = await taken(url)
    expect(came).toEqual({ outcome: 'first', words: '', lost: 0 })
    expect(source.csl).toMatchObject({
      type: 'article-newspaper',
      title: 'Twelve people killed in mill fire',
      author: [{ literal: 'Ann Lee' }],
      issued: { 'date-parts': [[2023, 2, 27]] },
      language: 'en',
      URL: url,
    })
    expect(source.unconfirmed).toEqual(expect.arrayContaining(['type', 'title', 'authors', 'date', 'language']))
    const [snapshot] = source.snapshots
    expect(snapshot).toMatchObject({ mediaType: 'text/html', finalUrl: url })
    expect(Buffer.from(await tools.store.get(snapshot?.sha256 ?? '')).toString()).toBe(newsPage(SAYS))
    const row = await at.db.snapshot.findUniqueOrThrow({ where: { id: snapshot?.id ?? '' } })
    for (const paragraph of SAYS) expect(row.text).toContain(paragraph)
    expect(row.text).not.toContain('fetch(')
    expect(site.asked.filter(({ path }) => path.startsWith('/canary'))).toEqual([])
    expect(await breaksOf(at.url)).toEqual([])
  })

  test('twice is one source; nearly the same title is offered, and added only when it was seen', async () => {
    const { source } = await taken(site.show('/one', newsPage(SAYS, 'A fire at the mill by the river kills twelve')))
    const same = await paste(`${site.url('/one')}?utm_source=mail#top`)
    expect(same).toMatchObject({ outcome: 'likely_there', duplicates: [{ id: source.id, by: 'address' }] })
    const record = '@article{x, title={A fire at the mill by the river kills twelve}, year={2023}}'
    expect(await paste(record)).toMatchObject({ outcome: 'likely_there', duplicates: [{ id: source.id, by: 'title' }] })
    expect(await paste(record, true)).toMatchObject({ outcome: 'added', existing: false })
  })

  test('that leads nowhere is a source all the same, and says why there is no page', async () => {
    const { came, source } = await taken(site.url('/nowhere'))
    expect(came?.outcome).toBe('gone')
    expect(source).toMatchObject({ health: 'gone', snapshots: [] })
    expect(source.visits[0]).toMatchObject({ outcome: 'gone', status: 404 })
    const refused = await taken('http://127.0.0.1:9/private')
    expect(refused.came).toMatchObject({ outcome: 'failed', lost: 0 })
    expect(refused.came?.words).toMatch(/[.]$/)
    expect(refused.source.health).toBe('failed')
  })
})

test('a page that was changed says so on the claim, and the job says it too', async () => {
  const { source } = await taken(site.show('/changing', newsPage(SAYS)))
  const { id: snapshotId } = source.snapshots[0] ?? { id: '' }
  const { text } = await at.db.snapshot.findUniqueOrThrow({ where: { id: snapshotId } })
  const words = 'Twelve people were killed when the old mill by the river burned down'
  const start = text.indexOf(words)
  await attachCitation(at.db, await who(), {
    ...(await claimNow(at.db, desk, 3)),
    ...SUPPORTS,
    source: { id: source.id },
    passage: { snapshotId, start, end: start + words.length },
  })
  expect((await again(source.id)).came).toEqual({ outcome: 'same', words: 'It says the same as before.', lost: 0 })
  site.show(
    '/changing',
    newsPage(['Nobody was hurt when the old mill burned down, the owner told us on Tuesday.', ...SAYS.slice(1)]),
  )
  const { came, captureId } = await again(source.id)
  expect(came).toMatchObject({ outcome: 'changed', lost: 1 })
  expect((await readCapture(at.db, await who('viewer'), captureId)).words).toBe(
    'It says something different now. A quote taken from it is no longer there.',
  )
  expect(await claimNow(at.db, desk, 3)).toMatchObject({ lostSources: 1 })
})

describe('what is not the page', () => {
  const words = 'Twelve people were killed when the old mill by the river burned down'
  const page = (title: string, ...lines: string[]) =>
    `<!doctype html><html lang="en"><title>${title}</title><body><h1>${title}</h1>${lines.map((line) => `<p>${line}</p>`).join('')}`
  const cited = async (path: string) => {
    const { source } = await taken(site.show(path, newsPage(SAYS)))
    const { id: snapshotId } = source.snapshots[0] ?? { id: '' }
    const { text } = await at.db.snapshot.findUniqueOrThrow({ where: { id: snapshotId } })
    const start = text.indexOf(words)
    const passage = { snapshotId, start, end: start + words.length }
    await attachCitation(at.db, await who(), {
      ...(await claimNow(at.db, desk, 3)),
      ...SUPPORTS,
      source: { id: source.id },
      passage,
    })
    return source
  }

  test.each([
    [
      'a notice about consent',
      page(
        'Your privacy',
        'We and our 230 partners store cookies on your device for personalised advertising.',
        'Accept them, or manage your choices in the settings.',
      ),
      'failed',
      /notice about consent/,
    ],
    ['a proof against robots', page('Just a moment...', 'Verify you are human.'), 'failed', /proof that a person/],
    ['a page that says it is not there', page('Page not found – The Mill Post', 'Sorry.'), 'gone', /no such page/],
  ])('%s loses no quote, fills nothing, and is told', async (_, html, outcome, told) => {
    const source = await cited('/walled')
    site.show('/walled', html)
    const { came } = await again(source.id)
    expect(came).toMatchObject({ outcome, lost: 0 })
    expect(came?.words).toMatch(told)
    const after = await readSource(at.db, await who(), source.id)
    expect(after.csl).toEqual(source.csl)
    expect(after.snapshots).toHaveLength(1)
    expect((await at.db.quoteCheck.findMany({ where: { workspaceId: desk.workspaceId } })).length).toBe(0)
    site.show('/walled', newsPage(SAYS))
    expect((await again(source.id)).came).toMatchObject({ outcome: 'same', lost: 0 })
  })

  test('a frame that a program fills is kept, and says nothing against a quote', async () => {
    const source = await cited('/shell')
    site.show('/shell', '<title>The Mill Post</title><div id="root"></div><script src="/app.js"></script>')
    const { came } = await again(source.id)
    expect(came).toMatchObject({ outcome: 'changed', lost: 0 })
    expect(came?.words).toMatch(/no words of its own/)
    expect((await readSource(at.db, await who(), source.id)).csl).toEqual(source.csl)
  })

  test('of a page that has to be paid for, what is shown can be found, and what is not is not lost', async () => {
    const source = await cited('/paid')
    const teaser = (lines: string[]) =>
      newsPage(lines).replace('</body>', '<p>Subscribe to continue reading. Already a subscriber? Sign in.</p></body>')
    site.show('/paid', teaser(SAYS.slice(1, 2)))
    expect((await again(source.id)).came).toMatchObject({ outcome: 'changed', lost: 0 })
    site.show('/paid', teaser(SAYS.slice(0, 1)))
    await again(source.id)
    expect(await at.db.quoteCheck.findMany({ where: { workspaceId: desk.workspaceId } })).toMatchObject([
      { fate: 'says_so' },
    ])
    const { source: fresh } = await taken(site.show('/paid-anew', teaser(SAYS.slice(0, 1))))
    expect(fresh.snapshots).toHaveLength(1)
    expect(fresh.csl.author).toBeUndefined()
    expect(fresh.csl.title).not.toBe('Twelve people killed in mill fire')
  })

  test('an address that leads to the front page of its site is gone', async () => {
    const source = await cited('/2021/mill')
    site.show('/', newsPage(SAYS, 'The Mill Post'))
    site.show('/2021/mill', '<meta http-equiv="refresh" content="0; url=/"><title>Moved</title>')
    const { came } = await again(source.id)
    expect(came).toMatchObject({ outcome: 'gone', lost: 0 })
    expect(came?.words).toMatch(/front page/)
    expect((await readSource(at.db, await who(), source.id)).snapshots).toHaveLength(1)
  })

  test('a page that only leads on is followed, as a redirect is', async () => {
    const target = site.show('/arrived', newsPage(SAYS))
    const stub = `<meta http-equiv="refresh" content="0; url=/arrived"><title>Moved</title>`
    const { came, source } = await taken(site.show('/leads-on', stub))
    expect(came).toMatchObject({ outcome: 'first', words: '' })
    expect(source.snapshots[0]).toMatchObject({ finalUrl: target })
    expect(source.csl).toMatchObject({ title: 'Twelve people killed in mill fire' })
  })
})

describe('a DOI', () => {
  const CSL = 'application/vnd.citationstyles.csl+json'
  const registered = (doi: string) => {
    const author = [{ family: 'Lee', given: 'Ann' }]
    const record = { type: 'article-journal', title: 'Mills and fires', author, DOI: doi }
    site.show(`/doi/${doi}`, { type: CSL, body: JSON.stringify(record) }, CSL)
    return record
  }

  test('is filled from its register, and its landing page is kept', async () => {
    const record = registered('10.1000/mill.1')
    site.show('/doi/10.1000/mill.1', newsPage(SAYS, 'The landing page'))
    const { came, source } = await taken('https://doi.org/10.1000/mill.1')
    expect(came?.outcome).toBe('first')
    expect(source.csl).toMatchObject(record)
    expect(source.unconfirmed).toEqual(expect.arrayContaining(['title', 'authors']))
    const titles = source.found.flatMap(({ field, from, value }) => (field === 'title' ? [[from, value]] : []))
    expect(titles).toEqual(
      expect.arrayContaining([
        ['doi', 'Mills and fires'],
        ['html', 'The landing page'],
      ]),
    )
    expect(source.snapshots).toHaveLength(1)
    expect(source.visits[0]?.url).toBe('https://doi.org/10.1000/mill.1')
  })

  test('whose landing page is gone keeps what the register said', async () => {
    const record = registered('10.1000/mill.2')
    site.show('/doi/10.1000/mill.2', { status: 410, body: '' })
    const { came, source } = await taken('doi:10.1000/mill.2')
    expect(came?.outcome).toBe('gone')
    expect(source.csl).toMatchObject(record)
  })
})

test('an ISBN is filled from a register of books', async () => {
  const book = {
    title: 'The Mill',
    authors: [{ name: 'Ann Lee' }],
    publishers: [{ name: 'Mill Press' }],
    publish_date: 'March 2009',
  }
  site.show('/isbn/api/books', { type: 'application/json', body: JSON.stringify({ 'ISBN:9780306406157': book }) })
  const { came, source } = await taken('0-306-40615-2')
  expect(came?.outcome).toBe('filled')
  expect(source.csl).toEqual({
    type: 'book',
    title: 'The Mill',
    author: [{ literal: 'Ann Lee' }],
    publisher: 'Mill Press',
    issued: { 'date-parts': [[2009, 3]] },
    ISBN: '9780306406157',
  })
  expect(source.unconfirmed).toContain('title')
})

test('a bibliography is taken in entry by entry', async () => {
  const entries = [
    '@article{a, title={One}, doi={10.1000/one}}',
    '@book{b, title={Two}}',
    '@article{c, title={One again}, doi={10.1000/ONE}}',
  ]
  expect(await paste(entries.join('\n'))).toMatchObject({ outcome: 'bibliography', count: 3 })
  const given = { text: entries.join('\n') }
  expect(await importBibliography(at.db, await who(), given)).toMatchObject({ added: 2, existing: 1 })
  await expect(importBibliography(at.db, await who(), { text: 'words' })).rejects.toMatchObject({ code: 'invalid' })
})

test('chapters of one book are sources of their own, though all of them have its ISBN', async () => {
  const isbn = 'isbn={0-306-40615-2}'
  const entries = [
    `@incollection{a, title={Mills of the north}, booktitle={Mills}, ${isbn}}`,
    `@incollection{b, title={Wiring in wartime}, booktitle={Mills}, ${isbn}}`,
    `@inproceedings{c, title={Counting the dead}, booktitle={Mills}, ${isbn}}`,
    `@book{d, title={Mills}, ${isbn}}`,
    `@book{e, title={Mills, once more}, ${isbn}}`,
  ]
  const given = { text: entries.join('\n') }
  expect(await importBibliography(at.db, await who(), given)).toMatchObject({ added: 4, existing: 1 })
})

describe('a file', () => {
  test('is judged by its content; its words are read, its bytes kept', async () => {
    const { id: sourceId } = await addSource(at.db, await who(), newsItem('A scan'))
    const give = async (name: string, bytes: Uint8Array) => {
      const sha256 = await tools.store.put(bytes)
      const file = { sha256, fileName: name, mediaType: null }
      const { captureId } = await giveFile(at.db, await who(), { sourceId, file })
      return capture(at.db, tools, captureId)
    }
    expect(await give('page.txt', Buffer.from(newsPage(SAYS)))).toMatchObject({ outcome: 'kept', words: '' })
    await give('report.pdf', Buffer.from('MZ this is no PDF at all'))
    const { snapshots } = await readSource(at.db, await who(), sourceId)
    expect(snapshots.map(({ mediaType, fileName }) => `${fileName} ${mediaType}`)).toEqual([
      expect.stringMatching(/^report\.pdf (?!application\/pdf)/),
      'page.txt text/html',
    ])
  })
})

test('whoever may no longer fetches nothing', async () => {
  const url = site.show('/later', newsPage(SAYS))
  const pasted = await paste(url)
  const { captureId = null } = pasted.outcome === 'added' ? pasted : {}
  await at.db.member.update({ where: { id: desk.seats.checker.memberId }, data: { role: 'viewer' } })
  expect(await capture(at.db, tools, captureId ?? '')).toMatchObject({ outcome: 'failed', words: /may no longer/ })
  expect(site.asked.some(({ path }) => path === '/later')).toBe(false)
})

test('what waits its turn is never given up; what no job comes back to is', async () => {
  const [waits, lost] = [
    await taken(site.show('/waits', newsPage(SAYS))),
    await taken(site.show('/lost', newsPage(SAYS))),
  ]
  const { captureId: waiting } = await askCapture(at.db, await who(), { sourceId: waits.source.id })
  const { captureId: abandoned } = await askCapture(at.db, await who(), { sourceId: lost.source.id })
  const states = async () =>
    Promise.all([waiting, abandoned].map(async (id) => (await readCapture(at.db, await who(), id)).state))
  await at.db.$queryRaw`SELECT 1 FROM graphile_worker.remove_job(${`capture ${abandoned}`})`
  await endAbandoned(at.db, null, new Date(Date.now() + 29 * 60_000))
  expect(await states()).toEqual(['waiting', 'waiting'])
  await endAbandoned(at.db, null, new Date(Date.now() + 31 * 60_000))
  expect(await states()).toEqual(['waiting', 'failed'])
  expect((await readCapture(at.db, await who(), abandoned)).words).toBe('It was cut off before it ended. Ask again.')
  expect(await capture(at.db, tools, waiting)).not.toBeNull()
})

test('what is under way is asked for once, and done once', async () => {
  const { source } = await taken(site.show('/once', newsPage(SAYS)))
  const first = await askCapture(at.db, await who(), { sourceId: source.id })
  expect(await askCapture(at.db, await who('editor'), { sourceId: source.id })).toEqual(first)
  const other = (await taken(site.show('/at-once', newsPage(SAYS)))).source
  const asker = await who()
  const asked = await Promise.all(Array.from({ length: 5 }, () => askCapture(at.db, asker, { sourceId: other.id })))
  expect(new Set(asked.map(({ captureId }) => captureId)).size).toBe(1)
  expect(await capture(at.db, tools, first.captureId)).not.toBeNull()
  expect(await capture(at.db, tools, first.captureId)).toBeNull()
})
