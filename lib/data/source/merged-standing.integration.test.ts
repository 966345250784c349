import { beforeEach, expect, test } from 'vitest'
import type { Role } from '@/lib/domain/desk/permission.ts'
import { formatReferences } from '@/lib/exchange/bibliography/bibliography.ts'
import { readDossier } from '../article/dossier.ts'
import { attachCitation } from '../claim/citation.ts'
import { readReport } from '../report/report.ts'
import { sourcesToVisit } from '../snapshot/capture.ts'
import { recordVisit } from '../snapshot/snapshot.ts'
import { as, claimNow, newsItem, openDesk, SUPPORTS, type TestDesk } from '../testing/desk.ts'
import { breaksOf, ownDatabase } from '../testing/fresh-database.ts'
import { pageOf } from '../testing/page.ts'
import { mergeSources, partSource } from './merge.ts'
import { addSource } from './source.ts'

// Two entries of the shelf are one source for as long as they are merged: how a quote stands is what that source says.

const at = ownDatabase()
const URLS = { cited: 'https://mill.example/fire', survivor: 'https://mill.example/archive/fire' }
const SAYS = 'The register says that the mill stood by the river until the fire.'
const NOTHING = 'There is nothing of it here, on quite another page about the town.'
let desk: TestDesk
let ids: Record<keyof typeof URLS, string>
let desks = 0

const who = (role: Role) => as(at.db, desk, role)
const now = () => claimNow(at.db, desk, 3)
const visit = async (which: keyof typeof URLS, text: string | null) => {
  const url = URLS[which]
  const nothing = { to: 'gone', status: 404, words: 'The address answered 404.' } as const
  const came = text === null ? nothing : ({ to: 'answer', snapshot: pageOf(url, text) } as const)
  return recordVisit(at.db, await who('checker'), { sourceId: ids[which], url, came })
}
const merge = async () =>
  mergeSources(at.db, await who('editor'), { sourceId: ids.cited, intoId: ids.survivor, reason: 'One page' })
const told = async () => {
  const reader = await who('editor')
  const claim = await now()
  const [citation] = (await readDossier(at.db, reader, reader, claim)).citations
  const report = await readReport(at.db, reader, { moment: reader }, formatReferences)
  const [entry] = report.claims.find(({ number }) => number === 3)?.citations ?? []
  expect(entry?.standing?.fate).toBe(citation?.standing?.fate)
  return { fate: citation?.standing?.fate, link: citation?.link?.outcome, lost: claim.lostSources }
}

beforeEach(async () => {
  desks += 1
  desk = await openDesk(at.db, `Merged${desks}`)
  const add = async (which: keyof typeof URLS) =>
    (await addSource(at.db, await who('checker'), newsItem(`The mill, ${which}`, URLS[which]))).id
  ids = { cited: await add('cited'), survivor: await add('survivor') }
  const { snapshotId } = await visit('cited', SAYS)
  const start = SAYS.indexOf('the mill')
  const passage = { snapshotId: snapshotId ?? '', start, end: start + 'the mill stood by the river'.length }
  const given = { ...(await now()), ...SUPPORTS, source: { id: ids.cited }, passage }
  await attachCitation(at.db, await who('checker'), given)
  await visit('cited', SAYS)
})

test('the survivor is asked again in the place of what was merged into it, though nothing cites it by name', async () => {
  const due = async () => {
    const { workspaceId } = desk
    const rows = await sourcesToVisit(at.db, new Date(Date.now() + 60_000), { workspaceId, most: 10 })
    return rows.map(({ sourceId }) => sourceId)
  }
  expect(await due()).toEqual([ids.cited])
  await merge()
  expect(await due()).toEqual([ids.survivor])
  await partSource(at.db, await who('editor'), { sourceId: ids.cited })
  expect(await due()).toEqual([ids.cited])
})

test('a dead address is no longer one on the claim once the source was asked at its other', async () => {
  await visit('cited', null)
  expect(await told()).toEqual({ fate: 'says_so', link: 'gone', lost: 1 })
  await merge()
  await visit('survivor', SAYS)
  expect(await told()).toEqual({ fate: 'says_so', link: 'first', lost: 0 })
  await visit('survivor', null)
  expect(await told()).toEqual({ fate: 'says_so', link: 'gone', lost: 1 })
})

test('taken apart again, a quote stands as its own source says', async () => {
  await merge()
  await visit('survivor', NOTHING)
  expect(await told()).toMatchObject({ fate: 'gone', lost: 1 })
  await partSource(at.db, await who('editor'), { sourceId: ids.cited })
  expect(await told()).toMatchObject({ fate: 'says_so', lost: 0 })
  expect(await breaksOf(at.url)).toEqual([])
})
