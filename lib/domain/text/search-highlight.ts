/**
 * A stretch of text in pieces, those that a search found told apart: words of the search, or what begins so, whatever the
 * case. White space of any kind counts as one space.
 */
export function foundPieces(text: string, search: string): { words: string; found: boolean }[] {
  const whole = text.replace(/\s+/gu, ' ').trim()
  const sought = [...new Set(search.split(/\s+/u).filter(Boolean))].slice(0, 8)
  if (whole === '' || sought.length === 0) return whole === '' ? [] : [{ words: whole, found: false }]
  const any = sought
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'))
    .join('|')
  const pattern = new RegExp(`((?<![\\p{L}\\p{N}])(?:${any})[\\p{L}\\p{N}]*)`, 'giu')
  return whole
    .split(pattern)
    .map((words, at) => ({ words, found: at % 2 === 1 }))
    .filter(({ words }) => words !== '')
}
