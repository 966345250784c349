import { type NextRequest, NextResponse } from 'next/server'
import { FILE_POLICY, pagePolicy } from '@/lib/platform/http/content-policy.ts'

/**
 * A content security policy with a nonce for each page, so that no script runs that Attest did not write. This is not
 * a gate: who may see or do what is asked where data is read and changed.
 */
export function proxy(request: NextRequest) {
  if (request.nextUrl.pathname.startsWith('/api/')) {
    const response = NextResponse.next()
    response.headers.set('Content-Security-Policy', FILE_POLICY)
    return response
  }
  const nonce = btoa(crypto.randomUUID())
  const policy = pagePolicy({
    nonce,
    host: request.headers.get('host'),
    secure: process.env.NEXTAUTH_URL?.startsWith('https:') ?? false,
    development: process.env.NODE_ENV === 'development',
  })
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('Content-Security-Policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  return response
}

// Files that are given do not pass here: a proxy keeps a copy of what passes, and cuts it off at some megabytes.
export const config = { matcher: ['/((?!_next/static|favicon.ico|api/desks/[^/]+/files).*)'] }
