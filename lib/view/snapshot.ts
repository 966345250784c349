import type { ReadableBlock } from '@/lib/domain/quote/snapshot.ts'
import type { SourceName } from './shelf.ts'

/** A snapshot as the reader shows it. Times are ISO 8601 in UTC. */
export type SnapshotDto = {
  id: string
  at: string
  sha256: string
  bytes: number
  mediaType: string
  url: string | null
  finalUrl: string | null
  fileName: string | null
  status: number | null
  /** How many redirects led to the final address. */
  redirects: number
  text: string
  blocks: ReadableBlock[]
  language: string | null
  cut: boolean
  problem: string | null
  source: SourceName
}
