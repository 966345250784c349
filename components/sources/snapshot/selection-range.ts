/** A stretch of a snapshot's text, in UTF-16 units. */
export type TextRange = { start: number; end: number }

/**
 * What is selected within a reader, as offsets into the snapshot's text; null where nothing of it is. A selection may
 * begin or end outside the text (a triple click ends at the next paragraph): it is cut to the text it holds, without the
 * white space around it. Each block of the text carries `data-start`, and holds its own words and nothing else.
 */
export function selectionRange(root: HTMLElement): TextRange | null {
  const selection = root.ownerDocument.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!range.intersectsNode(root)) return null
  const held = [...root.querySelectorAll<HTMLElement>('[data-start]')].filter((block) => range.intersectsNode(block))
  const stretches = held.flatMap((block) => stretchOf(block, range) ?? [])
  const [first, last] = [stretches[0], stretches.at(-1)]
  return first && last ? { start: first.start, end: last.end } : null
}

/** What of one block the range holds, trimmed; null where that is nothing. */
function stretchOf(block: HTMLElement, range: Range): TextRange | null {
  const start = Number(block.dataset.start)
  const text = block.textContent ?? ''
  const from = block.contains(range.startContainer)
    ? offsetWithin(block, range.startContainer, range.startOffset)
    : range.comparePoint(block, block.childNodes.length) < 0
      ? text.length
      : 0
  const to = block.contains(range.endContainer)
    ? offsetWithin(block, range.endContainer, range.endOffset)
    : range.comparePoint(block, 0) > 0
      ? 0
      : text.length
  const chosen = text.slice(from, to)
  const trimmed = chosen.trim()
  if (trimmed === '') return null
  const begin = start + from + chosen.indexOf(trimmed)
  return { start: begin, end: begin + trimmed.length }
}

function offsetWithin(block: HTMLElement, node: Node, offset: number): number {
  const before = block.ownerDocument.createRange()
  before.selectNodeContents(block)
  before.setEnd(node, offset)
  return before.toString().length
}
