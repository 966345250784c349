/** Scrolls to a place of a snapshot's text in its reader, without moving the focus. */
export function revealPlace(root: HTMLElement, start: number) {
  const blocks = [...root.querySelectorAll<HTMLElement>('[data-start]')]
  const block = blocks.findLast(({ dataset }) => Number(dataset.start) <= start)
  if (!block) return
  let at = Number(block.dataset.start)
  for (const node of block.childNodes) {
    const end = at + (node.textContent?.length ?? 0)
    if (start < end && node instanceof HTMLElement) return node.scrollIntoView({ block: 'center' })
    at = end
  }
  block.scrollIntoView({ block: 'center' })
}
