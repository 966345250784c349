import { oneLine } from '@/lib/domain/claim/wording.ts'
import { type LeftOut, NOTHING_LEFT, type Pasted, type PastedBlock } from './pasted-block.ts'

// What browsers, Google Docs and Word put on the clipboard as HTML, read as blocks of plain words. The document comes from
// a DOMParser, so nothing in it runs and nothing is fetched.

/** Elements that hold no words of a text. */
const SILENT = new Set([
  'SCRIPT',
  'STYLE',
  'TEMPLATE',
  'NOSCRIPT',
  'HEAD',
  'TITLE',
  'META',
  'LINK',
  'IFRAME',
  'OBJECT',
  'SVG',
  'BUTTON',
  'SELECT',
  'INPUT',
  'TEXTAREA',
  'IMG',
  'VIDEO',
  'AUDIO',
  'CANVAS',
])
/** Elements that begin a block of their own. */
const BLOCKS = new Set([
  'P',
  'DIV',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'LI',
  'UL',
  'OL',
  'DL',
  'DT',
  'DD',
  'BLOCKQUOTE',
  'PRE',
  'TABLE',
  'TR',
  'CAPTION',
  'SECTION',
  'ARTICLE',
  'ASIDE',
  'HEADER',
  'FOOTER',
  'MAIN',
  'NAV',
  'FIGURE',
  'FIGCAPTION',
  'HR',
  'ADDRESS',
  'DETAILS',
  'SUMMARY',
  'BODY',
  'FORM',
  'FIELDSET',
])

/** No program writes longer ones. */
const STYLE_LIMIT = 2_000
/** Elements in one another; browsers give up at some 500. */
const DEEPEST = 400

type Block = Pick<PastedBlock, 'kind' | 'level'>
const PARAGRAPH: Block = { kind: 'paragraph' }

/** @param body of the parsed clipboard */
export function blocksOfHtml(body: Element): Pasted {
  const reader = new Reader()
  reader.read(body, PARAGRAPH, 0)
  reader.close()
  return { blocks: raised(reader.blocks), left: reader.left }
}

class Reader {
  readonly blocks: PastedBlock[] = []
  readonly left: Record<LeftOut, number> = { ...NOTHING_LEFT }
  private words = ''
  private depth = 0
  /** No element of it begins a block: some words out of a line. */
  private isInline = true
  private kind: Block = PARAGRAPH

  /** @param lists how many lists the element is in */
  read(element: Element, kind: Block, lists: number): void {
    if (this.depth >= DEEPEST) {
      this.words += element.textContent ?? ''
      return
    }
    this.depth += 1
    for (const child of element.childNodes) {
      if (child.nodeType === child.TEXT_NODE) this.words += (child as Text).data
      else if (child.nodeType === child.ELEMENT_NODE) this.readElement(child as Element, kind, lists)
    }
    this.depth -= 1
  }

  private readElement(element: Element, kind: Block, lists: number): void {
    const tag = element.tagName.toUpperCase()
    const skipped = leftOut(element, tag)
    if (skipped) {
      if (skipped !== 'silent') this.left[skipped.what] += skipped.count
      return
    }
    if (tag === 'BR') {
      // One breaks a line within a paragraph; two part it.
      if (element.nextElementSibling?.tagName === 'BR' && onlySpaceBetween(element)) this.part()
      else this.words += ' '
      return
    }
    if (tag === 'TD' || tag === 'TH') {
      this.readCell(element)
      return
    }
    if (tag === 'SUP' || tag === 'SUB') {
      this.words += raisedDigits(element.textContent ?? '', tag)
      return
    }
    if (!BLOCKS.has(tag)) {
      this.read(element, kind, lists)
      return
    }
    this.isInline = false
    const own = blockOf(element, tag, kind, lists)
    this.open(own)
    this.read(element, own, tag === 'UL' || tag === 'OL' ? lists + 1 : lists)
    this.open(kind)
  }

  /** A row of a table is a line: its cells side by side, whatever they are made of. */
  private readCell(element: Element): void {
    const cell = new Reader()
    cell.depth = this.depth
    cell.read(element, PARAGRAPH, 0)
    cell.close()
    for (const kind of Object.keys(this.left) as LeftOut[]) this.left[kind] += cell.left[kind]
    const said = cell.blocks.map(({ text }) => text.trim()).join(' ')
    this.words += this.words.trim() === '' ? said : ` | ${said}`
  }

  private open(kind: Block): void {
    this.part()
    this.kind = kind
  }

  private part(): void {
    const text = oneLine(this.words.replaceAll('\u00a0', ' ')).replace(/\s+/gu, ' ').trim()
    this.words = ''
    if (text !== '') this.blocks.push({ ...this.kind, text })
  }

  close(): void {
    const [before, behind] = this.isInline ? [/^[^\S\n\r]/u.test(this.words), /[^\S\n\r]$/u.test(this.words)] : []
    this.part()
    const [only] = this.blocks
    // The space beside words out of a line parts them from those they are pasted to.
    if (only && this.blocks.length === 1) only.text = `${before ? ' ' : ''}${only.text}${behind ? ' ' : ''}`
  }
}

function blockOf(element: Element, tag: string, around: Block, lists: number): Block {
  const level = /^H([1-6])$/.exec(tag)?.[1]
  if (level) return { kind: 'heading', level: Number(level) }
  const style = (element.getAttribute('style') ?? '').slice(0, STYLE_LIMIT)
  const name = element.getAttribute('class') ?? ''
  const wordList = /mso-list:\s{0,9}\S{1,99}\s{1,9}level(\d)/i.exec(style)?.[1]
  if (wordList) return { kind: 'list_item', level: levelOf(wordList, 1) }
  const wordHeading = /\bMso(?:Heading(\d)|Title|Subtitle)\b/i.exec(name)
  if (wordHeading) return { kind: 'heading', level: Number(wordHeading[1] ?? 1) }
  if (element.getAttribute('role') === 'heading')
    return { kind: 'heading', level: Number(element.getAttribute('aria-level')) || 2 }
  if (tag === 'BLOCKQUOTE' || /\bMso(?:Intense)?Quote\b/i.test(name)) return { kind: 'quotation' }
  // Google Docs says the level on the item; others nest the lists.
  if (tag === 'LI')
    return {
      kind: 'list_item',
      level: levelOf(element.getAttribute('aria-level') ?? element.getAttribute('data-level'), lists),
    }
  return around
}

/** "5" and a raised 2 are no "52". What is no number stays as it is. */
function raisedDigits(text: string, tag: 'SUP' | 'SUB'): string {
  const signs = tag === 'SUP' ? '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻' : '₀₁₂₃₄₅₆₇₈₉₊₋'
  return /^[\d+−-]{1,9}$/u.test(text.trim())
    ? text.trim().replace(/[\d+−-]/gu, (sign) => signs['0123456789+-'.indexOf(sign === '−' ? '-' : sign)] ?? sign)
    : text
}

/** A level as a page says it, which may be anything. */
function levelOf(said: string | null, otherwise: number): number {
  const level = Math.trunc(Number(said)) || otherwise
  return Math.min(6, Math.max(1, level))
}

function leftOut(element: Element, tag: string): 'silent' | { what: LeftOut; count: number } | null {
  if (SILENT.has(tag)) return 'silent'
  const style = (element.getAttribute('style') ?? '').slice(0, STYLE_LIMIT)
  const name = element.getAttribute('class') ?? ''
  if (tag === 'DEL' || tag === 'S' || tag === 'STRIKE' || /\bmsoDel\b/i.test(name))
    return { what: 'deleted', count: element.textContent?.trim() ? 1 : 0 }
  if (/mso-element:\s*comment-list/i.test(style)) {
    const comments = element.querySelectorAll('[style*="mso-element:comment" i]')
    return { what: 'comments', count: [...comments].filter(isComment).length || 1 }
  }
  if (/\bMsoComment(?:Reference|Text|Subject)\b/i.test(name) || /#_msocom_/i.test(element.getAttribute('href') ?? ''))
    return 'silent'
  if (/mso-element:\s*(?:foot|end)note-list/i.test(style)) {
    const notes = element.querySelectorAll('[style*="mso-element:footnote" i], [style*="mso-element:endnote" i]')
    return { what: 'footnotes', count: notes.length || 1 }
  }
  if (/\bMso(?:Foot|End)noteReference\b/i.test(name) || /mso-list:\s*ignore/i.test(style)) return 'silent'
  if (
    /(?:^|;)\s{0,9}(?:display:\s{0,9}none|visibility:\s{0,9}hidden|mso-hide:\s{0,9}all)/i.test(style) ||
    element.hasAttribute('hidden')
  )
    return 'silent'
  return null
}

const isComment = (element: Element) =>
  /mso-element:\s*comment(?!-)/i.test((element.getAttribute('style') ?? '').slice(0, STYLE_LIMIT))

function onlySpaceBetween(first: Element): boolean {
  for (let next = first.nextSibling; next; next = next.nextSibling) {
    if (next.nodeType === next.ELEMENT_NODE) return true
    if ((next.textContent ?? '').trim() !== '') return false
  }
  return false
}

/** The page's own title is above all headings: where a first level was pasted, each goes one down. */
function raised(blocks: readonly PastedBlock[]): PastedBlock[] {
  const by = blocks.some(({ kind, level }) => kind === 'heading' && level === 1) ? 1 : 0
  return blocks.map((block) =>
    block.kind === 'heading' ? { ...block, level: Math.min(6, Math.max(2, (block.level ?? 2) + by)) } : block,
  )
}
