import { type Authority, authorizeLater } from '@/lib/data/access.ts'
import type { Db } from '@/lib/data/db.ts'
import { addJob } from '@/lib/data/job.ts'
import { endCapture, moveCapture, openCapture } from '@/lib/data/snapshot/capture.ts'
import { askErasure } from '@/lib/data/snapshot/kept-file.ts'
import { type Filled, type NewSnapshot, recordGiven, recordVisit, type Visited } from '@/lib/data/snapshot/snapshot.ts'
import { recordOf, recordSelect } from '@/lib/data/source/record.ts'
import { amendSource } from '@/lib/data/source/source.ts'
import { answerOf, statusWords } from '@/lib/domain/quote/visit.ts'
import { fileTitle, fillRecord } from '@/lib/domain/source/fill.ts'
import { type FoundValue, foundIn } from '@/lib/domain/source/found.ts'
import { ledToFrontPage } from '@/lib/domain/source/front-page.ts'
import type { Csl } from '@/lib/domain/source/source.ts'
import type { Extracted } from '@/lib/exchange/extract/extract.ts'
import { isNotThePage } from '@/lib/exchange/page/wall.ts'
import { ENDED_WITH_IT, quotesApart, readApart, unread } from '@/lib/exchange/reading/reading.ts'
import { blobHash } from '@/lib/platform/blob/hash.ts'
import { keepIn } from '@/lib/platform/blob/store.ts'
import { AppError, isUnavailable } from '@/lib/platform/errors.ts'
import { FetchFailed } from '@/lib/platform/fetch/failed.ts'
import { type Fetched, fetchPublic } from '@/lib/platform/fetch/fetch.ts'
import { doiOf, foundByDoi, foundByIsbn, landingPage } from './register.ts'
import type { CaptureTools } from './tools.ts'

type Capture = NonNullable<Awaited<ReturnType<typeof openCapture>>>

/**
 * Gets one snapshot that was asked for: fetches or takes the bytes, reads them, keeps them, and records what came of it.
 * Done twice it is done once; what fails is recorded and said in words, never thrown, but for the database being away.
 */
export async function capture(db: Db, tools: CaptureTools, captureId: string): Promise<Came | null> {
  const asked = await openCapture(db, captureId)
  if (!asked) return null
  const end = async (came: Came): Promise<Came> => {
    const { words, outcome } = came
    await endCapture(db, captureId, {
      state: outcome === 'failed' || outcome === 'gone' ? 'failed' : 'done',
      words,
      at: tools.now(),
    })
    return came
  }
  try {
    const authority = await authorizeLater(db, asked, 'source.capture')
    if (!authority) return await end(failed('The person who asked for this may no longer do so. Nothing was fetched.'))
    if (asked.state === 'reading' && asked.url !== null) return await end(failed(ENDED_WITH_IT.message))
    return await end(
      asked.url === null
        ? await given(db, tools, authority, asked)
        : await visit(db, tools, authority, asked, asked.url),
    )
  } catch (error) {
    // The job is tried again when the database is back, or by whoever comes next.
    if (isUnavailable(error) || tools.leaving?.aborted) throw error
    const words = error instanceof AppError ? error.message : 'Something went wrong here, not at the source. Ask again.'
    if (!(error instanceof AppError)) tools.fault(error)
    return await end(failed(words))
  }
}

/** What a capture came to: `lost` counts the quotes that are no longer there. */
export type Came = { outcome: Visited['outcome'] | 'kept' | 'filled'; words: string; lost: number }

const NO_DOI = 'This DOI cannot be looked up. Nothing was fetched.'

const FRONT_PAGE = 'The site leads to its front page instead: the page itself is no longer there.'

function failed(words: string): Came {
  return { outcome: 'failed', words, lost: 0 }
}

/** A file that a person gave. */
async function given(db: Db, tools: CaptureTools, authority: Authority, asked: Capture): Promise<Came> {
  const { sourceId, fileName, sha256 } = asked
  await moveCapture(db, asked.id, { state: 'reading' })
  const { read, length } = await inTurn(async () => {
    const bytes = await tools.store.get(sha256 ?? '')
    const content = { bytes, mediaType: null, charset: null, url: null, fileName }
    const found = await (asked.state === 'reading' ? unread(content, ENDED_WITH_IT) : readApart(content))
    return { read: found, length: bytes.length }
  })
  await moveCapture(db, asked.id, { state: 'keeping' })
  const snapshot = { ...snapshotOf(read, sha256 ?? '', length), fetched: null, fileName }
  const fill = filler(
    read.fields.csl,
    read.fields.found,
    ({ title }) => fileName !== null && title === fileTitle(fileName),
  )
  const looked = await recordGiven(db, authority, { sourceId, snapshot, fill, at: tools.now() }, quotesApart)
  return { outcome: 'kept', words: wordsFor(read, looked), lost: looked.lost }
}

let turn: Promise<unknown> = Promise.resolve()

/** A file may be fifty megabytes: one of them is in memory at a time. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = turn.then(work)
  turn = mine.catch(() => undefined)
  return mine
}

/** The source's address, as it is now. */
async function visit(db: Db, tools: CaptureTools, authority: Authority, asked: Capture, url: string): Promise<Came> {
  const { sourceId } = asked
  if (url.startsWith('isbn:')) return foundByIsbn(db, tools, authority, sourceId, url.slice('isbn:'.length))
  await moveCapture(db, asked.id, { state: 'fetching' })
  const doi = doiOf(url)
  const known = doi ? await foundByDoi(tools, doi) : {}
  const page = doi ? landingPage(tools, doi) : url
  const fetched = page === null ? NO_DOI : await fetchOrWords(db, tools, asked.id, page)
  if (typeof fetched === 'string' || answerOf(fetched.status) !== 'answer')
    await fillAnyway(db, tools, authority, sourceId, known)
  if (typeof fetched === 'string') {
    await recordVisit(db, authority, {
      sourceId,
      url,
      at: tools.now(),
      came: { to: 'failed', status: null, words: fetched },
    })
    return failed(fetched)
  }
  const { status, finalUrl, redirects, headers } = fetched
  const to = answerOf(status)
  if (to !== 'answer') {
    const words = statusWords(status)
    await recordVisit(db, authority, { sourceId, url, at: tools.now(), came: { to, status, words } })
    return { outcome: to, words, lost: 0 }
  }
  if (ledToFrontPage(url, finalUrl)) {
    await fillAnyway(db, tools, authority, sourceId, known)
    await recordVisit(db, authority, {
      sourceId,
      url,
      at: tools.now(),
      came: { to: 'gone', status, words: FRONT_PAGE },
    })
    return { outcome: 'gone', words: FRONT_PAGE, lost: 0 }
  }
  await moveCapture(db, asked.id, { state: 'reading', received: fetched.body.length, expected: fetched.body.length })
  const { mediaType, charset, body: bytes } = fetched
  const read = await readApart({ bytes, mediaType, charset, url: finalUrl, fileName: null })
  // What is not the page is not kept as the page. One that a program draws may hold it all the same.
  const { problem } = read
  if (problem && isNotThePage(problem) && problem.code !== 'empty_page') {
    await fillAnyway(db, tools, authority, sourceId, known)
    const outcome = problem.code === 'not_found_page' ? 'gone' : 'failed'
    const words = problem.message
    await recordVisit(db, authority, { sourceId, url, at: tools.now(), came: { to: outcome, status, words } })
    return { outcome, words, lost: 0 }
  }
  await moveCapture(db, asked.id, { state: 'keeping' })
  const sha256 = await blobHash(bytes)
  await askErasure(db, sha256, true)
  await tools.store.put(bytes)
  const snapshot: NewSnapshot = {
    ...snapshotOf(read, sha256, bytes.length),
    fetched: { url: fetched.requestedUrl, finalUrl, redirects, status, headers },
    fileName: null,
  }
  // The beginning of a page that has to be paid for is not the page either: its record is filled by a person, or a register.
  const register = foundIn('doi', known)
  const fill =
    problem?.code === 'paywall'
      ? filler(known, register)
      : filler({ ...read.fields.csl, ...known }, [...read.fields.found, ...register])
  const keep = () => keepIn(tools.store, sha256, bytes)
  const came = { to: 'answer' as const, snapshot, fill, keep }
  const visited = await recordVisit(db, authority, { sourceId, url, at: tools.now(), came }, quotesApart)
  if (tools.archive && (visited.outcome === 'first' || visited.outcome === 'changed'))
    await addJob(db, 'archive', {
      workspaceId: authority.workspaceId,
      memberId: authority.memberId,
      sourceId,
      snapshotId: visited.snapshotId,
      url: finalUrl,
    })
  const { outcome, lost } = visited
  return { outcome, words: wordsFor(read, visited, outcome), lost }
}

/** What a register said is kept, also where the page could not be had. */
async function fillAnyway(db: Db, tools: CaptureTools, authority: Authority, sourceId: string, known: Partial<Csl>) {
  const where = { id: sourceId, workspaceId: authority.workspaceId }
  const row = await db.source.findFirst({ where, select: recordSelect() })
  const filled = row && fillRecord(recordOf(row), known)
  const found = foundIn('doi', known)
  if (filled) await amendSource(db, authority, { sourceId, ...filled, found, at: tools.now() })
}

async function fetchOrWords(db: Db, tools: CaptureTools, captureId: string, url: string): Promise<Fetched | string> {
  let told = 0
  try {
    return await fetchPublic(url, tools.settings, {
      ...(tools.leaving && { signal: tools.leaving }),
      onProgress: ({ received, expected }) => {
        // Told now and then: a page of a few kilobytes is there before anyone could look.
        if (received - told < 200_000) return
        told = received
        moveCapture(db, captureId, { state: 'fetching', received, expected }).catch(tools.fault)
      },
    })
  } catch (error) {
    if (error instanceof FetchFailed && !tools.leaving?.aborted) return error.message
    throw error
  }
}

function snapshotOf(read: Extracted, sha256: string, bytes: number) {
  const { text = '', blocks = [], language = null, cut = false } = read.readable ?? {}
  const { mediaType } = read
  const problem = read.problem?.message ?? null
  const canonical = read.fields.canonicalUrl
  const { fingerprints } = read
  return { sha256, bytes, mediaType, text, blocks, language, cut, problem, canonical, fingerprints }
}

/** A first snapshot fills what is empty; a later one only what no one has accepted. */
function filler(
  csl: Partial<Csl>,
  found: readonly FoundValue[],
  isStub?: (csl: Csl) => boolean,
): (record: Filled, isFirst: boolean) => Filled | null {
  return (record, isFirst) => {
    const filled = isFirst || record.unconfirmed.length > 0 ? fillRecord(record, csl, isStub?.(record.csl)) : null
    return filled && { ...filled, found }
  }
}

type Looked = Pick<Visited, 'lost' | 'unlooked'>

function wordsFor(read: Extracted, { lost, unlooked }: Looked, outcome?: Visited['outcome']): string {
  const parts = [
    outcome === 'same' && 'It says the same as before.',
    outcome === 'changed' && 'It says something different now.',
    lost === 1 && 'A quote taken from it is no longer there.',
    lost > 1 && `${lost} quotes taken from it are no longer there.`,
    unlooked > 0 && 'Looking for the quotes taken from it took too long; they were not searched for in it.',
    read.problem?.message,
  ]
  return parts.filter(Boolean).join(' ')
}
