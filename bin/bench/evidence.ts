import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { request } from 'undici'
import { houseAuthority } from '@/lib/data/access.ts'
import { change } from '@/lib/data/clock.ts'
import { connect, type Db } from '@/lib/data/db.ts'
import { createWorkspace } from '@/lib/data/desk/workspace.ts'
import { searchShelf } from '@/lib/data/shelf/shelf.ts'
import { askCapture } from '@/lib/data/snapshot/capture.ts'
import { addSource } from '@/lib/data/source/source.ts'
import { fingerprints } from '@/lib/domain/text/fingerprint.ts'
import { capture } from '@/lib/jobs/capture.ts'
import type { CaptureTools } from '@/lib/jobs/tools.ts'
import { diskBlobStore } from '@/lib/platform/blob/disk.ts'
import { newId, sha256 } from '@/lib/platform/ids.ts'
import { mapFew } from '@/lib/platform/map-few.ts'
import type { Stopper } from '../stopper.ts'
import { type Figure, figure, sampleOf, timedInTurns } from './figure.ts'

const PAGES = 100
const AT_ONCE = 8
const SNAPSHOTS = 10_000

/** Captures of local pages, and searches over many snapshots; each against the least it could take. */
export async function measureEvidence(
  databaseUrl: string,
  stop: Stopper,
  tell: (figure: Figure) => void,
): Promise<void> {
  const db = connect(databaseUrl)
  stop.undo(() => db.$disconnect())
  const workspaceId = await createWorkspace(db, 'Bench')
  await measureCapture(db, workspaceId, stop, tell)
  await measureSearch(db, workspaceId, tell)
}

/** Fetched, read, kept on disk and recorded, against fetched alone. */
async function measureCapture(
  db: Db,
  workspaceId: string,
  stop: Stopper,
  tell: (figure: Figure) => void,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'attest-bench-blobs-'))
  stop.undo(() => rmSync(folder, { recursive: true, force: true }))
  const authority = houseAuthority(workspaceId)
  const { port, close } = await openSite()
  stop.undo(close)
  const tools: CaptureTools = {
    store: diskBlobStore(folder),
    settings: { allow: [`127.0.0.1:${port}`] },
    registers: { doi: 'https://doi.invalid', isbn: 'https://isbn.invalid' },
    archive: null,
    now: () => new Date(),
    fault: (error) => console.error(error),
  }
  const pages = (round: number) => Array.from({ length: PAGES }, (_, n) => `http://127.0.0.1:${port}/${round}/${n}`)
  const shelve = async (round: number) =>
    mapFew(pages(round), 4, async (url) => {
      const csl = { type: 'webpage', title: url, URL: url } as const
      const { id } = await addSource(db, authority, { csl, reliability: 'F', gradeReason: '' })
      return (await askCapture(db, authority, { sourceId: id, here: true })).captureId
    })
  const times = { captured: [] as number[], fetched: [] as number[] }
  // The first round does not count; what is asked for is asked outside the time.
  for (let round = 0; round < 4; round++) {
    const asked = await shelve(round)
    const captured = await took(() =>
      mapFew(asked, AT_ONCE, async (id) => {
        const came = await capture(db, tools, id)
        if (came?.outcome !== 'first') throw new Error(`a page was not captured: ${came?.words}`)
      }),
    )
    const fetched = await took(() =>
      mapFew(pages(round), AT_ONCE, async (url) => {
        await (await request(url)).body.arrayBuffer()
      }),
    )
    if (round > 0) times.captured.push(captured)
    if (round > 0) times.fetched.push(fetched)
  }
  const what = `capture of ${PAGES} local pages of 60 kB, ${AT_ONCE} at once`
  tell(figure(what, sampleOf(times.captured), sampleOf(times.fetched)))
}

async function took(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

async function openSite(): Promise<{ port: number; close: () => void }> {
  const server = createServer((asked, answer) => {
    const paragraphs = Array.from(
      { length: 120 },
      (_, n) => `<p>${sentence(n)} ${sentence(n + 7)} Page ${asked.url}.</p>`,
    )
    answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    answer.end(
      `<!doctype html><title>Page ${asked.url}</title><nav>${'<a href="/">Home</a>'.repeat(30)}</nav><article><h1>Page</h1>${paragraphs.join('')}</article>`,
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { port: (server.address() as AddressInfo).port, close: () => void server.close() }
}

const WORDS =
  'the of a mill river fire brigade register town owner people counted night bridge market guard train rails drone court sentence arrested witness report said that was were by in on'.split(
    ' ',
  )

/** A sentence of some hundred and fifty letters that follows from its number. */
function sentence(n: number): string {
  const words = Array.from({ length: 28 }, (_, at) => WORDS[(n * 31 + at * at * 7 + at * n) % WORDS.length])
  return `${words.join(' ')} ${n * 13}.`
}

/** The shelf's whole answer, against the bare question to the index. */
async function measureSearch(db: Db, workspaceId: string, tell: (figure: Figure) => void): Promise<void> {
  const authority = houseAuthority(workspaceId)
  for (let from = 0; from < SNAPSHOTS; from += 1_000) await addSnapshots(db, workspaceId, from, 1_000)
  await db.$executeRawUnsafe('ANALYZE "Snapshot", "Source"')
  for (const [what, text] of [
    ['a word that one page has', 'page4711'],
    ['a word that most have', 'brigade'],
    ['two words', 'register page77'],
    ['a word that none has', 'zeppelin'],
  ] as const) {
    const [whole, bare] = await timedInTurns(15, [
      () => searchShelf(db, authority, { text }),
      () =>
        db.$queryRaw`SELECT "sourceId" FROM "Snapshot" WHERE "workspaceId" = ${workspaceId}::uuid
          AND "search" @@ plainto_tsquery('simple', ${text}) LIMIT 50`,
    ])
    if (whole) tell(figure(`search over ${SNAPSHOTS.toLocaleString('en')} snapshots: ${what}`, whole, bare))
  }
}

async function addSnapshots(db: Db, workspaceId: string, from: number, count: number): Promise<void> {
  const authority = houseAuthority(workspaceId)
  const what = { clockId: workspaceId, authority, ability: 'source.capture', kind: 'source.visited' } as const
  await change(db, what, async (ledger) => {
    const numbers = Array.from({ length: count }, (_, n) => from + n)
    const ids = numbers.map(() => newId())
    await ledger.add(
      'Source',
      numbers.map((n, at) => {
        const title = `Bench source ${n}`
        const csl = { type: 'webpage', title }
        return {
          id: ids[at] ?? '',
          workspaceId,
          memberId: null,
          csl,
          title,
          urlKey: `bench.example/${n}`,
          createdAt: ledger.at,
        }
      }),
    )
    await ledger.add(
      'Snapshot',
      numbers.map((n, at) => {
        const text = [`page${n} begins here.`, ...Array.from({ length: 20 }, (_, k) => sentence(n + k))].join(' ')
        const url = `https://bench.example/${n}`
        const fetched = { url, finalUrl: url, status: 200, redirects: [], headers: [] }
        const kept = {
          sha256: sha256(text),
          bytes: text.length,
          mediaType: 'text/html',
          text,
          cut: false,
          problem: null,
        }
        const blocks = [{ kind: 'paragraph', start: 0, end: text.length }]
        const owner = { id: newId(), workspaceId, memberId: null, sourceId: ids[at] ?? '', createdAt: ledger.at }
        return {
          ...owner,
          ...fetched,
          ...kept,
          blocks,
          fileName: null,
          language: 'en',
          fingerprints: fingerprints(text),
        }
      }),
    )
    return { value: undefined, details: { bench: count } }
  })
}
