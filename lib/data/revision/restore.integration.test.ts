import { beforeEach, expect, test } from 'vitest'
import { countsInWords } from '@/lib/domain/revision/count.ts'
import { withoutWords } from '@/lib/exchange/working-text.ts'
import { assess } from '../claim/assessment.ts'
import { attachCitation } from '../claim/citation.ts'
import { redactEntry } from '../redaction/redact.ts'
import { addSource } from '../source/source.ts'
import { as, claimNow, newsItem, openDesk, SUPPORTS, type TestDesk } from '../testing/desk.ts'
import { ownDatabase } from '../testing/fresh-database.ts'
import { previewRestore, restoreRevision } from './restore.ts'
import { mergeClaims, splitClaim } from './structure.ts'
import { proposeWording, recordWording } from './wording.ts'

const at = ownDatabase()
let desk: TestDesk
let desks = 0

beforeEach(async () => {
  desks += 1
  desk = await openDesk(at.db, `Back${desks}`)
})

const editor = () => as(at.db, desk, 'editor')
const now = (number: number) => claimNow(at.db, desk, number)
const preview = async (revision: number) => previewRestore(at.db, await editor(), revision)

async function check(number: number) {
  const checker = await as(at.db, desk, 'checker')
  const claim = await now(number)
  const { id } = await addSource(at.db, checker, newsItem(`Parish book, leaf ${number}`))
  await attachCitation(at.db, checker, { ...claim, ...SUPPORTS, source: { id } })
  await assess(at.db, checker, { ...claim, verdict: 'supported', confidence: 'high', rationale: 'It is there.' })
}

async function reword(number: number, text: string) {
  await recordWording(at.db, await editor(), { ...(await now(number)), text, reason: 'Upkeep' })
}

async function mergeFirst() {
  const claims = [await now(3), await now(4)].map(({ claimId, wordingId }) => ({ claimId, wordingId }))
  await mergeClaims(at.db, await editor(), { claims, reason: 'One thing' })
}

test('what is reworded, comes back and loses its parts is shown with the checks that go stale', async () => {
  await check(4)
  await mergeFirst()
  await splitClaim(at.db, await editor(), { ...(await now(5)), cuts: ['The owner '.length], reason: 'Two things' })
  await check(3)
  const shown = await preview(1)
  expect({ head: shown.head, problem: shown.problem, unchanged: shown.unchanged }).toEqual({
    head: 3,
    problem: null,
    unchanged: false,
  })
  const byOutcome = shown.decisions.map(({ outcome, before, after, atStake }) => [
    outcome,
    before.map(({ number }) => number),
    after.map(({ number }) => number),
    atStake,
  ])
  expect(byOutcome).toEqual([
    ['reworded', [3], [3], { citations: 1, assessments: 1 }],
    ['new', [], [4], { citations: 1, assessments: 1 }],
    ['merged', [6, 5], [5], { citations: 0, assessments: 0 }],
  ])
  expect(countsInWords(shown.counts)).toBe('1 claim reworded, 1 returned, 1 merged')
  // What is recorded is what was shown.
  await restoreRevision(at.db, await editor(), { revision: 1, baseRevision: shown.head, reason: 'Back' })
  expect([await now(3), await now(4)].map(({ status }) => status)).toEqual(['stale', 'stale'])
  const row = await at.db.revision.findFirstOrThrow({ where: { articleId: desk.articleId, number: 4 } })
  expect(row.counts).toMatchObject({ reworded: 1, returned: 1, merged: 1 })
})

test('a claim that leaves is shown as retired, with the proposals that end with it', async () => {
  await splitClaim(at.db, await editor(), { ...(await now(4)), cuts: ['It burned '.length], reason: 'Two things' })
  await mergeFirst()
  const checker = await as(at.db, desk, 'checker')
  const gone = await now(6)
  await proposeWording(at.db, checker, { ...gone, text: 'on 4 May 2021.', reason: 'The date' })
  // Revision 1 has C-3 and C-4; what C-6 says came from C-4, which left with the merge.
  const { decisions } = await preview(1)
  const leaving = decisions.filter(({ outcome }) => outcome === 'retired' || outcome === 'merged')
  expect(leaving.flatMap(({ before }) => before.map(({ number }) => number))).toContain(6)
  expect(leaving.reduce((sum, { proposals }) => sum + proposals, 0)).toBe(1)
})

test('the newest revision changes nothing, and so does one that says the same', async () => {
  expect(await preview(1)).toMatchObject({ unchanged: true, total: 0, decisions: [] })
  await reword(5, 'The owner had been warned twice.')
  await reword(5, 'The owner had been warned.')
  expect(await preview(1)).toMatchObject({ unchanged: true, head: 3 })
})

test('where words were redacted, the preview says so and the restore is refused with the same words', async () => {
  const { wordingId } = await now(3)
  await reword(3, 'The mill was elsewhere.')
  const owner = await as(at.db, desk, 'owner')
  await redactEntry(at.db, owner, { what: 'wording', id: wordingId, reason: 'A person asked for it.' }, withoutWords)
  const { problem, head } = await preview(1)
  expect(problem).toMatch(/^Revision 1 has words that were redacted/)
  const asked = { revision: 1, baseRevision: head, reason: 'All of it' }
  await expect(restoreRevision(at.db, await editor(), asked)).rejects.toThrow(problem ?? '')
})

test('a revision that is not there is not found, and what went on meanwhile is said before anything else', async () => {
  await expect(preview(7)).rejects.toMatchObject({ code: 'not_found' })
  const { head } = await preview(1)
  await reword(4, 'It burned on 5 May 2021.')
  const asked = { revision: 1, baseRevision: head, reason: 'Back' }
  expect(await restoreRevision(at.db, await editor(), asked)).toEqual({ outcome: 'moved_on', head: 2 })
})

test('an article that says [redacted] of itself, as a leaked paper does, is restored', async () => {
  const own = await openDesk(at.db, 'Leak')
  const reword = async (text: string) =>
    recordWording(at.db, await as(at.db, own, 'editor'), { ...(await claimNow(at.db, own, 4)), text, reason: 'Quoted' })
  await reword('[redacted]')
  await reword('The name is blacked out.')
  const asked = { revision: 2, baseRevision: 3, reason: 'As it was quoted' }
  expect(await restoreRevision(at.db, await as(at.db, own, 'editor'), asked)).toMatchObject({ outcome: 'recorded' })
})
