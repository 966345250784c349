import { type Piece, tidy } from './readable-assembly.ts'

const SILENT = ['script', 'style', 'template', 'noscript', 'title']
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/**
 * The last resort for a page that no parser could take: its words without what stands in angle brackets, each run a
 * paragraph. One pass from left to right, so that its time grows with the length alone.
 */
export function stripTags(html: string): Piece[] {
  const pieces: Piece[] = []
  const lower = html.toLowerCase()
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    const words = tidy(decode(html.slice(at, open < 0 ? html.length : open)))
    if (words !== '') pieces.push({ kind: 'paragraph', words })
    if (open < 0) break
    at = afterTag(lower, open)
  }
  return pieces
}

/** What never closes takes the rest with it. */
function afterTag(lower: string, open: number): number {
  if (lower.startsWith('<!--', open)) return after(lower, '-->', open + 4)
  const name = /^[a-z]{1,10}/.exec(lower.slice(open + 1, open + 11))?.[0] ?? ''
  const end = after(lower, '>', open + 1)
  return SILENT.includes(name) ? after(lower, '>', after(lower, `</${name}`, end)) : end
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at < 0 ? text.length : at + mark.length
}

function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[name.toLowerCase()] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
