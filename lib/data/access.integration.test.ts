import { beforeEach, describe, expect, test } from 'vitest'
import { ABILITIES, may, ROLES } from '@/lib/domain/desk/permission.ts'
import { newId } from '@/lib/platform/ids.ts'
import { authorizeArticle, authorizeWorkspace, houseAuthority, type SessionClaim } from './access.ts'
import { change } from './clock.ts'
import { addMember, setMemberRole } from './desk/member.ts'
import { makePasswordLink, redeemPasswordLink } from './desk/password.ts'
import { createUser, endSession, openSession } from './desk/user.ts'
import { recordWording } from './revision/wording.ts'
import { as, claimNow, openDesk, type TestDesk } from './testing/desk.ts'
import { ownDatabase } from './testing/fresh-database.ts'

const at = ownDatabase()
let mine: TestDesk
let theirs: TestDesk
let desks = 0

beforeEach(async () => {
  desks += 1
  mine = await openDesk(at.db, `Mill${desks}`)
  theirs = await openDesk(at.db, `Quarry${desks}`)
})

const article = (session: SessionClaim | null, id = mine.articleId) =>
  authorizeArticle(at.db, session, { id }, 'article.read')
const workspace = (session: SessionClaim | null, id?: string) => authorizeWorkspace(at.db, session, id, 'article.read')
const signedOut = { code: 'signed_out' }
const notFound = { code: 'not_found' }

async function expectBoth(session: SessionClaim | null, refusal: { code: string }): Promise<void> {
  await expect(article(session)).rejects.toMatchObject(refusal)
  await expect(workspace(session, mine.workspaceId)).rejects.toMatchObject(refusal)
}

/** Ends a membership, as a later action will. */
async function endMember(desk: TestDesk, memberId: string): Promise<void> {
  const { workspaceId } = desk
  const what = {
    clockId: workspaceId,
    authority: houseAuthority(workspaceId),
    ability: 'member.manage',
    kind: 'member.role_changed',
  } as const
  await change(at.db, what, async (ledger) => {
    await ledger.end('Member', [memberId])
    return { value: undefined, details: { member: memberId, to: 'viewer' } }
  })
}

describe('an article by its slug', () => {
  const bySlug = (session: SessionClaim, slug: string, workspaceId?: string) =>
    authorizeArticle(at.db, session, { slug, workspaceId }, 'article.read')

  test('is the one of the desk this person works at, where two desks have one of that name', async () => {
    const { userId, session } = mine.seats.editor
    await addMember(at.db, houseAuthority(theirs.workspaceId), { userId, name: 'A guest', role: 'viewer' })
    expect(theirs.slug).toBe(mine.slug)
    for (const { slug, workspaceId, articleId } of [mine, theirs])
      expect(await bySlug(session, slug, workspaceId)).toMatchObject({ workspaceId, articleId })
    // A desk that is not theirs is no more than a wish.
    expect(await bySlug(session, mine.slug, newId())).toMatchObject({ articleId: mine.articleId })
  })

  test.each(['\u0000', 'a\u0000b', '%00', '%E0%A4%A', '\ud800', ''])('%j is not found', async (slug) => {
    await expect(bySlug(mine.seats.editor.session, slug)).rejects.toMatchObject(notFound)
  })
})

describe('who gets in', () => {
  test('each role, to what its role may, and to nothing more', async () => {
    for (const role of ROLES)
      for (const ability of ABILITIES) {
        const session = mine.seats[role].session
        const asked = [
          () => authorizeArticle(at.db, session, { id: mine.articleId }, ability),
          () => authorizeWorkspace(at.db, session, mine.workspaceId, ability),
        ]
        for (const answer of asked)
          if (may(role, ability)) expect(await answer()).toMatchObject({ memberId: mine.seats[role].memberId, role })
          else await expect(answer(), `${role} ${ability}`).rejects.toMatchObject({ code: 'forbidden' })
      }
  })

  test('no stranger: without a session, with a made-up one, or on no desk', async () => {
    await expectBoth(null, signedOut)
    await expectBoth({ userId: newId(), sessionId: newId() }, signedOut)
    const { session, userId } = mine.seats.owner
    await expectBoth({ userId, sessionId: newId() }, signedOut)
    await expectBoth({ ...session, userId: theirs.seats.owner.userId }, signedOut)
    const loner = await createUser(at.db, { email: `loner${desks}@x.example`, passwordHash: 'none' })
    await expectBoth({ userId: loner, sessionId: await openSession(at.db, loner, 60) }, notFound)
  })

  test('no session that has ended, expired, or lost its password or person', async () => {
    const { owner, editor, checker, viewer } = mine.seats
    await endSession(at.db, owner.session)
    await expectBoth(owner.session, signedOut)
    const expired = await openSession(at.db, editor.userId, -1)
    await expectBoth({ userId: editor.userId, sessionId: expired }, signedOut)
    expect(await article(editor.session)).toBeTruthy()
    await redeemPasswordLink(at.db, await makePasswordLink(at.db, checker.userId), 'new')
    await expectBoth(checker.session, signedOut)
    await at.db.user.update({ where: { id: viewer.userId }, data: { endedAt: new Date() } })
    await expectBoth(viewer.session, signedOut)
  })

  test('no one of another desk, whatever their role, by id or by slug', async () => {
    const stranger = theirs.seats.owner.session
    await expectBoth(stranger, notFound)
    const there = { slug: mine.slug, workspaceId: mine.workspaceId }
    expect(await authorizeArticle(at.db, stranger, there, 'article.read')).toMatchObject({
      articleId: theirs.articleId,
    })
    await expect(authorizeArticle(at.db, stranger, { slug: 'no-such' }, 'article.read')).rejects.toMatchObject(notFound)
  })

  test('a member who has left is a stranger at once, and may come back as someone else', async () => {
    const { session, memberId, userId } = mine.seats.checker
    const before = await as(at.db, mine, 'checker')
    await endMember(mine, memberId)
    await expectBoth(session, notFound)
    const claim = await claimNow(at.db, mine, 3)
    const asked = { ...claim, text: 'x', reason: 'x' }
    await expect(recordWording(at.db, before, asked)).rejects.toMatchObject({ code: 'forbidden' })
    await addMember(at.db, houseAuthority(mine.workspaceId), { userId, name: 'Back', role: 'viewer' })
    expect(await article(session)).toMatchObject({ role: 'viewer' })
  })
})

describe('two desks with articles of one slug', () => {
  test('each finds its own; a member of both finds the one asked for', async () => {
    expect(mine.slug).toBe(theirs.slug)
    const bySlug = (session: SessionClaim, workspaceId?: string) =>
      authorizeArticle(at.db, session, { slug: mine.slug, workspaceId }, 'article.read')
    expect(await bySlug(mine.seats.viewer.session)).toMatchObject({ articleId: mine.articleId })
    expect(await bySlug(theirs.seats.viewer.session)).toMatchObject({ articleId: theirs.articleId })
    const { userId, session } = mine.seats.editor
    await addMember(at.db, houseAuthority(theirs.workspaceId), { userId, name: 'Guest', role: 'viewer' })
    const guest = await bySlug(session, theirs.workspaceId)
    expect(guest).toMatchObject({ articleId: theirs.articleId, role: 'viewer' })
    expect(await bySlug(session, mine.workspaceId)).toMatchObject({ articleId: mine.articleId, role: 'editor' })
    await expect(authorizeArticle(at.db, session, { id: theirs.articleId }, 'wording.record')).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})

describe('an authority is asked again inside the change', () => {
  test('a role that was taken meanwhile no longer counts, and one that was given does not yet', async () => {
    const old = await as(at.db, mine, 'editor', 'wording.record')
    await setMemberRole(at.db, houseAuthority(mine.workspaceId), old.memberId, 'checker')
    const asked = { ...(await claimNow(at.db, mine, 3)), text: 'The mill stood by the canal.', reason: 'Map' }
    await expect(recordWording(at.db, old, asked)).rejects.toMatchObject({ code: 'forbidden' })
    expect((await claimNow(at.db, mine, 3)).text).toBe('The mill stood by the river. ')
    await setMemberRole(at.db, houseAuthority(mine.workspaceId), old.memberId, 'owner')
    expect(await recordWording(at.db, old, asked)).toMatchObject({ outcome: 'recorded' })
  })

  test('an authority of one desk is worth nothing on another’s clock', async () => {
    const editor = await as(at.db, mine, 'owner')
    const far = await claimNow(at.db, theirs, 3)
    const stretched = { ...editor, articleId: theirs.articleId }
    await expect(recordWording(at.db, stretched, { ...far, text: 'Mine.', reason: 'x' })).rejects.toMatchObject(
      notFound,
    )
    const disguised = { ...stretched, workspaceId: theirs.workspaceId }
    await expect(recordWording(at.db, disguised, { ...far, text: 'Mine.', reason: 'x' })).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})
