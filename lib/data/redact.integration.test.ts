import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Csl } from '@/lib/domain/source'
import { documentOfShared, newShared, rewriteShared, sharedOf } from '@/lib/editor/shared-document'
import { withoutWords } from '@/lib/exchange/working-text'
import { eraseFile } from '@/lib/jobs/erase-file'
import { diskBlobStore } from '@/lib/platform/blob-store'
import { newId } from '@/lib/platform/ids'
import type { Moment } from './access'
import { withdraw } from './annotation'
import { adjudicate, assess, reaffirm } from './assessment'
import { assignClaim } from './assignment'
import { setCheckable } from './checkability'
import { readCheckpoint } from './checkpoint'
import { attachCitation } from './citation'
import { Repeated } from './command'
import { redactEntry } from './redact'
import { redactSnapshot, redactSource } from './redact-source'
import { logSearch } from './search-entry'
import { currentSnapshot, recordGiven, recordVisit } from './snapshot'
import { addSource, amendSource, setSourceContact } from './source'
import { splitClaim } from './structure'
import { as, claimNow, newsItem, SUPPORTS, type TestDesk } from './testing/desk'
import { breaksOf, ownDatabase } from './testing/fresh-database'
import { openFurnishedDesk } from './testing/furnished-desk'
import { pageOf } from './testing/page'
import { dumped as dumpedCells, shownTo } from './testing/surfaces'
import { addComment, openThread } from './thread'
import { proposeWording, recordWording, rejectWording, restoreWording } from './wording'
import { openWorking, readWorking } from './working'

/** A word that stands nowhere else; every planted text holds it. */
const CANARY = 'Quillfeather'
const REASON = 'A person asked for it.'

const at = ownDatabase()
const folder = join(tmpdir(), `redact-${newId()}`)
const blobs = diskBlobStore(folder)
let desk: TestDesk

beforeAll(async () => {
  desk = await openFurnishedDesk(at.db)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const dumped = (word = CANARY) => dumpedCells(at.url, word)
const shown = async (pins: readonly Moment[]) =>
  shownTo(at.db, { owner: await owner(), checker: await checker() }, pins, CANARY)

const owner = () => as(at.db, desk, 'owner')
const checker = () => as(at.db, desk, 'checker')
const editor = () => as(at.db, desk, 'editor')

async function redact(what: Parameters<typeof redactEntry>[2]['what'], id: string) {
  return redactEntry(at.db, await owner(), { what, id, reason: REASON })
}

/** Surfaces that showed a canary before it was redacted; one that never did would prove nothing. */
const seen = new Set<string>()

/** One row a kind of entry: how the canary comes into the record, and how it goes. */
const PLANTED: Record<string, () => Promise<() => Promise<unknown>>> = {
  'a comment, withdrawn with a reason': async () => {
    const claim = await claimNow(at.db, desk, 2)
    const threadId = await openThread(at.db, await checker(), {
      ...claim,
      quote: '',
      body: `${CANARY} saw it.`,
      mentions: [],
    })
    const { id } = await at.db.comment.findFirstOrThrow({ where: { threadId } })
    await withdraw(at.db, await checker(), 'Comment', { id, reason: `${CANARY} denies it.` })
    return () => redact('comment', id)
  },
  'a reply': async () => {
    const { id: threadId } = await at.db.thread.findFirstOrThrow({ where: { articleId: desk.articleId } })
    await addComment(at.db, await checker(), { threadId, body: `Ask ${CANARY}, “the second”.`, mentions: [] })
    const { id } = await at.db.comment.findFirstOrThrow({ where: { body: { contains: CANARY } } })
    return () => redact('comment', id)
  },
  'an assessment, copied to both parts of a split claim': async () => {
    const claim = await claimNow(at.db, desk, 3)
    const answer = { verdict: 'supported', confidence: 'high', rationale: `${CANARY} told us so.` } as const
    await assess(at.db, await checker(), { ...claim, ...answer })
    const { id } = await at.db.assessment.findFirstOrThrow({ where: { rationale: answer.rationale } })
    await splitClaim(at.db, await editor(), { ...claim, cuts: ['The mill '.length], reason: 'Two things' })
    expect(await at.db.assessment.count({ where: { rationale: answer.rationale } })).toBeGreaterThan(1)
    return () => redact('assessment', id)
  },
  'an adjudication': async () => {
    const claim = await claimNow(at.db, desk, 2)
    const answer = { verdict: 'supported', confidence: 'high', reason: `By the word of ${CANARY}.` } as const
    await adjudicate(at.db, await owner(), { ...claim, ...answer })
    const { id } = await at.db.adjudication.findFirstOrThrow({ where: { reason: answer.reason } })
    return () => redact('adjudication', id)
  },
  'a citation with its quote, looked for in snapshots, and re-affirmed': async () => {
    const claim = await claimNow(at.db, desk, 4)
    const url = 'https://fourth.example/mill'
    const { id: sourceId } = await addSource(at.db, await checker(), newsItem('Fourth', url))
    const quote = `In May ${CANARY} lit the fire`
    await attachCitation(at.db, await checker(), {
      ...claim,
      ...SUPPORTS,
      quote,
      note: `Says ${CANARY}`,
      locator: `${CANARY}, p. 3`,
      source: { id: sourceId },
    })
    const { id } = await at.db.citation.findFirstOrThrow({ where: { quote } })
    await recordVisit(at.db, await checker(), {
      sourceId,
      url,
      came: { to: 'answer', snapshot: pageOf(url, 'In June Quillfeather lit the fires, they say, and left.') },
    })
    await recordWording(at.db, await editor(), { ...claim, text: 'It burned on 5 May 2021.', reason: 'Day' })
    await reaffirm(at.db, await checker(), { ...(await claimNow(at.db, desk, 4)), citationIds: [id], rationale: '' })
    expect(await at.db.citation.count({ where: { quote } })).toBe(2)
    const { id: snapshotId } = (await currentSnapshot(at.db, desk.workspaceId, sourceId)) ?? { id: '' }
    return async () => {
      await redact('citation', id)
      await redactSnapshot(at.db, await owner(), { snapshotId, reason: REASON })
    }
  },
  'an earlier wording, with its thread’s quote, its summary and a proposed split of it': async () => {
    const text = `${CANARY} had been warned. `
    await recordWording(at.db, await editor(), {
      ...(await claimNow(at.db, desk, 5)),
      text,
      reason: `${CANARY} was the owner`,
    })
    const claim = await claimNow(at.db, desk, 5)
    await openThread(at.db, await checker(), { ...claim, quote: `${CANARY} had`, body: 'Who?', mentions: [] })
    await splitClaim(at.db, await checker(), { ...claim, cuts: [`${CANARY} had `.length], reason: 'Two' })
    // It waits for review, and is shown beside the words it was written against.
    await proposeWording(at.db, await checker(), { ...claim, text: 'Nobody had been warned. ', reason: 'Shorter' })
    await recordWording(at.db, await editor(), { ...claim, text: 'Someone had been warned.', reason: 'Privacy' })
    const { id } = await at.db.claimRevision.findFirstOrThrow({ where: { reason: `${CANARY} was the owner` } })
    return () => redact('wording', id)
  },
  'a rejected proposal, which its author was told of': async () => {
    const claim = await claimNow(at.db, desk, 2)
    const text = `At least 12 people and ${CANARY} were killed in the mill. `
    const made = await proposeWording(at.db, await checker(), { ...claim, text, reason: `${CANARY} too` })
    if (made.outcome !== 'proposed') throw new Error(made.outcome)
    await rejectWording(at.db, await editor(), { wordingId: made.wordingId, reason: `${CANARY} lives` })
    expect(await at.db.notification.count({ where: { words: { contains: CANARY } } })).toBe(1)
    return () => redact('wording', made.wordingId)
  },
  'an entry of the search log': async () => {
    const claim = await claimNow(at.db, desk, 2)
    await logSearch(at.db, await checker(), {
      ...claim,
      place: `${CANARY}’s letters`,
      query: CANARY,
      searchedOn: '2026-02-03',
      result: 'nothing',
      note: `Not even ${CANARY}`,
    })
    const { id } = await at.db.searchEntry.findFirstOrThrow({ where: { query: CANARY } })
    return () => redact('search', id)
  },
  'what someone was to do': async () => {
    const { claimId } = await claimNow(at.db, desk, 2)
    const seat = desk.seats.checker.memberId
    const { assignmentId } = await assignClaim(at.db, await editor(), {
      claimId,
      assigneeId: seat,
      note: `Ring ${CANARY}`,
    })
    return () => redact('assignment', assignmentId)
  },
  'why a claim is not checked': async () => {
    const { claimId } = await claimNow(at.db, desk, 4)
    await setCheckable(at.db, await editor(), { claimId, checkable: false, reason: `${CANARY} thinks so` })
    const { id } = await at.db.checkability.findFirstOrThrow({ where: { reason: { contains: CANARY } } })
    return () => redact('checkability', id)
  },
  'all fields of a source, of all states of its record, and its contact': async () => {
    const url = 'https://quillfeather.example/diary'
    const csl = {
      type: 'webpage' as const,
      title: `${CANARY}’s diary`,
      author: [{ family: CANARY, given: 'Tom' }],
      editor: [{ literal: `${CANARY} & Sons` }],
      'container-title': `The ${CANARY} Papers`,
      publisher: `${CANARY} Press`,
      'publisher-place': `${CANARY}ville`,
      medium: `a tape of ${CANARY}`,
      URL: url,
    } satisfies Csl
    const { id: sourceId } = await addSource(at.db, await checker(), { ...newsItem('', url), csl })
    await amendSource(at.db, await checker(), {
      sourceId,
      csl: { ...csl, title: `The diary of ${CANARY}`, author: [{ family: CANARY, given: 'Thomas' }] },
      unconfirmed: [],
    })
    await setSourceContact(at.db, await checker(), { sourceId, contact: `${CANARY}, by telephone` })
    await recordVisit(at.db, await checker(), {
      sourceId,
      url,
      came: { to: 'answer', snapshot: pageOf(url, 'A diary of no one.') },
    })
    return async () => {
      const fields = [
        'title',
        'author',
        'editor',
        'container-title',
        'publisher',
        'publisher-place',
        'medium',
        'URL',
        'contact',
      ] as const
      for (const field of fields)
        expect(await redactSource(at.db, await owner(), { sourceId, field, reason: REASON }), field).toEqual({
          outcome: 'redacted',
        })
    }
  },
  'a snapshot with its file and its name': async () => {
    const bytes = new TextEncoder().encode(`A file of ${CANARY}.`)
    const sha256 = await blobs.put(bytes)
    const { id: sourceId } = await at.db.source.findFirstOrThrow({ where: { workspaceId: desk.workspaceId } })
    const page = pageOf('https://unused.example/', `${CANARY} signed this.`)
    const { snapshotId } = await recordGiven(at.db, await checker(), {
      sourceId,
      snapshot: { ...page, sha256, bytes: bytes.length, fetched: null, fileName: `${CANARY}.txt` },
    })
    return async () => {
      await redactSnapshot(at.db, await owner(), { snapshotId, reason: REASON })
      const jobs = await at.db.$queryRaw<{ payload: unknown }[]>`
        SELECT "payload" FROM graphile_worker._private_jobs WHERE "payload"::text LIKE ${`%${sha256}%`}`
      expect(jobs).toHaveLength(1)
      expect(await eraseFile(at.db, blobs, jobs[0]?.payload)).toBe(true)
      expect(await blobs.has(sha256)).toBe(false)
    }
  },
}

describe('a canary', () => {
  test.each(Object.entries(PLANTED))(
    'in %s is in no cell of a dump after its redaction, and the record holds',
    async (_, plant) => {
      const take = await plant()
      expect(await dumped()).not.toEqual([])
      const { seq, deskSeq } = await owner()
      const pins = [{ seq, deskSeq }]
      for (const name of await shown(pins)) seen.add(name.replace(/ .*/, ''))
      const checkpoint = await readCheckpoint(at.url, new Date())
      await take()
      expect(await dumped()).toEqual([])
      expect(await shown(pins)).toEqual([])
      expect(await breaksOf(at.url, { checkpoint })).toEqual([])
    },
  )

  test('had been on every surface that was looked at', () => {
    const surfaces = [
      'answers',
      'assigned',
      'dossier',
      'history',
      'report',
      'review',
      'search',
      'snapshot',
      'source',
      'warc',
    ]
    expect([...seen].sort()).toEqual(expect.arrayContaining(surfaces))
  })

  test('in the working text and its log', async () => {
    const reader = await checker()
    const text = `${CANARY} wrote it all down in a book.`
    const wording = await claimNow(at.db, desk, 2)
    await recordWording(at.db, await editor(), { ...wording, text, reason: 'More' })
    const one = (words: string) => ({
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
    })
    const state = newShared(one(text))
    await openWorking(at.db, reader, () => state)
    const typing = sharedOf([state])
    const updates: Uint8Array[] = []
    typing.on('update', (update: Uint8Array) => updates.push(update))
    rewriteShared(typing, one(`As ${text}`), 'test')
    for (const update of updates)
      await at.db.workingUpdate.create({
        data: { articleId: desk.articleId, memberId: reader.memberId, update: new Uint8Array(update), at: new Date() },
      })
    const now = await claimNow(at.db, desk, 2)
    await recordWording(at.db, await editor(), { ...now, text: 'Someone wrote it all down.', reason: 'Less' })
    expect(await dumped()).toContain('Working.state: 1')
    await redactEntry(at.db, await owner(), { what: 'wording', id: now.wordingId, reason: REASON }, withoutWords)
    expect(await dumped()).toEqual([])
    const kept = await readWorking(at.db, reader)
    const read = sharedOf([kept?.state ?? state, ...(kept?.updates ?? []).map(({ update }) => update)])
    expect(JSON.stringify(documentOfShared(read))).toContain('As [redacted]')
    // Whoever has it open hears of it by the log, and says the same.
    for (const { update } of kept?.updates ?? []) Y.applyUpdate(typing, update)
    expect(JSON.stringify(documentOfShared(typing))).toContain('As [redacted]')
    expect(await breaksOf(at.url)).toEqual([])
  })
})

describe('a redaction', () => {
  const plantComment = async (body: string) => {
    const claim = await claimNow(at.db, desk, 2)
    const threadId = await openThread(at.db, await checker(), { ...claim, quote: '', body, mentions: [] })
    return at.db.comment.findFirstOrThrow({ where: { threadId } })
  }

  test.each(['viewer', 'checker', 'editor'] as const)('is not a %s’s to make', async (role) => {
    const { id } = await plantComment(`Seen by the ${role}`)
    const asked = { what: 'comment', id, reason: REASON } as const
    await expect(redactEntry(at.db, await as(at.db, desk, role), asked)).rejects.toThrow('does not allow')
    expect((await at.db.comment.findUniqueOrThrow({ where: { id } })).body).toBe(`Seen by the ${role}`)
  })

  test('of an entry of another article, of a reason that tells, and of what the claim says now are refused', async () => {
    const asked = { what: 'comment', id: newId(), reason: REASON } as const
    await expect(redactEntry(at.db, await owner(), asked)).rejects.toThrow('no such entry')
    const { id } = await plantComment('Marta Weiss of Linz')
    const telling = { what: 'comment', id, reason: 'It names Marta Weiss of Linz!' } as const
    await expect(redactEntry(at.db, await owner(), telling)).rejects.toThrow('Say it without them')
    const { wordingId } = await claimNow(at.db, desk, 4)
    await expect(redact('wording', wordingId)).rejects.toThrow('Reword the claim first')
    const said = await proposeWording(at.db, await checker(), {
      ...(await claimNow(at.db, desk, 2)),
      text: 'Twelve. ',
      reason: 'Short',
    })
    if (said.outcome === 'proposed')
      await expect(redact('wording', said.wordingId)).rejects.toThrow('Reject or withdraw')
    expect(await breaksOf(at.url)).toEqual([])
  })

  test('twice is harmless, also as the same command, and ten at once come to one', async () => {
    const { id } = await plantComment('Otto Lindqvist was there')
    const commandId = newId()
    const asked = { what: 'comment', id, reason: REASON, commandId } as const
    const count = () => at.db.auditEvent.count({ where: { clockId: desk.articleId, kind: 'record.redacted' } })
    const before = await count()
    const all = await Promise.all(
      Array.from({ length: 10 }, async (_, index) =>
        redactEntry(at.db, await owner(), { ...asked, commandId: index ? newId() : commandId }),
      ),
    )
    expect(all.map(({ outcome }) => outcome).sort()).toEqual([...Array(9).fill('already'), 'redacted'])
    expect(await count()).toBe(before + 1)
    await expect(
      redactEntry(at.db, await owner(), asked).then(
        ({ outcome }) => outcome,
        (error: unknown) => (error instanceof Repeated ? 'already' : error),
      ),
    ).resolves.toBe('already')
    expect(await count()).toBe(before + 1)
    expect(await breaksOf(at.url)).toEqual([])
  })

  test('and recordings at the same moment come in one order', async () => {
    const { id } = await plantComment('Pia Sorel rang twice')
    const { id: threadId } = await at.db.thread.findFirstOrThrow({ where: { articleId: desk.articleId } })
    await Promise.all([
      ...Array.from({ length: 8 }, async (_, index) =>
        addComment(at.db, await checker(), { threadId, body: `Reply ${index}`, mentions: [] }),
      ),
      redact('comment', id),
    ])
    expect(await dumped('Pia Sorel')).toEqual([])
    expect(await at.db.comment.count({ where: { body: { startsWith: 'Reply ' } } })).toBe(8)
    expect(await breaksOf(at.url)).toEqual([])
  })

  test('of short words leaves the same words of others, and of long ones says where they stand among others', async () => {
    const { id } = await plantComment('Yes.')
    const other = await plantComment('Yes.')
    const named = await plantComment('Greta Holm of Ystad')
    const quoting = await plantComment('“Greta Holm of Ystad”, it says here.')
    expect(await redact('comment', id)).toMatchObject({ outcome: 'redacted', elsewhere: 0 })
    expect((await at.db.comment.findUniqueOrThrow({ where: { id: other.id } })).body).toBe('Yes.')
    expect(await redact('comment', named.id)).toMatchObject({ outcome: 'redacted', elsewhere: 1 })
    expect((await at.db.comment.findUniqueOrThrow({ where: { id: quoting.id } })).body).toContain('Greta')
  })

  test('leaves a redacted wording that nobody can restore, and a file that another snapshot names', async () => {
    const row = await at.db.claimRevision.findFirstOrThrow({ where: { text: '[redacted]', state: 'superseded' } })
    const { wordingId: baseId } = await claimNow(at.db, desk, 5)
    const asked = { claimId: row.claimId, wordingId: row.id, baseId, reason: 'Back' }
    await expect(restoreWording(at.db, await editor(), asked)).rejects.toThrow('nothing to restore')
    const bytes = new TextEncoder().encode('Two snapshots of one file')
    const sha256 = await blobs.put(bytes)
    const sources = await at.db.source.findMany({ where: { workspaceId: desk.workspaceId }, take: 2 })
    const page = pageOf('https://unused.example/', 'Two snapshots of one file')
    const snapshot = { ...page, sha256, bytes: bytes.length, fetched: null, fileName: 'two.txt' }
    const kept: string[] = []
    for (const { id: sourceId } of sources)
      kept.push((await recordGiven(at.db, await checker(), { sourceId, snapshot })).snapshotId)
    for (const [index, snapshotId] of kept.entries()) {
      await redactSnapshot(at.db, await owner(), { snapshotId, reason: REASON })
      expect(await eraseFile(at.db, blobs, { sha256 })).toBe(index === 1)
      expect(await blobs.has(sha256)).toBe(index === 0)
    }
    expect(await breaksOf(at.url)).toEqual([])
  })
})
