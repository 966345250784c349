import { beforeEach, describe, expect, test } from 'vitest'
import type { Role } from '@/lib/domain/desk/permission.ts'
import { formatReferences } from '@/lib/exchange/bibliography/bibliography.ts'
import { checkQuotesOf } from '@/lib/jobs/check-quotes.ts'
import { readDossier } from '../article/dossier.ts'
import { reaffirm } from '../claim/assessment.ts'
import { amendCitation, attachCitation } from '../claim/citation.ts'
import { readReport } from '../report/report.ts'
import { recordWording } from '../revision/wording.ts'
import { searchShelf } from '../shelf/shelf.ts'
import { readSource } from '../shelf/source-page.ts'
import { mergeSources, setApart } from '../source/merge.ts'
import { addSource } from '../source/source.ts'
import { as, claimNow, newsItem, openDesk, SUPPORTS, type TestDesk } from '../testing/desk.ts'
import { breaksOf, ownDatabase } from '../testing/fresh-database.ts'
import { pageOf } from '../testing/page.ts'
import { currentSnapshot, type NewSnapshot, recordGiven, recordVisit } from './snapshot.ts'

const at = ownDatabase()
const URL = 'https://mill.example/fire'
const SAYS = 'The register says that the mill stood by the river until the fire. Twelve people were counted there.'
let desk: TestDesk
let sourceId: string
let desks = 0

beforeEach(async () => {
  desks += 1
  desk = await openDesk(at.db, `Snap${desks}`)
  sourceId = (await addSource(at.db, await who('checker'), newsItem('The mill', URL))).id
})

const who = (role: Role) => as(at.db, desk, role)
const now = (number = 3) => claimNow(at.db, desk, number)
const visit = async (text: string, read: Partial<NewSnapshot> = {}) => {
  const came = { to: 'answer', snapshot: { ...pageOf(URL, text), ...read } } as const
  return recordVisit(at.db, await who('checker'), { sourceId, url: URL, came })
}
const dossier = async (number = 3) => {
  const reader = await who('checker')
  return readDossier(at.db, reader, reader, await now(number))
}
const quoteFrom = async (snapshotId: string | null, words: string, number = 3, text = SAYS) => {
  const start = text.indexOf(words)
  const passage = { snapshotId: snapshotId ?? '', start, end: start + words.length }
  const answer = await attachCitation(at.db, await who('checker'), {
    ...(await now(number)),
    ...SUPPORTS,
    source: { id: sourceId },
    passage,
    covers: [{ start: 4, end: 14 }],
  })
  if (answer.outcome !== 'attached') throw new Error(answer.outcome)
  return answer.citationId
}

describe('visits', () => {
  test('the same bytes are one snapshot; a page that goes back to what it was is told as changed each time', async () => {
    const first = await visit(SAYS)
    const second = await visit(SAYS)
    const third = await visit('Something else.')
    const back = await visit(SAYS)
    expect([first, second, third, back].map(({ outcome }) => outcome)).toEqual(['first', 'same', 'changed', 'changed'])
    expect(second.snapshotId).toBe(first.snapshotId)
    expect(back.snapshotId).toBe(first.snapshotId)
    expect(await currentSnapshot(at.db, desk.workspaceId, sourceId)).toMatchObject({ id: first.snapshotId })
    expect(await at.db.snapshot.count({ where: { sourceId } })).toBe(2)
    expect(await breaksOf(at.url)).toEqual([])
  })

  test('text that no database takes is kept place for place', async () => {
    const text = 'A\u0000B \ud800 end of it.'
    const { snapshotId } = await visit(text)
    const kept = await at.db.snapshot.findUniqueOrThrow({ where: { id: snapshotId ?? '' } })
    expect(kept.text).toBe('A\ufffdB \ufffd end of it.')
    expect(kept.text).toHaveLength(text.length)
  })

  test('a text of more different words than a search takes is kept, and its beginning is found', async () => {
    const letters = (n: number) =>
      [...n.toString(26).padStart(4, '0')].map((digit) => String.fromCharCode(0x905 + Number.parseInt(digit, 26)))
    const word = (n: number) => letters(n).join('')
    const text = `mill ${Array.from({ length: 30_000 }, (_, n) => `${word(n)}-${word(n + 1)}`).join(' ')}`
    expect((await visit(text)).outcome).toBe('first')
    expect(await searchShelf(at.db, await who('viewer'), { text: 'mill' })).toMatchObject([{ id: sourceId }])
  })

  test('what could not be read the first time is kept as it is read the next, and its words can be quoted', async () => {
    const { sha256 } = pageOf(URL, SAYS)
    const unread = await visit('', { sha256, problem: 'Reading it took longer than 30 seconds; its bytes are kept.' })
    const read = await visit(SAYS)
    expect([unread.outcome, read.outcome]).toEqual(['first', 'same'])
    expect(await at.db.snapshot.findUniqueOrThrow({ where: { id: read.snapshotId ?? '' } })).toMatchObject({
      text: SAYS,
      problem: null,
    })
    await quoteFrom(read.snapshotId, 'the mill stood by the river')
    expect((await visit('', { sha256, problem: 'It could not be read; its bytes are kept.' })).snapshotId).toBe(
      read.snapshotId,
    )
    expect((await dossier()).citations[0]?.standing?.fate).toBe('says_so')
    expect(await breaksOf(at.url)).toEqual([])
  })

  test('what a person accepted is never filled over; what is empty is, and waits', async () => {
    const found = { title: 'Mill burns', author: [{ literal: 'A. Lee' }] }
    const snapshot = pageOf(URL, SAYS)
    const { fillRecord } = await import('@/lib/domain/source/fill.ts')
    const fill = (record: Parameters<typeof fillRecord>[0]) => fillRecord(record, found)
    await recordVisit(at.db, await who('checker'), { sourceId, url: URL, came: { to: 'answer', snapshot, fill } })
    const record = await at.db.sourceRecord.findFirstOrThrow({ where: { sourceId, endedSeq: null } })
    expect(record).toMatchObject({ title: 'The mill', unconfirmed: ['authors'] })
    expect(record.csl).toMatchObject({ author: [{ literal: 'A. Lee' }], URL })
  })
})

describe('a quote', () => {
  test('is what stands in the snapshot, whoever asks for it, and says so again after a visit', async () => {
    const { snapshotId } = await visit(SAYS)
    await quoteFrom(snapshotId, 'the mill stood by the river')
    await visit(`A new heading. ${SAYS} And a new end.`)
    const [citation] = (await dossier()).citations
    expect(citation).toMatchObject({ quote: 'the mill stood by the river', snapshotId })
    expect(citation?.standing).toMatchObject({ fate: 'says_so', score: 1, said: '' })
    expect(citation?.link?.outcome).toBe('changed')
    expect(citation?.newestSnapshotId).not.toBe(snapshotId)
    expect(await now()).toMatchObject({ lostSources: 0 })
  })

  test('that the page no longer says is told on the claim, on each visit once, and no longer when it is back', async () => {
    const { snapshotId } = await visit(SAYS)
    await quoteFrom(snapshotId, 'Twelve people were counted there')
    const gone = await visit('The register says nothing of it now. There was a fire in the town that year.')
    expect(gone.lost).toBe(1)
    expect(await now()).toMatchObject({ lostSources: 1 })
    expect((await dossier()).citations[0]?.standing?.fate).toBe('gone')
    expect((await visit('Still nothing of it here, on another page.')).lost).toBe(0)
    await visit(SAYS)
    expect(await now()).toMatchObject({ lostSources: 0 })
    expect((await dossier()).citations[0]?.standing?.fate).toBe('says_so')
  })

  test('whose number was changed is gone, and what stands there now is kept', async () => {
    const { snapshotId } = await visit(SAYS)
    await quoteFrom(snapshotId, 'Twelve people were counted there')
    await visit(SAYS.replace('Twelve', 'Fifteen'))
    const standing = (await dossier()).citations[0]?.standing
    expect(standing).toMatchObject({ fate: 'gone' })
    expect(standing?.said).toContain('Fifteen')
  })

  test('typed by hand is looked for in the first snapshot that comes', async () => {
    const quote = 'the mill stood by the river'
    await attachCitation(at.db, await who('checker'), {
      ...(await now()),
      ...SUPPORTS,
      quote,
      source: { id: sourceId },
    })
    expect((await dossier()).citations[0]?.standing).toBeNull()
    await visit(SAYS)
    expect((await dossier()).citations[0]?.standing?.fate).toBe('says_so')
  })

  test('typed by hand that no snapshot ever had is not lost; one that a snapshot had is', async () => {
    const typed = async (quote: string, number: number) =>
      attachCitation(at.db, await who('checker'), {
        ...(await now(number)),
        ...SUPPORTS,
        quote,
        source: { id: sourceId },
      })
    await typed('The ferry keeper sold his boat in the spring', 3)
    await typed('the mill stood by the river', 4)
    expect((await visit(SAYS)).lost).toBe(0)
    const [never, found] = [(await dossier(3)).citations[0], (await dossier(4)).citations[0]]
    expect(never?.standing).toMatchObject({ fate: 'gone', neverFound: true })
    expect(found?.standing).toMatchObject({ fate: 'says_so', neverFound: false })
    expect(await now(3)).toMatchObject({ lostSources: 0 })

    expect((await visit('Nothing of it is here any more, not a word.')).lost).toBe(1)
    expect((await dossier(3)).citations[0]?.standing).toMatchObject({ fate: 'gone', neverFound: true })
    expect((await dossier(4)).citations[0]?.standing).toMatchObject({ fate: 'gone', neverFound: false })
    expect(await now(3)).toMatchObject({ lostSources: 0 })
    expect(await now(4)).toMatchObject({ lostSources: 1 })
    const reader = await who('editor')
    const report = await readReport(at.db, reader, { moment: reader }, formatReferences)
    const standings = report.claims.flatMap(({ citations }) => citations.flatMap(({ standing }) => standing ?? []))
    expect(standings.map(({ fate, neverFound }) => [fate, neverFound])).toEqual([
      ['gone', true],
      ['gone', undefined],
    ])
  })

  test('typed by hand and found has surroundings from then on: what the page says there now is shown', async () => {
    await attachCitation(at.db, await who('checker'), {
      ...(await now()),
      ...SUPPORTS,
      quote: 'counted 23 hurt there',
      source: { id: sourceId },
    })
    const page = (count: number) =>
      `The mill burned on Friday.\nBy noon the office had counted ${count} hurt there, and the search went on.\nNobody else.`
    await visit(page(23))
    for (const count of [31, 40]) {
      await visit(page(count))
      const standing = (await dossier()).citations[0]?.standing
      expect(standing).toMatchObject({ fate: 'gone', neverFound: false, said: `counted ${count} hurt there` })
    }
  })

  test('a page that was only seen in part is told on the citation, and one that is back again is not a changed one', async () => {
    const { snapshotId } = await visit(SAYS)
    await quoteFrom(snapshotId, 'the mill stood by the river')
    const problem = 'The site shows only a part of the page.'
    const partly = await visit('The beginning.', { problem })
    const [part] = (await dossier()).citations
    expect(part).toMatchObject({
      standing: null,
      link: { outcome: 'changed', words: problem, snapshotId: partly.snapshotId },
    })
    const back = await visit(SAYS)
    const [whole] = (await dossier()).citations
    expect(whole).toMatchObject({ snapshotId, link: { outcome: 'changed', words: '', snapshotId: back.snapshotId } })
    expect(whole?.link?.snapshotId).toBe(whole?.snapshotId)
  })

  test('a passage that stood beside the quote is not taken for it when its own line has changed', async () => {
    const lines = (count: number) =>
      `The office counted on Monday:\nMill Lane: 9 hurt\nFord Lane: ${count} hurt\nEnd of list.`
    const { snapshotId } = await visit(lines(9))
    const text = lines(9)
    const start = text.lastIndexOf('9 hurt')
    const passage = { snapshotId: snapshotId ?? '', start, end: start + '9 hurt'.length }
    const covers = [{ start: 4, end: 14 }]
    await attachCitation(at.db, await who('checker'), {
      ...(await now()),
      ...SUPPORTS,
      source: { id: sourceId },
      passage,
      covers,
    })
    expect((await visit(lines(11))).lost).toBe(1)
  })

  test('a page that is not the page says nothing against a quote', async () => {
    const { snapshotId } = await visit(SAYS)
    await quoteFrom(snapshotId, 'the mill stood by the river')
    const wall = await visit('We value your privacy. Accept all.', { problem: 'A notice about consent came instead.' })
    expect(wall.lost).toBe(0)
    expect(await now()).toMatchObject({ lostSources: 0 })
    expect((await dossier()).citations[0]?.standing).toBeNull()
    await visit(`${SAYS} Subscribe to read on.`, { problem: 'Only the beginning of the page was sent.' })
    expect((await dossier()).citations[0]?.standing?.fate).toBe('says_so')
  })

  test('that is not in the part of a long text that was kept is not told as gone; another number in it is', async () => {
    const quote = 'Forty people watched from the bridge until the morning'
    await attachCitation(at.db, await who('checker'), {
      ...(await now()),
      ...SUPPORTS,
      quote,
      source: { id: sourceId },
    })
    expect((await visit(SAYS, { cut: true })).lost).toBe(0)
    expect((await dossier()).citations[0]?.standing).toBeNull()
    expect(await now()).toMatchObject({ lostSources: 0 })
    const { snapshotId } = await visit(SAYS, { cut: true })
    await quoteFrom(snapshotId, 'Twelve people were counted there')
    expect((await visit(SAYS.replace('Twelve', 'Fifteen'), { cut: true })).lost).toBe(1)
  })

  test('taken from an older snapshot, or typed by hand, is looked for in what the page says now, without a visit', async () => {
    const { snapshotId } = await visit(SAYS)
    await quoteFrom(snapshotId, 'the mill stood by the river')
    await visit('Nothing of it here any more, not a word.')
    await quoteFrom(snapshotId, 'Twelve people were counted there', 4)
    expect(await now(4)).toMatchObject({ lostSources: 0 })
    const jobs = await at.db.$queryRaw<{ payload: object }[]>`
      SELECT "payload" FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t."id" = j."task_id"
      WHERE t."identifier" = 'check_quotes' AND "payload"->>'sourceId' = ${sourceId}`
    expect(jobs).toHaveLength(2)
    await checkQuotesOf(at.db, jobs[1]?.payload)
    expect(await now(4)).toMatchObject({ lostSources: 1 })
    expect((await dossier(4)).citations[0]?.standing?.fate).toBe('gone')
    const { seq } = await at.db.clock.findUniqueOrThrow({ where: { id: desk.workspaceId } })
    await checkQuotesOf(at.db, jobs[0]?.payload)
    expect(await at.db.clock.findUniqueOrThrow({ where: { id: desk.workspaceId } })).toMatchObject({ seq })
    expect(await breaksOf(at.url)).toEqual([])
  })

  test('from a snapshot of another source, or of another desk, or of no words, is refused', async () => {
    const { snapshotId } = await visit(SAYS)
    const { id: other } = await addSource(at.db, await who('checker'), newsItem('Another'))
    const cite = async (source: string, passage: { snapshotId: string; start: number; end: number }) =>
      attachCitation(at.db, await who('checker'), { ...(await now()), ...SUPPORTS, source: { id: source }, passage })
    const words = { snapshotId: snapshotId ?? '', start: 0, end: 12 }
    await expect(cite(other, words)).rejects.toMatchObject({ code: 'not_found' })
    await expect(cite(sourceId, { ...words, start: 3, end: 4 })).rejects.toMatchObject({ code: 'invalid' })
    await expect(cite(sourceId, { ...words, end: 5_000 })).rejects.toMatchObject({ code: 'invalid' })
    const theirs = await openDesk(at.db, `Other${desks}`)
    const stranger = await as(at.db, theirs, 'checker')
    const far = {
      ...(await claimNow(at.db, theirs, 3)),
      ...SUPPORTS,
      source: { add: newsItem('Mine', URL) },
      passage: words,
    }
    await expect(attachCitation(at.db, stranger, far)).rejects.toMatchObject({ code: 'not_found' })
    expect(await at.db.citation.count({ where: { workspaceId: { in: [desk.workspaceId, theirs.workspaceId] } } })).toBe(
      0,
    )
  })

  test('goes with its citation: amended it keeps its passage, re-affirmed it keeps the words it covers that stayed', async () => {
    const { snapshotId } = await visit(SAYS)
    const citationId = await quoteFrom(snapshotId, 'the mill stood by the river')
    const { stance, note, locator } = SUPPORTS
    const said = { stance, note, locator, quote: 'the mill stood by the river', credibility: 4 }
    const amended = await amendCitation(at.db, await who('checker'), {
      ...(await now()),
      ...said,
      citationId,
      covers: [{ start: 0, end: 28 }],
    })
    expect(amended.outcome).toBe('amended')
    const [standing] = (await dossier()).citations
    expect(standing).toMatchObject({ credibility: 4, snapshotId, quote: said.quote })
    expect((await dossier()).earlierCitations).toMatchObject([{ id: citationId, ended: 'amended' }])
    expect(await now()).toMatchObject({ uncovered: 0, sources: 1 })
    await recordWording(at.db, await who('owner'), {
      ...(await now()),
      text: 'The old mill stood by the wide river. ',
      reason: 'Map',
    })
    const given = { ...(await now()), citationIds: [standing?.id ?? ''], rationale: '' }
    expect(await reaffirm(at.db, await who('checker'), given)).toMatchObject({ outcome: 'reaffirmed', citations: 1 })
    const covered = (await dossier()).citations[0]?.covers?.map(({ exact }) => exact)
    expect(covered?.join(' ')).toContain('mill stood by the')
    expect(covered?.join(' ')).not.toContain('wide')
    expect(await now()).toMatchObject({ uncovered: 2 })
    await visit('Nothing of it here any more, not a word.')
    expect(await now()).toMatchObject({ lostSources: 1 })
    expect(await breaksOf(at.url)).toEqual([])
  })

  test('covers the words that were marked, though the claim was set otherwise meanwhile', async () => {
    const seen = await now()
    const text = 'The         mill stood by the river. '
    await recordWording(at.db, await who('owner'), { ...seen, text, reason: 'Spaces' })
    const given = { ...seen, ...SUPPORTS, source: { id: sourceId }, covers: [{ start: 22, end: 27 }] }
    expect(await attachCitation(at.db, await who('checker'), given)).toMatchObject({ outcome: 'attached' })
    expect((await dossier()).citations[0]?.covers).toEqual([{ start: 30, end: 35, exact: 'river' }])
  })

  test('is changed by its author or an editor, and by no one else', async () => {
    const { snapshotId } = await visit(SAYS)
    const answer = await attachCitation(at.db, await who('owner'), {
      ...(await now()),
      ...SUPPORTS,
      source: { id: sourceId },
      passage: { snapshotId: snapshotId ?? '', start: 0, end: 12 },
    })
    const citationId = answer.outcome === 'attached' ? answer.citationId : ''
    const change = { ...(await now()), ...SUPPORTS, citationId }
    await expect(amendCitation(at.db, await who('checker'), change)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await amendCitation(at.db, await who('editor'), change)).toMatchObject({ outcome: 'amended' })
    expect(await amendCitation(at.db, await who('editor'), change)).toEqual({ outcome: 'gone' })
  })
})

test('an address that answers that there is nothing is a dead link on the claim, and one that fails is not', async () => {
  const { snapshotId } = await visit(SAYS)
  await quoteFrom(snapshotId, 'the mill stood by the river')
  const failed = { to: 'failed', status: 503, words: 'The address answered 503.' } as const
  await recordVisit(at.db, await who('checker'), { sourceId, url: URL, came: failed })
  expect(await now()).toMatchObject({ lostSources: 0 })
  const gone = { to: 'gone', status: 404, words: 'The address answered 404.' } as const
  await recordVisit(at.db, await who('checker'), { sourceId, url: URL, came: gone })
  expect(await now()).toMatchObject({ lostSources: 1 })
  expect((await dossier()).citations[0]?.link).toMatchObject({ outcome: 'gone', words: 'The address answered 404.' })
})

test('words that are covered stay so where only the style of the wording changed', async () => {
  const { snapshotId } = await visit(SAYS)
  await quoteFrom(snapshotId, 'the mill stood by the river')
  expect(await now()).toMatchObject({ uncovered: 4, sources: 1 })
  const { claimId, baseId } = await now()
  const text = 'The  mill stood by the river '
  await recordWording(at.db, await who('owner'), { claimId, baseId, text, reason: 'Style' })
  expect(await now()).toMatchObject({ uncovered: 4, sources: 1, staleSources: 0 })
  expect((await dossier()).citations[0]?.covers).toMatchObject([{ start: 5, exact: 'mill stood' }])
})

test('the report tells what was kept, how the quote stands, and which words are covered; a pin tells it as it was', async () => {
  const { snapshotId } = await visit(SAYS)
  await quoteFrom(snapshotId, 'the mill stood by the river')
  const article = await who('editor')
  const pin = { change: article.seq, deskChange: article.deskSeq }
  const read = async (given: object) => {
    const reader = await who('editor')
    return readReport(at.db, reader, { moment: reader, ...given }, formatReferences)
  }
  const entry = (report: Awaited<ReturnType<typeof read>>) => report.claims.find(({ number }) => number === 3)
  const before = entry(await read({}))
  expect(before?.citations[0]).toMatchObject({
    covers: ['mill stood'],
    standing: null,
    passage: { exact: 'the mill stood by the river', sha256: pageOf(URL, SAYS).sha256, url: URL },
  })
  expect(before?.covered).toMatchObject({ words: 2, total: 6 })
  await visit('Nothing of it here any more, not a word.')
  expect(entry(await read({}))?.citations[0]?.standing?.fate).toBe('gone')
  const pinned = await read({ moment: { seq: pin.change, deskSeq: pin.deskChange } })
  expect(entry(pinned)?.citations[0]).toMatchObject({ standing: null, link: { outcome: 'first' } })
})

test('a file that a person gave is what the source says, beside what its address says', async () => {
  const given = { ...pageOf(URL, 'A scan of the register.'), fetched: null, fileName: 'scan.txt' }
  const { snapshotId } = await recordGiven(at.db, await who('checker'), { sourceId, snapshot: given })
  expect(await currentSnapshot(at.db, desk.workspaceId, sourceId)).toMatchObject({ id: snapshotId })
  expect((await visit(SAYS)).outcome).toBe('changed')
})

describe('two addresses of one document', () => {
  const STORY = `${SAYS} The owner had been warned twice about the wiring of the upper floor, and no fine was ever paid.`

  /** Another source, kept and cited beside the first. */
  const beside = async (url: string, snapshot: Partial<NewSnapshot> & { text: string }) => {
    const checker = await who('checker')
    const { id } = await addSource(at.db, checker, newsItem('The mill again', url))
    const came = { to: 'answer', snapshot: { ...pageOf(url, snapshot.text), ...snapshot } } as const
    await recordVisit(at.db, checker, { sourceId: id, url, came })
    for (const source of [sourceId, id])
      await attachCitation(at.db, checker, { ...(await now()), ...SUPPORTS, source: { id: source } })
    return id
  }

  test('the same canonical address: counted as two, with a warning on the claim and in the report', async () => {
    await visit(SAYS, { canonical: URL })
    const other = await beside('https://mill.example/fire/page2', {
      text: 'A teaser of a few words.',
      canonical: `${URL}?utm_source=x`,
    })
    const { origins, twins } = await dossier()
    expect(origins).toBe(2)
    expect(twins).toMatchObject([
      { words: expect.stringContaining('“The mill” and “The mill again” lead to the same address') },
    ])
    const reader = await who('viewer')
    const page = await readSource(at.db, { ...reader, memberId: desk.seats.viewer.memberId }, other)
    expect(page.duplicates).toMatchObject([{ id: sourceId, by: 'address' }])
    const told = await readReport(at.db, reader, { moment: reader }, formatReferences)
    expect(told.claims.find(({ key }) => key === 'C-3')?.twins).toEqual([{ references: [1, 2], why: 'address' }])

    const owner = await who('editor')
    await mergeSources(at.db, owner, { sourceId: other, intoId: sourceId, reason: 'The same story' })
    expect(await dossier()).toMatchObject({ origins: 1, twins: [] })
  })

  test('the same text elsewhere: a warning, until someone says that they are not the same', async () => {
    await visit(STORY)
    const other = await beside('https://other.example/story', { text: `${STORY} Reported by our desk.` })
    expect((await dossier()).twins).toMatchObject([{ words: expect.stringContaining('nearly the same text') }])
    await setApart(at.db, await who('checker'), { sourceId, otherId: other })
    expect((await dossier()).twins).toEqual([])
  })

  test('other words at another address: none', async () => {
    await visit(SAYS)
    await beside('https://other.example/story', { text: 'The harbour board met on Tuesday and spoke of the weir.' })
    expect((await dossier()).twins).toEqual([])
  })
})
