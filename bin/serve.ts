import { join } from 'node:path'
import { migrate } from '@/lib/platform/migration/migrate.ts'
import { generatePrismaClient } from '@/lib/platform/migration/prisma-client.ts'
import { openEmbeddedPostgres } from '@/lib/platform/postgres/embedded.ts'
import { isFree } from '@/lib/platform/postgres/ports.ts'
import { grantServerRights, prepareServerRole, serverRoleProblem } from '@/lib/platform/postgres/server-role.ts'
import { buildWhenChanged } from './build.ts'
import { loadDemoOnce } from './demo-accounts.ts'
import { type Accounts, dataFolder, dataFolderName, keptSecret } from './kept.ts'
import { isOpenHttp, OPEN_HTTP_WARNING } from './open-http.ts'
import { watchPostgres } from './postgres-watch.ts'
import { root } from './root.ts'
import { clearRemains, forgetServer, noteServer } from './running-server.ts'
import { type Stopper, stopper } from './stopper.ts'
import { WebKeeper } from './web-keeper.ts'
import { launchWebServer, webProgram } from './web-server.ts'

const say = (line: string) => console.log(line)
const warn = (line: string) => console.error(line)

/** What shows the pages: how it is made ready, and the program that then serves them. */
interface Pages {
  build: (signal: AbortSignal) => Promise<unknown>
  program: string
}

const ownPages: Pages = { build: (signal) => buildWhenChanged('.next', say, signal), program: webProgram }

/** `npm start` and `npm run dev`: everything from an empty folder to an address that answers, and back down again. */
export async function serve(mode: 'start' | 'dev', pages = ownPages): Promise<void> {
  const port = readPort(process.env.PORT)
  const host = process.env.HOST || '127.0.0.1'
  const url = process.env.NEXTAUTH_URL || `http://localhost:${port}`
  const stop = stopper()
  try {
    const running = await clearRemains()
    if (running !== undefined) throw new Error(alreadyRunning(running))
    if (!(await isPortFree(port, host))) throw new Error(busyPort(port))
    noteServer(url)
    stop.undo(forgetServer)
    if (await generatePrismaClient(root)) say('Generated the database client.')
    const { databaseUrl, embedded, accounts } = await openDatabase(stop)
    const env = {
      DATABASE_URL: databaseUrl,
      NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || keptSecret(),
      NEXTAUTH_URL: url,
    }
    if (mode === 'start') await pages.build(stop.signal)
    say('Starting the web server …')
    const keeper = new WebKeeper({
      launch: () => launchWebServer({ program: pages.program, mode, host, port, env }),
      place: { host, port },
      note: (pid) => noteServer(url, pid),
      signal: stop.signal,
      say: warn,
    })
    stop.undo(keeper.stop)
    await keeper.start()
    const moved = (port: string) => {
      env.DATABASE_URL = Object.assign(new URL(databaseUrl), { port }).href
      keeper.restart()
    }
    const at = new URL(databaseUrl).port
    if (embedded) void watchPostgres(dataFolder, at, { signal: stop.signal, say: warn, moved })
    greet(url, accounts)
    if (isOpenHttp(host, url)) warn(OPEN_HTTP_WARNING)
  } catch (error) {
    if (stop.signal.aborted) return
    console.error(`\n${error instanceof Error ? error.message : error}`)
    await stop.now(1)
  }
}

type Database = { databaseUrl: string; embedded: boolean; accounts: Accounts | undefined }

async function openDatabase(stop: Stopper): Promise<Database> {
  const own = process.env.DATABASE_URL
  if (own) {
    say('Using the database in DATABASE_URL …')
    const owner = process.env.ATTEST_OWNER_URL
    await bringUpToDate(owner || own)
    if (owner) await grantServerRights(owner, decodeURIComponent(new URL(own).username))
    const problem = await serverRoleProblem(own)
    if (problem) warn(problem)
    return { databaseUrl: own, embedded: false, accounts: undefined }
  }
  say(`Starting Postgres in ${dataFolderName}/ …`)
  const opening = openEmbeddedPostgres({ folder: dataFolder, say })
  stop.undo(async () => (await opening).close())
  const { url, serverPassword } = await opening
  await bringUpToDate(url)
  const accounts = await loadDemoOnce(url, say)
  return { databaseUrl: await prepareServerRole(url, serverPassword), embedded: true, accounts }
}

async function bringUpToDate(databaseUrl: string): Promise<void> {
  const applied = await migrate(databaseUrl, join(root, 'prisma', 'migrations'))
  if (applied.length > 0)
    say(`Brought the database up to date (${applied.length} step${applied.length === 1 ? '' : 's'}).`)
}

function greet(url: string, accounts: Accounts | undefined): void {
  say(`\nAttest is at ${url}   (Ctrl-C stops it)\n`)
  for (const { role, email } of accounts?.accounts ?? []) {
    const password = accounts?.passwords[role as keyof Accounts['passwords']] ?? ''
    say(`  ${role.padEnd(8)} ${email.padEnd(26)} ${password}`)
  }
  if (accounts?.accounts !== undefined)
    say(`\nThe passwords were made for this installation and are kept in ${dataFolderName}/accounts.json.`)
}

function readPort(text: string | undefined): number {
  if (text === undefined || text === '') return 3000
  const port = Number(text)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  console.error(`PORT is "${text}", which is not a port: it must be a whole number from 1 to 65535.`)
  process.exit(2)
}

/** "localhost" may mean either address: a stranger on the other one would get our visitors. */
async function isPortFree(port: number, host: string): Promise<boolean> {
  return (await isFree(port, host)) && (host !== '127.0.0.1' || (await isFree(port, '::1')))
}

const busyPort = (port: number) =>
  `Port ${port} is in use by another program, so nothing was started. Stop that program, or choose another port: PORT=${port + 1} npm start`

const alreadyRunning = (url: string) =>
  `Attest is already running from this folder, at ${url}. Nothing was started a second time. Use that one, or stop it first.`
