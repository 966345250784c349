import { expect, test } from '@playwright/test'
import { ROLES, type Role } from '../lib/domain/desk/permission.ts'
import { ACTIONS, ROUTES } from './fixtures/action-table.ts'
import { type BuiltAction, builtActions, builtRoutes } from './fixtures/build.ts'
import { type Arranged, Desks, PASSWORD } from './fixtures/desks.ts'
import { Person } from './fixtures/person.ts'

// Every action and every route of the build, asked for by everyone. No page stands between: these are bare requests.

type Who = 'stranger' | Role | 'foreign owner'
const EVERYBODY: Who[] = ['stranger', 'foreign owner', ...ROLES]

let desks: Desks
let secrets: string[]
const people = {} as Record<Who, Person>
const actions = builtActions()

test.beforeAll(async () => {
  desks = await Desks.open()
  people.stranger = await Person.stranger()
  for (const role of ROLES) people[role] = await Person.signedIn(desks.mine.seats[role].email, PASSWORD)
  people['foreign owner'] = await Person.signedIn(desks.theirs.seats.owner.email, PASSWORD)
  secrets = await desks.secretsOf(desks.mine)
})

test.afterAll(async () => {
  for (const person of Object.values(people)) await person.close()
  await desks?.close()
})

const mayDo = (who: Who, least: Role) =>
  ROLES.includes(who as Role) && ROLES.indexOf(who as Role) >= ROLES.indexOf(least)
const codeFor = (who: Who) => (who === 'stranger' ? 'signed_out' : who === 'foreign owner' ? 'not_found' : 'forbidden')

function expectNoLeak(body: string, ...sent: unknown[]): void {
  const own = JSON.stringify(sent)
  expect(secrets.filter((secret) => body.includes(secret) && !own.includes(secret))).toEqual([])
}

/** An address at which the build carries the action. */
const at = (action: BuiltAction, desk: Arranged) => {
  const path = action.pages.map((page) => ROUTES[page]?.path).find((found) => found !== undefined)
  if (!path) throw new Error(`${action.name} is carried by no page of the table`)
  return { id: action.id, page: path(desk) }
}

test('every action and every route of the build has its row', () => {
  expect(actions.map(({ name }) => name).sort()).toEqual(Object.keys(ACTIONS).sort())
  expect(builtRoutes()).toEqual(Object.keys(ROUTES).sort())
  expect(actions.length).toBeGreaterThan(20)
})

for (const action of actions) {
  const row = ACTIONS[action.name]
  if (!row) continue
  test(`${action.name}: from ${row.least} on`, async () => {
    for (const who of EVERYBODY) {
      const input = await row.input(desks, desks.mine, ROLES.includes(who as Role) ? (who as Role) : 'owner')
      const before = await desks.clocks()
      const { body, answer } = await people[who].call(at(action, desks.mine), input)
      if (mayDo(who, row.least)) {
        expect(answer, `${who}: ${body}`).toMatchObject({ ok: true })
        continue
      }
      expect(answer, `${who}: ${body}`).toMatchObject({ ok: false, problem: { code: codeFor(who) } })
      expectNoLeak(body, input)
      expect(await desks.clocks(), `${who} changed something`).toBe(before)
    }
    if (action.name === 'account.changePassword') await desks.renewSessions()
  })
}

test('an id of another desk is refused wherever it is put, and gives nothing away', async () => {
  const { mine, theirs } = desks
  const foreign = {
    claimId: (await desks.now(mine)).claimId,
    sourceId: mine.sourceId,
    originId: mine.sourceId,
    intoId: mine.sourceId,
    otherId: mine.sourceId,
    captureId: await desks.capture(mine),
    citationId: await desks.citation(mine, 'checker'),
    threadId: await desks.thread(mine),
    baseId: (await desks.now(mine)).wordingId,
    workspaceId: mine.workspaceId,
    articleId: mine.articleId,
    id: await desks.citation(mine, 'checker'),
    wordingId: await desks.proposal(mine, 'checker'),
    proposalId: await desks.change(mine, 'checker'),
    proposals: [{ articleId: theirs.articleId, id: await desks.proposal(mine, 'checker'), kind: 'wording' }],
    claims: [await desks.now(mine, 3), await desks.now(mine, 4)].map(({ claimId, wordingId }) => ({
      claimId,
      wordingId,
    })),
    mentions: [mine.seats.viewer.memberId],
    citationIds: [await desks.citation(mine, 'checker')],
    source: { id: mine.sourceId },
  }
  secrets = await desks.secretsOf(mine)
  let tried = 0
  for (const action of actions) {
    const row = ACTIONS[action.name]
    if (!row) continue
    for (const field of Object.keys(foreign) as (keyof typeof foreign)[]) {
      const own = await row.input(desks, theirs, 'owner')
      if (field !== 'source' && !(field in own) && field !== 'mentions') continue
      if (field === 'source' && typeof own.source !== 'object') continue
      if (field === 'mentions' && !('body' in own)) continue
      const input = { ...own, [field]: foreign[field] }
      const before = await desks.clocks()
      const { body, answer } = await people['foreign owner'].call(at(action, theirs), input)
      const what = `${action.name} with a foreign ${field}: ${body}`
      // A base that never was the claim's is a conflict: it shows the three texts, the foreign one empty.
      const conflict = { ok: true, value: { outcome: 'conflict', base: '' } }
      // So is what a claim never said, to one who cuts it: it says something else.
      const misfit = { ok: true, value: { outcome: 'misfit' } }
      if (field === 'baseId') expect(answer, what).toMatchObject(conflict)
      else if (field === 'wordingId' && action.name === 'structure.split') expect(answer, what).toMatchObject(misfit)
      else expect(answer, what).toMatchObject({ ok: false })
      expectNoLeak(body, input)
      expect(await desks.clocks(), what).toBe(before)
      tried += 1
    }
  }
  expect(tried).toBeGreaterThan(40)
})

test('what is no input at all is refused in words', async () => {
  for (const action of actions)
    for (const input of [null, undefined, 'x', 7, [], {}, { articleId: 'x' }, { articleId: { $ne: null } }]) {
      const { answer, body } = await people.owner.call(at(action, desks.mine), input)
      expect(answer, body).toMatchObject({ ok: false, problem: { code: 'invalid' } })
    }
})

test('a call from another site’s page, or for an action that is none, is refused', async () => {
  const record = actions.find(({ name }) => name === 'wording.record') as BuiltAction
  const input = await ACTIONS['wording.record']?.input(desks, desks.mine, 'owner')
  const before = await desks.clocks()
  for (const Origin of ['https://evil.example', 'null', 'http://localhost:1']) {
    const { answer, status, body } = await people.owner.call(at(record, desks.mine), input, { Origin })
    expect(answer?.ok, `${Origin} ${status} ${body}`).not.toBe(true)
  }
  const almost = record.id.slice(0, -1) + (record.id.endsWith('0') ? '1' : '0')
  for (const id of ['0'.repeat(42), '', almost, '../record']) {
    const { answer } = await people.owner.call({ ...at(record, desks.mine), id }, input)
    expect(answer?.ok).not.toBe(true)
  }
  expect(await desks.clocks()).toBe(before)
})

/** Ways of asking that have got past doors of other houses. */
const DISGUISES: Record<string, string>[] = [
  {},
  { RSC: '1' },
  { RSC: '1', 'Next-Router-Prefetch': '1', 'Next-Router-Segment-Prefetch': '/_tree' },
  { RSC: '1', 'Next-Router-Segment-Prefetch': '/_full' },
  { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
  { 'x-middleware-subrequest': 'src/middleware:src/middleware:src/middleware:src/middleware:src/middleware' },
  { 'x-middleware-prefetch': '1', purpose: 'prefetch' },
  { 'x-nextjs-data': '1' },
  { 'x-invoke-path': '/', 'x-matched-path': '/' },
]

for (const [route, { least, path, packed }] of Object.entries(ROUTES)) {
  if (!path || least === 'anyone' || least === 'framework') continue
  test(`${route}: from ${least} on, however it is asked for`, async () => {
    // Whatever was restored before: C-3 says what a member of the desk wrote.
    await desks.earlier(desks.mine)
    secrets = await desks.secretsOf(desks.mine)
    const isOwnDesk = ['/', '/review', '/sources', '/articles/new', '/settings/account'].includes(route)
    for (const who of EVERYBODY)
      for (const headers of DISGUISES) {
        // Someone of another desk asks with the cookie that would choose this one.
        const cookie = who === 'foreign owner' && { Cookie: await withDesk(people[who], desks.mine.workspaceId) }
        const response = await people[who].get(path(desks.mine), { ...headers, ...cookie })
        const what = `${who} ${JSON.stringify(headers)}: ${response.status()}`
        if (mayDo(who, least)) {
          if (Object.keys(headers).length > 0) continue
          expect(response.status(), what).toBe(200)
          // So that the search for leaks is known to find what there is.
          const body = await response.text()
          if (!packed) expect(secrets.filter((secret) => body.includes(secret)).length, what).toBeGreaterThan(0)
          continue
        }
        const body = await response.text()
        expectNoLeak(body, path(desks.mine))
        const own = who === 'foreign owner' && isOwnDesk
        const isPlain = Object.keys(headers).length === 0
        if (isPlain) expect(response.status() === 200, what).toBe(own)
        if (isPlain && who === 'stranger' && !route.startsWith('/api/'))
          expect(response.headers().location).toMatch(/\/sign-in\?next=/)
      }
  })
}

async function withDesk(person: Person, workspaceId: string): Promise<string> {
  const { cookies } = await person.http.storageState()
  return [...cookies.map(({ name, value }) => `${name}=${value}`), `desk=${workspaceId}`].join('; ')
}
