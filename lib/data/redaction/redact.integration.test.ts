import { beforeAll, describe, expect, test } from 'vitest'
import { withoutWords } from '@/lib/exchange/working-text.ts'
import { newId } from '@/lib/platform/ids.ts'
import { addComment, openThread } from '../claim/thread.ts'
import { Repeated } from '../command.ts'
import { restoreRevision } from '../revision/restore.ts'
import { proposeWording, recordWording, restoreWording } from '../revision/wording.ts'
import { readSource } from '../shelf/source-page.ts'
import { checkNewQuotes, currentSnapshot } from '../snapshot/snapshot.ts'
import { as, claimNow, type TestDesk } from '../testing/desk.ts'
import { breaksOf, ownDatabase } from '../testing/fresh-database.ts'
import { openFurnishedDesk } from '../testing/furnished-desk.ts'
import { dumped } from '../testing/surfaces.ts'
import { redactEntry } from './redact.ts'
import { redactSnapshot } from './snapshot.ts'

const REASON = 'A person asked for it.'
const at = ownDatabase()
let desk: TestDesk

beforeAll(async () => {
  desk = await openFurnishedDesk(at.db)
})

const owner = () => as(at.db, desk, 'owner')
const checker = () => as(at.db, desk, 'checker')
const editor = () => as(at.db, desk, 'editor')

async function redact(what: Parameters<typeof redactEntry>[2]['what'], id: string) {
  return redactEntry(at.db, await owner(), { what, id, reason: REASON }, withoutWords)
}

describe('a redaction', () => {
  const plantComment = async (body: string) => {
    const claim = await claimNow(at.db, desk, 2)
    const threadId = await openThread(at.db, await checker(), { ...claim, quote: '', body, mentions: [] })
    return at.db.comment.findFirstOrThrow({ where: { threadId } })
  }

  test.each(['viewer', 'checker', 'editor'] as const)('is not a %s’s to make', async (role) => {
    const { id } = await plantComment(`Seen by the ${role}`)
    const asked = { what: 'comment', id, reason: REASON } as const
    await expect(redactEntry(at.db, await as(at.db, desk, role), asked, withoutWords)).rejects.toThrow('does not allow')
    expect((await at.db.comment.findUniqueOrThrow({ where: { id } })).body).toBe(`Seen by the ${role}`)
  })

  test('of an entry of another article, of a reason that tells, and of what the claim says now are refused', async () => {
    const asked = { what: 'comment', id: newId(), reason: REASON } as const
    await expect(redactEntry(at.db, await owner(), asked, withoutWords)).rejects.toThrow('no such entry')
    const { id } = await plantComment('Marta Weiss of Linz')
    const telling = { what: 'comment', id, reason: 'It names Marta Weiss of Linz!' } as const
    await expect(redactEntry(at.db, await owner(), telling, withoutWords)).rejects.toThrow('Say it without them')
    const { wordingId } = await claimNow(at.db, desk, 4)
    await expect(redact('wording', wordingId)).rejects.toThrow('Reword the claim first')
    const said = await proposeWording(at.db, await checker(), {
      ...(await claimNow(at.db, desk, 2)),
      text: 'Twelve. ',
      reason: 'Short',
    })
    if (said.outcome === 'proposed')
      await expect(redact('wording', said.wordingId)).rejects.toThrow('Reject or withdraw')
    expect(await breaksOf(at.url)).toEqual([])
  })

  test('twice is harmless, also as the same command, and ten at once come to one', async () => {
    const { id } = await plantComment('Otto Lindqvist was there')
    const commandId = newId()
    const asked = { what: 'comment', id, reason: REASON, commandId } as const
    const count = () => at.db.auditEvent.count({ where: { clockId: desk.articleId, kind: 'record.redacted' } })
    const before = await count()
    const all = await Promise.all(
      Array.from({ length: 10 }, async (_, index) =>
        redactEntry(at.db, await owner(), { ...asked, commandId: index ? newId() : commandId }, withoutWords),
      ),
    )
    expect(all.map(({ outcome }) => outcome).sort()).toEqual([...Array(9).fill('already'), 'redacted'])
    expect(await count()).toBe(before + 1)
    await expect(
      redactEntry(at.db, await owner(), asked, withoutWords).then(
        ({ outcome }) => outcome,
        (error: unknown) => (error instanceof Repeated ? 'already' : error),
      ),
    ).resolves.toBe('already')
    expect(await count()).toBe(before + 1)
    expect(await breaksOf(at.url)).toEqual([])
  })

  test('and recordings at the same moment come in one order', async () => {
    const { id } = await plantComment('Pia Sorel rang twice')
    const { id: threadId } = await at.db.thread.findFirstOrThrow({ where: { articleId: desk.articleId } })
    await Promise.all([
      ...Array.from({ length: 8 }, async (_, index) =>
        addComment(at.db, await checker(), { threadId, body: `Reply ${index}`, mentions: [] }),
      ),
      redact('comment', id),
    ])
    expect(await dumped(at.url, 'Pia Sorel')).toEqual([])
    expect(await at.db.comment.count({ where: { body: { startsWith: 'Reply ' } } })).toBe(8)
    expect(await breaksOf(at.url)).toEqual([])
  })

  test('leaves a wording that no one can restore, and a revision that no one can, either', async () => {
    const { wordingId, claimId } = await claimNow(at.db, desk, 3)
    const base = await claimNow(at.db, desk, 3)
    await recordWording(at.db, await editor(), { ...base, text: 'It stood elsewhere. ', reason: 'Elsewhere' })
    await redact('wording', wordingId)
    const { wordingId: baseId } = await claimNow(at.db, desk, 3)
    const asked = { claimId, wordingId, baseId, reason: 'Back' }
    await expect(restoreWording(at.db, await editor(), asked)).rejects.toThrow('nothing to restore')
    const { headNumber: baseRevision } = await at.db.article.findUniqueOrThrow({ where: { id: desk.articleId } })
    const back = restoreRevision(at.db, await editor(), { revision: 1, baseRevision, reason: 'All of it' })
    await expect(back).rejects.toThrow('has words that were redacted')
    expect(await breaksOf(at.url)).toEqual([])
  })

  test('of what a source says now says nothing for its quotes, nor against them', async () => {
    const { id: sourceId } = await at.db.source.findFirstOrThrow({
      where: { title: 'The mill burned', workspaceId: desk.workspaceId },
    })
    const { id: snapshotId } = (await currentSnapshot(at.db, desk.workspaceId, sourceId)) ?? { id: '' }
    await redactSnapshot(at.db, await owner(), { snapshotId, reason: REASON })
    const checks = () => at.db.quoteCheck.count({ where: { workspaceId: desk.workspaceId } })
    const before = await checks()
    expect(await checkNewQuotes(at.db, await checker(), sourceId)).toEqual({ lost: 0 })
    expect(await checks()).toBe(before)
    expect((await readSource(at.db, await owner(), sourceId)).redactions).toMatchObject([
      { id: snapshotId, field: null },
    ])
    expect(await breaksOf(at.url)).toEqual([])
  })
})
