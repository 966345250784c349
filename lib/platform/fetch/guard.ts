import type { Socket } from 'node:net'
import { Agent } from 'undici'
import { FetchFailed } from './failed.ts'
import { proxyRoute } from './proxy.ts'
import { bareHost, formRefusal, hostAndPort, hostRefusal } from './public-address.ts'
import { directRoute } from './route.ts'
import type { FetchSettings } from './settings.ts'
import { overTls } from './tls.ts'

/** The longest head of an answer that is read. Node's own 16 KiB is too little for some sites' policies and cookies. */
const HEAD_BYTES = 65_536

/** Why an address may not be asked under these settings, or null. A place that is allowed must still be well formed. */
export function refusal(url: URL, settings: FetchSettings): string | null {
  if (settings.allow?.includes(hostAndPort(url))) return formRefusal(url)
  return hostRefusal(url, settings.proxy?.startsWith('socks5'))
}

/**
 * The one door to the network: every connection is judged here at the moment it is made, whatever has been checked
 * before and however the address came about. One agent serves one fetch and is destroyed after it.
 *
 * @param life ends everything that was opened
 * @returns the agent, and a way to ask, once an answer is read, whether its server went on beyond the announced length.
 *   undici then gives the connection up with an error of its own; where the server had said that it would close anyway,
 *   it does not look, and the surplus is ignored as browsers ignore it.
 */
export function guardedAgent(settings: FetchSettings, life: AbortSignal): { agent: Agent; hadSurplus: () => boolean } {
  const route = settings.proxy === undefined ? directRoute(settings.lookup) : proxyRoute(settings.proxy, settings.ca)
  let last: Socket | undefined
  const open = async (url: URL): Promise<Socket> => {
    const why = refusal(url, settings)
    if (why !== null) throw new FetchFailed('refused', why)
    const isSecure = url.protocol === 'https:'
    const port = Number(url.port) || (isSecure ? 443 : 80)
    const isAllowed = settings.allow?.includes(hostAndPort(url)) ?? false
    const socket = await route({ host: bareHost(url), port, isAllowed }, life)
    last = isSecure ? await overTls(socket, bareHost(url), settings.ca) : socket
    return last
  }
  const agent = new Agent({
    maxHeaderSize: HEAD_BYTES,
    // Time is kept by whoever asks, for all steps together.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: ({ protocol, host, hostname }, done) => {
      open(new URL(`${protocol}//${host ?? hostname}`)).then(
        (socket) => done(null, socket),
        (error: Error) => done(error, null),
      )
    },
  })
  return { agent, hadSurplus: () => /bad response/.test(last?.errored?.message ?? '') }
}
