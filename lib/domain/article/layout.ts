import type { ArticleText, Block, BlockKind } from './block.ts'

/** A block whose claims are named by their number in the article; the words stand in the claim revisions. */
export type LayoutBlock = {
  id: string
  kind: BlockKind
  label?: string
  level?: number
  open: string
  close: string
  claims: number[]
  /**
   * Claims as they are set here, by number, where their white space is not that of their wording: a claim that moved to
   * the end of a paragraph says what it said, and needs no new wording.
   */
  set?: Readonly<Record<string, string>>
}

/** What each claim says in the article: its wording, with the white space that the layout gives it. */
export function setTexts(layout: Pick<Layout, 'blocks'>, wordings: ReadonlyMap<number, string>): Map<number, string> {
  const texts = new Map(wordings)
  for (const { set } of layout.blocks)
    for (const [key, text] of Object.entries(set ?? {})) {
      const wording = texts.get(Number(key))
      if (wording !== undefined) texts.set(Number(key), asSet(wording, text))
    }
  return texts
}

/** A wording that was accepted since has other words: then the space behind the claim alone is the layout's. */
function asSet(wording: string, set: string): string {
  return sameButSpace(wording, set) ? set : wording.trimEnd() + set.slice(set.trimEnd().length)
}

/** Whether two texts differ in nothing but how much white space stands where. Joined words are other words. */
export function sameButSpace(one: string, other: string): boolean {
  const plain = (text: string) => text.trim().replace(/\s+/gu, ' ')
  return one === other || plain(one) === plain(other)
}

/** The ordered blocks of an article and the markup around them: with the claims' words it gives the source back. */
export type Layout = { open: string; close: string; blocks: LayoutBlock[] }

/** Lays a parsed article out: claims are numbered in reading order from `firstNumber`, blocks from 1. */
export function layOut(article: ArticleText, firstNumber: number): { layout: Layout; texts: string[] } {
  const texts: string[] = []
  const blocks = article.blocks.map((block, at): LayoutBlock => {
    const claims = block.claims.map((text) => firstNumber + texts.push(text) - 1)
    return { ...block, id: `b${at + 1}`, claims }
  })
  return { layout: { open: article.open, close: article.close, blocks }, texts }
}

/** The article's text again, with the wording each claim has now. Claims without one are left out. */
export function textOf(title: string, layout: Layout, wordingOf: (claim: number) => string | undefined): ArticleText {
  const blocks = layout.blocks.map(({ id: _, set: __, claims, ...block }): Block => {
    const texts = claims.map((claim) => wordingOf(claim)).filter((text) => text !== undefined)
    return { ...block, claims: texts }
  })
  return { title, open: layout.open, close: layout.close, blocks }
}

export type Section = { id: string; title: string; level: number; claims: number[] }

/**
 * The sections of an article for an outline: the infobox, what comes before the first heading ("Lead"), then one for
 * every heading, which holds its heading's claims too. Sections without claims are left out.
 */
export function sectionsOf(layout: Layout, wordingOf: (claim: number) => string | undefined): Section[] {
  const sections: Section[] = []
  const open = (id: string, title: string, level: number) => {
    const section: Section = { id, title, level, claims: [] }
    sections.push(section)
    return section
  }
  let current: Section | undefined
  for (const block of layout.blocks) {
    if (block.kind === 'heading') {
      const title = block.claims
        .map((claim) => wordingOf(claim) ?? '')
        .join('')
        .trim()
      current = open(block.id, title || 'Untitled', block.level ?? 2)
    } else if (isInfobox(block)) {
      if (current?.id !== 'infobox') current = open('infobox', 'Infobox', 2)
    } else if (!current || current.id === 'infobox') {
      current = open('lead', 'Lead', 2)
    }
    current?.claims.push(...block.claims)
  }
  return sections.filter((section) => section.claims.length > 0)
}

/** Fields of the infobox, and the list items that belong to one of them. */
export function isInfobox(block: Pick<LayoutBlock, 'kind' | 'label'>): boolean {
  return block.kind === 'infobox_field' || (block.kind === 'list_item' && block.label !== undefined)
}
