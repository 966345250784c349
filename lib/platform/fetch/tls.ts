import { once } from 'node:events'
import { isIP, type Socket } from 'node:net'
import { connect } from 'node:tls'
import { errorCode, FetchFailed } from './failed.ts'

/**
 * TLS over a connection that stands, with the name that was asked for, so that a certificate for any other is an error.
 *
 * @param ca trusted instead of the public authorities, where it is given
 */
export async function overTls(raw: Socket, host: string, ca: string | undefined): Promise<Socket> {
  const name = host.replace(/\.$/, '')
  const socket = connect({
    socket: raw,
    host: name,
    servername: isIP(name) === 0 ? name : '',
    ALPNProtocols: ['http/1.1'],
    ...(ca === undefined ? {} : { ca }),
  })
  // Errors later are the reader's to see; without a listener here they would end the process in between.
  socket.on('error', () => undefined)
  await once(socket, 'secureConnect').catch((cause: unknown) => {
    raw.destroy()
    const what = `No safe connection to “${host}” could be made: ${reason(errorCode(cause))}.`
    throw new FetchFailed('tls', `${what} Nothing was fetched; a browser may tell more.`, cause)
  })
  return socket
}

function reason(code: string): string {
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') return 'its certificate is not valid at this time'
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return 'its certificate is made out to another name'
  if (/SELF_SIGNED|UNABLE_TO|CERT_/.test(code)) return 'its certificate is from no authority that this machine trusts'
  return 'it broke off or speaks no TLS that is understood here'
}
