import { sameSubstance } from '../text/substance.ts'
import type { BlockKind } from './block.ts'
import type { Layout } from './layout.ts'

/**
 * What frames a claim's words and so is part of what it says: the label of the infobox field they are the value of, and
 * whether they are set as a quotation (someone's words) or as the article's own statement. The same words in another
 * frame say something else: "Injured: 23" is not "Killed: 23".
 */
export type Framing = { label?: string; quoted?: true }

/** All that a claim says: its words and their frame. */
export type Said = Framing & { text: string }

/** The frame that a block gives to the claims in it. */
export function framingOf({ kind, label }: { kind: BlockKind; label?: string | undefined }): Framing {
  return {
    ...(label !== undefined && label !== '' && { label }),
    ...(kind === 'quotation' && { quoted: true as const }),
  }
}

/** The frame of each claim of a layout, by its number. */
export function framingsIn(layout: Pick<Layout, 'blocks'>): Map<number, Framing> {
  return new Map(
    layout.blocks.flatMap((block) => {
      const framing = framingOf(block)
      return block.claims.map((number) => [number, framing] as const)
    }),
  )
}

/** What a recorded wording says, as its columns have it: null where there is no label, or no quotation. */
export function saidOf({ text, label, quoted }: { text: string; label: string | null; quoted: boolean | null }): Said {
  return { text, ...(label !== null && { label }), ...(quoted && { quoted }) }
}

/** Whether two frames say the same; white space and punctuation of a label count as they do in a wording. */
export function sameFraming(one: Framing | undefined, other: Framing | undefined): boolean {
  return one?.quoted === other?.quoted && sameSubstance(one?.label ?? '', other?.label ?? '')
}

/** Whether a check of the one holds for the other. */
export function saysTheSame(one: Said, other: Said): boolean {
  return sameFraming(one, other) && sameSubstance(one.text, other.text)
}

/** The label a claim carries wherever it is shown outside the article; null for the article's own running text. */
export function shownLabel({ label, quoted }: Framing): string | null {
  return label ?? (quoted ? 'Quotation' : null)
}

/** A claim's words with their label, as they are shown outside the article: "Killed: 23". */
export function labelled(framing: Framing | undefined, text: string): string {
  return withLabel(framing ? shownLabel(framing) : null, text)
}

/** The same, of a label that is known as it is shown. */
export function withLabel(label: string | null, text: string): string {
  return label === null ? text : `${label}: ${text}`
}

/** How a frame changed, in words for a person; null where it did not. */
export function framingChange(before: Framing, after: Framing): string | null {
  if (sameFraming(before, after)) return null
  if (before.quoted !== after.quoted)
    return after.quoted
      ? 'Set as a quotation: these are someone else’s words now.'
      : 'No longer a quotation: this is the article’s own statement now.'
  if (before.label === undefined) return `It has a label now: “${after.label}”.`
  if (after.label === undefined) return `It no longer has the label “${before.label}”.`
  return `The label changed from “${before.label}” to “${after.label}”.`
}
