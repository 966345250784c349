import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { AppError } from '../errors.ts'

/** The key that an installation signs with (Ed25519, RFC 8032). */
export type SigningKey = {
  /** base64url of its 32 bytes: what people compare, and are given. */
  publicKey: string
  /** base64url */
  sign: (text: string) => string
}

const NAME = 'ATTEST_SIGNING_KEY'
const FORMER = 'ATTEST_FORMER_KEYS'

const opened = new Map<string, SigningKey>()

/**
 * The key that the environment names in ATTEST_SIGNING_KEY: a file, which is made where it is not there yet, or the key
 * itself as PEM. Null where it names none.
 * @throws AppError unavailable, in words for whoever runs the installation
 */
export function signingKey(env: Readonly<Record<string, string | undefined>>): SigningKey | null {
  const place = env[NAME]
  if (!place) return null
  const known = opened.get(place) ?? openSigningKey(place)
  opened.set(place, known)
  return known
}

/**
 * The public keys (base64url) that an installation signed with before its key was replaced, as ATTEST_FORMER_KEYS lists
 * them, between spaces or commas: what they signed goes on counting.
 * @throws AppError unavailable where one of them is no key
 */
export function formerKeys(env: Readonly<Record<string, string | undefined>>): string[] {
  const given = (env[FORMER] ?? '').split(/[\s,]+/).filter((key) => key !== '')
  const wrong = given.find((key) => publicKeyOf(key) === null)
  if (wrong === undefined) return given
  throw new AppError('unavailable', `${FORMER} lists ${JSON.stringify(wrong)}, which is not a public key in base64url.`)
}

/** Opens a key; a file that is not there is made, readable by its owner alone. */
export function openSigningKey(place: string): SigningKey {
  const isText = place.startsWith('-----BEGIN')
  const pem = isText ? place : (readKey(place) ?? makeKey(place))
  const key = privateKeyOf(pem)
  if (!key)
    throw new AppError(
      'unavailable',
      `${isText ? `What ${NAME} holds` : place} is not an Ed25519 private key in PEM, so nothing was signed. Put the right key back, or move it away to have a new one made.`,
    )
  return {
    publicKey: raw(createPublicKey(key)),
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64url'),
  }
}

/** The public key of an installation, without making one: null where there is no key yet. */
export function knownPublicKey(place: string): string | null {
  return place.startsWith('-----BEGIN') || readKey(place) !== null ? openSigningKey(place).publicKey : null
}

/** Reads a public key as people give it: its base64url, or a PEM of the public or the private key. Null: none of them. */
export function publicKeyOf(text: string): string | null {
  const given = text.trim()
  if (/^[\w-]{43}$/.test(given)) return given
  if (!given.startsWith('-----BEGIN')) return null
  try {
    const key = createPublicKey(given)
    return key.asymmetricKeyType === 'ed25519' ? raw(key) : null
  } catch {
    return null
  }
}

/** Was `text` signed by the key whose public half this is? False too where either is not what it should be. */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  try {
    const key = createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x: publicKey } })
    const bytes = Buffer.from(signature, 'base64url')
    // A second spelling of the same signature would make another file of the same report.
    return bytes.toString('base64url') === signature && verify(null, Buffer.from(text), key, bytes)
  } catch {
    return false
  }
}

function raw(key: KeyObject): string {
  return key.export({ format: 'jwk' }).x ?? ''
}

function privateKeyOf(pem: string): KeyObject | null {
  try {
    const key = createPrivateKey(pem)
    return key.asymmetricKeyType === 'ed25519' ? key : null
  } catch {
    return null
  }
}

function readKey(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new AppError('unavailable', `The signing key ${file} can't be read. Is it a file, and yours to read?`, cause)
  }
}

/** Linked into place: of two processes that make it at once, both use the one that came first. */
function makeKey(file: string): string {
  const pem = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
  const beside = `${file}.${randomBytes(4).toString('hex')}.new`
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(beside, pem, { mode: 0o600, flag: 'wx', flush: true })
    linkSync(beside, file)
    return pem
  } catch (cause) {
    const theirs = (cause as NodeJS.ErrnoException).code === 'EEXIST' ? readKey(file) : null
    if (theirs !== null) return theirs
    throw new AppError('unavailable', `The signing key ${file} can't be made: is its folder yours to write?`, cause)
  } finally {
    rmSync(beside, { force: true })
  }
}
