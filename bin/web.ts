import { createServer } from 'node:http'
import { parseArgs } from 'node:util'
import next from 'next'
import { LiveDesk } from '@/lib/collab/live-desk.ts'
import { db } from '@/lib/data/db.ts'
import { isOpenSession } from '@/lib/data/desk/user.ts'
import { bodyLimit, isFilePath, TOO_DIVIDED, tooLargeWords } from '@/lib/domain/desk/body-limit.ts'
import { Jobs, jobSettings } from '@/lib/jobs/runner.ts'
import { health } from '@/lib/loaders/health.ts'
import { sessionOfCookies } from '@/lib/platform/auth/session-cookie.ts'
import { setAnswerHeaders } from '@/lib/platform/http/answer-headers.ts'
import { isProxy, nameNetwork, readProxies } from '@/lib/platform/http/network.ts'
import { PageGate } from '@/lib/platform/http/page-gate.ts'
import { RequestGuard } from '@/lib/platform/http/request-guard.ts'
import { log } from '@/lib/platform/log.ts'
import { root } from './root.ts'

/**
 * The web server: the pages and the live desk, in one process and on one address. Started by bin/web-server.ts with the
 * words that `next` itself takes: `start|dev -H host -p port`.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { hostname: { type: 'string', short: 'H' }, port: { type: 'string', short: 'p' } },
})
const dev = positionals[0] === 'dev'
const hostname = values.hostname ?? '127.0.0.1'
const port = Number(values.port ?? 3000)
const proxies = readProxies(process.env.ATTEST_TRUST_PROXY)

// Something that failed beside a request (a message to Redis, say) must not take everyone's desk down.
process.on('unhandledRejection', (error) => log.error({ err: error }, 'a fault beside a request'))

const server = createServer()
// Next.js listens for WebSockets on whatever server it is given. Who comes in by one is decided below and nowhere else,
// so it is given a server that hears only what is passed on to it.
const forPages = createServer()
const pages = next({ dev, dir: root, hostname, port, httpServer: forPages })
await pages.prepare()
const desk = await LiveDesk.open({
  databaseUrl: process.env.DATABASE_URL ?? '',
  publicUrl: process.env.NEXTAUTH_URL,
  redisUrl: process.env.REDIS_URL || undefined,
})
const jobs = await Jobs.open(jobSettings(process.env.DATABASE_URL ?? '', process.env))
const answer = pages.getRequestHandler()

const guard = new RequestGuard({
  limitOf: bodyLimit,
  tooLarge: tooLargeWords,
  isFile: isFilePath,
  tooDivided: TOO_DIVIDED,
  hasSession: async (cookies) => {
    const session = await sessionOfCookies(cookies)
    return (
      session !== null && // While the database is away no one is turned away by it.
      (await isOpenSession(db(), session).catch(() => true))
    )
  },
  publicHost: URL.parse(process.env.NEXTAUTH_URL ?? '')?.host ?? null,
  trusts: (address) => isProxy(address, proxies),
})
const gate = new PageGate(health)
server.on('request', async (request, response) => {
  nameNetwork(request, proxies)
  setAnswerHeaders(response, process.env.NEXTAUTH_URL)
  if (!(await guard.admits(request, response))) return
  await gate.mark(request, response)
  await answer(request, response)
})
server.on('upgrade', (request, socket, head) => {
  const path = request.url?.split('?', 1)[0]
  if (path === '/collab') void desk.upgrade(request, socket, head)
  // While developing, Next.js reloads pages by a WebSocket of its own; built pages need no other.
  else if (dev) forPages.emit('upgrade', request, socket, head)
  else socket.destroy()
})
server.listen(port, hostname)

let stopping = false
/** Finishes what was begun, puts everything away, tells everyone, and goes. */
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  server.close()
  await jobs.close().catch((error: unknown) => log.error({ err: error }, 'the jobs did not close cleanly'))
  await desk.close().catch((error: unknown) => log.error({ err: error }, 'the live desk did not close cleanly'))
  server.closeIdleConnections()
  setTimeout(() => process.exit(0), 1_000).unref()
  server.once('close', () => process.exit(0))
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop())
