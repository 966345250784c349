import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { cookieOf } from '@/lib/collab/testing/live-server.ts'
import { houseAuthority } from '@/lib/data/access.ts'
import { importArticle } from '@/lib/data/article/article.ts'
import { readStanding } from '@/lib/data/article/standing.ts'
import { connect, type Db } from '@/lib/data/db.ts'
import { addMember } from '@/lib/data/desk/member.ts'
import { createUser, openSession } from '@/lib/data/desk/user.ts'
import { createWorkspace } from '@/lib/data/desk/workspace.ts'
import { galleyDocument } from '@/lib/editor/galley-document.ts'
import { newShared } from '@/lib/editor/shared-document.ts'
import { parseArticle } from '@/lib/exchange/plain-text/plain-text.ts'
import { sentenceSegmenter } from '@/lib/exchange/sentences/sentences.ts'
import { migrate } from '@/lib/platform/migration/migrate.ts'
import { freePort } from '@/lib/platform/postgres/ports.ts'
import { root } from '../root.ts'
import type { Stopper } from '../stopper.ts'
import { AttestStand } from './attest-stand.ts'
import { type KillablePostgres, openKillablePostgres } from './killable-postgres.ts'
import { BareStand, type LiveStand } from './live-stand.ts'
import { demoText } from './measures.ts'

/** People at the desk: enough that two hundred windows are not too many for any of them. */
const EDITORS = 8

export interface LiveArrangement {
  postgres: KillablePostgres
  attest: LiveStand
  /** Hocuspocus with nothing behind it, and with its own way of storing. */
  bare: LiveStand
  bareStored: LiveStand
}

/** One Postgres; the product on it, and bare servers whose documents begin with the very state that the product's do. */
export async function arrangeLive(stop: Stopper): Promise<LiveArrangement> {
  const folder = mkdtempSync(join(tmpdir(), 'attest-bench-'))
  stop.undo(() => rmSync(folder, { recursive: true, force: true }))
  const postgres = await openKillablePostgres(folder)
  stop.undo(postgres.close)
  await migrate(postgres.url, join(root, 'prisma', 'migrations'))
  await run(postgres.url, 'CREATE TABLE bare_document (name text PRIMARY KEY, data bytea NOT NULL)')
  const db = connect(postgres.url)
  stop.undo(() => db.$disconnect())
  const workspaceId = await createWorkspace(db, 'Bench')
  const secret = randomBytes(32).toString('base64url')
  const cookies: string[] = []
  for (let n = 0; n < EDITORS; n++) cookies.push(await addEditor(db, workspaceId, n, secret))
  const { articleId, beginning } = await importDemo(db, workspaceId)
  const file = join(folder, 'beginning')
  writeFileSync(file, beginning)
  const first = [articleId]
  const addArticle = async () => first.pop() ?? (await importDemo(db, workspaceId)).articleId
  const attest = new AttestStand({ port: await freePort(), databaseUrl: postgres.url, secret, cookies, addArticle })
  const bare = new BareStand(await freePort(), file)
  const bareStored = new BareStand(await freePort(), file, postgres.url)
  for (const stand of [attest, bare, bareStored]) stop.undo(() => stand.kill())
  return { postgres, attest, bare, bareStored }
}

/** @returns the cookie of a session of theirs */
async function addEditor(db: Db, workspaceId: string, n: number, secret: string): Promise<string> {
  const userId = await createUser(db, { email: `editor-${n}@bench.example`, passwordHash: 'none' })
  await addMember(db, houseAuthority(workspaceId), { userId, name: `Editor ${n}`, role: 'editor' })
  const seconds = 24 * 3_600
  return cookieOf({ userId, sessionId: await openSession(db, userId, seconds) }, secret, seconds)
}

async function importDemo(db: Db, workspaceId: string): Promise<{ articleId: string; beginning: Uint8Array }> {
  const house = houseAuthority(workspaceId)
  const parsed = parseArticle(demoText(), await sentenceSegmenter('en'), 'en')
  if (!parsed.ok) throw new Error(parsed.problem.message)
  const article = await importArticle(db, house, { text: parsed.article, language: 'en', summary: 'Imported' })
  const { layout, texts } = await readStanding(db, { ...house, ...article })
  const words = (number: number) => (texts.get(number) ?? '').replace(/\s+/g, ' ')
  return { articleId: article.articleId, beginning: newShared(galleyDocument(layout.blocks, words)) }
}

async function run(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(sql)
  await client.end()
}
