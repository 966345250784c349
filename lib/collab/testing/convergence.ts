import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises'
import * as Y from 'yjs'
import { type AuthorizedArticle, authorizeArticle, houseAuthority, type SessionClaim } from '@/lib/data/access.ts'
import { importArticle } from '@/lib/data/article/article.ts'
import { readGalley } from '@/lib/data/article/galley.ts'
import type { Db } from '@/lib/data/db.ts'
import { addMember } from '@/lib/data/desk/member.ts'
import { createUser, openSession } from '@/lib/data/desk/user.ts'
import { createWorkspace } from '@/lib/data/desk/workspace.ts'
import { foldWorking, headRevision, readWorking } from '@/lib/data/live/working.ts'
import { recordWording } from '@/lib/data/revision/wording.ts'
import type { ArticleText } from '@/lib/domain/article/block.ts'
import { documentOfShared, foldUpdates, sharedOf } from '@/lib/editor/shared-document.ts'
import { type Dice, dice } from './dice.ts'
import { LiveClient } from './live-client.ts'
import type { LiveServer } from './live-server.ts'
import { Writer } from './writer.ts'

export type ConvergenceOrder = { seed: number; operations: number }
export type Converged = {
  seed: number
  /** What was done, by kind. */
  done: Record<string, number>
  /** How often someone went away. */
  away: number
  recorded: number
  /** What differs at the end, in words; empty where nothing does. */
  faults: string[]
}

const PEOPLE = 5
const PATIENCE = 30_000

/** Five people of a desk, on a live server over a real Postgres. */
export class ConvergenceDesk {
  private constructor(
    private readonly db: Db,
    private readonly server: LiveServer,
    private readonly workspaceId: string,
    private readonly sessions: readonly SessionClaim[],
  ) {}

  static async open(db: Db, server: LiveServer): Promise<ConvergenceDesk> {
    const workspaceId = await createWorkspace(db, 'Convergence')
    const sessions: SessionClaim[] = []
    for (let n = 0; n < PEOPLE; n++) {
      const userId = await createUser(db, { email: `writer-${n}@converge.example`, passwordHash: 'none' })
      await addMember(db, houseAuthority(workspaceId), { userId, name: `Writer ${n}`, role: 'editor' })
      sessions.push({ userId, sessionId: await openSession(db, userId, 24 * 3_600) })
    }
    return new ConvergenceDesk(db, server, workspaceId, sessions)
  }

  /**
   * Five people write in a new article, so many operations each; 2 in 100 times one goes away or comes back, and now
   * and then a wording is recorded meanwhile. At the end everyone, the stored log, the log folded into one state, and a
   * server that loads it again must say the same.
   */
  async run({ seed, operations }: ConvergenceOrder): Promise<Converged> {
    const { articleId } = await importArticle(this.db, houseAuthority(this.workspaceId), {
      text: ARTICLE,
      language: 'en',
      summary: 'Imported',
    })
    const roll = dice(seed)
    const writers: Writer[] = []
    const result: Converged = { seed, done: {}, away: 0, recorded: 0, faults: [] }
    try {
      for (const [n] of this.sessions.entries())
        writers.push(new Writer(await this.client(n, articleId), 'abcde'[n] ?? 'x', roll, 1_000 + n))
      await this.write(writers, articleId, roll, operations, result)
      result.faults.push(...(await this.compare(writers, articleId)))
    } catch (error) {
      result.faults.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
    } finally {
      for (const writer of writers) writer.close()
    }
    return result
  }

  private async write(
    writers: readonly Writer[],
    articleId: string,
    roll: Dice,
    operations: number,
    result: Converged,
  ): Promise<void> {
    for (let step = 0; step < operations; step++) {
      for (const writer of writers) {
        if (roll(50) === 0) {
          if (writer.isAway) await writer.comeBack()
          else writer.leave()
          result.away += writer.isAway ? 1 : 0
        } else if (writer.isAway && roll(10) === 0) await writer.comeBack()
        const what = writer.act()
        result.done[what] = (result.done[what] ?? 0) + 1
        if (writer.slow > 0) writer.slow -= 1
        else if (roll(6) === 0) writer.slow = 1 + roll(8)
      }
      if (roll(100) === 0 && (await this.record(articleId, roll))) result.recorded += 1
      await exchange(writers)
    }
    for (const writer of writers) {
      writer.slow = 0
      if (writer.isAway) await writer.comeBack()
    }
    await this.basedOnNewest(articleId)
    await exchange(writers)
    // What one side tidies of what came in goes out with the next exchange.
    for (let more = 0; more < 5 && writers.some((writer) => !writer.isSettled); more++) await exchange(writers)
  }

  /** Ends when the working text was brought up to the newest revision. */
  private async basedOnNewest(articleId: string): Promise<void> {
    const article = await this.authority(articleId)
    for (const late = Date.now() + PATIENCE; Date.now() < late; await wait(5)) {
      const working = await readWorking(this.db, article)
      if (working?.baseRevision === (await headRevision(this.db, article))) return
    }
    throw new Error('the working text was not brought up to the newest revision')
  }

  /** Someone records a wording beside those who write, so the working text is brought up to it. */
  private async record(articleId: string, roll: Dice): Promise<boolean> {
    const article = await this.authority(articleId)
    const { claims } = await readGalley(this.db, article, article)
    const claim = claims[roll(claims.length)]
    if (!claim) return false
    const text = `${claim.text.trim()} (${roll(1_000)}) `
    const typed = { claimId: claim.id, baseId: claim.wordingId, text, reason: 'Checked' }
    return (await recordWording(this.db, article, typed)).outcome === 'recorded'
  }

  private async compare(writers: readonly Writer[], articleId: string): Promise<string[]> {
    const article = await this.authority(articleId)
    const [first] = writers
    if (!first) return ['nobody wrote']
    const faults: string[] = []
    const is = (what: string, doc: Y.Doc) => {
      if (spelled(doc) !== spelled(first.doc)) faults.push(`${what} says something else: ${difference(doc, first.doc)}`)
      if (!Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(first.doc))) faults.push(`${what} holds other changes`)
    }
    const shown = first.editor.state.doc
    for (const [n, { doc, client, editor }] of writers.entries()) {
      is(`the text of writer ${n}`, doc)
      is(`the connection of writer ${n}`, client.doc)
      if (!editor.state.doc.eq(shown)) faults.push(`the editor of writer ${n} shows another text`)
      editor.state.doc.check()
    }
    const stored = async () => {
      const kept = await readWorking(this.db, article)
      return sharedOf(kept ? [kept.state, ...kept.updates.map(({ update }) => update)] : [])
    }
    is('the stored log', await stored())
    for (const { client } of writers) client.close()
    for (const late = Date.now() + PATIENCE; this.server.desk.isOpen(articleId) && Date.now() < late; ) await turn()
    if (this.server.desk.isOpen(articleId)) faults.push('the server did not let go of the article')
    const reader = await this.client(0, articleId)
    is('a server that loaded it anew', reader.doc)
    reader.close()
    const old = { before: new Date(Date.now() + 60_000), keep: 0 }
    await foldWorking(this.db, article, old, (state, updates) => foldUpdates([state, ...updates]))
    const folded = await stored()
    if (spelled(folded) !== spelled(first.doc)) faults.push('the folded state says something else')
    return faults
  }

  private async client(n: number, articleId: string): Promise<LiveClient> {
    const session = this.sessions[n]
    if (!session) throw new Error('there is no such writer')
    const headers = await this.server.headersOf(session)
    const client = LiveClient.open({ url: this.server.url, documentName: articleId, headers, awareness: false })
    await client.synced()
    await client.acknowledged()
    return client
  }

  private authority(
    articleId: string,
  ): Promise<AuthorizedArticle & { memberId: string; seq: number; deskSeq: number }> {
    const [session] = this.sessions
    if (!session) throw new Error('there is nobody')
    return authorizeArticle(this.db, session, { id: articleId }, 'article.read')
  }
}

/** Lets travel what may: ends when the server has acknowledged it and every connection holds the same. */
async function exchange(writers: readonly Writer[]): Promise<void> {
  const moving = writers.filter(({ slow }) => slow === 0)
  for (const writer of moving) writer.send()
  const here = writers.filter(({ isAway }) => !isAway)
  const acknowledged = Promise.all(here.map(({ client }) => client.acknowledged()))
  await within(acknowledged, 'not everyone was acknowledged')
  for (const late = Date.now() + PATIENCE; !areEqual(here); await turn())
    if (Date.now() > late) throw new Error('connections of people who are there hold different changes')
  for (const writer of moving) writer.take()
}

/** What a document says; the order in which a block's attributes were set does not count. */
function spelled(doc: Y.Doc): string {
  return JSON.stringify(documentOfShared(doc), (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}

/** Where two documents part, and a little of what each says there. */
function difference(one: Y.Doc, other: Y.Doc): string {
  const [a, b] = [spelled(one), spelled(other)]
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  const around = (text: string) => text.slice(Math.max(0, at - 120), at + 120)
  return `${around(a)} and not ${around(b)}`
}

function areEqual(writers: readonly Writer[]): boolean {
  const [first, ...others] = writers
  if (!first) return true
  const held = Y.snapshot(first.client.doc)
  return others.every(({ client }) => Y.equalSnapshots(Y.snapshot(client.doc), held))
}

async function within(work: Promise<unknown>, failure: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(failure)), PATIENCE)
  })
  await Promise.race([work, late]).finally(() => clearTimeout(timer))
}

const ARTICLE: ArticleText = {
  title: 'The flood',
  open: '= The flood =\n\n',
  close: '',
  blocks: [
    { kind: 'infobox_field', label: 'Date', open: 'Date: ', close: '\n', claims: ['3 May 2021'] },
    { kind: 'infobox_field', label: 'Dead', open: 'Dead: ', close: '\n', claims: ['At least 12'] },
    { kind: 'heading', level: 2, open: '== ', close: ' ==\n', claims: ['The dam'] },
    {
      kind: 'paragraph',
      open: '',
      close: '\n',
      claims: ['The dam broke at night. ', 'Water reached the market by four. ', 'Nobody had been warned.'],
    },
    { kind: 'paragraph', open: '', close: '\n', claims: ['The mayor denied it. ', 'Two engineers had resigned.'] },
    { kind: 'list_item', level: 1, open: '* ', close: '\n', claims: ['The bridge fell.'] },
    { kind: 'list_item', level: 1, open: '* ', close: '\n', claims: ['The school stayed dry.'] },
    { kind: 'quotation', open: '> ', close: '\n', claims: ['“We heard it before we saw it.”'] },
  ],
}
