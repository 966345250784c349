import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Csl } from '@/lib/domain/source/source.ts'
import { atOnce } from '@/lib/domain/text/step.ts'
import { documentOfShared, newShared, rewriting, sharedOf } from '@/lib/editor/shared-document.ts'
import { eraseFile } from '@/lib/jobs/erase-file.ts'
import { addJob } from '../job.ts'
import { openWorking, readWorking } from '../live/working.ts'
import { recordWording } from '../revision/wording.ts'
import { recordArchiveCopy } from '../snapshot/archive-copy.ts'
import { recordGiven, recordVisit } from '../snapshot/snapshot.ts'
import { setSourceContact } from '../source/contact.ts'
import { mergeSources } from '../source/merge.ts'
import { addSource, amendSource, gradeSource } from '../source/source.ts'
import { CANARY, Canary, type Plant, REASON } from '../testing/canary.ts'
import { claimNow, newsItem } from '../testing/desk.ts'
import { ownDatabase } from '../testing/fresh-database.ts'
import { pageOf } from '../testing/page.ts'
import { redactSnapshot } from './snapshot.ts'
import { redactReason, redactSource } from './source.ts'

const at = ownDatabase()
let canary: Canary

beforeAll(async () => {
  canary = await Canary.open(at)
})
afterAll(() => canary?.close())

/** One row a kind of entry of the shelf. */
const PLANTED: Record<string, Plant> = {
  'all fields of a source, of all states of its record, and its contact': async (of) => {
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
    const { id: sourceId } = await addSource(of.db, await of.checker(), { ...newsItem('', url), csl })
    await amendSource(of.db, await of.checker(), {
      sourceId,
      csl: { ...csl, title: `The diary of ${CANARY}`, author: [{ family: CANARY, given: 'Thomas' }] },
      unconfirmed: [],
    })
    await setSourceContact(of.db, await of.checker(), { sourceId, contact: `${CANARY}, by telephone` })
    await recordVisit(of.db, await of.checker(), {
      sourceId,
      url,
      came: {
        to: 'answer',
        snapshot: {
          ...pageOf(url, 'A diary of no one.'),
          canonical: url,
          fetched: {
            ...{ url, finalUrl: `${url}?from=${CANARY}`, status: 200 },
            redirects: [{ status: 302, from: url, to: `${url}?from=${CANARY}` }],
            headers: [['link', `<${url}>; rel="canonical"`]],
          },
        },
      },
    })
    const copy = { sourceId, snapshotId: null, problem: null }
    await recordArchiveCopy(of.db, await of.checker(), { ...copy, address: `https://archive.example/2026/${url}` })
    await addJob(of.db, 'archive', { sourceId, url })
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
        expect(await redactSource(of.db, await of.owner(), { sourceId, field, reason: REASON }), field).toEqual({
          outcome: 'redacted',
        })
    }
  },
  'a snapshot with its file and its name': async (of) => {
    const bytes = new TextEncoder().encode(`A file of ${CANARY}.`)
    const sha256 = await of.blobs.put(bytes)
    const { id: sourceId } = await of.db.source.findFirstOrThrow({ where: { workspaceId: of.desk.workspaceId } })
    const page = pageOf('https://unused.example/', `${CANARY} signed this.`)
    const { snapshotId } = await recordGiven(of.db, await of.checker(), {
      sourceId,
      snapshot: { ...page, sha256, bytes: bytes.length, fetched: null, fileName: `${CANARY}.txt` },
    })
    return async () => {
      await redactSnapshot(of.db, await of.owner(), { snapshotId, reason: REASON })
      const jobs = await of.db.$queryRaw<{ payload: unknown }[]>`
        SELECT "payload" FROM graphile_worker._private_jobs WHERE "payload"::text LIKE ${`%${sha256}%`}`
      expect(jobs).toHaveLength(1)
      expect(await eraseFile(of.db, of.blobs, jobs[0]?.payload)).toBe('erased')
      expect(await of.blobs.has(sha256)).toBe(false)
    }
  },
  'a DOI, by which its source was asked': async (of) => {
    const doi = `10.1000/${CANARY.toLowerCase()}.7`
    const csl = { type: 'article-journal' as const, title: 'Owls', DOI: doi } satisfies Csl
    const { id: sourceId } = await addSource(of.db, await of.checker(), { ...newsItem('', ''), csl })
    const url = `https://doi.org/${doi}`
    const page = { ...pageOf(url, 'Owls of the north'), canonical: 'https://journal.example/owls' }
    await recordVisit(of.db, await of.checker(), { sourceId, url, came: { to: 'answer', snapshot: page } })
    return async () => {
      await redactSource(of.db, await of.owner(), { sourceId, field: 'DOI', reason: REASON })
      // What does not hold it stays.
      const [row] = await of.db.snapshot.findMany({ where: { sourceId } })
      expect(row).toMatchObject({ url: 'https://redacted.invalid/', canonical: 'https://journal.example/owls' })
    }
  },
  'why a source was graded so, and why merged into another': async (of) => {
    const add = async (title: string) => addSource(of.db, await of.checker(), newsItem(title))
    const [one, other] = [await add('One of two'), await add('Another of two')]
    const grade = { sourceId: one.id, reliability: 'E', reason: `Written by ${CANARY}` } as const
    await gradeSource(of.db, await of.checker(), grade)
    await mergeSources(of.db, await of.editor(), { sourceId: one.id, intoId: other.id, reason: `So ${CANARY} said` })
    const { id: gradeId } = await of.db.sourceGrade.findFirstOrThrow({ where: { reason: grade.reason } })
    const { id: mergeId } = await of.db.sourceMerge.findFirstOrThrow({ where: { sourceId: one.id } })
    return async () => {
      await redactReason(of.db, await of.owner(), { what: 'grade', id: gradeId, reason: REASON })
      await redactReason(of.db, await of.owner(), { what: 'merge', id: mergeId, reason: REASON })
      const kept = await of.db.sourceGrade.findUniqueOrThrow({ where: { id: gradeId } })
      expect(kept).toMatchObject({ reliability: 'E', reason: '[redacted]', endedSeq: null })
    }
  },
}

test.each(Object.entries(PLANTED))('a canary in %s is nowhere after its redaction, and the record holds', (_, plant) =>
  canary.check(plant),
)

test('a canary in the working text and its log is in neither, and whoever has it open hears of it', async () => {
  const text = `${CANARY} wrote it all down in a book.`
  const one = (words: string) => ({
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
  })
  const state = newShared(one(text))
  const typing = sharedOf([state])
  await canary.check(async (of) => {
    const reader = await of.checker()
    await recordWording(at.db, await of.editor(), { ...(await claimNow(at.db, of.desk, 2)), text, reason: 'More' })
    await openWorking(at.db, reader, () => state)
    const updates: Uint8Array[] = []
    typing.on('update', (update: Uint8Array) => updates.push(update))
    atOnce(rewriting(typing, one(`As ${text}`)))
    const row = { articleId: of.desk.articleId, memberId: reader.memberId, at: new Date() }
    for (const update of updates) await at.db.workingUpdate.create({ data: { ...row, update: new Uint8Array(update) } })
    const now = await claimNow(at.db, of.desk, 2)
    await recordWording(at.db, await of.editor(), { ...now, text: 'Someone wrote it all down.', reason: 'Less' })
    expect(await of.dumped()).toContain('Working.state: 1')
    return () => of.redact('wording', now.wordingId)
  })
  const kept = await readWorking(at.db, await canary.checker())
  const read = sharedOf([kept?.state ?? state, ...(kept?.updates ?? []).map(({ update }) => update)])
  expect(JSON.stringify(documentOfShared(read))).toContain('As [redacted]')
  for (const { update } of kept?.updates ?? []) Y.applyUpdate(typing, update)
  expect(JSON.stringify(documentOfShared(typing))).toContain('As [redacted]')
})

test('the log of Postgres has no row that was refused', async () => {
  const [setting] = await at.db.$queryRaw<{ log_error_verbosity: string }[]>`SHOW log_error_verbosity`
  expect(setting).toEqual({ log_error_verbosity: 'terse' })
})

test('a canary had been on every surface that was looked at', () => {
  expect([...canary.seen].sort()).toEqual(expect.arrayContaining(['live', 'search', 'snapshot', 'source', 'warc']))
})
