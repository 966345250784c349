import { expect, test } from 'vitest'
import { blobStore } from './open-store.ts'

test('a folder, or a bucket where one is named', () => {
  expect(blobStore({ ATTEST_BLOBS: '/var/lib/blobs' }).describe()).toBe('the folder /var/lib/blobs')
  expect(blobStore({ ATTEST_BLOBS: '/x', ATTEST_S3_BUCKET: 'kept' }).describe()).toBe('the bucket “kept” in us-east-1')
  const env = { ATTEST_S3_BUCKET: 'kept', ATTEST_S3_ENDPOINT: 'http://s3.example.org:9000' }
  const keys = { ATTEST_S3_ACCESS_KEY_ID: 'name', ATTEST_S3_SECRET_ACCESS_KEY: 'geheim' }
  const words = blobStore({ ...env, ...keys }).describe()
  expect(words).toBe('the bucket “kept” at http://s3.example.org:9000')
})

test.each([
  [{}, 'ATTEST_BLOBS'],
  [{ ATTEST_BLOBS: '' }, 'ATTEST_BLOBS'],
  [{ ATTEST_S3_BUCKET: 'kept', ATTEST_S3_ENDPOINT: 'nowhere' }, 'ATTEST_S3_ENDPOINT'],
  [{ ATTEST_S3_BUCKET: 'kept', ATTEST_S3_ENDPOINT: 'ftp://x' }, 'ATTEST_S3_ENDPOINT'],
  [{ ATTEST_S3_BUCKET: 'kept', ATTEST_S3_ACCESS_KEY_ID: 'name' }, 'ATTEST_S3_SECRET_ACCESS_KEY'],
])('%j is said to be wrong', (env, words) => expect(() => blobStore(env)).toThrow(words))
