import { generateKeyPairSync } from 'node:crypto'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { formerKeys, isSignedBy, knownPublicKey, openSigningKey, publicKeyOf, signingKey } from './signing-key.ts'

const folder = mkdtempSync(join(tmpdir(), 'attest-key-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const pemOf = (type: 'ed25519' | 'ed448') =>
  (type === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ed448')).privateKey
    .export({ format: 'pem', type: 'pkcs8' })
    .toString()

describe('a key', () => {
  test('is made at the first use, for its owner alone, and found again', () => {
    const file = join(folder, 'new', 'key.pem')
    expect(knownPublicKey(file)).toBeNull()
    const made = openSigningKey(file)
    expect(made.publicKey).toMatch(/^[\w-]{43}$/)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(join(folder, 'new'))).toEqual(['key.pem'])
    expect(openSigningKey(file).publicKey).toBe(made.publicKey)
    expect(knownPublicKey(file)).toBe(made.publicKey)
  })

  test('may be in the environment itself, or in a file, or nowhere', () => {
    const pem = pemOf('ed25519')
    const file = join(folder, 'own.pem')
    writeFileSync(file, pem)
    expect(signingKey({ ATTEST_SIGNING_KEY: pem })?.publicKey).toBe(openSigningKey(file).publicKey)
    expect(signingKey({ ATTEST_SIGNING_KEY: file })?.publicKey).toBe(openSigningKey(file).publicKey)
    expect(signingKey({})).toBeNull()
    expect(signingKey({ ATTEST_SIGNING_KEY: '' })).toBeNull()
  })

  test.each([
    ['of another kind', () => pemOf('ed448')],
    ['that is empty', () => ''],
    ['that is a page', () => '<html>'],
    ['that was cut', () => pemOf('ed25519').slice(0, 60)],
  ])('%s is refused in words, and left as it is', (name, text) => {
    const file = join(folder, `${name}.pem`)
    const content = text()
    writeFileSync(file, content)
    expect(() => openSigningKey(file)).toThrow(/not an Ed25519 private key in PEM, so nothing was signed/)
    expect(readFileSync(file, 'utf8')).toBe(content)
  })

  test('a folder in its place is refused in words', () => {
    expect(() => openSigningKey(folder)).toThrow(/can't be read/)
  })

  test('where none can be made, that is said', () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    chmodSync(file, 0o600)
    expect(() => openSigningKey(join(file, 'key.pem'))).toThrow(/can't be (made|read)/)
  })
})

describe('a signature', () => {
  const key = openSigningKey(join(folder, 'signing.pem'))
  const other = openSigningKey(join(folder, 'other.pem'))
  const signature = key.sign('It burned on 3 May.')

  test('is the same each time, and holds for its words and its key alone', () => {
    expect(key.sign('It burned on 3 May.')).toBe(signature)
    expect(isSignedBy(key.publicKey, 'It burned on 3 May.', signature)).toBe(true)
    expect(isSignedBy(key.publicKey, 'It burned on 4 May.', signature)).toBe(false)
    expect(isSignedBy(other.publicKey, 'It burned on 3 May.', signature)).toBe(false)
  })

  test('has one spelling', () => {
    const bytes = Buffer.from(signature, 'base64url')
    for (const twin of [`${signature}=`, `${signature}==`, bytes.toString('base64'), ` ${signature}`])
      if (twin !== signature) expect(isSignedBy(key.publicKey, 'It burned on 3 May.', twin), twin).toBe(false)
  })

  test.each(['', 'x', '*'.repeat(86), 'A'.repeat(86)])('nonsense is no signature: %j', (text) => {
    expect(isSignedBy(key.publicKey, 'words', text)).toBe(false)
    expect(isSignedBy(text, 'words', signature)).toBe(false)
  })

  test('the public key is read however it is given', () => {
    const pem = readFileSync(join(folder, 'signing.pem'), 'utf8')
    expect(publicKeyOf(` ${key.publicKey}\n`)).toBe(key.publicKey)
    expect(publicKeyOf(pem)).toBe(key.publicKey)
    expect(publicKeyOf('the key of the desk')).toBeNull()
    expect(publicKeyOf(pemOf('ed448'))).toBeNull()
    expect(publicKeyOf('-----BEGIN nothing')).toBeNull()
  })
})

test('former keys are public keys, between spaces or commas; anything else is refused in words', () => {
  const [one, two] = [openSigningKey(join(folder, 'one.pem')), openSigningKey(join(folder, 'two.pem'))]
  expect(formerKeys({})).toEqual([])
  expect(formerKeys({ ATTEST_FORMER_KEYS: ` ${one.publicKey},\n${two.publicKey} ` })).toEqual([
    one.publicKey,
    two.publicKey,
  ])
  expect(() => formerKeys({ ATTEST_FORMER_KEYS: `${one.publicKey} key` })).toThrow('"key", which is not a public key')
})
