import type { Quote } from '@/lib/domain/quote/check.ts'
import type { BibliographyKind } from '../bibliography/reader.ts'
import type { Content } from '../extract/extract.ts'

/** What the reading process is asked, and how much of it one question may take. */
export type ReadingQuestion =
  | { read: 'page'; content: Content }
  | { read: 'bibliography'; text: string; kind: BibliographyKind }
  | { read: 'article'; text: string; language: string | null }
  | { read: 'quotes'; text: string; quotes: readonly Quote[]; earlier: ReadonlyMap<string, string> }
  | { read: 'picture'; bytes: Uint8Array; mediaType: string }
