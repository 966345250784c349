import { beforeEach, describe, expect, test } from 'vitest'
import type { StructureChange } from '@/lib/domain/revision/structure.ts'
import { newId } from '@/lib/platform/ids.ts'
import { authorizeArticle, authorizeWorkspace } from '../access.ts'
import { assess } from '../claim/assessment.ts'
import { change } from '../clock.ts'
import { proposeStructures } from '../revision/structure.ts'
import { proposeWording, recordWording } from '../revision/wording.ts'
import { addArticle, as, claimNow, openDesk, type TestDesk } from '../testing/desk.ts'
import { ownDatabase } from '../testing/fresh-database.ts'
import { entriesOf, isWording, queueOf } from '../testing/review-queue.ts'

const at = ownDatabase()
let desk: TestDesk
let desks = 0

beforeEach(async () => {
  desks += 1
  desk = await openDesk(at.db, `Que${desks}`)
})

const editor = () => as(at.db, desk, 'editor')
const whole = () => authorizeWorkspace(at.db, desk.seats.editor.session, desk.workspaceId, 'article.read')

async function propose(number: number, text: string, role: 'checker' | 'editor' = 'checker', on: TestDesk = desk) {
  const claim = await claimNow(at.db, on, number)
  const answer = await proposeWording(at.db, await as(at.db, on, role), { ...claim, text, reason: 'Register' })
  if (answer.outcome !== 'proposed') throw new Error(answer.outcome)
  return answer.wordingId
}

async function proposeChanges(changes: StructureChange[], draftId = newId()) {
  const article = await as(at.db, desk, 'checker')
  const what = {
    clockId: desk.articleId,
    authority: article,
    ability: 'wording.propose',
    kind: 'structure.proposed',
  } as const
  await change(at.db, what, async (ledger) => {
    await proposeStructures(ledger, article, changes, { draftId, reason: 'Order' })
    return { value: undefined, details: { draft: draftId } }
  })
  return draftId
}

const another = async (title: string): Promise<TestDesk> => ({
  ...desk,
  ...(await addArticle(at.db, desk, undefined, title)),
})

describe('the queue', () => {
  test('holds every article of the desk, newest first, and one article by itself', async () => {
    const first = await propose(3, 'The mill stood by the canal.')
    const other = await another('The other fire')
    const second = await propose(4, 'It burned on 4 May 2021.', 'checker', other)
    expect((await entriesOf(at.db, await whole())).map(({ id }) => id)).toEqual([second, first])
    expect((await entriesOf(at.db, await editor())).map(({ id }) => id)).toEqual([first])
    const queue = await queueOf(at.db, await whole())
    expect(queue.total).toBe(2)
    expect(queue.articles.map(({ title, waiting }) => [title, waiting])).toEqual([
      ['The mill fire', 1],
      ['The other fire', 1],
    ])
    expect((await entriesOf(at.db, await whole(), { article: desk.slug })).map(({ id }) => id)).toEqual([first])
    expect((await queueOf(at.db, await whole(), { article: desk.slug })).total).toBe(2)
    const stranger = await openDesk(at.db, `Str${desks}`)
    const theirs = await authorizeWorkspace(at.db, stranger.seats.owner.session, stranger.workspaceId, 'article.read')
    expect(await queueOf(at.db, theirs)).toMatchObject({ groups: [], total: 0, articles: [] })
  })

  test('says of each where it stands, what is at stake, and whether numbers change', async () => {
    const toll = {
      ...(await claimNow(at.db, desk, 2)),
      verdict: 'supported',
      confidence: 'high',
      rationale: 'x',
    } as const
    await assess(at.db, await as(at.db, desk, 'checker'), toll)
    await propose(2, 'At least 13 people were killed in the mill.')
    await propose(3, 'The mill stood by the canal.')
    const [river, deaths] = await entriesOf(at.db, await editor())
    expect(river).toMatchObject({ claim: 3, section: { title: 'The fire' }, numbersChanged: false, conflict: false })
    expect(deaths).toMatchObject({ claim: 2, numbersChanged: true, atStake: { citations: 0, assessments: 1 } })
    expect(await entriesOf(at.db, await editor(), { stake: '1' })).toMatchObject([{ claim: 2 }])
    expect(await entriesOf(at.db, await editor(), { numbers: '1' })).toMatchObject([{ claim: 2 }])
  })

  test('is filtered by author, by section, by kind and by what is one’s own', async () => {
    await propose(3, 'The mill stood by the canal.', 'editor')
    await propose(4, 'It burned on 4 May 2021.')
    await proposeChanges([{ kind: 'retired', claim: 5, says: 'The owner had been warned.' }])
    const claims = async (query: Record<string, string>) =>
      (await entriesOf(at.db, await editor(), query)).map(({ claim }) => claim)
    expect(await claims({ author: desk.seats.checker.memberId })).toEqual([5, 4])
    expect(await claims({ mine: '1' })).toEqual([3])
    expect(await claims({ kind: 'retired' })).toEqual([5])
    expect(await claims({ kind: 'wording' })).toEqual([4, 3])
    const { sections } = await queueOf(at.db, await editor())
    expect(sections).toEqual([{ id: 'b1', title: 'The fire' }])
    expect(await claims({ section: 'b1' })).toEqual([5, 4, 3])
    expect(await claims({ section: 'b9' })).toEqual([])
    const mayAccept = (await entriesOf(at.db, await editor())).map((entry) => [entry.claim, entry.mayAccept])
    expect(mayAccept).toEqual([
      [5, true],
      [4, true],
      [3, false],
    ])
  })

  test('shows changes of structure with their places, those recorded together in one group', async () => {
    const river = 'The mill stood by the river. '
    const draft = await proposeChanges([
      { kind: 'moved', claim: 5, says: 'The owner had been warned.', after: 2 },
      { kind: 'split', claim: 3, says: river, texts: ['The mill ', 'stood by the river. '] },
      { kind: 'new', after: 4, blocks: [{ texts: ['Nobody knows why.'] }] },
    ])
    const { groups } = await queueOf(at.db, await editor())
    expect(groups.map(({ id, entries }) => [id, entries.length])).toEqual([[draft, 3]])
    expect(groups[0]?.entries).toMatchObject([
      { kind: 'split', claim: 3, misfit: null },
      { kind: 'new', claim: 4, misfit: null, behind: { claim: 4 } },
      { kind: 'moved', claim: 5, misfit: null, behind: { claim: 2 }, from: { claim: 4 } },
    ])
    await recordWording(at.db, await editor(), { ...(await claimNow(at.db, desk, 3)), text: 'By a mill.', reason: 'x' })
    expect(await entriesOf(at.db, await editor(), { kind: 'split' })).toMatchObject([
      { misfit: 'C-3 says something else by now.' },
    ])
  })

  test('goes on page by page, without a gap or a repetition, and keeps a recording whole', async () => {
    const many = await another('Many')
    const checker = await authorizeArticle(at.db, desk.seats.checker.session, { id: many.articleId }, 'wording.propose')
    const claim = await claimNow(at.db, many, 3)
    for (let n = 0; n < 60; n++)
      await proposeWording(at.db, checker, { ...claim, text: `By pond ${n}.`, reason: 'Map' })
    await proposeChanges(
      Array.from({ length: 120 }, () => ({ kind: 'retired' as const, claim: 5, says: 'The owner had been warned.' })),
    )
    const seen: string[] = []
    const sizes: number[] = []
    let after: string | null = ''
    while (after !== null) {
      const queue = await queueOf(at.db, await whole(), after ? { after } : {})
      const ids = queue.groups.flatMap(({ entries }) => entries.map(({ id }) => id))
      seen.push(...ids)
      sizes.push(ids.length)
      after = queue.next
    }
    expect(sizes).toEqual([120, 50, 10])
    expect(new Set(seen).size).toBe(180)
    // What the filter leaves over is found however far behind it waits.
    const numbers = await queueOf(at.db, await whole(), { numbers: '1', kind: 'wording' })
    expect(numbers.groups.flatMap(({ entries }) => entries).filter(isWording)).toHaveLength(50)
    expect(numbers).toMatchObject({ total: 180, lookedAt: null })
  })
})
