import postgres from 'postgres'

/** Something was recorded: on an article's clock or on a desk's. Holds nothing of what it was. */
export type RecordedEvent = { clockId: string; workspaceId: string; seq: number; kind: string }

export type DeskListener = {
  recorded: (event: RecordedEvent) => void
  /** Someone's right to be here may have changed. */
  access: (userId: string) => void
  /** Listening began, or began again after the connection was lost: whatever was told meanwhile was missed. */
  caughtUp: () => void
}

/**
 * Hears what was committed, by whichever server process (Postgres LISTEN/NOTIFY). A lost connection is made again by
 * itself; nothing is told twice by Postgres, and what was missed is up to `caughtUp` to ask for.
 */
export async function listenToDesk(databaseUrl: string, listener: DeskListener): Promise<() => Promise<void>> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {}, connect_timeout: 5 })
  await sql.listen('attest_recorded', (payload) => {
    const event = readEvent(payload)
    if (event) listener.recorded(event)
  })
  await sql.listen('attest_access', listener.access, listener.caughtUp)
  return () => sql.end({ timeout: 1 })
}

function readEvent(payload: string): RecordedEvent | null {
  const [clockId = '', workspaceId = '', seq = '', kind = ''] = payload.split(' ')
  return clockId && workspaceId && Number.isInteger(Number(seq))
    ? { clockId, workspaceId, seq: Number(seq), kind }
    : null
}
