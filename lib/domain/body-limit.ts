import { byteWords } from './byte-size'

/** The most bytes of a request's body: by whom it comes from, and where it goes. */
const STRANGER = 64_000
const MEMBER = 12_000_000
const FILE = 51_000_000

const FILES = /^\/api\/desks\/[^/]+\/files(?:\?|$)/

/**
 * How long the body of a request may be, in bytes. Who has no session sends a sign-in form and nothing longer; who has
 * one sends an article; a file goes to one place.
 */
export function bodyLimit(path: string, hasSession: boolean): number {
  if (!hasSession) return STRANGER
  return FILES.test(path) ? FILE : MEMBER
}

/** What is said of a body that is longer. Pages know it by its beginning (`components/ui/use-command.ts`). */
export function tooLargeWords(limit: number): string {
  const advice = limit === STRANGER ? 'Sign in, and try again.' : 'Nothing was recorded. Send it in smaller parts.'
  return `This is too large for Attest to take: at most ${byteWords(limit)} at once. ${advice}`
}
