import { beforeEach, describe, expect, test } from 'vitest'
import { ROLES, type Role } from '@/lib/domain/desk/permission.ts'
import { newId } from '@/lib/platform/ids.ts'
import { houseAuthority } from '../access.ts'
import { assignedTo } from '../article/assigned.ts'
import { readDossier } from '../article/dossier.ts'
import { change } from '../clock.ts'
import { Repeated } from '../command.ts'
import { setMemberRole } from '../desk/member.ts'
import { markAnswerRead, markAnswersRead, unreadAnswers } from '../desk/notification.ts'
import { mergeClaims, splitClaim } from '../revision/structure.ts'
import { addArticle, as, claimNow, openDesk, type TestDesk } from '../testing/desk.ts'
import { breaksOf, ownDatabase } from '../testing/fresh-database.ts'
import { assignClaim, endAssignment } from './assignment.ts'

const at = ownDatabase()
let desk: TestDesk
let desks = 0

beforeEach(async () => {
  desks += 1
  desk = await openDesk(at.db, `Mill${desks}`)
})

const who = (role: Role) => as(at.db, desk, role)
const now = (number = 3) => claimNow(at.db, desk, number)
const idOf = (role: Role) => desk.seats[role].memberId
const seq = async () => (await at.db.clock.findUniqueOrThrow({ where: { id: desk.articleId } })).seq
const give = async (by: Role, to: Role, number = 3, note = '') =>
  assignClaim(at.db, await who(by), { claimId: (await now(number)).claimId, assigneeId: idOf(to), note })
const end = async (by: Role, id: string, reason = '') => endAssignment(at.db, await who(by), { id, reason })
const rows = () => at.db.assignment.findMany({ where: { articleId: desk.articleId }, orderBy: { createdSeq: 'asc' } })
const list = async (role: Role) => assignedTo(at.db, await who(role))

/** Someone leaves the desk. @param meanwhile runs before it is committed */
async function removeMember(role: Role, meanwhile = async () => {}): Promise<void> {
  const { workspaceId } = desk
  const authority = houseAuthority(workspaceId)
  const what = { clockId: workspaceId, authority, ability: 'member.manage', kind: 'member.role_changed' } as const
  await change(at.db, what, async (ledger) => {
    const member = await ledger.tx.member.findUniqueOrThrow({ where: { id: idOf(role) } })
    await ledger.end('Member', [member.id])
    await meanwhile()
    return { value: undefined, details: { member: member.id, to: member.role } }
  })
}

describe('who may', () => {
  const forbidden = { code: 'forbidden' }

  test('an editor or owner gives a claim to anyone from checker on; a checker takes it; a viewer neither', async () => {
    for (const by of ROLES)
      for (const to of ROLES) {
        const before = await seq()
        const allowed = to !== 'viewer' && (by === 'editor' || by === 'owner' || (by === 'checker' && to === 'checker'))
        if (allowed) {
          const { assignmentId } = await give(by, to)
          expect((await now()).assignees).toEqual([idOf(to)])
          await end(by, assignmentId)
          continue
        }
        const refused = by === 'viewer' || by === 'checker' ? forbidden : { code: 'invalid' }
        await expect(give(by, to), `${by} to ${to}`).rejects.toMatchObject(refused)
        expect(await seq()).toBe(before)
      }
    expect(await breaksOf(at.url)).toEqual([])
  })

  test('whoever has it gives it back, or an editor takes it back; no one else does', async () => {
    const { assignmentId } = await give('editor', 'owner')
    for (const role of ['viewer', 'checker'] as const)
      await expect(end(role, assignmentId)).rejects.toMatchObject(forbidden)
    expect(await end('owner', assignmentId)).toBe(true)
    const again = await give('owner', 'checker')
    expect(await end('editor', again.assignmentId, 'She is away')).toBe(true)
    const taken = await give('checker', 'checker')
    expect(await end('checker', taken.assignmentId)).toBe(true)
    const own = await give('editor', 'checker')
    expect(await end('owner', own.assignmentId)).toBe(true)
    expect((await rows()).map(({ endReason }) => endReason)).toEqual([
      'given back',
      'She is away',
      'given back',
      'taken back',
    ])
  })

  test('who has left the desk, or became a viewer, is given nothing; what they had stays until an editor takes it', async () => {
    const { assignmentId } = await give('editor', 'checker')
    await setMemberRole(at.db, houseAuthority(desk.workspaceId), idOf('checker'), 'viewer')
    await expect(give('editor', 'checker', 4)).rejects.toMatchObject({ code: 'invalid', message: /viewer/ })
    await removeMember('checker')
    await expect(give('editor', 'checker', 4)).rejects.toMatchObject({ code: 'invalid', message: /left/ })
    expect((await now()).assignees).toEqual([idOf('checker')])
    expect(await end('editor', assignmentId)).toBe(true)
  })

  test('a member who leaves while a claim is given to them is not given it', async () => {
    let giving: Promise<unknown> = Promise.resolve()
    await removeMember('owner', async () => {
      giving = give('editor', 'owner').catch((error: unknown) => error)
      await new Promise((resolve) => setTimeout(resolve, 200))
    })
    expect(await giving).toMatchObject({ code: 'invalid', message: 'This member has left the desk.' })
    expect(await rows()).toEqual([])
    expect(await breaksOf(at.url)).toEqual([])
  })
})

describe('once at a time', () => {
  test('to several members, each once; a second time changes nothing', async () => {
    const first = await give('editor', 'checker')
    await give('checker', 'checker', 4)
    await give('owner', 'editor')
    const before = await seq()
    expect(await give('owner', 'checker', 3, 'Again')).toEqual({ ...first, outcome: 'already' })
    expect(await seq()).toBe(before)
    expect((await now()).assignees).toEqual([idOf('checker'), idOf('editor')])
    expect([await end('checker', first.assignmentId), await end('checker', first.assignmentId)]).toEqual([true, false])
    expect((await now()).assignees).toEqual([idOf('editor')])
    expect((await give('editor', 'checker')).outcome).toBe('assigned')
    expect(await rows()).toHaveLength(4)
  })

  test('two editors at one moment: one assignment, and one who hears that it is there', async () => {
    const both = await Promise.all([give('editor', 'checker'), give('owner', 'checker'), give('checker', 'checker')])
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['already', 'already', 'assigned'])
    expect(new Set(both.map(({ assignmentId }) => assignmentId)).size).toBe(1)
    const id = both[0].assignmentId
    const ends = await Promise.all([end('editor', id), end('checker', id), end('owner', id)])
    expect(ends.filter(Boolean)).toHaveLength(1)
    expect(await breaksOf(at.url)).toEqual([])
  })

  test('a command sent again is done once', async () => {
    const { claimId } = await now()
    const asked = { claimId, assigneeId: idOf('checker'), note: '', commandId: newId() }
    const { assignmentId } = await assignClaim(at.db, await who('editor'), asked)
    await expect(assignClaim(at.db, await who('editor'), asked)).rejects.toThrow(Repeated)
    const ending = { id: assignmentId, reason: '', commandId: newId() }
    await endAssignment(at.db, await who('editor'), ending)
    await expect(endAssignment(at.db, await who('editor'), ending)).rejects.toThrow(Repeated)
    expect(await rows()).toHaveLength(1)
  })
})

test('another desk’s claim, member or assignment is refused, and nothing is recorded', async () => {
  const theirs = await openDesk(at.db, `Quarry${desks}`)
  const far = await claimNow(at.db, theirs, 3)
  const { assignmentId } = await assignClaim(at.db, await as(at.db, theirs, 'editor'), {
    claimId: far.claimId,
    assigneeId: theirs.seats.checker.memberId,
    note: '',
  })
  const editor = await who('editor')
  const before = await seq()
  const near = (await now()).claimId
  const given = { claimId: near, assigneeId: idOf('checker'), note: '' }
  for (const claimId of [far.claimId, newId()])
    await expect(assignClaim(at.db, editor, { ...given, claimId })).rejects.toMatchObject({ code: 'not_found' })
  for (const assigneeId of [theirs.seats.checker.memberId, newId()])
    await expect(assignClaim(at.db, editor, { ...given, assigneeId })).rejects.toMatchObject({ code: 'invalid' })
  for (const id of [assignmentId, newId()])
    await expect(endAssignment(at.db, editor, { id, reason: '' })).rejects.toMatchObject({ code: 'not_found' })
  expect(await seq()).toBe(before)
  expect(await rows()).toEqual([])
})

describe('what a member sees', () => {
  test('their claims, newest first, where each stands, and who gave it, until they have seen that', async () => {
    await give('editor', 'checker', 3, 'Is there a map?')
    await give('checker', 'checker', 2)
    const { assigned, total } = await list('checker')
    expect(total).toBe(2)
    expect(assigned).toMatchObject([
      { claim: 2, slug: desk.slug, status: 'unchecked', memberId: idOf('checker'), told: null },
      { claim: 3, words: 'The mill stood by the river. ', note: 'Is there a map?', memberId: idOf('editor') },
    ])
    const told = assigned[1]?.told ?? ''
    expect(told).not.toBe('')
    const checker = await who('checker')
    // It is no answer to a proposal, and is not put away with those.
    expect(await unreadAnswers(at.db, checker)).toEqual({ answers: [], total: 0 })
    await markAnswersRead(at.db, checker, new Date(Date.now() + 1000))
    expect((await list('checker')).assigned[1]?.told).toBe(told)
    await expect(markAnswerRead(at.db, await who('owner'), told)).rejects.toMatchObject({ code: 'not_found' })
    await markAnswerRead(at.db, checker, told)
    expect((await list('checker')).assigned[1]?.told).toBeNull()
    expect(await list('owner')).toEqual({ assigned: [], total: 0 })
  })

  test('at most twenty are listed, and all are counted', async () => {
    const sentences = Array.from({ length: 23 }, (_, number) => `Mill ${number} burned. `)
    const { articleId, slug } = await addArticle(at.db, desk, ['Mills', ...sentences], 'All mills')
    const editor = await as(at.db, { ...desk, articleId, slug }, 'editor')
    for (const { id } of await at.db.claim.findMany({ where: { articleId, number: { gt: 1 } } }))
      await assignClaim(at.db, editor, { claimId: id, assigneeId: idOf('owner'), note: '' })
    const { assigned, total } = await list('owner')
    expect([assigned.length, total]).toEqual([20, 23])
    expect(new Set(assigned.map(({ claim }) => claim)).size).toBe(20)
  })

  test('the dossier of a past moment shows who had it then', async () => {
    const { assignmentId } = await give('editor', 'checker', 3, 'Is there a map?')
    const moment = await who('viewer')
    await end('checker', assignmentId)
    const summary = await now()
    const then = await readDossier(at.db, moment, moment, summary)
    expect(then.assignments).toMatchObject([{ id: assignmentId, assigneeId: idOf('checker'), note: 'Is there a map?' }])
    expect((await readDossier(at.db, moment, await who('viewer'), summary)).assignments).toEqual([])
  })
})

describe('when claims change', () => {
  test('a split claim stays with whoever has it; a claim that is merged into another leaves it', async () => {
    await give('editor', 'checker', 3)
    await give('editor', 'owner', 4)
    const editor = await who('editor')
    const { claimId, wordingId } = await now(3)
    await splitClaim(at.db, editor, { claimId, wordingId, cuts: ['The mill '.length], reason: 'Two things' })
    expect((await now(3)).assignees).toEqual([idOf('checker')])
    const pair = [await now(4), await now(5)].map((claim) => ({ claimId: claim.claimId, wordingId: claim.wordingId }))
    await give('editor', 'checker', 5)
    await mergeClaims(at.db, editor, { claims: pair, reason: 'One thing' })
    const gone = (await rows()).filter(({ endedSeq }) => endedSeq !== null)
    expect(gone).toMatchObject([{ endReason: 'Left the article in revision 3' }])
    const left = (await list('checker')).assigned.length + (await list('owner')).assigned.length
    expect(left).toBe(2)
    expect(await breaksOf(at.url)).toEqual([])
  })
})
