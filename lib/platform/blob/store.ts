import { diskBlobStore } from './disk.ts'
import { s3BlobStore } from './s3.ts'

export { diskBlobStore, s3BlobStore }

/** Keeps bytes under the name of what they are: the SHA-256 of the bytes, in lower-case hex. */
export interface BlobStore {
  /** Idempotent; returns the hash once the bytes are safely there. */
  put(bytes: Uint8Array): Promise<string>
  /** @throws AppError `not_found` when nothing is kept under the hash, `fault` when what is kept is no longer what it was */
  get(hash: string): Promise<Uint8Array>
  has(hash: string): Promise<boolean>
  /** Takes what is kept under the hash away for good; nothing happens where nothing is. Only for what was redacted. */
  erase(hash: string): Promise<void>
  /** Where things are kept, in words for whoever runs the installation; without any secret. */
  describe(): string
}

/** Has the store keep bytes, unless it does: it is asked first, because that costs less than reading them again. */
export async function keepIn(store: BlobStore, hash: string, bytes: Uint8Array): Promise<void> {
  if (!(await store.has(hash))) await store.put(bytes)
}

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
