import { type Algorithm, hash, verify } from '@node-rs/argon2'

/** OWASP's second recommendation for argon2id: 19 MiB, two passes, one lane. */
const COST = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const PASSWORD_MAX = 200

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), COST)
}

export function checkPassword(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, password.normalize('NFKC')).catch(() => false)
}

let nobody: Promise<string> | undefined

/** Takes as long as a real check and always fails: whether an account exists must not be told by the time it takes. */
export async function checkNobody(password: string): Promise<false> {
  nobody ??= hashPassword('nobody has this password')
  await checkPassword(await nobody, password)
  return false
}
