import type { Reliability, Stance } from '@/lib/domain/scale'
import type { Csl } from '@/lib/domain/source'

// What the pages get of the shelf.

export type ShelfRow = {
  id: string
  title: string
  imprint: string
  type: Csl['type']
  reliability: Reliability
  citations: number
  repeats: string | null
}

export type SourceDto = {
  id: string
  csl: Csl
  memberId: string | null
  at: Date
  grades: { reliability: Reliability; reason: string; memberId: string | null; at: Date; current: boolean }[]
  origin: { id: string; title: string } | null
  echoes: { id: string; title: string }[]
  citedIn: {
    slug: string
    title: string
    claim: number
    stance: Stance
    credibility: number
    note: string
    wording: string
  }[]
}
