import type { LayoutBlock } from '@/lib/domain/article/layout.ts'
import type { ClaimSummary } from '@/lib/domain/claim/claim.ts'
import type { Coverage } from '@/lib/domain/claim/coverage.ts'
import type { Role } from '@/lib/domain/desk/permission.ts'

// What the galley's page gets.

export type Person = { id: string; name: string; role: Role; ended: boolean }

/** Who looks at the page. What they may do is asked again by every action; here it only decides what is offered. */
export type Viewer = {
  memberId: string
  name: string
  role: Role
  workspaceId: string
  /** Of an archived article: who archived it, when and why. */
  archived?: { by: string; at: string; reason: string }
}

export type OutlineSection = { id: string; title: string; level: number; first: number; coverage: Coverage }

export type GalleyView = {
  article: {
    id: string
    slug: string
    title: string
    language: string
    licence: string | null
    attribution: string | null
    originUrl: string | null
  }
  revision: { number: number; at: string; summary: string }
  blocks: LayoutBlock[]
  claims: ClaimSummary[]
  outline: OutlineSection[]
  coverage: Coverage
  proposals: number
  /** On the article's clock and on the desk's: what was recorded later is not in it. */
  moment: { seq: number; deskSeq: number }
  people: Person[]
  viewer: Viewer
}

/** What writing in the whole article needs: its blocks and words, and the revision they are of. */
export type EditingView = Pick<GalleyView, 'blocks' | 'viewer' | 'people' | 'moment'> & {
  article: Pick<GalleyView['article'], 'id' | 'slug' | 'title' | 'language'>
  revision: number
  texts: [number, string][]
}
