import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { newId } from '@/lib/platform/ids.ts'
import { importArticle } from './article/article.ts'
import { assess } from './claim/assessment.ts'
import { attachCitation } from './claim/citation.ts'
import { Repeated } from './command.ts'
import { acceptWording, proposeWording, recordWording } from './revision/wording.ts'
import { addSource } from './source/source.ts'
import { as, claimNow, newsItem, openDesk, SUPPORTS } from './testing/desk.ts'
import { breaksOf, ownDatabase } from './testing/fresh-database.ts'

const at = ownDatabase()
const WRITERS = 50
const ROUNDS = 20

/** How often each answer was given: an outcome, or the kind of refusal. */
async function tally(asked: Promise<unknown>[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { status, ...rest } of await Promise.allSettled(asked)) {
    const value = 'value' in rest ? rest.value : undefined
    const outcome = (value as { outcome?: string } | undefined)?.outcome ?? 'done'
    const reason = 'reason' in rest ? rest.reason : undefined
    const answer = status === 'fulfilled' ? outcome : reason instanceof Repeated ? 'repeated' : String(reason)
    counts[answer] = (counts[answer] ?? 0) + 1
  }
  return counts
}

const numbersOf = async (articleId: string) =>
  (await at.db.revision.findMany({ where: { articleId }, orderBy: { number: 'asc' } })).map((row) => row.number)

test('fifty proposals on one claim, accepted at once by two reviewers: one is', async () => {
  const desk = await openDesk(at.db, 'Proposals')
  const checker = await as(at.db, desk, 'checker')
  const claim = await claimNow(at.db, desk, 3)
  const ids: string[] = []
  for (let n = 0; n < WRITERS; n++) {
    const answer = await proposeWording(at.db, checker, {
      ...claim,
      text: `The mill stood by pond ${n}.`,
      reason: 'Map',
    })
    if (answer.outcome === 'proposed') ids.push(answer.wordingId)
  }
  expect(ids).toHaveLength(WRITERS)
  const reviewers = [await as(at.db, desk, 'editor'), await as(at.db, desk, 'owner')]
  // Both reviewers take every proposal: the loser of a pair finds it settled, or its base gone.
  const both = ids.flatMap((wordingId) => reviewers.map((who) => acceptWording(at.db, who, { wordingId, reason: '' })))
  const counts = await tally(both)
  expect(counts).toEqual({ accepted: 1, conflict: 2 * WRITERS - 2, settled: 1 })
  expect(await numbersOf(desk.articleId)).toEqual([1, 2])
  expect(await at.db.claimRevision.count({ where: { claimId: claim.claimId, state: 'proposed' } })).toBe(WRITERS - 1)
  expect(await breaksOf(at.url)).toEqual([])
})

test('fifty recordings from one base, twenty times: one wins, the others see both texts, no number is left out', {
  timeout: 240_000,
}, async () => {
  const desk = await openDesk(at.db, 'Recordings')
  const editor = await as(at.db, desk, 'editor')
  for (let round = 0; round < ROUNDS; round++) {
    const claim = await claimNow(at.db, desk, 3)
    const text = (n: number) => `By pond ${round}.${n}.`
    const record = (n: number) => recordWording(at.db, editor, { ...claim, text: text(n), reason: 'Map' })
    const answers = await Promise.all(Array.from({ length: WRITERS }, (_, n) => record(n)))
    const winner = answers.findIndex(({ outcome }) => outcome === 'recorded')
    const losers = answers.flatMap((answer, n) => (answer.outcome === 'conflict' ? [{ ...answer, n }] : []))
    expect(losers).toHaveLength(WRITERS - 1)
    for (const { n, ...loser } of losers)
      expect(loser).toMatchObject({
        base: claim.text,
        theirs: `${text(winner)} `,
        mine: expect.stringContaining(text(n)),
      })
  }
  expect(await numbersOf(desk.articleId)).toEqual(Array.from({ length: ROUNDS + 1 }, (_, n) => n + 1))
  expect(await breaksOf(at.url)).toEqual([])
})

test('fifty recordings, each on what the one before left: all land, without a gap', async () => {
  const desk = await openDesk(at.db, 'Queue')
  const editor = await as(at.db, desk, 'editor')
  const record = async (n: number, tries = 0): Promise<number> => {
    const claim = await claimNow(at.db, desk, 3)
    const answer = await recordWording(at.db, editor, { ...claim, text: `By pond ${n}.`, reason: 'Map' })
    if (answer.outcome === 'recorded') return answer.revision
    if (tries > 3 * WRITERS) throw new Error('never came through')
    return record(n, tries + 1)
  }
  const landed = await Promise.all(Array.from({ length: 10 }, (_, n) => record(n)))
  expect(landed.toSorted((a, b) => a - b)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  expect(await numbersOf(desk.articleId)).toHaveLength(11)
})

test('a command sent ten times at once is carried out once', async () => {
  const desk = await openDesk(at.db, 'Commands')
  const editor = await as(at.db, desk, 'editor')
  const claim = await claimNow(at.db, desk, 2)
  const ten = <T>(send: () => Promise<T>) => tally(Array.from({ length: 10 }, send))
  const answer = { ...claim, verdict: 'supported', confidence: 'low', rationale: 'Seen' } as const
  const assessing = newId()
  expect(await ten(() => assess(at.db, editor, { ...answer, commandId: assessing }))).toEqual({
    assessed: 1,
    repeated: 9,
  })
  const citing = newId()
  const citation = {
    ...claim,
    ...SUPPORTS,
    source: { add: newsItem('A source without an address') },
    commandId: citing,
  }
  expect(await ten(() => attachCitation(at.db, editor, citation))).toEqual({ attached: 1, repeated: 9 })
  const shelving = newId()
  const shelve = () => addSource(at.db, editor, newsItem('Another'), { commandId: shelving })
  expect(await ten(shelve)).toEqual({ done: 1, repeated: 9 })
  const { workspaceId, articleId } = desk
  expect(await at.db.assessment.count({ where: { articleId } })).toBe(1)
  expect(await at.db.citation.count({ where: { articleId } })).toBe(1)
  expect(await at.db.source.count({ where: { workspaceId } })).toBe(2)
  expect(await breaksOf(at.url)).toEqual([])
})

test('a command sent again is done, also where it moved the ground under itself', async () => {
  const desk = await openDesk(at.db, 'Again')
  const editor = await as(at.db, desk, 'editor')
  const claim = await claimNow(at.db, desk, 3)
  const record = { ...claim, text: 'By the pond.', reason: 'Map', commandId: newId() }
  expect(await recordWording(at.db, editor, record)).toMatchObject({ outcome: 'recorded' })
  await expect(recordWording(at.db, editor, record)).rejects.toThrow(Repeated)
  expect(await recordWording(at.db, editor, { ...record, commandId: newId() })).toMatchObject({ outcome: 'conflict' })
  const seen = await claimNow(at.db, desk, 4)
  const citing = { ...seen, ...SUPPORTS, source: { add: newsItem('No address') }, commandId: newId() }
  expect(await attachCitation(at.db, editor, citing)).toMatchObject({ outcome: 'attached' })
  await recordWording(at.db, editor, { ...seen, text: 'It burned in June.', reason: 'Map' })
  await expect(attachCitation(at.db, editor, citing)).rejects.toThrow(Repeated)
  expect(await at.db.source.count({ where: { workspaceId: desk.workspaceId } })).toBe(1)
})

test('one new address, attached by ten people at once, is one source', async () => {
  const desk = await openDesk(at.db, 'Shelf')
  const checker = await as(at.db, desk, 'checker')
  const claim = await claimNow(at.db, desk, 2)
  const source = { add: newsItem('Seen by all', 'https://news.example/seen?utm_source=x') }
  const attach = () => attachCitation(at.db, checker, { ...claim, ...SUPPORTS, source })
  expect(await tally(Array.from({ length: 10 }, attach))).toEqual({ attached: 10 })
  expect(await at.db.source.count({ where: { workspaceId: desk.workspaceId } })).toBe(1)
})

test('people at one article wait for each other; those at another do not', async () => {
  const [busy, free] = [await openDesk(at.db, 'Busy'), await openDesk(at.db, 'Free')]
  const holder = new Client({ connectionString: at.url })
  await holder.connect()
  try {
    await holder.query('BEGIN')
    await holder.query('SELECT 1 FROM "Clock" WHERE "id" = ANY($1) FOR UPDATE', [[busy.articleId, busy.workspaceId]])
    const record = async (desk: typeof busy) =>
      recordWording(at.db, await as(at.db, desk, 'editor'), {
        ...(await claimNow(at.db, desk, 3)),
        text: 'A.',
        reason: 'x',
      })
    const waiting = record(busy)
    expect((await record(free)).outcome).toBe('recorded')
    expect(await Promise.race([waiting.then(() => 'went on'), wait(300, 'waits')])).toBe('waits')
    await holder.query('ROLLBACK')
    expect((await waiting).outcome).toBe('recorded')
  } finally {
    await holder.end()
  }
})

test('an article imported ten times at once, by one command or under one name, is one a command, each with its own address', async () => {
  const desk = await openDesk(at.db, 'Imports')
  const owner = await as(at.db, desk, 'owner', 'article.import')
  const text = {
    title: 'Twice',
    open: '= Twice =\n\n',
    close: '',
    blocks: [{ kind: 'paragraph' as const, open: '', close: '\n', claims: ['One.'] }],
  }
  const bringIn = (commandId: string) =>
    importArticle(at.db, owner, { text, language: 'en', summary: 'Imported', commandId })
  const commandId = newId()
  const same = await Promise.all(Array.from({ length: 10 }, () => bringIn(commandId)))
  expect(new Set(same.map(({ articleId }) => articleId)).size).toBe(1)
  const others = await Promise.all(Array.from({ length: 5 }, () => bringIn(newId())))
  expect(others.map(({ slug }) => slug).toSorted()).toEqual(['twice-2', 'twice-3', 'twice-4', 'twice-5', 'twice-6'])
  expect(same[0]).toMatchObject({ slug: 'twice', claims: 1 })
  expect(await breaksOf(at.url)).toEqual([])
})

test('what waited for an article knows the desk as it stands when its turn comes, not as it stood before', async () => {
  const desk = await openDesk(at.db, 'Waits')
  const [checker, editor] = [await as(at.db, desk, 'checker'), await as(at.db, desk, 'editor')]
  const [third, fourth] = [await claimNow(at.db, desk, 3), await claimNow(at.db, desk, 4)]
  const given = { ...third, ...SUPPORTS }
  const answer = { ...fourth, verdict: 'supported', confidence: 'low', rationale: 'Read it' } as const
  await Promise.all([
    ...Array.from({ length: 8 }, (_, n) =>
      attachCitation(at.db, checker, { ...given, source: { add: newsItem(`${n}`) } }),
    ),
    ...Array.from({ length: 4 }, () => assess(at.db, editor, answer)),
  ])
  const events = await at.db.auditEvent.findMany({ where: { clockId: desk.articleId }, orderBy: { seq: 'asc' } })
  const known = events.map(({ deskSeq }) => deskSeq)
  expect(known).toHaveLength(13)
  expect(known).toEqual(known.toSorted((a, b) => a - b))
})
