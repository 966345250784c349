import { beforeEach, describe, expect, test } from 'vitest'
import { as, claimNow, openDesk, type TestDesk } from '../testing/desk.ts'
import { breaksOf, ownDatabase } from '../testing/fresh-database.ts'
import { entriesOf } from '../testing/review-queue.ts'
import { takeOverWording } from './amendment.ts'
import {
  acceptWording,
  proposeWording,
  recordWording,
  rejectWording,
  restoreWording,
  withdrawWording,
} from './wording.ts'

const at = ownDatabase()
let desk: TestDesk
let desks = 0

beforeEach(async () => {
  desks += 1
  desk = await openDesk(at.db, `Mill${desks}`)
})

const now = (number = 3) => claimNow(at.db, desk, number)
const typed = (claim: { claimId: string; baseId: string }, text: string) => ({ ...claim, text, reason: 'Register' })

async function propose(text: string, role: 'checker' | 'editor' = 'checker', number = 3) {
  const answer = await proposeWording(at.db, await as(at.db, desk, role), typed(await now(number), text))
  if (answer.outcome !== 'proposed') throw new Error(answer.outcome)
  return answer.wordingId
}
const record = async (text: string, claim?: { claimId: string; baseId: string }) =>
  recordWording(at.db, await as(at.db, desk, 'editor'), typed(claim ?? (await now()), text))
const accept = async (wordingId: string, role: 'editor' | 'owner' = 'owner') =>
  acceptWording(at.db, await as(at.db, desk, role), { wordingId, reason: '' })
const wordings = () =>
  at.db.claimRevision.findMany({
    where: { articleId: desk.articleId, claim: { number: 3 } },
    orderBy: { number: 'asc' },
  })
const revisions = async () =>
  (await at.db.revision.findMany({ where: { articleId: desk.articleId }, orderBy: { number: 'asc' } })).map(
    ({ number, kind }) => `${number} ${kind}`,
  )
const seq = async () => (await at.db.clock.findUniqueOrThrow({ where: { id: desk.articleId } })).seq

describe('a proposal', () => {
  test('waits, with its reason, until it is accepted as a new revision', async () => {
    const wordingId = await propose('The mill stood by the canal.')
    expect((await now()).text).toBe('The mill stood by the river. ')
    const proposals = await entriesOf(at.db, await as(at.db, desk, 'viewer'))
    expect(proposals).toHaveLength(1)
    expect(proposals[0]).toMatchObject({
      claim: 3,
      text: 'The mill stood by the canal. ',
      reason: 'Register',
      conflict: false,
    })
    expect(await accept(wordingId)).toEqual({ outcome: 'accepted', revision: 2, madeStale: true })
    expect((await now()).text).toBe('The mill stood by the canal. ')
    expect((await wordings()).map(({ number, state, substance }) => [number, state, substance])).toEqual([
      [1, 'superseded', 1],
      [2, 'accepted', 2],
    ])
    expect(await revisions()).toEqual(['1 imported', '2 accepted'])
  })

  test('is not accepted by its author, and nothing moves', async () => {
    const wordingId = await propose('The mill stood by the canal.', 'editor')
    const before = await seq()
    expect(await accept(wordingId, 'editor')).toEqual({ outcome: 'own_proposal' })
    expect(await rejectWording(at.db, await as(at.db, desk, 'editor'), { wordingId, reason: 'No' })).toEqual({
      outcome: 'own_proposal',
    })
    expect(await seq()).toBe(before)
    expect((await accept(wordingId, 'owner')).outcome).toBe('accepted')
  })

  test('is settled once: accepted, rejected or withdrawn, whatever comes after', async () => {
    const [kept, refused, taken] = [await propose('One.'), await propose('Two.'), await propose('Three.')]
    const editor = await as(at.db, desk, 'editor')
    const checker = await as(at.db, desk, 'checker')
    expect(await rejectWording(at.db, editor, { wordingId: refused, reason: 'No source' })).toEqual({
      outcome: 'rejected',
    })
    expect(await withdrawWording(at.db, checker, { wordingId: taken, reason: '' })).toEqual({ outcome: 'withdrawn' })
    expect((await accept(kept)).outcome).toBe('accepted')
    const before = await seq()
    for (const [wordingId, state] of [
      [kept, 'accepted'],
      [refused, 'rejected'],
      [taken, 'withdrawn'],
    ] as const) {
      const settled = { outcome: 'settled', state }
      expect(await accept(wordingId)).toEqual(settled)
      expect(await rejectWording(at.db, editor, { wordingId, reason: 'x' })).toEqual(settled)
      expect(await withdrawWording(at.db, checker, { wordingId, reason: '' })).toEqual(settled)
    }
    expect(await seq()).toBe(before)
    expect((await wordings()).find(({ id }) => id === refused)?.reviewReason).toBe('No source')
  })

  test('whose base has changed comes back with three texts, and goes on waiting', async () => {
    const first = await propose('The mill stood by the canal.')
    const second = await propose('The mill stood by the lake.')
    await accept(first)
    const headId = (await now()).wordingId
    expect(await accept(second)).toEqual({
      outcome: 'conflict',
      base: 'The mill stood by the river. ',
      theirs: 'The mill stood by the canal. ',
      mine: 'The mill stood by the lake. ',
      headId,
    })
    const proposals = await entriesOf(at.db, await as(at.db, desk, 'editor'))
    expect(proposals).toMatchObject([{ id: second, conflict: true, headText: 'The mill stood by the canal. ' }])
    expect(await revisions()).toHaveLength(2)
  })

  test('is withdrawn by its author alone', async () => {
    const wordingId = await propose('The mill stood by the canal.')
    const stranger = await as(at.db, desk, 'owner')
    await expect(withdrawWording(at.db, stranger, { wordingId, reason: '' })).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})

describe('recording', () => {
  test('on a stale base is a conflict with three texts, and records nothing', async () => {
    const seen = await now()
    expect(await record('The mill stood by the canal.')).toMatchObject({
      outcome: 'recorded',
      revision: 2,
      madeStale: true,
    })
    const before = await seq()
    expect(await record('The mill stood by the lake.', seen)).toMatchObject({
      outcome: 'conflict',
      base: 'The mill stood by the river. ',
      theirs: 'The mill stood by the canal. ',
      mine: 'The mill stood by the lake.',
    })
    const proposal = await proposeWording(at.db, await as(at.db, desk, 'checker'), typed(seen, 'The lake.'))
    expect(proposal).toMatchObject({ outcome: 'conflict', mine: 'The lake.' })
    expect(await seq()).toBe(before)
  })

  test('the same words again is no change', async () => {
    const before = await seq()
    expect(await record('  The mill stood by the river.')).toEqual({ outcome: 'unchanged' })
    expect(await seq()).toBe(before)
  })

  test('a cosmetic edit keeps the substance, a word raises it, and going back raises it again', async () => {
    expect(await record('The  mill stood by the river')).toMatchObject({ outcome: 'recorded', madeStale: false })
    expect(await record('The mill stood by the canal.')).toMatchObject({ madeStale: true })
    const [first] = await wordings()
    const { claimId, baseId } = await now()
    const back = { claimId, wordingId: first?.id ?? '', baseId, reason: 'It was right' }
    const editor = await as(at.db, desk, 'editor')
    expect(await restoreWording(at.db, editor, back)).toMatchObject({
      outcome: 'recorded',
      revision: 4,
      madeStale: true,
    })
    expect((await wordings()).map(({ number, substance }) => [number, substance])).toEqual([
      [1, 1],
      [2, 1],
      [3, 2],
      [4, 3],
    ])
    expect(await revisions()).toEqual(['1 imported', '2 recorded', '3 recorded', '4 restored'])
    expect((await now()).text).toBe('The mill stood by the river. ')
    expect(await restoreWording(at.db, editor, back)).toMatchObject({ outcome: 'conflict' })
  })

  test('a wording of another claim cannot be restored here, nor a claim of another article reworded', async () => {
    const editor = await as(at.db, desk, 'editor')
    const other = await now(4)
    const here = await now()
    await expect(
      restoreWording(at.db, editor, { ...here, wordingId: other.wordingId, reason: 'x' }),
    ).rejects.toMatchObject({ code: 'not_found' })
    const theirs = await openDesk(at.db, `Quarry${desks}`)
    const far = await claimNow(at.db, theirs, 3)
    for (const claim of [far, { ...here, claimId: far.claimId }])
      await expect(recordWording(at.db, editor, typed(claim, 'Mine now.'))).rejects.toMatchObject({ code: 'not_found' })
    expect(await recordWording(at.db, editor, typed({ ...here, baseId: far.baseId }, 'x'))).toMatchObject({
      outcome: 'conflict',
      base: '',
    })
  })

  test('numbers have no gaps, and the audit holds', async () => {
    for (const text of ['One.', 'Two.', 'Three.']) await record(text)
    await propose('Four.')
    await accept(await propose('Five.'))
    expect((await wordings()).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6])
    expect(await revisions()).toEqual(['1 imported', '2 recorded', '3 recorded', '4 recorded', '5 accepted'])
    expect(await breaksOf(at.url)).toEqual([])
  })
})

describe('taking over a proposal', () => {
  const takeOver = async (wordingId: string, text: string, baseId: string, role: 'editor' | 'owner' = 'editor') =>
    takeOverWording(at.db, await as(at.db, desk, role), { wordingId, baseId, text, reason: 'Both are right' })

  test('that is in conflict records the editor’s words, ends it, and tells its author', async () => {
    const proposal = await propose('The mill stood by the canal.')
    await record('The mill stood by the Svislač.')
    expect(await accept(proposal)).toMatchObject({ outcome: 'conflict' })
    const { baseId } = await now()
    expect(await takeOver(proposal, 'The mill stood by the canal, near the Svislač.', baseId)).toMatchObject({
      outcome: 'recorded',
      revision: 3,
    })
    const [, , , taken] = await wordings()
    expect(taken).toMatchObject({ state: 'accepted', authorId: desk.seats.editor.memberId })
    const ended = await at.db.claimRevision.findUniqueOrThrow({ where: { id: proposal } })
    expect(ended).toMatchObject({ state: 'rejected', reviewReason: 'Taken over in revision 3: Both are right' })
    const told = await at.db.notification.findFirstOrThrow({ where: { subjectId: proposal } })
    expect(told).toMatchObject({ memberId: desk.seats.checker.memberId, reason: ended.reviewReason })
    expect(await takeOver(proposal, 'Again.', (await now()).baseId)).toMatchObject({ outcome: 'settled' })
    expect(await breaksOf(at.url)).toEqual([])
  })

  test('against words that have changed again is a conflict, and ends nothing', async () => {
    const proposal = await propose('The mill stood by the canal.')
    const { baseId } = await now()
    await record('The mill stood by the Svislač.')
    expect(await takeOver(proposal, 'The mill stood.', baseId)).toMatchObject({ outcome: 'conflict' })
    expect(await at.db.claimRevision.findUniqueOrThrow({ where: { id: proposal } })).toMatchObject({
      state: 'proposed',
    })
  })

  test('is for editors, and not for one’s own', async () => {
    const [theirs, mine] = [await propose('The mill stood.'), await propose('It stood.', 'editor')]
    const { baseId } = await now()
    await expect(takeOver(mine, 'It did.', baseId)).rejects.toMatchObject({ code: 'forbidden' })
    const asked = { wordingId: theirs, baseId, text: 'It did.', reason: 'x' }
    await expect(takeOverWording(at.db, await as(at.db, desk, 'checker'), asked)).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})
