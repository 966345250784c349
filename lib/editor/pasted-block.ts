import type { BlockKind } from '@/lib/domain/article/block.ts'
import { oneLine } from '@/lib/domain/claim/wording.ts'

/** A block of what was pasted: its kind, level (of a heading 2 to 6, of a list from 1) and plain words. */
export type PastedBlock = { kind: Exclude<BlockKind, 'infobox_field'>; level?: number; text: string }

/** What was read of the clipboard, and how much of what it held was left out, by what that was. */
export type Pasted = { blocks: PastedBlock[]; left: Readonly<Record<LeftOut, number>> }
export type LeftOut = 'deleted' | 'comments' | 'footnotes'

export const NOTHING_LEFT: Pasted['left'] = { deleted: 0, comments: 0, footnotes: 0 }

const NAMES: Record<LeftOut, [one: string, many: string]> = {
  deleted: ['a passage marked as deleted', 'passages marked as deleted'],
  comments: ['a margin comment', 'margin comments'],
  footnotes: ['a footnote', 'footnotes'],
}

/** What was left out, as a sentence; null where nothing was. */
export function leftOutWords(left: Pasted['left']): string | null {
  const parts = (Object.keys(NAMES) as LeftOut[])
    .filter((kind) => left[kind] > 0)
    .map((kind) => (left[kind] === 1 ? NAMES[kind][0] : `${left[kind]} ${NAMES[kind][1]}`))
  if (parts.length === 0) return null
  const last = parts.at(-1)
  return `Left out of what was pasted: ${parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${last}` : last}.`
}

const HEADING = /^(#{1,6})\s+(?=\S)/u
const ITEM = /^(\s*)(?:[-*•◦▪–·]|\d{1,3}[.)])\s+(?=\S)/u
const QUOTED = /^>\s?/u

/**
 * Reads plain text as people type it: blank lines between paragraphs, and, where they are used, `#` before a heading, `>`
 * before a quotation, bullets or numbers before the items of a list. One line by itself is words, whatever it begins with.
 */
export function blocksOfText(text: string): PastedBlock[] {
  const lines = text.split(/\r\n|\n|\r/u)
  const blocks: PastedBlock[] = []
  let open: PastedBlock | null = null
  const close = () => {
    if (open?.text.trim()) blocks.push({ ...open, text: oneLine(open.text) })
    open = null
  }
  const isLone = lines.filter((line) => line.trim() !== '').length < 2
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') {
      close()
      continue
    }
    const started = isLone ? null : startOf(line, [lines[at - 1] ?? '', lines[at + 1] ?? ''])
    if (started && (started.kind !== 'quotation' || open?.kind !== 'quotation')) {
      close()
      open = started
      if (started.kind === 'heading') close()
    } else if (open)
      open = {
        ...(open as PastedBlock),
        text: `${(open as PastedBlock).text} ${open.kind === 'quotation' ? line.replace(QUOTED, '') : line}`,
      }
    else open = { kind: 'paragraph', text: line }
  }
  close()
  return blocks
}

/** A minus in the middle of a sentence is no bullet: an item has another beside it, and a quotation begins a block or goes on. */
function startOf(line: string, [before, behind]: [string, string]): PastedBlock | null {
  const heading = HEADING.exec(line)
  if (heading)
    return { kind: 'heading', level: Math.max(2, heading[1]?.length ?? 2), text: line.slice(heading[0].length) }
  const item = ITEM.exec(line)
  if (item && (ITEM.test(before) || ITEM.test(behind))) {
    const level = 1 + Math.min(5, Math.floor((item[1] ?? '').replaceAll('\t', '  ').length / 2))
    return { kind: 'list_item', level, text: line.slice(item[0].length) }
  }
  const isQuoted = QUOTED.test(line) && (before.trim() === '' || QUOTED.test(before) || QUOTED.test(behind))
  return isQuoted ? { kind: 'quotation', text: line.replace(QUOTED, '') } : null
}
