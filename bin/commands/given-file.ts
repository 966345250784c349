import { readFile } from 'node:fs/promises'

/** The bytes of a file that was named on the command line. @throws Error in words */
export async function readBytes(file: string): Promise<Buffer> {
  return readFile(file).catch((cause: NodeJS.ErrnoException) => {
    throw new Error(`${file} can't be read: ${reasonOf(cause)}.`, { cause })
  })
}

/** A public key as it is given: itself, or a file that holds it (or the private key that it belongs to). */
export async function givenPublicKey(given: string): Promise<string> {
  const { publicKeyOf } = await import('@/lib/platform/auth/signing-key.ts')
  const key = publicKeyOf(given) ?? publicKeyOf((await readBytes(given)).toString('utf8'))
  if (key) return key
  throw new Error(`${given} is not a public key, nor a file with one. A key has 43 letters, digits, - and _.`)
}

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of its path is not a folder',
  EISDIR: 'it is a folder',
  EACCES: 'its folder, or the file, does not allow it',
  EPERM: 'the system does not allow it',
  EROFS: 'it lies on a disk that is read-only',
  ENOSPC: 'the disk is full',
  ENAMETOOLONG: 'its name is too long',
}

export function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  return REASONS[code ?? ''] ?? message
}
