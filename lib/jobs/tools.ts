import { blobStore } from '@/lib/platform/blob/open-store.ts'
import type { BlobStore } from '@/lib/platform/blob/store.ts'
import type { FetchSettings } from '@/lib/platform/fetch/settings.ts'
import { fetchSettings } from '@/lib/platform/fetch/settings.ts'
import { log } from '@/lib/platform/log.ts'

/** Where registers and the public archive are asked; each a base address, without its path. */
export type Registers = { doi: string; isbn: string }
export type ArchiveSettings = { endpoint: string; accessKey?: string; secret?: string }

/** What getting a snapshot needs from outside the record. */
export type CaptureTools = {
  store: BlobStore
  settings: FetchSettings
  registers: Registers
  /** A public archive that is asked to save what was fetched; null: none is. */
  archive: ArchiveSettings | null
  now: () => Date
  /** Whoever does it has to go: what is under way is left for whoever comes next. */
  leaving?: AbortSignal
  /** A fault of ours, for the log. */
  fault: (error: unknown) => void
}

/** Reads the tools from an environment. @throws Error in words, where a setting cannot be what it says */
export function captureTools(env: Record<string, string | undefined>): CaptureTools {
  return {
    store: blobStore(env),
    settings: fetchSettings(env),
    registers: {
      doi: env.ATTEST_DOI_RESOLVER || 'https://doi.org',
      isbn: env.ATTEST_ISBN_REGISTER || 'https://openlibrary.org',
    },
    archive: archiveSettings(env),
    now: () => new Date(),
    fault: (err) => log.error({ err }, 'a fault while a snapshot was made'),
  }
}

function archiveSettings(env: Record<string, string | undefined>): ArchiveSettings | null {
  const { ATTEST_ARCHIVE_ENDPOINT: endpoint, ATTEST_ARCHIVE_ACCESS_KEY: accessKey, ATTEST_ARCHIVE_SECRET: secret } = env
  if (!endpoint) return null
  return { endpoint, ...(accessKey && { accessKey }), ...(secret && { secret }) }
}
