import { cookies } from 'next/headers'
import type { NextAuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { readClaims, sessionCookieName, sessionOfToken } from './session-cookie.ts'

/** Seconds. After that a person signs in again; what they had typed is kept in their browser. */
export const SESSION_SECONDS = Number(process.env.SESSION_SECONDS) || 7 * 24 * 3600

type Session = { userId: string; sessionId: string }
type SignIn = (email: string, password: string) => Promise<Session | null>

/**
 * How people sign in. The cookie only names a row of the session table; every action asks the database whether that
 * row, the person and their membership still stand.
 */
export function authOptions(hooks: {
  signIn: SignIn
  signOut: (session: Session) => Promise<void>
  /** Where an answer may lead: of whatever was asked, only an address of this site. */
  redirect: (asked: string, site: string) => string
}): NextAuthOptions {
  return {
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        async authorize(given) {
          const session = await hooks.signIn(String(given?.email ?? ''), String(given?.password ?? ''))
          return session && { id: session.userId, sessionId: session.sessionId }
        },
      }),
    ],
    callbacks: {
      redirect: ({ url, baseUrl }) => hooks.redirect(url, baseUrl),
      jwt({ token, user }) {
        if (!user) return token
        return { sub: user.id, sessionId: (user as { sessionId?: string }).sessionId }
      },
      // What the page's script can read of the session: nothing that tells who it is.
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      async signOut({ token }) {
        const session = readClaims(token)
        if (session) await hooks.signOut(session)
      },
    },
    logger: { error: () => {}, warn: () => {} },
  }
}

/** Whom this request's cookie names, or null. Says nothing yet about what they may. */
export async function sessionOfRequest(): Promise<Session | null> {
  const jar = await cookies()
  return sessionOfToken(jar.get(sessionCookieName())?.value)
}
