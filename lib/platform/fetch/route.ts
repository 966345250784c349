import type { LookupAddress } from 'node:dns'
import { lookup as systemLookup } from 'node:dns/promises'
import { once } from 'node:events'
import { isIP, connect as openSocket, type Socket, type TcpNetConnectOpts } from 'node:net'
import { FetchFailed } from './failed.ts'
import { bareHost, isPublicAddress } from './public-address.ts'

/** Where a connection is to lead. */
export type Target = {
  /** A name or an address, without brackets. */
  host: string
  port: number
  /** The installation allows exactly this place, public or not. */
  isAllowed: boolean
}

/** Opens a way for bytes to a target. Whatever it opened is destroyed when `life` ends. */
export type Route = (target: Target, life: AbortSignal) => Promise<Socket>

export type Lookup = (host: string) => Promise<LookupAddress[]>

const askSystem: Lookup = (host) => systemLookup(host, { all: true, verbatim: true })

/**
 * Straight to the target. The name is resolved once; if any answer is not public, none is used, since a host that
 * answers with both is either an attack or a mistake; and the connection goes to the very addresses that were looked
 * at, so a name that changes its mind a moment later (DNS rebinding) changes nothing.
 */
export function directRoute(ask: Lookup = askSystem, open: (options: TcpNetConnectOpts) => Socket = openSocket): Route {
  return async ({ host, port, isAllowed }, life) => {
    const family = isIP(host)
    const found = family === 0 ? await resolve(host, ask, life) : [{ address: host, family }]
    const isFit = (address: string | undefined) => isAllowed || (address !== undefined && isPublicAddress(address))
    if (!found.every(({ address }) => isFit(address)))
      throw new FetchFailed(
        'refused',
        `“${host}” leads to an address in a private or reserved network, so nothing was fetched.`,
      )
    const socket = open({
      host,
      port,
      signal: life,
      autoSelectFamily: true,
      autoSelectFamilyAttemptTimeout: 2000,
      lookup: (_host, options, done) => {
        const [first] = found
        if (options.all) done(null, found)
        else done(null, first?.address ?? '', first?.family ?? 4)
      },
    })
    await connected(socket)
    // Never seen to fail; it holds even if the way Node chooses among addresses should change one day.
    if (isFit(socket.remoteAddress)) return socket
    socket.destroy()
    throw new FetchFailed(
      'refused',
      `“${host}” was connected to at an address that is not public. Nothing was fetched.`,
    )
  }
}

/** Opens a socket to the proxy itself, which may stand anywhere: the installation chose it. */
export async function reachProxy(proxy: URL, port: number, life: AbortSignal): Promise<Socket> {
  const host = bareHost(proxy)
  const socket = openSocket({ host, port, signal: life, autoSelectFamily: true, autoSelectFamilyAttemptTimeout: 2000 })
  try {
    await connected(socket)
    return socket
  } catch (cause) {
    if (life.aborted) throw cause
    throw new FetchFailed('unreachable', 'The proxy set in ATTEST_FETCH_PROXY does not answer. Is it running?', cause)
  }
}

async function connected(socket: Socket): Promise<void> {
  // Errors later are the reader's to see; without a listener here they would end the process in between.
  socket.on('error', () => undefined)
  try {
    await once(socket, 'connect')
  } catch (error) {
    socket.destroy()
    throw error
  }
}

/** A lookup cannot be called off, only no longer waited for. */
async function resolve(host: string, ask: Lookup, life: AbortSignal): Promise<LookupAddress[]> {
  let stop = (): void => undefined
  const ended = new Promise<never>((_resolve, reject) => {
    stop = () => reject(life.reason)
    life.addEventListener('abort', stop)
  })
  try {
    const found = await Promise.race([ask(host), ended])
    if (found.length === 0) throw new Error('no address')
    return found
  } catch (cause) {
    if (life.aborted) throw cause
    throw new FetchFailed(
      'unreachable',
      `No address is known for “${host}”. Is the name spelt right, and is this machine online?`,
      cause,
    )
  } finally {
    life.removeEventListener('abort', stop)
  }
}
