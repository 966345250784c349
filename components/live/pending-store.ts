import { createStore, delMany, entries, set } from 'idb-keyval'

/**
 * Changes that no server has acknowledged yet, kept in this browser: a closed tab, a dead battery or a week without a
 * network loses none of them. They are this person's alone (the key says whose), and once everything is acknowledged
 * nothing of the text stays on the machine.
 */
export class PendingStore {
  private readonly store = storeOrNone()
  private readonly own: string

  constructor(
    private readonly owner: string,
    session: string,
  ) {
    this.own = `${owner} ${session}`
  }

  /** What this person's windows left unacknowledged, this one's own too; by key. */
  async read(): Promise<[key: string, update: Uint8Array][]> {
    if (!this.store) return []
    const all = await entries<string, Uint8Array>(this.store).catch(() => [])
    return all.filter(([key, update]) => key.startsWith(`${this.owner} `) && update instanceof Uint8Array)
  }

  /** @returns false where the browser keeps nothing (private windows, a full disk): the page itself still holds it. */
  async keep(update: Uint8Array): Promise<boolean> {
    if (!this.store) return false
    return set(this.own, update, this.store).then(
      () => true,
      () => false,
    )
  }

  async forget(keys: readonly string[] = []): Promise<void> {
    if (this.store) await delMany([this.own, ...keys], this.store).catch(() => {})
  }
}

function storeOrNone() {
  try {
    return typeof indexedDB === 'undefined' ? null : createStore('attest', 'pending')
  } catch {
    return null
  }
}
