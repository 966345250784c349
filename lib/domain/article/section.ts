import type { BlockKind } from './block.ts'
import { isInfobox } from './layout.ts'

/** A block as far as it tells the section it is in: a heading's claims with their numbers, none where they are new. */
export type SectionedBlock = {
  kind: BlockKind
  label?: string
  claims: readonly { text: string; from: readonly number[] }[]
}

/** A section, known by its heading's claim: a heading in other words is still the same section. */
export type SectionName = { key: string; title: string }

/** The section of each block: that of the last heading before it, the infobox, or the lead. */
export function sectionNames(blocks: readonly SectionedBlock[]): SectionName[] {
  let current: SectionName | undefined
  return blocks.map((block, at) => {
    if (block.kind === 'heading') {
      const [number] = block.claims[0]?.from ?? []
      const text = block.claims.map(({ text: words }) => words).join('')
      current = { key: number === undefined ? `new ${at}` : `${number}`, title: text.trim() || 'Untitled' }
    } else if (isInfobox(block)) {
      if (current?.key !== 'infobox') current = { key: 'infobox', title: 'Infobox' }
    } else if (!current || current.key === 'infobox') {
      current = { key: 'lead', title: 'Lead' }
    }
    return current
  })
}

export type SectionChange = { before: string; after: string }

/**
 * Claims that are in another section of `after` than of `before`, by number, with the titles of both. Claims that were
 * split or merged, or are only on one side, are left out.
 */
export function sectionChanges(
  before: readonly SectionedBlock[],
  after: readonly SectionedBlock[],
): Map<number, SectionChange> {
  const old = placesIn(before)
  const changes = new Map<number, SectionChange>()
  for (const [number, now] of placesIn(after)) {
    const was = old.get(number)
    if (was && now && was.key !== now.key) changes.set(number, { before: was.title, after: now.title })
  }
  return changes
}

/** The section of each claim that is one claim; null for one that is in several places. */
function placesIn(blocks: readonly SectionedBlock[]): Map<number, SectionName | null> {
  const names = sectionNames(blocks)
  const places = new Map<number, SectionName | null>()
  for (const [at, { kind, claims }] of blocks.entries()) {
    if (kind === 'heading') continue
    for (const { from } of claims) {
      const [number] = from
      if (number === undefined || from.length > 1) continue
      places.set(number, places.has(number) ? null : (names[at] ?? null))
    }
  }
  return places
}
