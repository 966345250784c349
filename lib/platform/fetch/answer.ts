import type { Readable } from 'node:stream'
import { MIMEType } from 'node:util'
import { type Agent, request } from 'undici'
import { ACCEPT_ENCODING } from './body.ts'
import type { Hop } from './redirect.ts'

/**
 * Everyone gets the same: no cookie, no referrer, nothing that names this program, the desk or the person, so that a
 * site cannot tell a fact-checker from a passer-by, show them another page, or learn what is being checked. The words
 * are those of a widespread browser; a rare User-Agent would be a name as well.
 */
const PLAIN_HEADERS = {
  'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0',
  'accept-language': 'en-US,en;q=0.5',
  'accept-encoding': ACCEPT_ENCODING,
}

const ACCEPT = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'

export type Answer = {
  status: number
  headers: [string, string][]
  /** All values of a name, as one list. */
  header(name: string): string
  body: Readable
  at: Date
  leave(): void
}

/** Asks once and reads the head; the body waits. Anything but an answer in HTTP comes out as the error it was. */
export async function askOnce(
  hop: Hop,
  asked: { accept?: string; contentType?: string },
  agent: Agent,
  life: AbortSignal,
): Promise<Answer> {
  const { statusCode, headers, body } = await request(hop.url, {
    dispatcher: agent,
    method: hop.method,
    body: hop.body,
    headers: {
      ...PLAIN_HEADERS,
      accept: asked.accept ?? ACCEPT,
      ...(hop.body === null ? {} : { 'content-type': asked.contentType ?? 'application/x-www-form-urlencoded' }),
      ...(hop.authorization === null ? {} : { authorization: hop.authorization }),
    },
    signal: life,
    responseHeaders: 'raw',
  })
  body.on('error', () => undefined)
  // Undici's types know only the parsed form; in the raw one names and values take turns.
  const flat = headers as unknown as string[]
  const pairs = flat.flatMap((name, at): [string, string][] => (at % 2 === 0 ? [[name, flat[at + 1] ?? '']] : []))
  const values = (name: string) => pairs.filter(([key]) => key.toLowerCase() === name).map(([, value]) => value)
  return {
    status: statusCode,
    headers: pairs,
    header: (name) => values(name).join(', '),
    body,
    at: new Date(),
    leave: () => body.destroy(),
  }
}

/** Of several, the last that makes sense, as in the Fetch standard. */
export function contentType(headers: readonly [string, string][]): { mediaType: string; charset: string | null } {
  for (const [name, value] of headers.toReversed()) {
    if (name.toLowerCase() !== 'content-type') continue
    try {
      const { essence, params } = new MIMEType(value)
      return { mediaType: essence, charset: params.get('charset')?.toLowerCase() || null }
    } catch {}
  }
  return { mediaType: '', charset: null }
}
