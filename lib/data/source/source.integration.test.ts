import { beforeEach, describe, expect, test } from 'vitest'
import { ROLES, type Role } from '@/lib/domain/desk/permission.ts'
import type { Csl } from '@/lib/domain/source/source.ts'
import { formatReferences } from '@/lib/exchange/bibliography/bibliography.ts'
import { newId } from '@/lib/platform/ids.ts'
import { readDossier } from '../article/dossier.ts'
import { withdraw } from '../claim/annotation.ts'
import { attachCitation } from '../claim/citation.ts'
import { logSearch } from '../claim/search-entry.ts'
import { readReport } from '../report/report.ts'
import { splitClaim } from '../revision/structure.ts'
import { searchShelf } from '../shelf/shelf.ts'
import { readSource } from '../shelf/source-page.ts'
import { recordVisit } from '../snapshot/snapshot.ts'
import { as, claimNow, newsItem, openDesk, SUPPORTS, type TestDesk } from '../testing/desk.ts'
import { breaksOf, ownDatabase } from '../testing/fresh-database.ts'
import { pageOf } from '../testing/page.ts'
import { setSourceContact } from './contact.ts'
import { likelyDuplicates } from './duplicate.ts'
import { mergeSources, partSource, setApart } from './merge.ts'
import { addSource, amendSource, setSourceOrigin } from './source.ts'

const at = ownDatabase()
let desk: TestDesk
let desks = 0

beforeEach(async () => {
  desks += 1
  desk = await openDesk(at.db, `Shelf${desks}`)
})

const who = (role: Role) => as(at.db, desk, role)
const now = (number = 3) => claimNow(at.db, desk, number)
const shelve = async (title: string, more: Partial<Csl> = {}) => {
  const source = newsItem(title)
  return (await addSource(at.db, await who('checker'), { ...source, csl: { ...source.csl, ...more } })).id
}
const cite = async (sourceId: string, number = 3) =>
  attachCitation(at.db, await who('checker'), { ...(await now(number)), ...SUPPORTS, source: { id: sourceId } })
const dossier = async (number = 3) => {
  const reader = await who('checker')
  return readDossier(at.db, reader, reader, await now(number))
}
const page = async (sourceId: string, role: Role = 'checker') => readSource(at.db, await who(role), sourceId)
const keep = async (sourceId: string, text: string) => {
  const url = `https://mill.example/${sourceId}`
  const came = { to: 'answer', snapshot: pageOf(url, text) } as const
  return recordVisit(at.db, await who('checker'), { sourceId, url, came })
}
const shelf = async (asked: Parameters<typeof searchShelf>[2]) =>
  (await searchShelf(at.db, await who('viewer'), asked)).map(({ title }) => title)

const WIRE = Array.from(
  { length: 12 },
  (_, n) => `The mill by the river burned for ${n} hours and people watched from the bridge near gate ${n}.`,
).join(' ')

describe('the record', () => {
  test('is amended as a whole; what was before is kept, and what waits is told', async () => {
    const sourceId = await shelve('The mil')
    const csl: Csl = { type: 'report', title: 'The mill', DOI: '10.1000/mill' }
    const amend = { sourceId, csl, unconfirmed: ['title'] }
    expect(await amendSource(at.db, await who('checker'), amend)).toEqual({ outcome: 'amended' })
    expect(await page(sourceId)).toMatchObject({ csl, unconfirmed: ['title'] })
    expect(await shelf({ text: 'mil' })).toEqual(['The mill'])
    expect(await shelf({ unconfirmed: true })).toEqual(['The mill'])
    expect(await shelf({ type: 'report' })).toEqual(['The mill'])
    await expect(amendSource(at.db, await who('viewer'), amend)).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('with the DOI, ISBN or address of another source is that one', async () => {
    const mill = await shelve('Mill', { DOI: '10.1000/Mill', ISBN: '9780306406157', URL: 'https://mill.example/a' })
    const other = await shelve('Other')
    for (const same of [
      { DOI: '10.1000/mill' },
      { ISBN: '9780306406157' },
      { URL: 'http://www.mill.example/a/#top' },
    ]) {
      const csl = { type: 'webpage', title: 'Other', ...same } as const
      const answer = await amendSource(at.db, await who('checker'), { sourceId: other, csl, unconfirmed: [] })
      expect(answer, JSON.stringify(same)).toEqual({ outcome: 'same_as', sourceId: mill })
      expect(await addSource(at.db, await who('checker'), { ...newsItem('x'), csl })).toEqual({
        id: mill,
        existing: true,
      })
    }
    await amendSource(at.db, await who('checker'), {
      sourceId: mill,
      csl: { type: 'webpage', title: 'Mill' },
      unconfirmed: [],
    })
    // It has that DOI no longer.
    const csl = { type: 'webpage', title: 'Other', DOI: '10.1000/mill' } as const
    expect(await amendSource(at.db, await who('checker'), { sourceId: other, csl, unconfirmed: [] })).toEqual({
      outcome: 'amended',
    })
  })

  test('with a DOI that a page only claims of itself is not that page; it is offered, until a person has accepted it', async () => {
    const DOI = '10.1000/claimed'
    const sourceId = await shelve('A page', { URL: 'https://claims.example/' })
    const came = {
      to: 'answer',
      snapshot: pageOf('https://claims.example/', 'It is all there.'),
      fill: ({ csl }: { csl: Csl }) => ({ csl: { ...csl, DOI }, unconfirmed: ['doi'] }),
    } as const
    await recordVisit(at.db, await who('checker'), { sourceId, url: 'https://claims.example/', came })
    const work: Csl = { type: 'article-journal', title: 'The work itself', DOI }
    expect(await likelyDuplicates(at.db, await who('checker'), work)).toMatchObject([{ id: sourceId, by: 'doi' }])
    const added = await addSource(at.db, await who('checker'), { ...newsItem(work.title), csl: work })
    expect(added.existing).toBe(false)
    expect(await addSource(at.db, await who('checker'), { ...newsItem(work.title), csl: work })).toEqual({
      ...added,
      existing: true,
    })
  })

  test('nearly the same title is offered, another number is not', async () => {
    await shelve('Twelve people killed as the old mill burns down in the night')
    const offered = async (title: string) => likelyDuplicates(at.db, await who('checker'), { type: 'webpage', title })
    expect(await offered('Twelve people killed as the old mill burns down in the night!')).toMatchObject([
      { by: 'title' },
    ])
    expect(await offered('Something wholly different')).toEqual([])
  })
})

describe('who spoke to the desk', () => {
  test.each([
    ['viewer', 'hidden'],
    ['checker', 'shown'],
    ['editor', 'shown'],
    ['owner', 'shown'],
  ] as const)('%s, where a checker recorded it: %s', async (role, state) => {
    const sourceId = await shelve('Interview with a worker', { type: 'interview' })
    await setSourceContact(at.db, await who('checker'), { sourceId, contact: 'By the canal, evenings' })
    expect((await page(sourceId, role)).contact.state).toBe(state)
    const sent = JSON.stringify(await page(sourceId, role))
    expect(sent.includes('By the canal')).toBe(state === 'shown')
  })

  test('another checker does not see it; a policy may let them, or ask for an owner', async () => {
    const sourceId = await shelve('Interview', { type: 'interview' })
    await setSourceContact(at.db, await who('editor'), { sourceId, contact: 'A' })
    const states = async () => Promise.all(ROLES.map(async (role) => (await page(sourceId, role)).contact.state))
    expect(await states()).toEqual(['hidden', 'hidden', 'shown', 'shown'])
    expect(JSON.stringify(await page(sourceId, 'checker'))).not.toContain('"A"')
  })

  test('whoever does not see it puts nothing in its place', async () => {
    const sourceId = await shelve('Interview with a guard', { type: 'interview' })
    await setSourceContact(at.db, await who('editor'), { sourceId, contact: 'By the mill' })
    const other = setSourceContact(at.db, await who('checker'), { sourceId, contact: '' })
    await expect(other).rejects.toThrow('you may not see it. Nothing was changed.')
    expect((await page(sourceId, 'editor')).contact).toEqual({ state: 'shown', words: 'By the mill' })
    await setSourceContact(at.db, await who('owner'), { sourceId, contact: 'By the weir' })
    expect((await page(sourceId, 'owner')).contact.words).toBe('By the weir')
  })

  test('is in no report', async () => {
    const sourceId = await shelve('Interview', { type: 'interview', medium: 'by telephone' })
    await setSourceContact(at.db, await who('checker'), { sourceId, contact: 'CANARY-CONTACT' })
    await cite(sourceId)
    const reader = await who('owner')
    const report = await readReport(at.db, reader, { moment: reader }, formatReferences)
    expect(JSON.stringify(report)).not.toContain('CANARY-CONTACT')
  })
})

describe('merging', () => {
  test('keeps every citation, counts one origin, and shows one source', async () => {
    const [mill, double, third] = [await shelve('Mill'), await shelve('Mill, print view'), await shelve('Third')]
    await cite(mill)
    await cite(double)
    await cite(third)
    expect(await dossier()).toMatchObject({ origins: 3 })
    await mergeSources(at.db, await who('editor'), { sourceId: double, intoId: mill, reason: 'Print view' })
    const { origins, citations } = await dossier()
    expect(origins).toBe(2)
    expect(citations.map(({ source }) => source.title)).toEqual(['Mill', 'Mill', 'Third'])
    expect(await shelf({})).toEqual(['Third', 'Mill'])
    expect(await shelf({ text: 'print' })).toEqual(['Mill'])
    expect((await page(mill)).citedIn).toHaveLength(2)
    expect((await page(double)).survivor).toMatchObject({ id: mill })
    const reader = await who('editor')
    const report = await readReport(at.db, reader, { moment: reader }, formatReferences)
    expect(report.bibliography.map(({ title }) => title)).toEqual(['Mill', 'Third'])
    expect(report.claims.find(({ number }) => number === 3)?.citations.map(({ reference }) => reference)).toEqual([
      1, 1, 2,
    ])
    await partSource(at.db, await who('editor'), { sourceId: double })
    expect(await dossier()).toMatchObject({ origins: 3 })
    expect(await breaksOf(at.url)).toEqual([])
  })

  test('a chain of merges is one step long; what is one already is not merged again', async () => {
    const [a, b, c] = [await shelve('A'), await shelve('B'), await shelve('C')]
    const merge = async (sourceId: string, intoId: string, role: Role = 'editor') =>
      mergeSources(at.db, await who(role), { sourceId, intoId, reason: '' })
    await merge(a, b)
    await merge(b, c)
    expect((await page(a)).survivor).toMatchObject({ id: c })
    await expect(merge(a, c)).rejects.toMatchObject({ code: 'conflict' })
    await expect(merge(c, a)).rejects.toMatchObject({ code: 'conflict' })
    await expect(merge(c, c)).rejects.toMatchObject({ code: 'conflict' })
    await expect(merge(a, b, 'checker')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(merge(a, newId())).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('derivations', () => {
  test('a source may derive from several, each in its way; all of them are one origin', async () => {
    const [wire, blog, paper] = [await shelve('Wire'), await shelve('Blog'), await shelve('Paper')]
    const derive = async (originId: string, kind: 'translates' | 'quotes' | null) =>
      setSourceOrigin(at.db, await who('checker'), { sourceId: paper, originId, kind })
    await derive(wire, 'translates')
    await derive(blog, 'quotes')
    for (const id of [wire, blog, paper]) await cite(id)
    expect(await dossier()).toMatchObject({ origins: 1 })
    const { origins, family } = await page(paper)
    expect(origins.map(({ title, kind }) => `${kind} ${title}`)).toEqual(['translates Wire', 'quotes Blog'])
    expect((await page(wire)).echoes).toMatchObject([{ title: 'Paper', kind: 'translates' }])
    await amendSource(at.db, await who('checker'), {
      sourceId: wire,
      csl: { type: 'webpage', title: 'The wire, as it is called now' },
      unconfirmed: [],
    })
    const told = (await dossier()).citations.find(({ source }) => source.title === 'Paper')
    expect(told?.source.repeats).toBe('The wire, as it is called now')
    expect([family.sources.length, family.edges.length]).toEqual([3, 2])
    await derive(blog, null)
    expect(await dossier()).toMatchObject({ origins: 2 })
  })

  test('texts that are nearly the same are suggested, until a person has said what they are', async () => {
    const [wire, copy, own] = [await shelve('Wire'), await shelve('Copy'), await shelve('Own')]
    await keep(wire, WIRE)
    await keep(copy, `Our correspondent writes this morning. ${WIRE} Reported by our desk.`)
    await keep(
      own,
      'The brigade was called at four in the morning; the owner of the mill had been warned twice, say neighbours.',
    )
    const suggested = async (id: string) => (await page(id)).suggestions.map(({ title }) => title)
    expect(await suggested(wire)).toEqual(['Copy'])
    expect(await suggested(copy)).toEqual(['Wire'])
    expect(await suggested(own)).toEqual([])
    await setApart(at.db, await who('checker'), { sourceId: copy, otherId: wire })
    expect(await suggested(wire)).toEqual([])
  })
})

describe('the shelf', () => {
  test('finds words of snapshots, in any script and case, and shows where', async () => {
    const id = await shelve('A page')
    await keep(id, 'Да пажару млын стаяў ля ракі. The REGISTER of fires says so.')
    for (const text of ['register', 'МЛЫН', 'пажару ракі', 'fires reg'])
      expect(await shelf({ text }), text).toEqual(['A page'])
    expect(await shelf({ text: 'млынар' })).toEqual([])
    const [row] = await searchShelf(at.db, await who('viewer'), { text: 'register' })
    expect(row?.excerpt).toContain('REGISTER of fires')
    for (const text of [`'`, `a' | 'b`, ':*', '\\', '!register', 'x & y', '<->'])
      await expect(shelf({ text })).resolves.toBeDefined()
  })

  test('is narrowed by health, by grade and by whether it is cited', async () => {
    const [alive, dead, paper] = [
      await shelve('Alive', { URL: 'https://a.example/' }),
      await shelve('Dead', { URL: 'https://d.example/' }),
      await shelve('Paper'),
    ]
    await keep(alive, 'Here.')
    const gone = { to: 'gone', status: 410, words: 'Gone.' } as const
    await recordVisit(at.db, await who('checker'), { sourceId: dead, url: 'https://d.example/', came: gone })
    await shelve('Unvisited', { URL: 'https://u.example/' })
    expect(await shelf({ health: 'alive' })).toEqual(['Alive'])
    expect(await shelf({ health: 'gone' })).toEqual(['Dead'])
    expect(await shelf({ health: 'unvisited' })).toEqual(['Unvisited'])
    expect(await shelf({ health: 'offline' })).toEqual(['Paper'])
    expect(await shelf({ health: 'kept' })).toEqual([])
    await cite(paper)
    expect(await shelf({ cited: true })).toEqual(['Paper'])
    expect(await shelf({ cited: false, health: 'gone' })).toEqual(['Dead'])
    expect(await shelf({ reliability: 'B', text: 'paper' })).toEqual(['Paper'])
    expect(await shelf({ reliability: 'A' })).toEqual([])
  })
})

describe('the search log', () => {
  const SEARCH = {
    place: 'The register',
    query: 'mill fire',
    searchedOn: '2026-02-01',
    result: 'nothing',
    note: 'Closed',
  } as const

  test('stands on the claim and in the report, and is taken back by its author', async () => {
    const answer = await logSearch(at.db, await who('checker'), { ...(await now()), ...SEARCH })
    const id = answer.outcome === 'logged' ? answer.searchId : ''
    expect((await dossier()).searches).toMatchObject([{ ...SEARCH, ended: null }])
    const report = async () => {
      const reader = await who('editor')
      const { claims } = await readReport(at.db, reader, { moment: reader }, formatReferences)
      return claims.find(({ number }) => number === 3)?.searches
    }
    expect(await report()).toMatchObject([{ ...SEARCH, by: `Shelf${desks} checker` }])
    await expect(logSearch(at.db, await who('viewer'), { ...(await now()), ...SEARCH })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await withdraw(at.db, await who('checker'), 'SearchEntry', { id, reason: 'Wrong register' })
    expect((await dossier()).searches).toMatchObject([{ ended: 'Wrong register' }])
    expect(await report()).toEqual([])
  })

  test('goes with its words when the claim is split, once', async () => {
    await logSearch(at.db, await who('checker'), { ...(await now()), ...SEARCH })
    await splitClaim(at.db, await who('editor'), { ...(await now()), cuts: ['The mill '.length], reason: 'Two facts' })
    const reader = await who('viewer')
    const { claims } = await readReport(at.db, reader, { moment: reader }, formatReferences)
    const logged = claims.filter(({ searches }) => searches.length > 0)
    expect(logged.map(({ text, searches }) => [text.trim(), searches.length])).toEqual([
      ['The mill', 1],
      ['stood by the river.', 1],
    ])
    expect(await breaksOf(at.url)).toEqual([])
  })
})
