import { withDatabase } from './database.ts'

/** Says for each chain whether it holds and, where it doesn't, at which event; exit code 1 when any is broken. */
export async function verifyLog({ json }: { json?: true }): Promise<void> {
  const { verifyAudit } = await import('@/lib/data/audit.ts')
  const reports = await withDatabase((_, databaseUrl) => verifyAudit(databaseUrl))
  const broken = reports.filter(({ breaks }) => breaks.length > 0)
  if (json) console.log(JSON.stringify({ holds: broken.length === 0, chains: reports }))
  else {
    for (const { what, events, breaks } of reports) {
      console.log(`${breaks.length === 0 ? 'holds' : 'BROKEN'}  ${what}, ${events} events`)
      for (const { seq, what: fault } of breaks) console.log(`        at event ${seq}: ${fault}`)
    }
    const sum = `${reports.length} ${reports.length === 1 ? 'chain' : 'chains'}`
    console.log(
      broken.length === 0 ? `The audit log holds (${sum}).` : `The audit log is broken in ${broken.length} of ${sum}.`,
    )
  }
  if (broken.length > 0) process.exitCode = 1
}
