import { beforeEach, describe, expect, test } from 'vitest'
import { outcomeWords } from '@/lib/domain/revision/review-outcome.ts'
import { newId } from '@/lib/platform/ids.ts'
import type { Selected } from '@/lib/schema/review.ts'
import { markAnswerRead, markAnswersRead, unreadAnswers } from '../desk/notification.ts'
import { amendWording } from '../revision/amendment.ts'
import { splitClaim } from '../revision/structure.ts'
import { acceptWording, proposeWording, recordWording, rejectWording } from '../revision/wording.ts'
import { addArticle, as, claimNow, openDesk, type TestDesk } from '../testing/desk.ts'
import { breaksOf, ownDatabase } from '../testing/fresh-database.ts'
import { entriesOf } from '../testing/review-queue.ts'
import { acceptWordings } from './batch.ts'
import { settleMany } from './selection.ts'

const at = ownDatabase()
let desk: TestDesk
let desks = 0

beforeEach(async () => {
  desks += 1
  desk = await openDesk(at.db, `Sel${desks}`)
})

type Writer = 'checker' | 'editor'
const article = (role: Writer | 'owner' = 'editor', on = desk) => as(at.db, on, role)

async function propose(number: number, text: string, role: Writer = 'checker', on = desk): Promise<Selected> {
  const claim = await claimNow(at.db, on, number)
  const answer = await proposeWording(at.db, await article(role, on), { ...claim, text, reason: 'Register' })
  if (answer.outcome !== 'proposed') throw new Error(answer.outcome)
  return { articleId: on.articleId, id: answer.wordingId, kind: 'wording' }
}
async function split(number: number): Promise<Selected> {
  const { claimId, wordingId, text } = await claimNow(at.db, desk, number)
  const asked = { claimId, wordingId, cuts: [text.indexOf(' ', 8)], reason: 'Two facts' }
  const answer = await splitClaim(at.db, await article('checker'), asked)
  if (answer.outcome !== 'proposed') throw new Error(answer.outcome)
  return { articleId: desk.articleId, id: answer.proposalId, kind: 'structure' }
}
const another = async () => ({ ...desk, ...(await addArticle(at.db, desk, undefined, 'The other fire')) })
const record = async (number: number, text: string) =>
  recordWording(at.db, await article(), { ...(await claimNow(at.db, desk, number)), text, reason: 'x' })
const says = async (number: number, on = desk) => (await claimNow(at.db, on, number)).text.trim()
const head = async (on = desk) => (await at.db.article.findUniqueOrThrow({ where: { id: on.articleId } })).headNumber
const seq = async (on = desk) => (await at.db.clock.findUniqueOrThrow({ where: { id: on.articleId } })).seq
const answers = async (role: Writer = 'checker') => unreadAnswers(at.db, await article(role))

describe('a selection', () => {
  test('of wordings is accepted in one revision with one event; what cannot be is named and waits', async () => {
    const river = await propose(3, 'The mill stood by the canal.')
    const again = await propose(3, 'The mill stood by the sea.')
    const date = await propose(4, 'It burned on 4 May 2021.')
    const stale = await propose(5, 'The owner had been warned twice.')
    const own = await propose(2, 'At least 13 people were killed.', 'editor')
    await record(5, 'The owner was warned.')
    const [revision, before] = [await head(), await seq()]
    const wordingIds = [river, again, date, stale, own].map(({ id }) => id)
    const settled = await acceptWordings(at.db, await article(), { wordingIds, reason: 'Seen' })
    expect(outcomeWords(settled)).toBe(`2 accepted in revision ${revision + 1}, 3 could not be.`)
    expect(settled.flatMap((one) => (one.outcome === 'left' ? [one.why] : []))).toEqual([
      'C-3 got another wording of your selection first.',
      'C-5 says something else by now.',
      'You wrote the proposal for C-2: someone else decides on it.',
    ])
    expect(await head()).toBe(revision + 1)
    expect(await seq()).toBe(before + 1)
    expect([await says(3), await says(4), await says(5)]).toEqual([
      'The mill stood by the canal.',
      'It burned on 4 May 2021.',
      'The owner was warned.',
    ])
    expect((await entriesOf(at.db, await article())).map(({ claim }) => claim).sort()).toEqual([2, 3, 5])
    expect((await answers()).answers.map(({ claim, answer, reason }) => [claim, answer, reason]).sort()).toEqual([
      [3, 'accepted', 'Seen'],
      [4, 'accepted', 'Seen'],
    ])
    expect(await breaksOf(at.url)).toEqual([])
  })

  test('across articles and kinds is decided on at once', async () => {
    const other = await another()
    const here = await propose(3, 'The mill stood by the canal.')
    const parts = await split(4)
    const there = await propose(3, 'The mill stood by the lake.', 'checker', other)
    const articles = [await article(), await article('editor', other)]
    const settled = await settleMany(at.db, articles, [parts, here, there], { kind: 'accept', reason: '' })
    expect(settled.map(({ claim, outcome }) => [claim, outcome])).toEqual([
      [3, 'accepted'],
      [4, 'accepted'],
      [3, 'accepted'],
    ])
    expect(outcomeWords(settled)).toBe('3 accepted in 2 articles.')
    expect([await head(), await head(other)]).toEqual([3, 2])
    expect(await says(3, other)).toBe('The mill stood by the lake.')
    expect((await answers()).total).toBe(3)
    expect(await breaksOf(at.url)).toEqual([])
  })

  test('sent again records nothing more and gives the same answer', async () => {
    const proposals = [await propose(3, 'By the canal.'), await propose(3, 'By the sea.'), await split(4)]
    const decision = { kind: 'accept', reason: '', commandId: newId() } as const
    const once = await settleMany(at.db, [await article()], proposals, decision)
    const [now, told] = [await seq(), (await answers()).total]
    const twice = await settleMany(at.db, [await article()], proposals, decision)
    expect(outcomeWords(twice)).toBe(outcomeWords(once))
    expect([await seq(), (await answers()).total]).toEqual([now, told])
    const rejected = { kind: 'reject', reason: 'No source', commandId: newId() } as const
    const left = await propose(5, 'The owner knew.')
    const first = await settleMany(at.db, [await article()], [left], rejected)
    expect(await settleMany(at.db, [await article()], [left], rejected)).toEqual(first)
    expect(first).toMatchObject([{ outcome: 'rejected', claim: 5 }])
  })

  test('is rejected with one reason, told to each author; one’s own is left', async () => {
    const proposals = [await propose(3, 'By the canal.'), await split(4), await propose(5, 'No.', 'editor')]
    const decision = { kind: 'reject', reason: 'No source' } as const
    const settled = await settleMany(at.db, [await article()], proposals, decision)
    expect(outcomeWords(settled)).toBe('2 rejected, 1 could not be.')
    expect(await head()).toBe(1)
    expect((await answers()).answers.map(({ reason, claim }) => [claim, reason]).sort()).toEqual([
      [3, 'No source'],
      [4, 'No source'],
    ])
    expect((await answers('editor')).total).toBe(0)
    expect(await breaksOf(at.url)).toEqual([])
  })

  test('with a proposal of another article, or of another desk, records nothing at all', async () => {
    const mine = await propose(3, 'By the canal.')
    const other = await another()
    const theirs = await propose(3, 'By the lake.', 'checker', other)
    const before = await seq()
    for (const wrong of [
      { ...theirs, articleId: desk.articleId },
      { ...mine, kind: 'structure' as const },
      { ...mine, id: newId() },
    ])
      await expect(
        settleMany(at.db, [await article()], [mine, wrong], { kind: 'accept', reason: '' }),
      ).rejects.toMatchObject({ code: 'not_found' })
    const checker = await article('checker')
    await expect(settleMany(at.db, [checker], [mine], { kind: 'accept', reason: '' })).rejects.toThrow()
    expect(await seq()).toBe(before)
  })
})

describe('an author', () => {
  test('amends what waits: the old one ends as withdrawn, the new one stands in its place', async () => {
    const { id: wordingId } = await propose(3, 'By the canal.')
    const { wordingId: baseId } = await claimNow(at.db, desk, 3)
    const asked = { wordingId, baseId, text: 'By the lake.', reason: 'Atlas' }
    const answer = await amendWording(at.db, await article('checker'), asked)
    expect(answer).toMatchObject({ outcome: 'amended' })
    expect(await entriesOf(at.db, await article())).toMatchObject([{ text: 'By the lake. ', reason: 'Atlas' }])
    expect(await at.db.claimRevision.findUniqueOrThrow({ where: { id: wordingId } })).toMatchObject({
      state: 'withdrawn',
      reviewReason: 'Amended',
    })
    expect(await amendWording(at.db, await article('checker'), asked)).toMatchObject({ outcome: 'settled' })
    expect(await breaksOf(at.url)).toEqual([])
  })

  test('amends on top of what stands now, once they saw it; no one else amends', async () => {
    const { id: wordingId } = await propose(3, 'By the canal.')
    const { wordingId: baseId } = await claimNow(at.db, desk, 3)
    await record(3, 'The mill stood by the old river.')
    const asked = { wordingId, baseId, text: 'By the canal.', reason: 'Atlas' }
    expect(await amendWording(at.db, await article('checker'), asked)).toMatchObject({
      outcome: 'conflict',
      base: 'The mill stood by the river. ',
      theirs: 'The mill stood by the old river. ',
      mine: 'By the canal.',
    })
    await expect(amendWording(at.db, await article('owner'), asked)).rejects.toMatchObject({ code: 'forbidden' })
    const seen = { ...asked, baseId: (await claimNow(at.db, desk, 3)).wordingId }
    expect(await amendWording(at.db, await article('checker'), seen)).toMatchObject({ outcome: 'amended' })
    expect(await entriesOf(at.db, await article())).toMatchObject([{ conflict: false, reason: 'Atlas' }])
  })

  test('is told of every answer, not of their own doing, until they have read it', async () => {
    const [accepted, rejected] = [await propose(3, 'By the canal.'), await propose(4, 'It burned in 2020.')]
    await acceptWording(at.db, await article(), { wordingId: accepted.id, reason: 'Agreed' })
    await rejectWording(at.db, await article('owner'), { wordingId: rejected.id, reason: 'The register says May' })
    const { answers: told, total } = await answers()
    expect(total).toBe(2)
    expect(told).toMatchObject([
      { claim: 4, answer: 'rejected', reason: 'The register says May', reviewerId: desk.seats.owner.memberId },
      { claim: 3, answer: 'accepted', reason: 'Agreed', words: 'By the canal.' },
    ])
    const [newest, older] = told
    await expect(markAnswerRead(at.db, await article('editor'), newest?.id ?? '')).rejects.toMatchObject({
      code: 'not_found',
    })
    await markAnswersRead(at.db, await article('editor'), new Date())
    await markAnswerRead(at.db, await article('checker'), newest?.id ?? '')
    expect((await answers()).answers.map(({ id }) => id)).toEqual([older?.id])
    await markAnswersRead(at.db, await article('checker'), older?.at ?? new Date())
    expect(await answers()).toEqual({ answers: [], total: 0 })
  })
})
