import { decode, encode } from 'next-auth/jwt'

type Session = { userId: string; sessionId: string }

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export function sessionCookieName(): string {
  return `${process.env.NEXTAUTH_URL?.startsWith('https:') ? '__Secure-' : ''}next-auth.session-token`
}

/** Whom a session token names, or null: a forged or expired one fails to decode, which is no session and no error. */
export async function sessionOfToken(token: string | undefined): Promise<Session | null> {
  const secret = process.env.NEXTAUTH_SECRET
  if (!token || !secret) return null
  return decode({ token, secret }).then(readClaims, () => null)
}

/** A session's cookie as the sign-in page sets it, for whoever has the secret. @param maxAge seconds */
export async function signedCookie(session: Session, secret: string, maxAge: number): Promise<string> {
  const token = await encode({ token: { sub: session.userId, sessionId: session.sessionId }, secret, maxAge })
  return `${sessionCookieName()}=${token}`
}

/** The same from a request's Cookie header, where no framework has read it. */
export async function sessionOfCookies(header: string | undefined): Promise<Session | null> {
  const name = sessionCookieName()
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (pair.slice(0, at).trim() === name) return sessionOfToken(decodeURIComponentOrNot(pair.slice(at + 1).trim()))
  }
  return null
}

function decodeURIComponentOrNot(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

export function readClaims(token: unknown): Session | null {
  const { sub, sessionId } = (token ?? {}) as { sub?: unknown; sessionId?: unknown }
  if (typeof sub !== 'string' || typeof sessionId !== 'string') return null
  return UUID.test(sub) && UUID.test(sessionId) ? { userId: sub, sessionId } : null
}
