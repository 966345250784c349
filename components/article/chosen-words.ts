/** Words that are selected in the article's text: the claim they are in, and what they are. */
export type ChosenWords = { claim: number; quote: string }

/**
 * The words now selected, as far as they are one claim's: of a selection over several, those in the first.
 * @param textOf the claim's words as it says them now
 */
export function chosenWords(textOf: (claim: number) => string): ChosenWords | null {
  const selection = window.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const holder = [...document.querySelectorAll<HTMLElement>('.sheet [data-claim]')].find((one) =>
    range.intersectsNode(one),
  )
  if (!holder) return null
  const own = document.createRange()
  own.selectNodeContents(holder)
  if (range.compareBoundaryPoints(Range.START_TO_START, own) > 0) own.setStart(range.startContainer, range.startOffset)
  if (range.compareBoundaryPoints(Range.END_TO_END, own) < 0) own.setEnd(range.endContainer, range.endOffset)
  const quote = own.toString().trim()
  const claim = Number(holder.dataset.claim)
  return quote !== '' && textOf(claim).includes(quote) ? { claim, quote } : null
}
