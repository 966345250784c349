/** How a source's address was when it was last asked. Derived from its newest visit, never stored. */
export const HEALTHS = ['alive', 'changed', 'gone', 'failed', 'kept', 'unvisited', 'offline'] as const
export type Health = (typeof HEALTHS)[number]

export const HEALTH_LABEL: Record<Health, string> = {
  alive: 'Answers',
  changed: 'Says something else now',
  gone: 'Dead link',
  failed: 'Could not be seen',
  kept: 'A file is kept',
  unvisited: 'Never fetched',
  offline: 'Not on the web',
}

/**
 * @param lastVisit what the newest visit came to; null where the address was never asked
 * @param has whether the source has a web address, and whether a file of it was given
 */
export function healthOf(
  lastVisit: 'first' | 'same' | 'changed' | 'gone' | 'failed' | null,
  has: { address: boolean; file: boolean },
): Health {
  if (lastVisit === 'first' || lastVisit === 'same') return 'alive'
  if (lastVisit !== null) return lastVisit
  if (has.file) return 'kept'
  return has.address ? 'unvisited' : 'offline'
}

/** Does someone have to look? */
export function isAiling(health: Health): boolean {
  return health === 'changed' || health === 'gone' || health === 'failed'
}
