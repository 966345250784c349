import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { migrate } from '@/lib/platform/migration/migrate.ts'
import { generatePrismaClient } from '@/lib/platform/migration/prisma-client.ts'
import { openEmbeddedPostgres } from '@/lib/platform/postgres/embedded.ts'
import { freePort } from '@/lib/platform/postgres/ports.ts'
import { openBareApp } from './bench/bare-app.ts'
import { type Figure, inWords } from './bench/figure.ts'
import { buildWhenChanged } from './build.ts'
import { testDist } from './e2e-stand.ts'
import { root } from './root.ts'
import { stopper } from './stopper.ts'
import { launchWebServer } from './web-server.ts'

/**
 * `npm run bench -- NAME [--json]`:
 * - `main`: how long the main job takes, over HTTP, against the least it could take;
 * - `identity`: how well claims are told from one another, over the labelled pairs;
 * - `claims`: how long reconciliation and segmentation take;
 * - `evidence`: how surely quotes are found again, and how long captures and searches of snapshots take;
 * - `turns`: how long others wait while the largest article there may be is worked on;
 * - `hostile`: generated files and the known bombs, read beside a running server: `--inputs N` (2,000; 100,000 for all);
 * - `live`: the live desk against Hocuspocus as it comes: how soon a keystroke arrives, what is lost when a process is
 *   killed, and what it costs. `--only latency|kills|catchup|size|memory`, `--rounds N` of what is timed, `--trials N`
 *   of killing. `--soak SECONDS` (0: five minutes) instead: twenty people over a server that is killed now and then.
 *   `--converge` instead: five people do all that one can do to an article, and must end with one text; `--seeds N` such
 *   runs (200) of `--operations N` for each of them (300), from `--seed S` on (1). A seed that fails is named.
 */
const benches: Record<string, () => Promise<void>> = { main, identity, claims, evidence, turns, hostile, live }
const [name = '', ...args] = process.argv.slice(2)
const flags = readFlags(args)
const bench = Object.hasOwn(benches, name) ? benches[name] : undefined
const own = name === 'hostile' ? ['json', 'inputs'] : ['json']
if (!bench || !flags || (name !== 'live' && Object.keys(flags).some((flag) => !own.includes(flag)))) {
  console.error(
    'Usage: npm run bench -- main|identity|claims|evidence|turns [--json]\n' +
      '       npm run bench -- hostile [--json] [--inputs N]\n' +
      '       npm run bench -- live [--json] [--only PART] [--rounds N] [--trials N] [--soak SECONDS]\n' +
      '       npm run bench -- live --converge [--json] [--seeds N] [--operations N] [--seed S]',
  )
  process.exit(2)
}
const json = flags.json === true

const stop = stopper(1)
const say = (line: string) => console.error(line)
const tell = (figure: Figure) => console.log(json ? JSON.stringify(figure) : inWords(figure))

try {
  await bench()
  await stop.now(0)
} catch (error) {
  if (!stop.signal.aborted) console.error(error instanceof Error ? error.message : error)
  await stop.now(1)
}

async function identity(): Promise<void> {
  const { measureIdentity } = await import('./bench/identity.ts')
  await measureIdentity(json)
}

async function claims(): Promise<void> {
  const { measureClaims } = await import('./bench/claims.ts')
  await measureClaims(json)
}

async function evidence(): Promise<void> {
  await generatePrismaClient(root)
  const { anchoringLines, measureAnchoring } = await import('./bench/evidence-anchor.ts')
  const { measureEvidence } = await import('./bench/evidence.ts')
  say('Looking for quotes …')
  const anchoring = measureAnchoring()
  console.log(json ? JSON.stringify(anchoring) : anchoringLines(anchoring).join('\n'))
  const databaseUrl = await openPostgres()
  await migrate(databaseUrl, join(root, 'prisma', 'migrations'))
  say('Making snapshots, and searching in them …')
  await measureEvidence(databaseUrl, stop, tell)
}

async function turns(): Promise<void> {
  await generatePrismaClient(root)
  const { measureTurns, turnLines } = await import('./bench/turns.ts')
  const databaseUrl = await openPostgres()
  await migrate(databaseUrl, join(root, 'prisma', 'migrations'))
  const found = await measureTurns(databaseUrl)
  console.log(json ? JSON.stringify(found) : turnLines(found).join('\n'))
}

async function hostile(): Promise<void> {
  await generatePrismaClient(root)
  const { openBenchDesk } = await import('./bench/arrangement.ts')
  const { hostileLines, measureHostile } = await import('./bench/hostile.ts')
  await buildWhenChanged(testDist, say, stop.signal)
  const databaseUrl = await openPostgres()
  await migrate(databaseUrl, join(root, 'prisma', 'migrations'))
  const desk = await openBenchDesk(databaseUrl)
  stop.undo(() => desk.db.$disconnect())
  const blobs = mkdtempSync(join(tmpdir(), 'attest-bench-blobs-'))
  stop.undo(() => rmSync(blobs, { recursive: true, force: true }))
  const { url, pid } = await openAttest(databaseUrl, { ATTEST_BLOBS: blobs })
  const inputs = Number(flags?.inputs) || 2_000
  const result = await measureHostile({ ...desk, url, pid, blobs }, inputs, say)
  console.log(json ? JSON.stringify(result) : hostileLines(result).join('\n'))
}

async function live(): Promise<void> {
  await generatePrismaClient(root)
  const count = (text: string | undefined, usual: number) => Number(text) || usual
  if (flags?.converge) {
    const { converge } = await import('./bench/live-converge.ts')
    const databaseUrl = await openPostgres()
    await migrate(databaseUrl, join(root, 'prisma', 'migrations'))
    const { seeds, operations, seed } = flags
    const order = { seeds: count(seeds, 200), operations: count(operations, 300), first: count(seed, 1) }
    return converge(databaseUrl, { ...order, json, say })
  }
  const { measureLive } = await import('./bench/live.ts')
  await buildWhenChanged(testDist, say, stop.signal)
  const order = { rounds: count(flags?.rounds, 4), trials: count(flags?.trials, 100), only: flags?.only }
  await measureLive({ ...order, soak: flags?.soak === undefined ? undefined : count(flags.soak, 300) }, stop, tell)
}

function readFlags(given: string[]) {
  const text = { type: 'string' } as const
  // `--soak` alone, at the end.
  const whole = given.at(-1) === '--soak' ? [...given, '0'] : given
  try {
    const options = {
      json: { type: 'boolean' },
      only: text,
      rounds: text,
      trials: text,
      soak: text,
      inputs: text,
      converge: { type: 'boolean' },
      seeds: text,
      operations: text,
      seed: text,
    } as const
    return parseArgs({ args: whole, options }).values
  } catch {
    return undefined
  }
}

async function main(): Promise<void> {
  await generatePrismaClient(root)
  const { addBenchArticle, openBenchDesk } = await import('./bench/arrangement.ts')
  const measures = await import('./bench/measures.ts')
  await buildWhenChanged(testDist, say, stop.signal)
  const databaseUrl = await openPostgres()
  await migrate(databaseUrl, join(root, 'prisma', 'migrations'))
  say('Putting articles of 100 and 1,000 claims there …')
  const desk = await openBenchDesk(databaseUrl)
  stop.undo(() => desk.db.$disconnect())
  const small = await addBenchArticle(desk.db, desk.workspaceId, 'Hundred', 100, 60)
  const large = await addBenchArticle(desk.db, desk.workspaceId, 'Thousand', 1_000, 600)
  const smallBare = await addBenchArticle(desk.db, desk.workspaceId, 'Hundred by hand', 100, 60)
  const largeBare = await addBenchArticle(desk.db, desk.workspaceId, 'Thousand by hand', 1_000, 600)
  say('Building and starting a bare Next.js page of the same texts …')
  const texts = {
    [small.slug]: measures.paragraphsOf('Hundred', 100),
    [large.slug]: measures.paragraphsOf('Thousand', 1_000),
  }
  const bareUrl = await openBareApp(texts, await freePort(), stop)
  const { url } = await openAttest(databaseUrl)
  const place = { ...desk, databaseUrl, url, bareUrl, actions: builtActions() }
  say('Measuring …')
  const { measureGalley, measureImport, measureReport, measureSaves } = measures
  tell(await measureGalley(place, '1,500 words, 100 claims, 60 citations', small, 200, 3))
  tell(await measureSaves(place, ['100 claims', small, smallBare], 1, 200, 4))
  tell(await measureSaves(place, ['100 claims', small, smallBare], 8, 50, 4))
  tell(await measureImport(place, 'the demo article', measures.demoText(), 10))
  const hasReport = existsSync(join(root, 'app', 'api', 'articles', '[slug]', 'report', 'route.ts'))
  if (hasReport) tell(await measureReport(place, '100 claims, 60 citations', small, 30))
  else say('There is no report to measure.')
  tell(await measureGalley(place, '15,000 words, 1,000 claims, 600 citations', large, 60))
  tell(await measureSaves(place, ['1,000 claims', large, largeBare], 1, 200))
  tell(await measureSaves(place, ['1,000 claims', large, largeBare], 8, 50))
  const { articleText } = await import('./bench/arrangement.ts')
  tell(await measureImport(place, '1,000 claims', articleText('Import', 1_000), 5))
  if (hasReport) tell(await measureReport(place, '1,000 claims, 600 citations', large, 10))
}

/** A Postgres of its own that waits for the disk, as one that people rely on does. */
async function openPostgres(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'attest-bench-'))
  stop.undo(() => rmSync(folder, { recursive: true, force: true }))
  const opening = openEmbeddedPostgres({ folder, say })
  stop.undo(async () => (await opening).close())
  return (await opening).url
}

async function openAttest(
  databaseUrl: string,
  more: Record<string, string> = {},
): Promise<{ url: string; pid: number }> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const secret = randomBytes(32).toString('base64url')
  const env = { ATTEST_DIST: testDist, DATABASE_URL: databaseUrl, NEXTAUTH_URL: url, NEXTAUTH_SECRET: secret, ...more }
  const server = launchWebServer({ mode: 'start', host: '127.0.0.1', port, env })
  stop.undo(server.stop)
  await server.ready()
  return { url, pid: server.pid }
}

/** Ids of the build's server actions, by name. */
function builtActions(): Record<string, string> {
  type Actions = Record<string, { exportedName: string; filename: string }>
  const file = join(root, testDist, 'server', 'server-reference-manifest.json')
  const { node } = JSON.parse(readFileSync(file, 'utf8')) as { node: Actions }
  return Object.fromEntries(Object.entries(node).map(([id, { exportedName }]) => [exportedName, id]))
}
