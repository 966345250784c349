import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, vi } from 'vitest'
import { ROLES } from '@/lib/domain/desk/permission.ts'
import { documentOfShared, sharedOf } from '@/lib/editor/shared-document.ts'
import { withoutWords } from '@/lib/exchange/working-text.ts'
import { diskBlobStore } from '@/lib/platform/blob/disk.ts'
import { newId } from '@/lib/platform/ids.ts'
import { authorizeArticle, type Moment } from '../access.ts'
import { verifyAudit } from '../audit/audit.ts'
import { readCheckpoint } from '../audit/checkpoint.ts'
import type { Db } from '../db.ts'
import { createUser, openSession } from '../desk/user.ts'
import { readWorking } from '../live/working.ts'
import { redactEntry } from '../redaction/redact.ts'
import { as, type TestDesk } from './desk.ts'
import { breaksOf } from './fresh-database.ts'
import { openFurnishedDesk } from './furnished-desk.ts'
import { dumped, type Reader, shownTo } from './surfaces.ts'

/** A word that is nowhere else; every planted text holds it. */
export const CANARY = 'Quillfeather'
export const REASON = 'A person asked for it.'

/** How a canary comes into the record; what it returns takes it out again. */
export type Plant = (canary: Canary) => Promise<() => Promise<unknown>>

/** A furnished desk with a store of files, and everything there is to look at it with. */
export class Canary {
  /** Surfaces that showed a canary before it was redacted; one that never did would prove nothing. */
  readonly seen = new Set<string>()
  readonly blobs
  private readonly folder = join(tmpdir(), `redact-${newId()}`)
  private written = ''

  private constructor(
    private readonly at: { db: Db; url: string },
    readonly desk: TestDesk,
  ) {
    this.blobs = diskBlobStore(this.folder)
    for (const stream of [process.stdout, process.stderr]) {
      const write = stream.write.bind(stream)
      vi.spyOn(stream, 'write').mockImplementation((...given: Parameters<typeof write>) => {
        this.written += String(given[0])
        return write(...given)
      })
    }
  }

  static async open(at: { db: Db; url: string }): Promise<Canary> {
    return new Canary(at, await openFurnishedDesk(at.db))
  }

  async close(): Promise<void> {
    vi.restoreAllMocks()
    await rm(this.folder, { recursive: true, force: true })
  }

  get db(): Db {
    return this.at.db
  }

  owner = () => as(this.db, this.desk, 'owner')
  editor = () => as(this.db, this.desk, 'editor')
  checker = () => as(this.db, this.desk, 'checker')

  dumped = (word = CANARY) => dumped(this.at.url, word)

  redact = async (what: Parameters<typeof redactEntry>[2]['what'], id: string) =>
    redactEntry(this.db, await this.owner(), { what, id, reason: REASON }, withoutWords)

  /** Everything that anyone is shown and that holds the canary: members of each role, a stranger, operators. */
  async shown(pins: readonly Moment[]): Promise<string[]> {
    const found: string[] = []
    for (const role of ROLES) {
      const reader: Reader = await as(this.db, this.desk, role)
      for (const name of await shownTo(this.db, reader, pins, CANARY)) found.push(`${name} (${role})`)
      const kept = await readWorking(this.db, reader)
      const live = kept && documentOfShared(sharedOf([kept.state, ...kept.updates.map(({ update }) => update)]))
      if (JSON.stringify(live).includes(CANARY)) found.push(`live (${role})`)
    }
    const audit = [await verifyAudit(this.at.url), await readCheckpoint(this.at.url, new Date())]
    if (JSON.stringify(audit).includes(CANARY)) found.push('audit')
    if (this.written.includes(CANARY)) found.push('server log')
    if ((await this.shownToStranger()).includes(CANARY)) found.push('stranger')
    return found
  }

  private async shownToStranger(): Promise<string> {
    const userId = await createUser(this.db, { email: `${newId()}@stranger.example`, passwordHash: 'none' })
    const session = { userId, sessionId: await openSession(this.db, userId, 3_600) }
    const asked = authorizeArticle(this.db, session, { id: this.desk.articleId }, 'article.read')
    return asked.then(
      () => {
        throw new Error('a stranger got in')
      },
      (error: unknown) => String(error),
    )
  }

  /** Plants a canary, redacts it, and looks everywhere: it is shown and kept nowhere, and the record holds. */
  async check(plant: Plant): Promise<void> {
    const take = await plant(this)
    expect(await this.dumped()).not.toEqual([])
    const { seq, deskSeq } = await this.owner()
    const pins = [{ seq, deskSeq }]
    for (const name of await this.shown(pins)) this.seen.add(name.replace(/ .*/, ''))
    const checkpoint = await readCheckpoint(this.at.url, new Date())
    await take()
    expect(await this.dumped()).toEqual([])
    expect(await this.shown(pins)).toEqual([])
    expect(await breaksOf(this.at.url, { checkpoint })).toEqual([])
  }
}
