import { visible } from '../../domain/text/invisible-character.ts'

/** A piece of HTML that was made here, and not by whoever wrote the text in it. */
export class Markup {
  constructor(readonly text: string) {}
}

type Piece = Markup | string | number | null | undefined | false | readonly Piece[]

/**
 * HTML from a template. Whatever is put in is escaped and its invisible characters are shown, so that it can be read
 * and does nothing, in text and in a quoted attribute alike; only markup made by this function goes in as it is.
 * Lists are joined; null and false leave nothing.
 */
export function html(strings: TemplateStringsArray, ...pieces: Piece[]): Markup {
  let text = strings[0] ?? ''
  for (const [at, piece] of pieces.entries()) text += rendered(piece) + (strings[at + 1] ?? '')
  return new Markup(text)
}

function rendered(piece: Piece): string {
  if (piece === null || piece === undefined || piece === false) return ''
  if (piece instanceof Markup) return piece.text
  if (typeof piece === 'object') return piece.map(rendered).join('')
  return escapeHtml(visible(String(piece)))
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => ESCAPES[mark] ?? mark)
}

/** A link, where the address is one of the web; else the address as text. */
export function link(address: string, words: Markup | string): Markup {
  if (!isWebAddress(address)) return html`${words}`
  return html`<a href="${address}" rel="noreferrer noopener nofollow">${words}</a>`
}

function isWebAddress(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && visible(address) === address
}

/** Joins pieces that are not empty. */
export function joined(pieces: readonly Piece[], between: string): Markup {
  const shown = pieces.map(rendered).filter((piece) => piece !== '')
  return new Markup(shown.join(rendered(between)))
}
