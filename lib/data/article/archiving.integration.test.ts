import { beforeEach, describe, expect, test, vi } from 'vitest'
import { ARCHIVED_WORDS, mayWhileArchived } from '@/lib/domain/desk/archiving.ts'
import { EVENT_KINDS, type EventKind } from '@/lib/domain/desk/audit.ts'
import { readFilter } from '@/lib/schema/review-filter.ts'
import { withdraw } from '../claim/annotation.ts'
import { assess } from '../claim/assessment.ts'
import { assignClaim } from '../claim/assignment.ts'
import { attachCitation } from '../claim/citation.ts'
import { addComment, openThread } from '../claim/thread.ts'
import { change, changeWithin } from '../clock.ts'
import { listArchived, listArticles, mentionsOf } from '../desk/desk.ts'
import { markAnswersRead, unreadAnswers } from '../desk/notification.ts'
import { readQueue } from '../review/queue.ts'
import { waitingByArticle } from '../review/review.ts'
import { proposeWording, recordWording, rejectWording, withdrawWording } from '../revision/wording.ts'
import { addArticle, as, claimNow, newsItem, openDesk, SUPPORTS, type TestDesk } from '../testing/desk.ts'
import { breaksOf, ownDatabase } from '../testing/fresh-database.ts'
import { archiveArticle, archivedNow, bringBackArticle } from './archiving.ts'
import { assignedTo } from './assigned.ts'
import { readGalley } from './galley.ts'

const at = ownDatabase()
let desk: TestDesk
let desks = 0

beforeEach(async () => {
  desk = await openDesk(at.db, `Kiln${++desks}`)
})

const archive = async (reason = '') => archiveArticle(at.db, await as(at.db, desk, 'editor'), { reason })
const bringBack = async (reason = '') => bringBackArticle(at.db, await as(at.db, desk, 'owner'), { reason })

describe('archiving', () => {
  test('says who, when and why, until it is brought back; both are in the record', async () => {
    const reader = await as(at.db, desk, 'viewer')
    expect(await archivedNow(at.db, reader)).toBeNull()
    expect(await archive('Printed')).toBe(true)
    expect(await archivedNow(at.db, reader)).toMatchObject({
      memberId: desk.seats.editor.memberId,
      reason: 'Printed',
    })
    expect(await bringBack('A letter came')).toBe(true)
    expect(await archivedNow(at.db, reader)).toBeNull()
    const rows = await at.db.archiving.findMany({ where: { articleId: desk.articleId } })
    expect(rows).toMatchObject([{ reason: 'Printed', endReason: 'A letter came' }])
    expect(await breaksOf(at.url)).toEqual([])
  })

  test('twice is once, in either direction', async () => {
    expect(await bringBack()).toBe(false)
    const both = await Promise.all([archive('One'), archive('Two'), archive('Three')])
    expect(both.filter(Boolean)).toHaveLength(1)
    expect([await bringBack(), await bringBack()]).toEqual([true, false])
    expect([await archive(), await bringBack()]).toEqual([true, true])
  })

  test('a checker and a viewer may do neither', async () => {
    for (const role of ['checker', 'viewer'] as const) {
      const who = await as(at.db, desk, role)
      await expect(archiveArticle(at.db, who, { reason: '' })).rejects.toMatchObject({ code: 'forbidden' })
      await expect(bringBackArticle(at.db, who, { reason: '' })).rejects.toMatchObject({ code: 'forbidden' })
    }
  })

  test('an article of another desk is not archived by its id', async () => {
    const other = await openDesk(at.db, `Kiln${++desks}`)
    const mixed = { ...(await as(at.db, desk, 'owner')), articleId: other.articleId }
    await expect(archiveArticle(at.db, mixed, { reason: '' })).rejects.toMatchObject({ code: 'not_found' })
    await expect(bringBackArticle(at.db, mixed, { reason: '' })).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('while it is archived', () => {
  const kinds = EVENT_KINDS.filter((kind) => !/^(workspace|member|account|policy|source)\./.test(kind))

  test.each(kinds)('%s', async (kind: EventKind) => {
    await archive()
    const editor = await as(at.db, desk, 'owner')
    let reached = false
    const asked = change(
      at.db,
      { clockId: desk.articleId, authority: editor, ability: 'article.read', kind },
      async () => {
        reached = true
        return { value: undefined }
      },
    )
    if (mayWhileArchived(kind)) await asked
    else await expect(asked).rejects.toMatchObject({ code: 'conflict', message: ARCHIVED_WORDS })
    expect(reached).toBe(mayWhileArchived(kind))
  })

  test('the house itself does not change it either; the desk goes on', async () => {
    await archive()
    const { workspaceId } = desk
    const owner = await as(at.db, desk, 'owner')
    const house = { ...owner, memberId: null }
    await expect(
      recordWording(at.db, house, { ...(await claimNow(at.db, desk, 4)), text: 'No.', reason: '' }),
    ).rejects.toThrow(ARCHIVED_WORDS)
    const what = { clockId: workspaceId, authority: owner, ability: 'source.add', kind: 'source.added' } as const
    await at.db.$transaction((tx) => changeWithin(tx, what, async () => ({ value: null })))
  })

  test('it is read as before; what should not be there is taken away; nothing else is recorded', async () => {
    const checker = await as(at.db, desk, 'checker')
    const claim = await claimNow(at.db, desk, 4)
    const threadId = await openThread(at.db, checker, { ...claim, quote: '', body: 'By whom?', mentions: [] })
    const comment = await at.db.comment.findFirstOrThrow({ where: { threadId } })
    const proposed = await proposeWording(at.db, checker, { ...claim, text: 'It burned in May.', reason: 'Vague' })
    const wordingId = proposed.outcome === 'proposed' ? proposed.wordingId : ''
    const assessed = await assess(at.db, checker, {
      ...claim,
      verdict: 'supported',
      confidence: 'high',
      rationale: 'Told by Jan Novák.',
    })
    await archive()
    expect((await readGalley(at.db, checker, await as(at.db, desk, 'checker'))).claims).toHaveLength(5)
    await expect(addComment(at.db, checker, { threadId, body: 'By Petr.', mentions: [] })).rejects.toThrow(
      ARCHIVED_WORDS,
    )
    await expect(
      attachCitation(at.db, checker, { ...claim, ...SUPPORTS, source: { add: newsItem('A fire') } }),
    ).rejects.toThrow(ARCHIVED_WORDS)
    // A source that was to come with the refused citation is not left on the shelf.
    expect(await at.db.source.count({ where: { workspaceId: desk.workspaceId } })).toBe(0)
    await withdrawWording(at.db, checker, { wordingId, reason: 'Enough' })
    await withdraw(at.db, checker, 'Comment', { id: comment.id, reason: 'Answered' })
    const { id } = await at.db.assessment.findFirstOrThrow({ where: { articleId: desk.articleId } })
    expect(assessed).toMatchObject({ outcome: 'assessed' })
    await withdraw(at.db, checker, 'Assessment', { id, reason: 'A name' })
    expect(await breaksOf(at.url)).toEqual([])
  })
})

describe('at the same time as other changes', () => {
  test('what is recorded came before it was archived; what comes after is refused', async () => {
    const claims = await Promise.all([2, 3, 4, 5].map((number) => claimNow(at.db, desk, number)))
    const editor = await as(at.db, desk, 'editor')
    const recording = claims.flatMap((claim, n) =>
      Array.from({ length: 3 }, (_, k) =>
        recordWording(at.db, editor, { ...claim, text: `Said ${n} ${k}.`, reason: '' }).then(
          ({ outcome }) => outcome,
          (error: Error) => error.message,
        ),
      ),
    )
    const answers = await Promise.all([...recording.slice(0, 6), archive(), ...recording.slice(6)])
    const events = await at.db.auditEvent.findMany({ where: { clockId: desk.articleId }, orderBy: { seq: 'asc' } })
    expect(events.at(-1)?.kind).toBe('article.archived')
    const recorded = answers.filter((answer) => answer === 'recorded').length
    expect(events.filter(({ kind }) => kind === 'wording.recorded')).toHaveLength(recorded)
    for (const answer of answers) expect(['recorded', 'conflict', true, ARCHIVED_WORDS]).toContain(answer)
  })

  const waitingForLocks = async () => {
    const [row] = await at.db.$queryRaw<{ waiting: number }[]>`
      SELECT count(*)::int AS "waiting" FROM pg_stat_activity WHERE "datname" = current_database() AND "wait_event_type" = 'Lock'`
    return row?.waiting
  }

  test('who waits for the article while it is archived is refused', async () => {
    const claim = await claimNow(at.db, desk, 4)
    const editor = await as(at.db, desk, 'editor')
    let late: Promise<unknown> = Promise.resolve()
    await at.db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT FROM "Clock" WHERE "id" = ${desk.articleId}::uuid FOR UPDATE`
      // It asks for the lock, and gets it only after the archiving is there.
      late = recordWording(at.db, editor, { ...claim, text: 'Too late.', reason: '' }).catch((error: Error) => error)
      await vi.waitFor(async () => expect(await waitingForLocks()).toBe(1))
      const what = {
        clockId: desk.articleId,
        authority: editor,
        ability: 'article.archive',
        kind: 'article.archived',
      } as const
      await changeWithin(tx, what, async (ledger) => {
        const row = { workspaceId: desk.workspaceId, articleId: desk.articleId, memberId: editor.memberId }
        await ledger.add('Archiving', [{ ...row, id: crypto.randomUUID(), reason: '', createdAt: ledger.at }])
        return { value: null, details: {} }
      })
    })
    expect(await late).toMatchObject({ message: ARCHIVED_WORDS })
  })
})

describe('nothing of it waits elsewhere', () => {
  test('reviews, assignments, mentions and answers are hidden while it is archived, and are there again after', async () => {
    const other = await addArticle(at.db, desk, undefined, 'Another kiln')
    const both = [desk, { ...desk, articleId: other.articleId }]
    for (const one of both) {
      const [checker, editor] = [await as(at.db, one, 'checker'), await as(at.db, one, 'editor')]
      const claim = await claimNow(at.db, one, 4)
      await proposeWording(at.db, checker, { ...claim, text: 'It burned in May.', reason: 'Vague' })
      const third = await claimNow(at.db, one, 3)
      const answered = await proposeWording(at.db, checker, { ...third, text: 'By a canal.', reason: 'Map' })
      const wordingId = answered.outcome === 'proposed' ? answered.wordingId : ''
      await rejectWording(at.db, editor, { wordingId, reason: 'No map says so' })
      await assignClaim(at.db, editor, { claimId: claim.claimId, assigneeId: checker.memberId, note: '' })
      await openThread(at.db, editor, { ...claim, quote: '', body: 'When?', mentions: [checker.memberId] })
    }
    const waiting = async () => {
      const [checker, editor] = [await as(at.db, desk, 'checker'), await as(at.db, desk, 'editor')]
      const queue = await readQueue(at.db, editor, { ...readFilter({}), articleId: null })
      const assigned = await assignedTo(at.db, checker)
      const answers = await unreadAnswers(at.db, checker)
      return {
        articles: (await listArticles(at.db, editor)).length,
        archived: (await listArchived(at.db, editor)).total,
        byArticle: (await waitingByArticle(at.db, editor)).length,
        queue: [queue.total, queue.groups.length, queue.articles.length],
        assigned: [assigned.total, assigned.assigned.length],
        answers: [answers.total, answers.answers.length],
        mentions: (await mentionsOf(at.db, checker)).length,
      }
    }
    const all = (n: number) => ({
      articles: n,
      archived: 2 - n,
      byArticle: n,
      queue: [n, n, n],
      assigned: [n, n],
      answers: [n, n],
      mentions: n,
    })
    expect(await waiting()).toEqual(all(2))
    await archive()
    expect(await waiting()).toEqual(all(1))
    // Its own page of reviews shows what waited.
    const own = await as(at.db, desk, 'editor')
    expect((await readQueue(at.db, own, { ...readFilter({}), articleId: own.articleId })).total).toBe(1)
    await bringBack()
    expect(await waiting()).toEqual(all(2))
  })

  test('answers that are hidden are not marked as read with the others', async () => {
    const checker = await as(at.db, desk, 'checker')
    const claim = await claimNow(at.db, desk, 3)
    const answered = await proposeWording(at.db, checker, { ...claim, text: 'By a canal.', reason: 'Map' })
    const wordingId = answered.outcome === 'proposed' ? answered.wordingId : ''
    await rejectWording(at.db, await as(at.db, desk, 'editor'), { wordingId, reason: 'No' })
    await archive()
    await markAnswersRead(at.db, checker, new Date(Date.now() + 60_000))
    await bringBack()
    expect((await unreadAnswers(at.db, checker)).total).toBe(1)
  })
})
