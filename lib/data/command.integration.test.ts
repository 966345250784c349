import { beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '@/lib/domain/desk/permission.ts'
import { withCommandContent } from '@/lib/platform/command-content.ts'
import { newId } from '@/lib/platform/ids.ts'
import { assess } from './claim/assessment.ts'
import { openThread } from './claim/thread.ts'
import { Repeated } from './command.ts'
import { addSource } from './source/source.ts'
import { as, claimNow, newsItem, openDesk, type TestDesk } from './testing/desk.ts'
import { breaksOf, ownDatabase } from './testing/fresh-database.ts'

const at = ownDatabase()
let desk: TestDesk
beforeAll(async () => {
  desk = await openDesk(at.db, 'Commands')
})

const who = (role: Role) => as(at.db, desk, role)
/** A comment, as an action sends it: under an id, with a digest of what it says. */
const comment = async (role: Role, commandId: string, body: string) =>
  withCommandContent(body, async () =>
    openThread(at.db, await who(role), {
      ...(await claimNow(at.db, desk, 3)),
      body,
      quote: '',
      mentions: [],
      commandId,
    }).then(
      () => 'recorded',
      (error: unknown) => (error instanceof Repeated ? 'repeated' : (error as { code: string }).code),
    ),
  )
const said = (body: string) => at.db.comment.count({ where: { body } })

describe('the id of a command', () => {
  test('sent again by the same person with the same words, it was done', async () => {
    const id = newId()
    expect(await comment('checker', id, 'once')).toBe('recorded')
    expect(await comment('checker', id, 'once')).toBe('repeated')
    expect(await said('once')).toBe(1)
  })
  test.each<[string, Role, string]>([
    ['another person', 'editor', 'mine'],
    ['other words', 'checker', 'other'],
    ['another person and other words', 'owner', 'third'],
  ])('sent with %s, it is refused and not called done', async (_, role, words) => {
    const id = newId()
    expect(await comment('checker', id, 'mine')).toBe('recorded')
    const before = await said(words)
    expect(await comment(role, id, words)).toBe('conflict')
    expect(await said(words)).toBe(before)
  })
  test('used for another kind of command, it is refused', async () => {
    const id = newId()
    expect(await comment('checker', id, 'a comment')).toBe('recorded')
    const answer = { verdict: 'supported', confidence: 'high', rationale: 'On the map.' } as const
    const assessed = withCommandContent('an answer', async () =>
      assess(at.db, await who('checker'), { ...(await claimNow(at.db, desk, 3)), ...answer, commandId: id }),
    )
    await expect(assessed).rejects.toMatchObject({ code: 'conflict' })
  })
  test('twenty at once with one id and twenty contents: one is recorded, the others are refused', async () => {
    const id = newId()
    const all = await Promise.all(Array.from({ length: 20 }, (_, n) => comment('checker', id, `at once ${n}`)))
    expect(all.filter((answer) => answer === 'recorded')).toHaveLength(1)
    expect(all.filter((answer) => answer === 'conflict')).toHaveLength(19)
  })
  test('holds on the shelf too', async () => {
    const id = newId()
    const add = (digest: string, title: string) =>
      withCommandContent(digest, async () => addSource(at.db, await who('checker'), newsItem(title), { commandId: id }))
    await add('a', 'A map of the ford')
    await expect(add('a', 'A map of the ford')).rejects.toThrow(Repeated)
    await expect(add('b', 'A register of mills')).rejects.toMatchObject({ code: 'conflict' })
  })
  test('and the record holds', async () => {
    expect(await breaksOf(at.url)).toEqual([])
  })
})
