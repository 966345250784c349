import { expect, test } from '@playwright/test'
import { ROLES } from '../lib/domain/desk/permission.ts'
import { sha256 } from '../lib/platform/ids.ts'
import { type Arranged, Desks, PASSWORD } from './fixtures/desks.ts'
import { Person } from './fixtures/person.ts'

// Files arrive at a route of their own: it is asked as a page asks it, and as no one should.

let desks: Desks
test.beforeAll(async () => {
  desks = await Desks.open()
})
test.afterAll(() => desks?.close())

const send = (person: Person, desk: Arranged, query = '', headers: Record<string, string> = {}, data = 'Some words') =>
  person.http.post(`/api/desks/${desk.workspaceId}/files?name=notes.txt${query}`, {
    data,
    headers: { 'x-attest-file': '1', 'Content-Type': 'application/octet-stream', ...headers },
  })

test('whoever may add sources may give files, and no one else', async () => {
  const { mine, theirs } = desks
  const sources = () => desks.db.source.count({ where: { workspaceId: mine.workspaceId } })
  const before = await sources()
  const stranger = await Person.stranger()
  expect((await send(stranger, mine)).status()).toBe(401)
  const foreign = await Person.signedIn(theirs.seats.owner.email, PASSWORD)
  expect((await send(foreign, mine)).status()).toBe(404)
  expect((await send(foreign, theirs, `&source=${mine.sourceId}`)).status()).toBe(404)
  for (const role of ROLES) {
    const person = await Person.signedIn(mine.seats[role].email, PASSWORD)
    const answer = await send(person, mine)
    expect(answer.status(), role).toBe(role === 'viewer' ? 403 : 200)
    // Another site’s page cannot set the header, whoever is signed in.
    expect((await send(person, mine, '', { 'x-attest-file': '' })).status(), role).toBe(404)
    await person.close()
  }
  await stranger.close()
  await foreign.close()
  expect(await sources()).toBe(before + 3)
})

test('what is empty, too large or for nothing is refused in words, and keeps nothing', async () => {
  const { mine } = desks
  const checker = await Person.signedIn(mine.seats.checker.email, PASSWORD)
  // What was given before is still being read: only what is there and what is asked for is counted.
  const counted = async () => [await desks.db.source.count(), await desks.db.capture.count()]
  const before = await counted()
  const words = async (answer: ReturnType<typeof send>) => {
    const { problem } = (await (await answer).json()) as { problem: { message: string } }
    return problem.message
  }
  expect(await words(send(checker, mine, '', {}, ''))).toContain('empty')
  expect(await words(send(checker, mine, '', {}, 'x'.repeat(50_000_001)))).toContain('50 MB')

  expect(await words(send(checker, mine, '&source=x'))).toContain('no such source')
  expect(await words(send(checker, mine, '&source=0199b6a0-0000-7000-8000-000000000000'))).toContain('no such source')
  expect(await counted()).toEqual(before)
  await checker.close()
})

test('a file of many megabytes arrives whole', async () => {
  const { mine } = desks
  const checker = await Person.signedIn(mine.seats.checker.email, PASSWORD)
  const words = 'It burned. '.repeat(2_000_000)
  const answer = (await (await send(checker, mine, '', {}, words)).json()) as { captureId: string }
  const capture = await desks.db.capture.findUniqueOrThrow({ where: { id: answer.captureId } })
  expect(capture.sha256).toBe(sha256(words))
  await checker.close()
})

test('bytes are handed out as they came, and as nothing that runs', async () => {
  const { mine } = desks
  const viewer = await Person.signedIn(mine.seats.viewer.email, PASSWORD)
  const file = await viewer.get(`/api/snapshots/${mine.snapshotId}/file`)
  const headers = file.headers()
  expect(await file.text()).toBe(mine.title)
  expect(headers['content-type']).toBe('application/octet-stream')
  expect(headers['content-disposition']).toMatch(/^attachment; filename="[0-9a-f]{16}\.html"$/)
  expect(headers['content-security-policy']).toContain('sandbox')
  expect(headers['x-content-type-options']).toBe('nosniff')
  const warc = await viewer.get(`/api/sources/${mine.sourceId}/warc`)
  expect(warc.headers()['content-disposition']).toMatch(/\.warc\.gz"$/)
  // Each record is a gzip member of its own.
  expect((await warc.body()).subarray(0, 2).toString('hex')).toBe('1f8b')
  await viewer.close()
})
