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

/**
 * Control characters (but line feed and tab), characters that turn the direction of writing, those that show nothing
 * at all, and halves of surrogate pairs. Joiners stay, which scripts and emoji need; so do the tags of a flag.
 */
const UNSEEN =
  /[^\P{Cc}\n\t]|\p{Bidi_Control}|\u034f|[\u00ad\u115f\u1160\u17b4\u17b5\u180e\u200b\u2028\u2029\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|\p{Surrogate}|(?<!\u{1f3f4}[\u{e0020}-\u{e007f}]*)[\u{e0000}-\u{e007f}]/gu

/** Shows such characters by name, "⟨U+202E⟩", so that they neither hide nor reorder anything. */
export function visible(text: string): string {
  return text.replace(UNSEEN, (mark) => `⟨U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`)
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
