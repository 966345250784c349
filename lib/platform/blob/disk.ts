import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { AppError } from '../errors.ts'
import { blobHash, checkBytes, checkHash, notKept } from './hash.ts'
import type { BlobStore } from './store.ts'

/**
 * Keeps bytes in a folder, as ab/cd/abcd…, so that no folder grows too long. A file is written beside, forced to the
 * disk and renamed: under its name it is whole or not there, also after the power went.
 */
export function diskBlobStore(folder: string): BlobStore {
  const root = resolve(folder)
  const place = (hash: string) => join(root, hash.slice(0, 2), hash.slice(2, 4), checkHash(hash))

  return {
    async put(bytes) {
      const hash = await blobHash(bytes)
      const file = place(hash)
      // A damaged one is written again: whoever still has the right bytes mends it.
      if (await holds(file, hash, bytes.length)) return hash
      try {
        await mkdir(dirname(file), { recursive: true, mode: 0o700 })
        await writeWhole(file, bytes)
      } catch (cause) {
        throw new AppError('unavailable', 'The snapshot could not be written: is the disk full or read-only?', cause)
      }
      return hash
    },

    async get(hash) {
      const bytes = await readFile(place(hash)).catch((cause: NodeJS.ErrnoException) => {
        if (cause.code === 'ENOENT') throw notKept(hash, cause)
        throw new AppError('unavailable', 'The folder of snapshots cannot be read. Are its permissions right?', cause)
      })
      return checkBytes(hash, new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length))
    },

    async has(hash) {
      const found = await stat(place(hash)).catch((cause: NodeJS.ErrnoException) => {
        if (cause.code === 'ENOENT') return undefined
        throw new AppError('unavailable', 'The folder of snapshots cannot be read. Are its permissions right?', cause)
      })
      return found?.isFile() ?? false
    },

    async erase(hash) {
      await rm(place(hash), { force: true }).catch((cause: unknown) => {
        throw new AppError('unavailable', 'The snapshot’s file could not be erased. Is the disk read-only?', cause)
      })
    },

    describe: () => `the folder ${root}`,
  }
}

async function holds(file: string, hash: string, length: number): Promise<boolean> {
  const found = await stat(file).catch(() => undefined)
  if (found?.size !== length) return false
  return (await blobHash(await readFile(file))) === hash
}

async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const beside = `${file}.${randomUUID()}.part`
  try {
    const handle = await open(beside, 'wx', 0o600)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(beside, file)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
  // The name is part of the folder, and forced to the disk with it; a file system that can't do that is let be.
  const folder = await open(dirname(file), 'r')
  await folder.sync().catch(() => undefined)
  await folder.close()
}
