import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { attachCitation } from '@/lib/data/claim/citation.ts'
import { db } from '@/lib/data/db.ts'
import { addMember } from '@/lib/data/desk/member.ts'
import { recordGiven } from '@/lib/data/snapshot/snapshot.ts'
import { addSource } from '@/lib/data/source/source.ts'
import { as, claimNow, newsItem, openDesk, SUPPORTS, type TestDesk } from '@/lib/data/testing/desk.ts'
import { ownDatabase } from '@/lib/data/testing/fresh-database.ts'
import { pageOf } from '@/lib/data/testing/page.ts'
import { diskBlobStore } from '@/lib/platform/blob/disk.ts'
import { loadWarc } from './snapshot.ts'

const chosen = vi.hoisted(() => ({ desk: undefined as string | undefined }))
vi.mock('next/headers', () => ({
  cookies: async () => ({ get: () => (chosen.desk === undefined ? undefined : { value: chosen.desk }) }),
}))

const at = ownDatabase()
const folder = mkdtempSync(join(tmpdir(), 'attest-warc-'))
let desks: TestDesk[]

/** A desk with one cited page, whose words name the desk. */
async function deskWith(name: string, words: string): Promise<TestDesk> {
  const desk = await openDesk(at.db, name)
  const checker = await as(at.db, desk, 'checker')
  const { id: sourceId } = await addSource(at.db, checker, newsItem(`The ferry, ${words}`))
  await diskBlobStore(folder).put(new TextEncoder().encode(words))
  const snapshot = { ...pageOf('https://ferry.example/', words), fetched: null, fileName: 'ferry.txt' }
  await recordGiven(at.db, checker, { sourceId, snapshot })
  const { claimId, wordingId } = await claimNow(at.db, desk, 2)
  await attachCitation(at.db, checker, { ...SUPPORTS, claimId, wordingId, source: { id: sourceId } })
  return desk
}

beforeAll(async () => {
  vi.stubEnv('DATABASE_URL', at.url)
  vi.stubEnv('ATTEST_BLOBS', folder)
  desks = [await deskWith('Ferry', 'first desk'), await deskWith('Quay', 'second desk')]
})
afterAll(async () => {
  await db().$disconnect()
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

test('the WARC of an article is that of the chosen desk, where two have an article of this address', async () => {
  const [first, second] = desks
  if (!first || !second) throw new Error('two desks')
  expect(second.slug).toBe(first.slug)
  const { userId, session } = first.seats.editor
  const house = await as(at.db, second, 'owner')
  await addMember(at.db, house, { userId, name: 'Ann', role: 'editor' })
  const warc = async (desk: string | undefined) => {
    chosen.desk = desk
    const { stream } = await loadWarc(session, { slug: first.slug })
    return gunzipSync(Buffer.from(await new Response(stream).arrayBuffer())).toString()
  }
  for (const [desk, mine, other] of [
    [first, 'first desk', 'second desk'],
    [second, 'second desk', 'first desk'],
  ] as const) {
    const text = await warc(desk.workspaceId)
    expect(text).toContain(mine)
    expect(text).not.toContain(other)
  }
})
