import { keptSettings, signingKeyPlace } from '../kept.ts'
import { withDatabase } from './database.ts'
import { givenPublicKey, readBytes } from './given-file.ts'

type VerifyOptions = { checkpoint?: string; key: string[]; files: boolean; json?: true }

/** Says for each chain whether it holds and, where it doesn't, at which event; exit code 1 when any is broken. */
export async function verifyLog({ checkpoint: file, key, files, json }: VerifyOptions): Promise<void> {
  const { verifyAudit } = await import('@/lib/data/audit/audit.ts')
  const { blobStore } = await import('@/lib/platform/blob/open-store.ts')
  const { formerKeys, knownPublicKey } = await import('@/lib/platform/auth/signing-key.ts')
  const given = await Promise.all(key.map(givenPublicKey))
  const own = knownPublicKey(signingKeyPlace)
  const checkpoint =
    file === undefined ? undefined : await readCheckpoint(file, given.length > 0 ? given : own ? [own] : [])
  const keys = [...(own ? [own] : []), ...given, ...formerKeys(process.env)]
  const blobs = files ? blobStore({ ...process.env, ...keptSettings }) : undefined
  const found = await withDatabase((_, databaseUrl) => verifyAudit(databaseUrl, { checkpoint, blobs, keys }))
  const broken = found.chains.filter(({ breaks }) => breaks.length > 0)
  const holds = broken.length === 0 && found.faults.length === 0
  if (json) console.log(JSON.stringify({ holds, ...found, ...(checkpoint && { checkpoint: checkpoint.at }) }))
  else {
    for (const { what, events, redacted, breaks } of found.chains) {
      const gone = redacted > 0 ? `, ${redacted} redacted` : ''
      console.log(`${breaks.length === 0 ? 'holds' : 'BROKEN'}  ${what}, ${events} events${gone}`)
      for (const { seq, what: fault } of breaks) console.log(`        ${seq > 0 ? `at event ${seq}: ` : ''}${fault}`)
    }
    for (const fault of found.faults) console.log(`BROKEN  ${fault}`)
    if (found.files === null) console.log('The files of snapshots were not read (--no-files).')
    else console.log(filesWords(found.files, `${blobs?.describe()}`))
    if (checkpoint && holds) console.log(`The record extends the checkpoint of ${checkpoint.at}.`)
    const sum = `${found.chains.length} ${found.chains.length === 1 ? 'chain' : 'chains'}`
    console.log(holds ? `The audit log holds (${sum}).` : brokenWords(broken.length, sum))
  }
  if (!holds) process.exitCode = 1
}

function filesWords(files: number, place: string): string {
  if (files === 0) return 'No snapshot has a file yet.'
  return `${files === 1 ? 'The file of 1 snapshot was' : `The files of ${files} snapshots were`} read, from ${place}.`
}

function brokenWords(broken: number, sum: string): string {
  return broken === 0 ? `The record is broken beside its ${sum}.` : `The audit log is broken in ${broken} of ${sum}.`
}

/** Prints where the record is now, signed: kept elsewhere, it shows later that nothing was taken back. */
export async function printCheckpoint({ key }: { key?: string }): Promise<void> {
  const { readCheckpoint: read } = await import('@/lib/data/audit/checkpoint.ts')
  const { signCheckpoint } = await import('@/lib/exchange/report/checkpoint-file.ts')
  const { openSigningKey } = await import('@/lib/platform/auth/signing-key.ts')
  const signing = openSigningKey(key ?? signingKeyPlace)
  const checkpoint = await withDatabase((_, databaseUrl) => read(databaseUrl, new Date()))
  console.log(JSON.stringify(signCheckpoint(checkpoint, signing), null, 2))
  console.error(
    `Signed with the key ${signing.publicKey}. Keep the checkpoint where no one can change it with the record.`,
  )
}

/** @throws Error in words when the file is not a checkpoint that one of these keys signed */
async function readCheckpoint(file: string, keys: readonly string[]) {
  const { readCheckpointFile } = await import('@/lib/exchange/report/checkpoint-file.ts')
  const { embeddedCheckpoint } = await import('@/lib/exchange/report/report.ts')
  const text = (await readBytes(file)).toString('utf8')
  if (keys.length === 0)
    throw new Error(
      'This installation has no signing key, so it is not known whose the checkpoint is. Nothing was verified. Give the public key it has to be signed with: --key.',
    )
  const found = readCheckpointFile(embeddedCheckpoint(text) ?? text, keys)
  if (found.checkpoint) return found.checkpoint
  throw new Error(`${file} can't be used as a checkpoint. ${found.why} Nothing was verified.`)
}
