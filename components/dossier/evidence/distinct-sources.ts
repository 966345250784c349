import type { CitationDto } from '@/lib/view/dossier.ts'

/** How many sources stand for the present wording: two quotes from one are one. */
export function distinctSources(citations: readonly CitationDto[]): number {
  return new Set(citations.filter(({ fresh }) => fresh).map(({ source }) => source.id)).size
}
