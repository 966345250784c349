'use client'

import { type RefObject, useEffect } from 'react'
import { foundPlaces } from '@/lib/domain/text/found-place.ts'

const NAME = 'attest-find'
/** Beyond it the article is full of them anyway. */
const MOST = 2_000

/** Marks the words of a search in the claims that have them, without touching the text (CSS Custom Highlight API). */
export function useFindMarks(
  sheet: RefObject<HTMLElement | null>,
  search: string,
  bright: ReadonlySet<number> | null,
  /** Something by which the text may have been set again. */
  ...again: unknown[]
) {
  useEffect(() => {
    const words = search.trim()
    if (!words || !bright || typeof CSS === 'undefined' || !('highlights' in CSS)) return
    const frame = requestAnimationFrame(() => {
      const ranges: Range[] = []
      for (const claim of sheet.current?.querySelectorAll<HTMLElement>('[data-claim]') ?? []) {
        if (ranges.length >= MOST) break
        if (bright.has(Number(claim.dataset.claim))) ranges.push(...rangesOf(claim, words))
      }
      CSS.highlights.set(NAME, new Highlight(...ranges))
    })
    return () => {
      cancelAnimationFrame(frame)
      CSS.highlights.delete(NAME)
    }
  }, [sheet, search, bright, ...again])
}

/** Where the words are in an element's text, which may be cut into several nodes. */
function rangesOf(element: HTMLElement, words: string): Range[] {
  const nodes: { node: Text; start: number }[] = []
  let text = ''
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    nodes.push({ node, start: text.length })
    text += node.data
  }
  const at = (offset: number) => {
    const { node, start } = nodes.findLast((part) => part.start <= offset) ?? { node: element, start: offset }
    return [node, offset - start] as const
  }
  return foundPlaces(text, words).map(({ start, end }) => {
    const range = new Range()
    range.setStart(...at(start))
    range.setEnd(...at(end))
    return range
  })
}
