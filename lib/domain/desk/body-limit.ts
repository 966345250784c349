import { byteWords } from '../text/byte-size.ts'

/** The most bytes of a request's body: by who sends it, and where it goes. */
const STRANGER = 64_000
const MEMBER = 1_000_000
const TEXT = 12_000_000
const FILE = 51_000_000
/** A form in parts, as a page without scripts would send one; no page of ours does. */
const FORM = 64_000

/**
 * Where long bodies go; everywhere else a body is `MEMBER` bytes at most. A command goes to the page it is sent from, and
 * the name of its action may be forged, so the path decides. What comes to a path with `TEXT` may have one long text.
 */
const LONG: readonly [path: RegExp, limit: number, what: string][] = [
  [/^\/api\/desks\/[^/]+\/files$/, FILE, 'a file'],
  [/^\/articles\/new$/, TEXT, 'an article to import'],
  [/^\/articles\/[^/]+\/upstream$/, TEXT, 'an update from upstream'],
  [/^\/articles\/[^/]+\/edit$/, TEXT, 'what was shown of a working text that is recorded'],
  [/^\/articles\/[^/]+$/, TEXT, 'a bibliography that is pasted beside a claim'],
  [/^\/sources$/, TEXT, 'a bibliography'],
]

/**
 * How long the body of a request may be, in bytes. Without a session someone sends a sign-in form and nothing longer.
 * @param path of the request, with or without what follows a question mark
 * @param kind its media type
 */
export function bodyLimit(path: string, hasSession: boolean, kind = ''): number {
  if (!hasSession) return STRANGER
  const limit = LONG.find(([pattern]) => pattern.test(pathOnly(path)))?.[1] ?? MEMBER
  return limit !== FILE && /^multipart\//i.test(kind.trim()) ? FORM : limit
}

/** Whether what comes there is a file as it is, and not an action's input. */
export function isFilePath(path: string): boolean {
  return bodyLimit(path, true) === FILE
}

function pathOnly(path: string): string {
  return path.split('?', 1)[0] ?? ''
}

/** What is said of a body that is longer. Pages know it by its beginning (`components/ui/use-command.ts`). */
export function tooLargeWords(limit: number, hasSession = limit !== STRANGER): string {
  const advice = hasSession ? 'Nothing was recorded. Send it in smaller parts.' : 'Sign in, and try again.'
  return `This is too large for Attest to take: at most ${byteWords(limit)} at once. ${advice}`
}

/** What is said of a body whose lists and objects are more than any page sends. */
export const TOO_DIVIDED =
  'This is too large for Attest to take: it has more parts than a page of Attest sends. Nothing was recorded. Reload the page, and try again.'
