import { randomBytes } from 'node:crypto'
import { existsSync, globSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { diskBlobStore } from './disk.ts'
import { blobHash } from './hash.ts'
import { blobStore } from './open-store.ts'
import { s3BlobStore } from './s3.ts'
import type { BlobStore } from './store.ts'

const folder = mkdtempSync(join(tmpdir(), 'attest-blobs-'))
const blobs = join(folder, 'disk')
const server = new S3rver({
  address: '127.0.0.1',
  port: 0,
  silent: true,
  directory: join(folder, 's3'),
  configureBuckets: [{ name: 'kept', configs: [] }],
})
const keys = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }
let endpoint = ''

beforeAll(async () => {
  const { port } = await server.run()
  endpoint = `http://127.0.0.1:${port}`
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

const onDisk = (hash: string) => join(blobs, hash.slice(0, 2), hash.slice(2, 4), hash)
/** The file s3rver keeps an object in. */
const inBucket = (hash: string) => globSync(join(folder, 's3', '**', `*${hash}*object*`))[0] ?? 'nowhere'

describe.each<[string, () => BlobStore, (hash: string) => string]>([
  ['a folder', () => diskBlobStore(blobs), onDisk],
  [
    'a bucket',
    () =>
      blobStore({
        ATTEST_S3_BUCKET: 'kept',
        ATTEST_S3_ENDPOINT: endpoint,
        ATTEST_S3_ACCESS_KEY_ID: keys.accessKeyId,
        ATTEST_S3_SECRET_ACCESS_KEY: keys.secretAccessKey,
        ATTEST_S3_PREFIX: 'attest/',
      }),
    inBucket,
  ],
])('%s', (_, open, file) => {
  test('gives back what it was given, under the name of what it is', async () => {
    const store = open()
    const bytes = new TextEncoder().encode('Сказано.\0\r\n')
    const hash = await store.put(bytes)
    expect(hash).toBe(await blobHash(bytes))
    expect(await store.has(hash)).toBe(true)
    expect(await store.get(hash)).toEqual(bytes)
    expect(await open().get(hash)).toEqual(bytes)
    expect(await store.put(bytes)).toBe(hash)
  })

  test('also nothing, which has a name too', async () => {
    const store = open()
    const hash = await store.put(new Uint8Array())
    expect(hash).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(await store.has(hash)).toBe(true)
    expect(await store.get(hash)).toEqual(new Uint8Array())
  })

  test('also 20 MB', async () => {
    const store = open()
    const bytes = new Uint8Array(randomBytes(20_000_000))
    const hash = await store.put(bytes)
    expect(Buffer.compare(await store.get(hash), bytes)).toBe(0)
  })

  test('also part of a larger buffer', async () => {
    const store = open()
    const part = new Uint8Array(Buffer.from('only the middle of it')).subarray(9, 15)
    expect(new TextDecoder().decode(await store.get(await store.put(part)))).toBe('middle')
  })

  test('the same from many at once is there once', async () => {
    const store = open()
    const bytes = new Uint8Array(randomBytes(100_000))
    const hashes = await Promise.all(Array.from({ length: 20 }, () => store.put(bytes)))
    expect(new Set(hashes)).toEqual(new Set([await blobHash(bytes)]))
    expect(await store.get(await blobHash(bytes))).toEqual(bytes)
  })

  test('says in words what it does not have', async () => {
    const store = open()
    const hash = 'a'.repeat(64)
    expect(await store.has(hash)).toBe(false)
    await expect(store.get(hash)).rejects.toMatchObject({ code: 'not_found', message: expect.stringContaining('aaaa') })
  })

  test('finds what was altered, and never shows it', async () => {
    const store = open()
    const hash = await store.put(new TextEncoder().encode('as it was said'))
    writeFileSync(file(hash), 'as it was seed')
    await expect(store.get(hash)).rejects.toMatchObject({ code: 'fault', message: expect.stringContaining('altered') })
  })

  test.each([
    '',
    'x',
    '../../../etc/passwd',
    `../${'a'.repeat(61)}`,
    'A'.repeat(64),
    `${'a'.repeat(64)}\n`,
    'a'.repeat(65),
  ])('takes no name that is not a hash: %j', async (name) => {
    const store = open()
    await expect(store.get(name)).rejects.toMatchObject({ code: 'invalid' })
    await expect(store.has(name)).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('a folder', () => {
  test('keeps each in a file for its owner alone, and leaves nothing beside', async () => {
    const hash = await diskBlobStore(blobs).put(new TextEncoder().encode('for the desk'))
    const file = onDisk(hash)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(`${readFileSync(file)}`).toBe('for the desk')
    expect(readdirSync(blobs, { recursive: true }).filter((name) => `${name}`.endsWith('.part'))).toEqual([])
  })

  test('is mended by whoever still has the bytes', async () => {
    const store = diskBlobStore(blobs)
    const bytes = new TextEncoder().encode('still remembered')
    const hash = await store.put(bytes)
    writeFileSync(onDisk(hash), 'still remembere_')
    await store.put(bytes)
    expect(await store.get(hash)).toEqual(bytes)
  })

  test('that cannot be one says so', async () => {
    const file = join(folder, 'a-file')
    writeFileSync(file, '')
    await expect(diskBlobStore(join(file, 'inner')).put(new Uint8Array())).rejects.toMatchObject({
      code: 'unavailable',
    })
    expect(existsSync(join(file, 'inner'))).toBe(false)
  })
})

describe('a bucket', () => {
  const settings = () => ({ bucket: 'kept', region: 'us-east-1', endpoint, credentials: keys })
  test('keeps each under its prefix', async () => {
    const hash = await s3BlobStore({ ...settings(), prefix: 'one/' }).put(new TextEncoder().encode('under one'))
    expect(await s3BlobStore({ ...settings(), prefix: 'one/' }).has(hash)).toBe(true)
    expect(await s3BlobStore({ ...settings(), prefix: 'two/' }).has(hash)).toBe(false)
  })

  test.each([
    ['that does not exist', { bucket: 'nowhere' }],
    ['whose keys are wrong', { credentials: { ...keys, accessKeyId: 'guessed' } }],
    ['that does not answer', { endpoint: 'http://127.0.0.1:9' }],
  ])('%s is not mistaken for an empty one', async (_, wrong) => {
    const store = s3BlobStore({ ...settings(), ...wrong })
    await expect(store.put(new TextEncoder().encode('x'))).rejects.toMatchObject({ code: 'unavailable' })
    await expect(store.get('a'.repeat(64))).rejects.toMatchObject({ code: 'unavailable' })
  })
})
