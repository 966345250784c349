import type { ReadableKind, TableCell } from '@/lib/domain/quote/snapshot.ts'
import { raisedMark } from './raised-mark.ts'
import { type Piece, tidy } from './readable-assembly.ts'
import { nextCell, nextRow, type OpenTable, openTable, withoutLayoutTables } from './readable-table.ts'

/** A piece of a page, and how many of its letters stand in links. */
export type WalkedPiece = Piece & { linked: number }
export type Walked = { pieces: WalkedPiece[]; depth: number; elements: number }

const KINDS: Record<string, ReadableKind> = {
  LI: 'item',
  DT: 'item',
  DD: 'item',
  TD: 'cell',
  TH: 'cell',
  CAPTION: 'paragraph',
  BLOCKQUOTE: 'quote',
  PRE: 'preformatted',
}
const words = (text: string) => new Set(text.split(' '))
/** Elements that stand on lines of their own. Those not in `KINDS` are of the kind of what they stand in. */
const BLOCKS = words(
  'P DIV SECTION ARTICLE MAIN HEADER FOOTER NAV ASIDE ADDRESS FIGURE FIGCAPTION UL OL DL TABLE TBODY THEAD TFOOT TR FORM FIELDSET LEGEND DETAILS SUMMARY DIALOG HR CENTER HGROUP BODY HTML MENU SEARCH',
)
/** Never words of the page: programs, what shows only without them, other media, and what a visitor fills in. */
const LEFT_OUT = words(
  'SCRIPT STYLE TEMPLATE NOSCRIPT HEAD TITLE META LINK SVG CANVAS IFRAME OBJECT EMBED VIDEO AUDIO SELECT OPTION DATALIST TEXTAREA INPUT BUTTON NOFRAMES NOEMBED FRAMESET',
)

type Frame = {
  node: Node
  kind: ReadableKind
  level?: number
  muted: boolean
  isBlock: boolean
  linked: boolean
  raised: boolean
  cell?: TableCell
  table?: OpenTable
}

/**
 * Reads the words under a node in the order of the page, as pieces of text. The way is kept in a list, not in the
 * calls, for pages nest as deep as they like. A picture in the middle of a paragraph follows it, so that its
 * description doesn't part a sentence; two line breaks in a row part paragraphs, as older pages do; a line of
 * preformatted text is a piece of its own.
 */
export function walk(root: Node): Walked {
  const pieces: WalkedPiece[] = []
  let pending: string[] = []
  let images: string[] = []
  let [linked, breaks, depth, elements] = [0, 0, 0, 0]
  const stack: Frame[] = [{ node: root, kind: 'paragraph', muted: false, isBlock: true, linked: false, raised: false }]

  let tables = 0
  const layout = new Set<number>()
  const flush = ({ kind, level, cell }: Pick<Frame, 'kind' | 'level' | 'cell'>) => {
    const raw = pending.join('')
    const lines = kind === 'preformatted' ? raw.split(/\r\n?|\n/) : [raw]
    for (const line of lines) {
      const said = tidy(line)
      const place = { ...(level !== undefined && { level }), ...(cell && { cell }) }
      if (said !== '') pieces.push({ kind, words: said, linked: Math.min(linked, said.length), ...place })
    }
    for (const said of images) pieces.push({ kind: 'image', words: said, linked: 0, ...(cell && { cell }) })
    pending = []
    images = []
    linked = 0
    breaks = 0
  }

  const enter = (node: Node, parent: Frame): Frame | null => {
    if (node.nodeType === 3) {
      if (!parent.muted) say(node.nodeValue ?? '', parent)
      return null
    }
    if (node.nodeType !== 1) return null
    elements++
    const element = node as Element
    const tag = element.tagName.toUpperCase()
    const muted = parent.muted || LEFT_OUT.has(tag) || isHidden(element, tag)
    if (!muted && tag === 'BR') breakLine(parent)
    if (!muted && tag === 'IMG') picture(element)
    const heading = /^H([1-6])$/.exec(tag)?.[1]
    const kind = heading ? 'heading' : (KINDS[tag] ?? parent.kind)
    const isBlock = heading !== undefined || tag in KINDS || BLOCKS.has(tag)
    if (isBlock && !muted) flush(parent)
    const level = heading ? Number(heading) : kind === 'heading' ? parent.level : undefined
    const frame = {
      node,
      kind,
      muted,
      isBlock,
      linked: parent.linked || tag === 'A',
      raised: parent.raised || tag === 'SUP',
    }
    return { ...frame, ...(level !== undefined && { level }), ...placed(element, tag, parent) }
  }

  /** Which table and cell an element is in. A table within a cell makes a frame of the outer one. */
  const placed = (element: Element, tag: string, { table, cell }: Frame): Pick<Frame, 'table' | 'cell'> => {
    if (tag === 'TABLE') {
      if (table) layout.add(table.id)
      const isLayout = /^(?:presentation|none)$/i.test(element.getAttribute('role') ?? '')
      if (isLayout) layout.add(tables)
      return { table: openTable(tables++) }
    }
    if (!table) return {}
    if (tag === 'TR') nextRow(table)
    const own = tag === 'TD' || tag === 'TH' ? nextCell(table, element) : (cell ?? null)
    return { table, ...(own && { cell: own }) }
  }
  const say = (text: string, frame: Frame) => {
    pending.push((frame.raised ? raisedMark(text) : null) ?? text)
    if (!/\S/.test(text)) return
    breaks = 0
    if (frame.linked) linked += text.trim().length
  }

  const breakLine = (frame: Frame) => {
    pending.push('\n')
    breaks++
    if (breaks === 2) flush(frame)
  }

  const picture = (element: Element) => {
    const said = tidy(element.getAttribute('alt') ?? '')
    if (/[\p{L}\p{N}]/u.test(said)) images.push(said)
  }

  let next: Node | null = root.firstChild
  for (;;) {
    const top = stack.at(-1)
    if (!top) break
    if (next === null) {
      if (top.isBlock && !top.muted) flush(top)
      stack.pop()
      next = stack.length === 0 ? null : top.node.nextSibling
      continue
    }
    const frame = enter(next, top)
    if (frame) {
      stack.push(frame)
      depth = Math.max(depth, stack.length)
      next = next.firstChild
    } else next = next.nextSibling
  }
  return { pieces: withoutLayoutTables(pieces, layout), depth, elements }
}

function isHidden(element: Element, tag: string): boolean {
  // What is "until-found" is there for whoever looks for it.
  if (element.hasAttribute('hidden') && element.getAttribute('hidden') !== 'until-found') return true
  if (element.getAttribute('aria-hidden')?.trim().toLowerCase() === 'true') return true
  if (tag === 'DIALOG' && !element.hasAttribute('open')) return true
  const style = element.getAttribute('style')
  return style !== null && /(^|[;\s])(display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style.slice(0, 2_000))
}
