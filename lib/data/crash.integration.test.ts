import { Client } from 'pg'
import { expect, test } from 'vitest'
import { isUnavailable } from '@/lib/platform/errors.ts'
import { newId } from '@/lib/platform/ids.ts'
import { attachCitation } from './claim/citation.ts'
import { change } from './clock.ts'
import { Repeated } from './command.ts'
import { recordWording } from './revision/wording.ts'
import { as, claimNow, newsItem, openDesk, SUPPORTS, type TestDesk } from './testing/desk.ts'
import { breaksOf, ownDatabase } from './testing/fresh-database.ts'

const at = ownDatabase()

const state = (desk: TestDesk) => whenBack(() => counts(desk))

const counts = async ({ articleId, workspaceId }: TestDesk) => ({
  clocks: (await at.db.clock.findMany({ where: { workspaceId }, orderBy: { id: 'asc' } })).map(({ seq, hash }) => [
    seq,
    hash,
  ]),
  wordings: await at.db.claimRevision.count({ where: { articleId } }),
  revisions: await at.db.revision.count({ where: { articleId } }),
  sources: await at.db.source.count({ where: { workspaceId } }),
  citations: await at.db.citation.count({ where: { articleId } }),
  events: await at.db.auditEvent.count({ where: { workspaceId } }),
})

/** A connection that was killed while it lay in the pool shows at its next use: asked again, as a page would. */
async function whenBack<T>(ask: () => Promise<T>): Promise<T> {
  for (let attempt = 0; attempt < 10; attempt++) {
    try {
      return await ask()
    } catch (error) {
      if (!isUnavailable(error)) throw error
    }
  }
  return ask()
}

test('a connection killed before its commit leaves nothing, and the retry succeeds once', async () => {
  const desk = await openDesk(at.db, 'Killed')
  const editor = await as(at.db, desk, 'editor', 'citation.attach')
  const killer = new Client({ connectionString: at.url })
  await killer.connect()
  const before = await state(desk)
  const what = { clockId: desk.articleId, authority: editor, ability: 'comment.write', kind: 'thread.opened' } as const
  const cutOff = change(at.db, what, async (ledger) => {
    const claim = await claimNow(at.db, desk, 3)
    await ledger.add('Thread', [
      {
        id: newId(),
        workspaceId: desk.workspaceId,
        articleId: desk.articleId,
        claimId: claim.claimId,
        wordingId: claim.wordingId,
        quote: '',
        memberId: editor.memberId,
        createdAt: ledger.at,
      },
    ])
    const [{ pid } = { pid: 0 }] = await ledger.tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`
    await killer.query('SELECT pg_terminate_backend($1)', [pid])
    return { value: undefined, details: {} }
  })
  await expect(cutOff).rejects.toThrow()
  await killer.end()
  expect(await state(desk)).toEqual(before)
  expect(await at.db.thread.count({ where: { articleId: desk.articleId } })).toBe(0)
})

test('whichever statement the connection dies on, all of a change is there or nothing, and its command counts once', async () => {
  const desk = await openDesk(at.db, 'Dying')
  const editor = await as(at.db, desk, 'editor', 'citation.attach')
  const killer = new Client({ connectionString: at.url })
  await killer.connect()
  // Everyone of this database but the killer: hits a change at whatever moment it is in.
  const kill = () =>
    killer.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'`,
    )
  try {
    for (let round = 0; round < 20; round++) {
      const before = await state(desk)
      const claim = await whenBack(() => claimNow(at.db, desk, 3))
      const commandId = newId()
      const source = { add: newsItem(`Source ${round}`) }
      const attach = () => attachCitation(at.db, editor, { ...claim, ...SUPPORTS, source, commandId })
      const recordId = newId()
      const record = () =>
        recordWording(at.db, editor, { ...claim, text: `By pond ${round}.`, reason: 'Map', commandId: recordId })
      // First the citation, so that its wording still stands; each sent again until it was heard.
      await untilHeard(attach, kill, round)
      await untilHeard(record, kill, round)
      const after = await state(desk)
      expect(after.sources).toBe(before.sources + 1)
      expect(after.citations).toBe(before.citations + 1)
      expect(after.wordings).toBe(before.wordings + 1)
      expect(after.revisions).toBe(before.revisions + 1)
      expect(after.events).toBe(before.events + 3)
    }
  } finally {
    await killer.end()
  }
  expect(await breaksOf(at.url)).toEqual([])
})

async function untilHeard(
  send: () => Promise<{ outcome: string }>,
  kill: () => Promise<unknown>,
  delay: number,
): Promise<void> {
  for (let attempt = 0; attempt < 10; attempt++) {
    const sent = send().then(
      ({ outcome }) => ['attached', 'recorded'].includes(outcome),
      (error: unknown) => error instanceof Repeated,
    )
    if (attempt === 0) {
      await new Promise((resolve) => setTimeout(resolve, delay))
      await kill()
    }
    if (await sent) return
  }
  throw new Error('never heard')
}
