/** What a page may say of whoever looks at it. Who that is, it may not: the server says so, whatever the page said. */
const SAYS = new Set(['cursor', 'claim', 'editing', 'screen'])
const LONGEST = 4_000

export type Somebody = { memberId: string; name: string }

/**
 * Makes what a page says about presence true: each state gets the name of the connection's own member, nothing but what
 * is known is passed on, and a state that belongs to someone else's connection, or is too large, is dropped.
 * @param states by Yjs client; changed in place
 * @param ownerOf whose connection holds a client already, if any does
 */
export function makeTrue(
  states: Map<number, Record<string, unknown>>,
  who: Somebody,
  ownerOf: (client: number) => string | undefined,
): void {
  for (const [client, state] of states) {
    const owner = ownerOf(client)
    if (owner !== undefined && owner !== who.memberId) {
      states.delete(client)
      continue
    }
    for (const key of Object.keys(state)) if (!SAYS.has(key)) delete state[key]
    if (JSON.stringify(state).length > LONGEST) {
      states.delete(client)
      continue
    }
    for (const key of ['claim', 'editing'] as const)
      if (state[key] !== undefined && !Number.isSafeInteger(state[key])) delete state[key]
    if (state.screen !== undefined && typeof state.screen !== 'string') delete state.screen
    state.user = { memberId: who.memberId, name: who.name }
  }
}
