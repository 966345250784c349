import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

// A browser in which someone has signed in is known for that account. Its guesses are counted apart, so that no one
// else's wrong ones lock the person out of it (OWASP, "Slow Down Online Guessing Attacks with Device Cookies").

/** Accounts that one browser is known for; the oldest goes first. */
const MOST = 4
/** Seconds: as long as browsers keep a cookie at most. */
export const DEVICE_SECONDS = 400 * 24 * 3600

export function deviceCookieName(): string {
  return `${isSecure() ? '__Host-' : ''}attest-device`
}

export function isSecure(): boolean {
  return process.env.NEXTAUTH_URL?.startsWith('https:') === true
}

/** The name under which a browser is known for an account, or null. @param email in its normal form */
export function knownDevice(cookie: string | undefined, email: string, secret: string): string | null {
  for (const token of tokensIn(cookie)) {
    const [id = '', mark = ''] = token.split('.')
    const right = Buffer.from(markOf(id, email, secret))
    const given = Buffer.from(mark)
    if (right.length === given.length && timingSafeEqual(right, given)) return id
  }
  return null
}

/** The cookie with which the browser is known for this account too. */
export function withDevice(cookie: string | undefined, email: string, secret: string): string {
  if (knownDevice(cookie, email, secret)) return tokensIn(cookie).join('~')
  const id = randomBytes(16).toString('base64url')
  return [...tokensIn(cookie), `${id}.${markOf(id, email, secret)}`].slice(-MOST).join('~')
}

function tokensIn(cookie: string | undefined): string[] {
  return (cookie ?? '')
    .slice(0, 1_000)
    .split('~')
    .filter((token) => /^[\w-]{22}\.[\w-]{43}$/.test(token))
    .slice(-MOST)
}

function markOf(id: string, email: string, secret: string): string {
  return createHmac('sha256', secret).update(`device\n${id}\n${email}`).digest('base64url')
}
