import { type NextRequest, NextResponse } from 'next/server'

/**
 * A content security policy with a nonce for each page, so that no script runs that Attest did not write. This is not
 * a gate: who may see or do what is asked where data is read and changed.
 */
export function proxy(request: NextRequest) {
  // What is not a page runs nothing, and a file that is opened instead of saved is in a sandbox.
  if (request.nextUrl.pathname.startsWith('/api/')) {
    const response = NextResponse.next()
    response.headers.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'; sandbox")
    return response
  }
  const nonce = btoa(crypto.randomUUID())
  // The development server evaluates code to reload it; the built one never does.
  const evaluate = process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''
  const policy = [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evaluate}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${liveOf(request)}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('Content-Security-Policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  return response
}

/** The live desk's address, spelled out: not every browser takes 'self' for a WebSocket of the same host. */
function liveOf({ headers }: NextRequest): string {
  const host = headers.get('host') ?? ''
  return /^[\w.-]+(:\d+)?$|^\[[\da-f:]+\](:\d+)?$/i.test(host) ? ` ws://${host} wss://${host}` : ''
}

// Files that are given do not pass here: a proxy keeps a copy of what passes, and cuts it off at some megabytes.
export const config = { matcher: ['/((?!_next/static|favicon.ico|api/desks/[^/]+/files).*)'] }
