import { expect, test } from 'vitest'
import { prepareServerRole } from '@/lib/platform/postgres/server-role.ts'
import { houseAuthority } from '../access.ts'
import { connect } from '../db.ts'
import { openDesk } from '../testing/desk.ts'
import { ownDatabase } from '../testing/fresh-database.ts'
import { endMember } from './member.ts'
import { makePasswordLink, redeemPasswordLink } from './password.ts'
import { countGuess, forgetGuesses } from './throttle.ts'

const at = ownDatabase()

test('the running server’s role lets people sign in, set a password and leave', async () => {
  const desk = await openDesk(at.db, 'Roles')
  // The queue's own tables are made with the first job; what is asked here needs none of them.
  await at.db.$executeRaw`CREATE SCHEMA IF NOT EXISTS graphile_worker`
  const db = connect(await prepareServerRole(at.url, 'a password'))
  try {
    const attempt = { email: 'ann@desk.example', network: 'n', device: null }
    for (let n = 0; n < 11; n++) await countGuess(db, attempt)
    expect(await countGuess(db, attempt)).toBeGreaterThan(0)
    await forgetGuesses(db, attempt)
    expect(await countGuess(db, attempt)).toBe(0)
    const { userId, memberId } = desk.seats.viewer
    await redeemPasswordLink(db, await makePasswordLink(db, userId), 'a hash')
    await endMember(db, houseAuthority(desk.workspaceId), memberId)
  } finally {
    await db.$disconnect()
  }
})

test('a network that has had its share uses up neither everyone’s guesses nor an account’s', async () => {
  const guess = (n: number, network: string) =>
    countGuess(at.db, { email: `person${n}@desk.example`, network, device: null })
  let refused = 0
  for (let n = 0; n < 260; n++) if ((await guess(n, 'a flood')) > 0) refused += 1
  expect(refused).toBe(60)
  // 200 of the 300 of a minute are gone: what was refused took none of them.
  for (let n = 0; n < 10; n++) expect(await guess(250, `elsewhere ${n}`)).toBe(0)
  expect(await guess(250, 'one more')).toBeGreaterThan(0)
  // A browser that is known for an account waits for none of that.
  expect(await countGuess(at.db, { email: 'person250@desk.example', network: 'a flood', device: 'known' })).toBe(0)
})
