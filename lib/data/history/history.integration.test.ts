import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { coverage } from '@/lib/domain/claim/coverage.ts'
import { readBlame } from '../article/blame.ts'
import { readDossier } from '../article/dossier.ts'
import { readClaim, readGalley } from '../article/galley.ts'
import { withdraw } from '../claim/annotation.ts'
import { assess } from '../claim/assessment.ts'
import { attachCitation } from '../claim/citation.ts'
import { addComment, openThread, resolveThread } from '../claim/thread.ts'
import { restoreRevision } from '../revision/restore.ts'
import { mergeClaims, splitClaim } from '../revision/structure.ts'
import { acceptWording, proposeWording, recordWording, restoreWording } from '../revision/wording.ts'
import { addSource, gradeSource } from '../source/source.ts'
import { asDemo, openDemo } from '../testing/demo.ts'
import { as, claimNow, newsItem, openDesk, SUPPORTS, type TestDesk } from '../testing/desk.ts'
import { breaksOf, ownDatabase } from '../testing/fresh-database.ts'
import { readComparison } from './comparison.ts'
import { readHistory } from './history.ts'
import { revisionMoment, revisionMoments } from './revision-moment.ts'

const at = ownDatabase()
let desk: TestDesk
let desks = 0

// The demo comes to an empty house.
beforeAll(() => openDemo(at.url))
beforeEach(async () => {
  desks += 1
  desk = await openDesk(at.db, `Past${desks}`)
})

const editor = () => as(at.db, desk, 'editor')
const now = (number: number) => claimNow(at.db, desk, number)

async function reword(number: number, text: string) {
  const done = await recordWording(at.db, await editor(), { ...(await now(number)), text, reason: 'Upkeep' })
  expect(done.outcome).toBe('recorded')
}

/** The last claim in two: "The owner had | been warned." gives C-6. */
async function splitOwner() {
  const { claimId, wordingId, text } = await now(5)
  const cuts = [text.indexOf('been')]
  const done = await splitClaim(at.db, await editor(), { claimId, wordingId, cuts, reason: 'Two things' })
  expect(done.outcome).toBe('recorded')
}

async function mergeFirst() {
  const claims = [await now(3), await now(4)].map(({ claimId, wordingId }) => ({ claimId, wordingId }))
  const done = await mergeClaims(at.db, await editor(), { claims, reason: 'One thing' })
  expect(done.outcome).toBe('recorded')
}

async function restore(revision: number, baseRevision: number) {
  return restoreRevision(at.db, await editor(), { revision, baseRevision, reason: 'It was right' })
}

describe('the timeline', () => {
  test('says what each revision made of claims', async () => {
    await reword(3, 'The mill stood by the canal.')
    await splitOwner()
    await mergeFirst()
    expect(await restore(2, 4)).toMatchObject({ outcome: 'recorded', revision: 5 })
    const reader = await as(at.db, desk, 'viewer')
    const { revisions, head, older } = await readHistory(at.db, reader, reader)
    const counts = revisions.map(({ number, kind, counts: made }) => [
      number,
      kind,
      Object.entries(made).flatMap(([what, count]) => (count > 0 ? [`${what} ${count}`] : [])),
    ])
    expect(counts.toReversed().slice(0, 4)).toEqual([
      [1, 'imported', ['new 5']],
      [2, 'recorded', ['reworded 1']],
      [3, 'recorded', ['split 1']],
      [4, 'recorded', ['merged 1']],
    ])
    expect(counts[0]).toMatchObject([5, 'restored', expect.arrayContaining(['returned 1'])])
    expect({ head, older }).toEqual({ head: 5, older: null })
  })

  test('comes a page at a time', async () => {
    for (let round = 0; round < 52; round++) await reword(4, `It burned on ${round + 1} May 2021.`)
    const reader = await as(at.db, desk, 'viewer')
    const first = await readHistory(at.db, reader, reader)
    expect([first.revisions.length, first.revisions[0]?.number, first.older, first.head]).toEqual([50, 53, 3, 53])
    const second = await readHistory(at.db, reader, reader, first.older ?? 0)
    expect(second.revisions.map(({ number }) => number)).toEqual([3, 2, 1])
    expect([second.older, second.head]).toEqual([null, 53])
    expect((await readHistory(at.db, reader, reader, 999)).revisions).toHaveLength(50)
  })

  test('the coverage of every revision is what the galley said at its last moment, asked once or twice', async () => {
    const checker = await as(at.db, desk, 'checker')
    const cited = { ...(await now(4)), ...SUPPORTS, source: { add: newsItem('An atlas') } }
    await attachCitation(at.db, checker, cited)
    await assess(at.db, checker, { ...(await now(4)), verdict: 'supported', confidence: 'high', rationale: 'Seen' })
    await reword(3, 'The mill stood by the canal.')
    await reword(4, 'It burned down on 3 May 2021.')
    await splitOwner()
    await mergeFirst()
    for (const _ of [1, 2]) {
      const reader = await as(at.db, desk, 'viewer')
      const { revisions } = await readHistory(at.db, reader, reader)
      for (const { number, coverage: found } of revisions) {
        const moment = await revisionMoment(at.db, reader, reader, number)
        const { claims } = await readGalley(at.db, reader, moment)
        expect(found, `revision ${number}`).toEqual(coverage(claims))
      }
      expect(revisions.map(({ coverage: { checked } }) => checked > 0)).toEqual([false, false, false, true, true])
    }
  })

  test('the demo’s figures are those of its galley', async () => {
    const reader = await asDemo(at.db, 'owner')
    const { revisions } = await readHistory(at.db, reader, reader)
    const moments = await revisionMoments(at.db, reader, reader, { first: 1, last: 99 })
    expect(moments.map(({ number, newest }) => [number, newest])).toEqual([
      [1, false],
      [2, true],
    ])
    for (const moment of moments) {
      const { claims } = await readGalley(at.db, reader, moment)
      expect(revisions.find(({ number }) => number === moment.number)?.coverage).toEqual(coverage(claims))
    }
  })
})

describe('two revisions', () => {
  test('are compared by what the record says of their claims', async () => {
    await reword(3, 'The mill stood by the canal.')
    await splitOwner()
    await mergeFirst()
    const reader = await as(at.db, desk, 'viewer')
    const compared = await readComparison(at.db, reader, 1, 4)
    expect(compared.counts).toMatchObject({ kept: 2, split: 1, merged: 1, new: 0, retired: 0 })
    expect(compared.from.number).toBe(1)
    expect(await readComparison(at.db, reader, 4, 1)).toEqual(compared)
    const text = compared.running[0]?.blocks[1]?.parts.map(({ kind, text: words }) => `${kind}: ${words}`)
    expect(text).toContain('removed: river')
    expect(await readComparison(at.db, reader, 2, 2)).toMatchObject({ changes: [], settingOnly: false })
    await expect(readComparison(at.db, reader, 1, 9)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('a restored revision is the one it restores', async () => {
    await splitOwner()
    await mergeFirst()
    await restore(1, 3)
    const { counts, running } = await readComparison(at.db, await as(at.db, desk, 'viewer'), 1, 4)
    expect(counts).toMatchObject({ kept: 5, reworded: 0, new: 0, retired: 0 })
    expect(running.flatMap(({ blocks }) => blocks.map(({ state }) => state))).toEqual(['same', 'same'])
    expect(await breaksOf(at.url)).toEqual([])
  })
})

describe('a dossier of an old revision', () => {
  const read = async (revision?: number, number = 4) => {
    const reader = await as(at.db, desk, 'viewer')
    const moment = revision === undefined ? reader : await revisionMoment(at.db, reader, reader, revision)
    return readDossier(at.db, reader, moment, await readClaim(at.db, reader, moment, number))
  }

  test('is what it was then, whatever came after', async () => {
    const [checker, boss] = [await as(at.db, desk, 'checker'), await editor()]
    const claim = await now(4)
    const { id } = await addSource(at.db, checker, newsItem('An atlas'))
    const cited = await attachCitation(at.db, checker, { ...claim, ...SUPPORTS, source: { id } })
    const answer = { confidence: 'high', rationale: 'Seen' } as const
    await assess(at.db, checker, { ...claim, ...answer, verdict: 'supported' })
    const threadId = await openThread(at.db, checker, { ...claim, quote: '', body: 'Which May?', mentions: [] })
    const commentId = await addComment(at.db, checker, { threadId, body: 'I mean it.', mentions: [] })
    const proposed = await proposeWording(at.db, checker, { ...claim, text: 'It burned in May.', reason: 'Vaguer' })
    const before = await read()
    expect(before.wordings.map(({ state }) => state)).toEqual(['proposed', 'accepted'])

    // The next revision, and after it everything there is changes.
    await reword(3, 'The mill stood by the canal.')
    if (proposed.outcome === 'proposed') await acceptWording(at.db, boss, { ...proposed, reason: 'Right' })
    await gradeSource(at.db, checker, { sourceId: id, reliability: 'E', reason: 'It made it up.' })
    if (cited.outcome === 'attached') await withdraw(at.db, checker, 'Citation', { id: cited.citationId, reason: 'No' })
    await assess(at.db, checker, { ...(await now(4)), ...answer, verdict: 'refuted' })
    await withdraw(at.db, checker, 'Comment', { id: commentId, reason: '' })
    await addComment(at.db, boss, { threadId, body: 'Settled.', mentions: [] })
    await resolveThread(at.db, boss, { threadId })
    const { claimId, wordingId, text } = await now(4)
    await splitClaim(at.db, boss, { claimId, wordingId, cuts: [text.indexOf('in')], reason: 'Two' })

    expect(await read(1)).toEqual(before)
    const after = await read()
    expect(after.threads).not.toEqual(before.threads)
    expect(after.wordings.length).toBeGreaterThan(before.wordings.length)
    await expect(read(1, 6)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('keeps assessors blind who are blind today, whatever the words are now', async () => {
    const [checker, boss] = [await as(at.db, desk, 'checker'), await editor()]
    const answer = { ...(await now(2)), verdict: 'refuted', confidence: 'low', rationale: 'Eleven' } as const
    await assess(at.db, checker, answer)
    const second = await assess(at.db, boss, answer)
    await reword(3, 'The mill stood by the canal.')
    expect(await read(1, 2)).toMatchObject({ hiddenAssessments: 0 })
    if (second.outcome === 'assessed')
      await withdraw(at.db, boss, 'Assessment', { id: second.assessmentId, reason: 'Not sure' })
    const hidden = await read(1, 2)
    expect(hidden).toMatchObject({ hiddenAssessments: 2, assessments: [] })
    expect(JSON.stringify(hidden)).not.toContain('Eleven')
    await reword(2, 'At least 14 people were killed.')
    expect(await read(1, 2)).toMatchObject({ hiddenAssessments: 2, assessments: [] })
  })
})

describe('who wrote what', () => {
  const blameOf = async (number: number, revision?: number) => {
    const reader = await as(at.db, desk, 'viewer')
    const moment = revision === undefined ? reader : await revisionMoment(at.db, reader, reader, revision)
    const { runs, origins } = await readBlame(at.db, reader, moment, number)
    const who = (id: string | null) => Object.entries(desk.seats).find(([, seat]) => seat.memberId === id)?.[0] ?? id
    return runs.map(({ text, origin }) => {
      const { revision: from, authorId, claim } = origins[origin] ?? {}
      return [text.trim(), from, who(authorId ?? null), claim]
    })
  }

  test('names the revision and the person of every word, through proposals, splits and merges', async () => {
    const proposal = { ...(await now(5)), text: 'The owner had been warned twice.', reason: 'Register' }
    const proposed = await proposeWording(at.db, await as(at.db, desk, 'checker'), proposal)
    if (proposed.outcome === 'proposed') await acceptWording(at.db, await editor(), { ...proposed, reason: '' })
    expect(await blameOf(5)).toEqual([
      ['The owner had been warned', 1, null, null],
      ['twice', 2, 'checker', null],
      ['.', 1, null, null],
    ])
    await splitOwner()
    await reword(6, 'been warned at least twice.')
    expect(await blameOf(6)).toEqual([
      ['been warned', 1, null, 5],
      ['at least', 4, 'editor', null],
      ['twice', 2, 'checker', 5],
      ['.', 1, null, 5],
    ])
    expect(await blameOf(6, 3)).toHaveLength(3)
    await reword(4, 'It burned down on 3 May 2021.')
    await mergeFirst()
    const reader = await as(at.db, desk, 'viewer')
    const { claims } = await readGalley(at.db, reader, reader)
    const merged = claims.find(({ text }) => text.includes('burned'))?.number ?? 0
    expect((await blameOf(merged)).map(([words, revision]) => `${words} ${revision}`)).toContain('down 5')
    await expect(blameOf(6, 1)).rejects.toMatchObject({ code: 'not_found' })
    await expect(blameOf(99)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('an ancestor’s wording is named as that, and cannot be restored', async () => {
    const checker = await as(at.db, desk, 'checker')
    await assess(at.db, checker, { ...(await now(5)), verdict: 'supported', confidence: 'high', rationale: 'Seen' })
    await splitOwner()
    const reader = await as(at.db, desk, 'viewer')
    const { wordings } = await readDossier(at.db, reader, reader, await readClaim(at.db, reader, reader, 6))
    const inherited = wordings.find(({ state }) => state === 'inherited')
    expect(inherited).toMatchObject({ cameFrom: 5, text: 'The owner had been warned.' })
    const asked = { ...(await now(6)), wordingId: inherited?.id ?? '', reason: 'Whole again' }
    await expect(restoreWording(at.db, await editor(), asked)).rejects.toMatchObject({ code: 'not_found' })
  })
})
