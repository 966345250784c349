import { db } from '@/lib/data/db.ts'
import { isPasswordLink, LINK_SPENT, redeemPasswordLink } from '@/lib/data/desk/password.ts'
import { forgetAccount } from '@/lib/data/desk/throttle.ts'
import { findAccount } from '@/lib/data/desk/user.ts'
import { hashPassword } from '@/lib/platform/auth/password.ts'
import { AppError } from '@/lib/platform/errors.ts'
import { passwordByLink } from '@/lib/schema/account.ts'
import { rememberBrowser } from './known-browser.ts'

/** Bytes of a request: a token and a password, with room for any spelling. */
const LIMIT = 4_000

/**
 * Sets a password by a one-time link. There is no session: the link says whose it is. A link that is worth nothing is
 * found out before anything expensive is done.
 */
export async function setPasswordByLink(request: Request): Promise<{ outcome: 'set' }> {
  const parsed = passwordByLink.safeParse(await readSmall(request))
  if (!parsed.success) throw new AppError('invalid', parsed.error.issues[0]?.message ?? 'This could not be read.')
  const { token, password } = parsed.data
  if (!(await isPasswordLink(db(), token))) throw new AppError('not_found', LINK_SPENT)
  const userId = await redeemPasswordLink(db(), token, await hashPassword(password))
  const { email } = await findAccount(db(), userId)
  await forgetAccount(db(), email)
  await rememberBrowser(email)
  return { outcome: 'set' }
}

async function readSmall(request: Request): Promise<unknown> {
  const unreadable = new AppError('invalid', 'This could not be read. Nothing was changed.')
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > LIMIT) throw unreadable
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    throw unreadable
  }
}
