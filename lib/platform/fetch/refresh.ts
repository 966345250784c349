/** What is read of a page to find where it sends its reader on, and how long such a page is without its tags. */
const HEAD = 64 * 1024
const STUB = 400
/** A page that is left sooner than this (seconds) was not meant to be read. */
const SOON = 5

/**
 * Where a page sends its reader on by `<meta http-equiv="refresh">`, as it is written there; null where it doesn't, or
 * where it is a page to read that is only renewed now and then. Read without parsing: one pass, bounded by `HEAD`.
 */
export function refreshTarget(html: string): string | null {
  const head = html.slice(0, HEAD)
  for (const [tag] of head.matchAll(/<meta\s[^<>]{0,2000}>/giu)) {
    if (attribute(tag, 'http-equiv')?.trim().toLowerCase() !== 'refresh') continue
    const [, delay = '', quoted] =
      /^\s*([\d.]*)\s*[;,\s]\s*(?:url\s*=\s*)?(.*)$/isu.exec(attribute(tag, 'content') ?? '') ?? []
    const target =
      quoted
        ?.trim()
        .replace(/^(["'])(.*)\1.*$/su, '$2')
        .trim() ?? ''
    if (target === '' || Number(delay || 0) > SOON) continue
    return html.length <= HEAD && wordsOf(head).length <= STUB ? target : null
  }
  return null
}

function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'iu').exec(tag)
  return found ? entities(found[1] ?? found[2] ?? found[3] ?? '') : null
}

function entities(text: string): string {
  return text
    .replace(/&(?:amp|#38|#x26);/giu, '&')
    .replace(/&(?:quot|#34);/giu, '"')
    .replace(/&(?:#39|apos);/giu, "'")
}

function wordsOf(html: string): string {
  return html
    .replace(/<(script|style|title|template)\b[^>]*>[\s\S]*?<\/\1\s*>/giu, ' ')
    .replace(/<[^<>]*>/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
}
