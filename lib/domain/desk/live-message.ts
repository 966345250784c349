/**
 * What the live desk's server tells an open page, beside the text itself. Nothing of what was recorded travels here: a
 * page that is told of a change asks for it as any page does, and is shown what its reader may see.
 */
export type LiveMessage =
  /** First word of every connection: where the record and the working text stand. */
  | { type: 'hello'; seq: number; deskSeq: number; base: number; readOnly: boolean; typists: Typists }
  /** Something was recorded on the article (`seq`), or on its desk (`deskSeq`). */
  | { type: 'recorded'; seq?: number; deskSeq?: number }
  /** The working text stands on another revision now. */
  | { type: 'based'; base: number }
  | { type: 'typists'; typists: Typists }
  | { type: 'role'; readOnly: boolean }
  /** Parts that are no part of an article were taken out of the working text. */
  | { type: 'cleaned'; parts: number }
  /** The server is going down for a moment; another, or the same one, takes over. */
  | { type: 'draining' }

/** Members who typed in each claim's words since the record last said the same; claim 0: words of no claim yet. */
export type Typists = Record<string, string[]>

const TYPES = new Set(['hello', 'recorded', 'based', 'typists', 'role', 'cleaned', 'draining'])

/** Reads what came over the wire; null where it is none of ours (a newer server may say more than this page knows). */
export function readLiveMessage(payload: string): LiveMessage | null {
  try {
    const said = JSON.parse(payload) as { type?: unknown } | null
    return said !== null && TYPES.has(String(said.type)) ? (said as LiveMessage) : null
  } catch {
    return null
  }
}

/** Why a connection is closed: codes of the application's own range (RFC 6455, 7.4.2), with the words a person reads. */
export const LIVE_CLOSE = {
  signedOut: { code: 4401, reason: 'Your session has ended. Sign in again; what you typed is kept here.' },
  forbidden: { code: 4403, reason: 'You are no longer on this desk, or this article is not yours to see.' },
  garbage: {
    code: 4400,
    reason: 'What this page sent could not be read. Reload the page; what you typed is kept here.',
  },
  full: {
    code: 4413,
    reason: 'The working text is as long as it can be. Your last change was not taken in; take something out first.',
  },
  large: {
    code: 4414,
    reason:
      'This change has more parts than Attest takes in at once. Copy it, reload the page, and add it in smaller parts.',
  },
  flooding: { code: 4429, reason: 'This page sent too much at once. It connects again in a moment.' },
  away: { code: 4503, reason: 'Attest cannot reach its database just now. What you typed is kept here.' },
  draining: { code: 1012, reason: 'Attest is being restarted. Reconnecting …' },
} as const

export type LiveClose = (typeof LIVE_CLOSE)[keyof typeof LIVE_CLOSE]

/** A message is longer than any that is read: no one on the server's side may add words to this code (RFC 6455, 7.4.1). */
const TOO_BIG = 1009

/** Is there any use in connecting again by itself? Not where the answer would be the same. */
export function worthReconnecting(code: number): boolean {
  const { signedOut, forbidden, full, large } = LIVE_CLOSE
  return code !== TOO_BIG && [signedOut, forbidden, full, large].every((end) => end.code !== code)
}

/** What a person reads of why a connection ended; null where nothing was said. */
export function closeWords(code: number, reason: string): string | null {
  return reason || (code === TOO_BIG ? LIVE_CLOSE.large.reason : null)
}
