import { cookies } from 'next/headers'
import {
  DEVICE_SECONDS,
  deviceCookieName,
  isSecure,
  knownDevice,
  withDevice,
} from '@/lib/platform/auth/device-cookie.ts'

const secret = () => process.env.NEXTAUTH_SECRET ?? ''

/** Under which name this browser is known for an account; null where it is not. @param email in its normal form */
export async function knownBrowser(email: string): Promise<string | null> {
  return knownDevice((await cookies()).get(deviceCookieName())?.value, email, secret())
}

/** From now on this browser is known for an account: someone proved in it that it is theirs. */
export async function rememberBrowser(email: string): Promise<void> {
  const jar = await cookies()
  const name = deviceCookieName()
  jar.set(name, withDevice(jar.get(name)?.value, email, secret()), {
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(),
    path: '/',
    maxAge: DEVICE_SECONDS,
  })
}
