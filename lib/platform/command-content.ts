import { AsyncLocalStorage } from 'node:async_hooks'

// One of them a process, also where a bundler makes several of this file.
const keep = globalThis as typeof globalThis & { attestCommand?: AsyncLocalStorage<string> }
keep.attestCommand ??= new AsyncLocalStorage<string>()
const content = keep.attestCommand

/**
 * Runs a command that came from outside, whose content is known by a digest: whatever it records is recorded as of that
 * content, and the id of the command belongs to it (`lib/data/command.ts`).
 */
export function withCommandContent<T>(digest: string, run: () => Promise<T>): Promise<T> {
  return content.run(digest, run)
}

/** The digest of the command that is being carried out; null for the house itself, whose commands have no id. */
export function commandContent(): string | null {
  return content.getStore() ?? null
}
