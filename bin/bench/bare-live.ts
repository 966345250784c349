import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Server } from '@hocuspocus/server'
import { Pool } from 'pg'
import { stopper } from '../stopper.ts'

/**
 * The least a live server can be: Hocuspocus as it comes, in a process of its own.
 *
 * `bare-live.ts --port N --beginning FILE` keeps nothing. With `--database URL` it stores documents as its own database
 * extension does, at its own pace (two seconds after the last change): one row a document, in `bare_document`.
 */
const { values } = parseArgs({
  options: { port: { type: 'string' }, beginning: { type: 'string' }, database: { type: 'string' } },
})
const beginning = new Uint8Array(readFileSync(values.beginning ?? ''))
const stop = stopper()
const pool = values.database ? new Pool({ connectionString: values.database }) : undefined
pool?.on('error', () => undefined)

const server = new Server({
  port: Number(values.port),
  address: '127.0.0.1',
  quiet: true,
  stopOnSignals: false,
  onLoadDocument: async ({ documentName }) => (await stored(documentName)) ?? beginning,
  ...(pool && {
    onStoreDocument: async ({ documentName, document }) => {
      const { encodeStateAsUpdate } = await import('yjs')
      await pool.query(
        'INSERT INTO bare_document (name, data) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET data = EXCLUDED.data',
        [documentName, Buffer.from(encodeStateAsUpdate(document))],
      )
    },
  }),
})
stop.undo(() => server.destroy())
await server.listen()

async function stored(name: string): Promise<Uint8Array | undefined> {
  if (!pool) return undefined
  const { rows } = await pool.query<{ data: Buffer }>('SELECT data FROM bare_document WHERE name = $1', [name])
  return rows[0] && new Uint8Array(rows[0].data)
}
