import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { root } from './root.ts'

/** What an installation keeps beside its database, in `.data/` or where ATTEST_DATA says, readable by its owner alone. */
export const dataFolder = resolve(root, process.env.ATTEST_DATA || '.data')

/** The folder as it is told to people: short where it lies in the project. */
export const dataFolderName = dataFolder.startsWith(`${root}${sep}`) ? relative(root, dataFolder) : dataFolder

/** The key that checkpoints and reports are signed with: a file, or the key itself. */
export const signingKeyPlace = process.env.ATTEST_SIGNING_KEY || join(dataFolder, 'signing-key.pem')

/** The settings of what is kept beside the database, as the web server and the command line both have them. */
export const keptSettings = {
  ATTEST_BLOBS: process.env.ATTEST_BLOBS || join(dataFolder, 'blobs'),
  ATTEST_SIGNING_KEY: signingKeyPlace,
}

export interface Accounts {
  passwords: { owner: string; editor: string; checker: string }
  /** Present once the demo is loaded. */
  accounts?: { role: string; email: string }[]
}

export function keptAccounts(): Accounts {
  return (
    recall<Accounts>('accounts.json') ?? { passwords: { owner: password(), editor: password(), checker: password() } }
  )
}

export function keepAccounts(accounts: Accounts): void {
  keep('accounts.json', accounts)
}

/** Signs the sessions; kept, so that a restart signs no one out. */
export function keptSecret(): string {
  const known = recall<{ secret: string }>('session-secret.json')
  if (known !== undefined) return known.secret
  const secret = randomBytes(32).toString('base64url')
  keep('session-secret.json', { secret })
  return secret
}

export function recall<T>(name: string): T | undefined {
  const file = join(dataFolder, name)
  if (!existsSync(file)) return undefined
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T
  } catch (cause) {
    throw new Error(`${file} can't be read as JSON. Put it back from a copy, or remove it to have it made again.`, {
      cause,
    })
  }
}

/** Whole or not at all: a kill in the middle leaves the old file. */
export function keep(name: string, value: unknown): void {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const file = join(dataFolder, name)
  writeFileSync(`${file}.new`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 })
  chmodSync(`${file}.new`, 0o600)
  renameSync(`${file}.new`, file)
}

/** Four groups of four: easy to type from one screen into another, 80 bits. */
function password(): string {
  const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789x'
  const letters = Array.from(randomBytes(16), (byte) => alphabet[byte % 32]).join('')
  return letters.match(/.{4}/g)?.join('-') ?? letters
}
