import { diskBlobStore } from './disk.ts'
import { s3BlobStore } from './s3.ts'
import type { BlobStore } from './store.ts'

/**
 * The store an environment asks for: ATTEST_S3_BUCKET (with _ENDPOINT, _REGION, _ACCESS_KEY_ID, _SECRET_ACCESS_KEY,
 * _PREFIX) or, without a bucket, the folder ATTEST_BLOBS.
 */
export function blobStore(env: Readonly<Record<string, string | undefined>>): BlobStore {
  const bucket = env.ATTEST_S3_BUCKET
  if (!bucket) {
    if (env.ATTEST_BLOBS) return diskBlobStore(env.ATTEST_BLOBS)
    throw new Error('Nothing says where snapshots are kept. Set ATTEST_BLOBS to a folder, or ATTEST_S3_BUCKET.')
  }
  const endpoint = env.ATTEST_S3_ENDPOINT
  const accessKeyId = env.ATTEST_S3_ACCESS_KEY_ID
  const secretAccessKey = env.ATTEST_S3_SECRET_ACCESS_KEY
  if (endpoint && !(URL.canParse(endpoint) && /^https?:$/.test(new URL(endpoint).protocol)))
    throw new Error('ATTEST_S3_ENDPOINT is not an address. Write it like https://s3.example.org, or leave it out.')
  if (!accessKeyId !== !secretAccessKey)
    throw new Error('Of ATTEST_S3_ACCESS_KEY_ID and ATTEST_S3_SECRET_ACCESS_KEY only one is set. Set both, or neither.')
  return s3BlobStore({
    bucket,
    region: env.ATTEST_S3_REGION || 'us-east-1',
    ...(endpoint ? { endpoint } : {}),
    ...(accessKeyId && secretAccessKey ? { credentials: { accessKeyId, secretAccessKey } } : {}),
    ...(env.ATTEST_S3_PREFIX ? { prefix: env.ATTEST_S3_PREFIX } : {}),
  })
}
