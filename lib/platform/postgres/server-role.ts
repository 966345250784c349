import { Client } from 'pg'

/** The role that the running server uses. It owns nothing, so it can neither alter a table nor switch off a trigger. */
const ROLE = 'attest_server'

/** Tables of which the server takes rows away: what lies there is gathered elsewhere first, or only counts for a while. Nothing recorded is among them. */
const EMPTIED = ['WorkingUpdate', 'WorkingTouch', 'RateLimiterFlexible']
/** Only migrations write here. */
const CLOSED = ['_prisma_migrations']

/**
 * Makes the server's role, or renews its password and rights, after migrations have been applied. Gives the address by
 * which the server reaches the database.
 * @param ownerUrl of a role that may make roles: the embedded Postgres's own
 */
export async function prepareServerRole(ownerUrl: string, password: string): Promise<string> {
  await withClient(ownerUrl, async (client) => {
    await begin(client)
    const made = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [ROLE])
    const how = `LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD ${client.escapeLiteral(password)}`
    await client.query(`${made.rowCount === 0 ? 'CREATE' : 'ALTER'} ROLE ${ROLE} ${how}`)
    await grantServer(client, ROLE)
    await client.query('COMMIT')
  })
  const url = new URL(ownerUrl)
  url.username = ROLE
  url.password = password
  return url.href
}

/** Gives a role that exists already what the server needs, and nothing else. @param ownerUrl of the tables' owner */
export async function grantServerRights(ownerUrl: string, role: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    await begin(client)
    await grantServer(client, role)
    await client.query('COMMIT')
  })
}

/** Two starts at once would trip over one another's grants. */
async function begin(client: Client): Promise<void> {
  await client.query('BEGIN')
  await client.query('SELECT pg_advisory_xact_lock(4177002)')
}

async function grantServer(client: Client, role: string): Promise<void> {
  const name = client.escapeIdentifier(role)
  const { rows } = await client.query<{ schema: string; table: string; guarded: boolean }>(
    `SELECT n.nspname AS schema, c.relname AS table, c.relrowsecurity AS guarded FROM pg_class c
     JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p', 'v') AND n.nspname IN ('public', 'graphile_worker')`,
  )
  const steps = rows.flatMap(({ schema, table, guarded }) => {
    const place = `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(table)}`
    const isQueue = schema === 'graphile_worker'
    const rights = CLOSED.includes(table)
      ? 'SELECT'
      : isQueue || EMPTIED.includes(table)
        ? 'SELECT, INSERT, UPDATE, DELETE'
        : 'SELECT, INSERT, UPDATE'
    const policy = client.escapeIdentifier(`${role} works here`)
    return [
      `REVOKE ALL ON ${place} FROM ${name}`,
      `GRANT ${rights} ON ${place} TO ${name}`,
      // The queue guards its rows from all but its owner.
      ...(guarded
        ? [
            `DROP POLICY IF EXISTS ${policy} ON ${place}`,
            `CREATE POLICY ${policy} ON ${place} TO ${name} USING (true) WITH CHECK (true)`,
          ]
        : []),
    ]
  })
  for (const schema of ['public', 'graphile_worker']) {
    steps.push(`GRANT USAGE ON SCHEMA ${schema} TO ${name}`)
    steps.push(`GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${schema} TO ${name}`)
    steps.push(`GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${schema} TO ${name}`)
  }
  for (const step of steps) await client.query(step)
}

/**
 * Why a role should not be the running server's, as a sentence for whoever installs it; null where it is as it should
 * be. Whoever breaks into the server could otherwise rewrite the record behind its triggers.
 */
export async function serverRoleProblem(databaseUrl: string): Promise<string | null> {
  return withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ role: string; all: boolean; owner: boolean }>(
      `SELECT current_user AS role, r.rolsuper OR r.rolreplication OR r.rolcreaterole AS all,
        EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE n.nspname = 'public' AND c.relkind = 'r' AND pg_has_role(current_user, c.relowner, 'USAGE')) AS owner
       FROM pg_roles r WHERE r.rolname = current_user`,
    )
    const found = rows[0]
    if (!found || (!found.all && !found.owner)) return null
    const can = found.all ? 'may do anything in this database server' : 'owns the tables'
    return (
      `Warning: the server works as the database role "${found.role}", which ${can}, so anyone who breaks into the server could ` +
      'rewrite the record. Give it a role of its own in DATABASE_URL, and the owner’s address in ATTEST_OWNER_URL (docs/operations.md, "A database of your own").'
    )
  })
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
