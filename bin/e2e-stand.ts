import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from '@/e2e/fixtures/browser.ts'
import type { Stand } from '@/e2e/fixtures/server.ts'
import { migrate } from '@/lib/platform/migration/migrate.ts'
import { freePort } from '@/lib/platform/postgres/ports.ts'
import { prepareServerRole } from '@/lib/platform/postgres/server-role.ts'
import { openTemporaryPostgres } from '@/lib/platform/testing/temporary-postgres.ts'
import { buildWhenChanged } from './build.ts'
import { root } from './root.ts'
import type { Stopper } from './stopper.ts'
import { WebKeeper } from './web-keeper.ts'
import { launchWebServer, type WebServerOptions } from './web-server.ts'

/** A folder of its own, so that a running installation keeps its pages. */
export const testDist = '.next-test'

/** Brings up what the specs look at, and gives the file that tells them where it is. */
export async function openStand(stop: Stopper, say: (line: string) => void): Promise<string> {
  const browser = await findBrowser(process.env.ATTEST_BROWSER, join(root, 'node_modules', '.cache'))
  say(`Browser: ${browser.name} (${browser.origin})`)
  await buildWhenChanged(testDist, say, stop.signal)
  const opening = openTemporaryPostgres()
  stop.undo(async () => (await opening).close())
  const postgres = await opening
  await migrate(postgres.url, join(root, 'prisma', 'migrations'))
  const accounts = await loadDemoFor(postgres.url)
  const port = await freePort()
  const sitePort = await freePort()
  const baseURL = `http://localhost:${port}`
  const env = {
    ATTEST_DIST: testDist,
    DATABASE_URL: await prepareServerRole(postgres.url, postgres.serverPassword),
    NEXTAUTH_URL: baseURL,
    NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
    ATTEST_BLOBS: join(postgres.folder, 'blobs'),
    ATTEST_SIGNING_KEY: join(postgres.folder, 'signing-key.pem'),
    // The specs' own site of sources: the one place on this machine that may be fetched from.
    ATTEST_FETCH_ALLOW: `127.0.0.1:${sitePort}`,
  }
  const webPidFile = join(postgres.folder, 'web.pid')
  await keepServing({ mode: 'start', host: '127.0.0.1', port, env }, webPidFile, stop)
  const { path, env: browserEnv } = browser
  const stand: Stand = {
    baseURL,
    databaseUrl: postgres.url,
    postgresFolder: postgres.folder,
    sitePort,
    webPidFile,
    accounts,
    browser: { path, env: browserEnv },
  }
  const file = join(postgres.folder, 'stand.json')
  writeFileSync(file, JSON.stringify(stand), { mode: 0o600 })
  return file
}

/** Starts the web server, and starts it again when a story has ended it. */
async function keepServing(options: WebServerOptions, pidFile: string, stop: Stopper): Promise<void> {
  const keeper = new WebKeeper({
    launch: () => launchWebServer(options),
    place: options,
    note: (pid) => writeFileSync(pidFile, String(pid)),
    signal: stop.signal,
    say: (line) => console.error(line),
  })
  stop.undo(keeper.stop)
  await keeper.start()
}

async function loadDemoFor(databaseUrl: string): Promise<Stand['accounts']> {
  const word = () => randomBytes(12).toString('base64url')
  const passwords = { owner: word(), editor: word(), checker: word() }
  const { loadDemo } = await import('@/prisma/seed/demo.ts')
  const { accounts } = await loadDemo({ databaseUrl, passwords })
  return accounts.map((account) => ({ ...account, password: passwords[account.role as keyof typeof passwords] }))
}
