'use client'

import { createContext, useContext } from 'react'
import type { Live } from '@/components/live/use-live.ts'
import type { ClaimSummary } from '@/lib/domain/claim/claim.ts'
import type { Ability } from '@/lib/domain/desk/permission.ts'
import type { WorkingDifferences } from '@/lib/domain/revision/working-difference.ts'
import type { Dossier } from '@/lib/view/dossier.ts'
import type { GalleyView, Person, Viewer } from '@/lib/view/galley.ts'

export type Pane =
  | 'attach'
  | 'search'
  | 'assess'
  | 'comment'
  | 'edit'
  | 'reaffirm'
  | 'adjudicate'
  | 'history'
  | 'structure'

/** What one must be able to do to open each. */
export const PANE_ABILITY: Record<Pane, Ability> = {
  attach: 'citation.attach',
  search: 'citation.attach',
  assess: 'claim.assess',
  reaffirm: 'claim.assess',
  adjudicate: 'claim.adjudicate',
  comment: 'comment.write',
  edit: 'wording.propose',
  structure: 'wording.propose',
  history: 'article.read',
}

/** What is typed over one claim; of no concern to any other. */
export type Draft = { claim: number; text: string }

export type Galley = {
  article: GalleyView['article']
  viewer: Viewer
  people: Person[]
  blocks: GalleyView['blocks']
  claims: ReadonlyMap<number, ClaimSummary>
  selected: number | null
  pane: Pane | null
  /** Words of the open claim that were selected when a comment was asked for. */
  quote: string
  /** The words typed in the galley while a claim's wording is being edited. */
  draft: Draft | null
  setDraft: (draft: Draft | null) => void
  select: (number: number | null, options?: { replace?: boolean }) => void
  openPane: (pane: Pane | null) => void
  may: (ability: Ability) => boolean
  nameOf: (memberId: string | null) => string
  /** Reads statuses and the open dossier again, after something was recorded. */
  refresh: () => void
  /** The revision that is looked at as it stood; null: the article as it stands now. */
  revision: number | null
  /** Who else is here, and what the working text says; null where the article is looked at as it stood. */
  live: Live | null
  differences: WorkingDifferences | null
  dossier: Dossier | null
  dossierProblem: string | null
}

export const GalleyContext = createContext<Galley | null>(null)

export function useGalley(): Galley {
  const galley = useContext(GalleyContext)
  if (!galley) throw new Error('useGalley is for components inside the galley')
  return galley
}
