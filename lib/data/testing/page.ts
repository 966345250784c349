import { fingerprints } from '@/lib/domain/text/fingerprint.ts'
import { sha256 } from '@/lib/platform/ids.ts'
import type { NewSnapshot } from '../snapshot/snapshot.ts'

/** A page as reading it gives it: one paragraph of plain text. */
export function pageOf(url: string, text: string): NewSnapshot {
  return {
    sha256: sha256(text),
    bytes: Buffer.byteLength(text),
    mediaType: 'text/html',
    fetched: { url, finalUrl: url, redirects: [], status: 200, headers: [['content-type', 'text/html']] },
    fileName: null,
    text,
    blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
    language: 'en',
    cut: false,
    problem: null,
    canonical: null,
    fingerprints: fingerprints(text),
  }
}
