import { createServer } from 'node:net'

function listenOnce(port: number, host = '127.0.0.1'): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    // An address this machine doesn't have can't be taken either.
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'EADDRINUSE' ? undefined : port))
    server.listen(port, host, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : undefined))
    })
  })
}

/** Whether nothing listens on the port of this machine's own address. */
export async function isFree(port: number, host?: string): Promise<boolean> {
  return (await listenOnce(port, host)) !== undefined
}

/** A port that nothing listens on right now; whoever takes it should be ready to lose it to a quicker process. */
export async function freePort(): Promise<number> {
  const port = await listenOnce(0)
  if (port === undefined) throw new Error('No free port could be found on 127.0.0.1.')
  return port
}
