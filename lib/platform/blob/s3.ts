import type { S3Client } from '@aws-sdk/client-s3'
import { AppError } from '../errors.ts'
import { blobHash, checkBytes, checkHash, notKept } from './hash.ts'
import type { BlobStore } from './store.ts'

export type S3Settings = {
  bucket: string
  region: string
  /** Of a store that is not Amazon's. */
  endpoint?: string
  /** Without them the SDK looks where it always does: environment, profile, the machine's role. */
  credentials?: { accessKeyId: string; secretAccessKey: string }
  /** Put before every name, such as `attest/`. */
  prefix?: string
  /** The bucket in the path rather than in the host's name. Unset: wherever an endpoint is named. */
  forcePathStyle?: boolean
}

/** Keeps bytes in a bucket of anything that speaks the S3 protocol. The SDK is large, and loaded at the first use. */
export function s3BlobStore(settings: S3Settings): BlobStore {
  const { bucket, region, endpoint, credentials, prefix = '' } = settings
  let opened: Promise<{ sdk: typeof import('@aws-sdk/client-s3'); client: S3Client }> | undefined
  const open = () => {
    opened ??= import('@aws-sdk/client-s3').then((sdk) => ({
      sdk,
      client: new sdk.S3Client({
        region,
        ...(endpoint === undefined ? {} : { endpoint }),
        ...(credentials === undefined ? {} : { credentials }),
        forcePathStyle: settings.forcePathStyle ?? endpoint !== undefined,
        // Many stores don't know Amazon's newer checksums; what is read is checked against its hash anyway.
        requestChecksumCalculation: 'WHEN_REQUIRED',
        responseChecksumValidation: 'WHEN_REQUIRED',
      }),
    }))
    return opened
  }
  const place = (hash: string) => ({ Bucket: bucket, Key: `${prefix}${checkHash(hash)}` })

  const store: BlobStore = {
    async put(bytes) {
      const hash = await blobHash(bytes)
      if (await store.has(hash)) return hash
      const { sdk, client } = await open()
      const command = new sdk.PutObjectCommand({
        ...place(hash),
        Body: bytes,
        ContentLength: bytes.length,
        ContentType: 'application/octet-stream',
      })
      await client.send(command).catch((cause: unknown) => {
        throw away(cause)
      })
      return hash
    },

    async get(hash) {
      const at = place(hash)
      const { sdk, client } = await open()
      try {
        const { Body } = await client.send(new sdk.GetObjectCommand(at))
        return await checkBytes(hash, (await Body?.transformToByteArray()) ?? new Uint8Array())
      } catch (cause) {
        if (cause instanceof AppError) throw cause
        throw isMissing(cause) ? notKept(hash, cause) : away(cause)
      }
    },

    async has(hash) {
      const at = place(hash)
      const { sdk, client } = await open()
      try {
        await client.send(new sdk.HeadObjectCommand(at))
        return true
      } catch (cause) {
        if (isMissing(cause)) return false
        throw away(cause)
      }
    },

    async erase(hash) {
      const at = place(hash)
      const { sdk, client } = await open()
      await client.send(new sdk.DeleteObjectCommand(at)).catch((cause: unknown) => {
        throw away(cause)
      })
    },

    describe: () => `the bucket “${bucket}”${endpoint === undefined ? ` in ${region}` : ` at ${endpoint}`}`,
  }
  return store
}

/** A bucket that is missing is not a thing that is missing: that one is a mistake in the settings. */
function isMissing(error: unknown): boolean {
  const { name, $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } }
  return name === 'NoSuchKey' || (name !== 'NoSuchBucket' && $metadata?.httpStatusCode === 404)
}

function away(cause: unknown): AppError {
  const words = 'The store of snapshots does not answer as it should. Are its address, bucket and keys right?'
  return new AppError('unavailable', words, cause)
}
