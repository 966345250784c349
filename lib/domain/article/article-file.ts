/** The largest article file taken, in bytes, unless the caller says otherwise: 5 MB, some 800,000 words. */
export const ARTICLE_LIMIT_BYTES = 5_000_000

export type FileProblem = { code: 'empty' | 'too_large' | 'binary' | 'encoding' | 'wikitext'; message: string }

/** First bytes of files that people take for text. */
const SIGNATURES: [string, number[]][] = [
  ['a PDF', [0x25, 0x50, 0x44, 0x46]],
  ['a Word, OpenDocument or zip file', [0x50, 0x4b, 0x03, 0x04]],
  ['an old Word file', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a picture', [0xff, 0xd8, 0xff]],
  ['a compressed file', [0x1f, 0x8b]],
  ['a rich-text file', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
]
const SAVE_AS = 'Save the article as plain text in UTF-8 and choose that file.'

/**
 * The text of an uploaded file, byte order mark included, so that the file can be given back as it came. Fails, in
 * words for a person, when it is empty, over `limitBytes`, no text (a known format, or a NUL, which no text has and
 * the database does not keep), or not UTF-8 (naming the offset of the first bad byte, counted from 0).
 */
export function decodeArticleFile(
  bytes: Uint8Array,
  limitBytes: number = ARTICLE_LIMIT_BYTES,
): { ok: true; text: string } | { ok: false; problem: FileProblem } {
  const fail = (code: FileProblem['code'], message: string) => ({ ok: false as const, problem: { code, message } })
  if (bytes.length === 0) return fail('empty', 'The file is empty. Choose a file with the text of an article.')
  if (bytes.length > limitBytes) {
    const sizes = `${bytes.length.toLocaleString('en')} bytes; the limit is ${limitBytes.toLocaleString('en')} bytes`
    return fail('too_large', `The file has ${sizes}. Split the article or leave out what is not text.`)
  }
  const known = SIGNATURES.find(([, signature]) => signature.every((byte, at) => bytes[at] === byte))
  if (known) return fail('binary', `The file is ${known[0]}, not plain text. ${SAVE_AS}`)
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return fail('encoding', `The file is in UTF-16; from byte 0 on it is not valid UTF-8. ${SAVE_AS}`)
  }
  const nul = bytes.indexOf(0)
  if (nul >= 0) return fail('binary', `The file is not plain text: byte ${nul} is a NUL. ${SAVE_AS}`)
  const bad = firstInvalidUtf8(bytes)
  if (bad !== undefined)
    return fail('encoding', `The file is not valid UTF-8: the first bad byte is at offset ${bad}. ${SAVE_AS}`)
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  if (!/\S/u.test(text))
    return fail('empty', 'The file holds only white space. Choose a file with the text of an article.')
  return { ok: true, text }
}

/** What the source of a wiki page is full of; each of these may be in a text by chance, three of them are not. */
const WIKITEXT = [
  /\{\{[^{}\n]+/u,
  /\[\[[^[\]\n]+\]\]/u,
  /<ref(?:\s[^<>\n]*)?\/?>/u,
  /^\{\|/mu,
  /'{3}[^'\n]+'{3}/u,
  /\[\[(?:Category|File|Image|Катэгорыя|Категория|Категорія|Kategoria|Kategorie|Catégorie|Categoría):/u,
  /^\|\s*[\p{L}_ ]+=/mu,
]
const WIKITEXT_SIGNS = 3
/** How much of a text is looked at, in UTF-16 units. */
const WIKITEXT_READ = 50_000

/** Why a text is not taken: it is the source of a wiki page, whose templates and links would become claims. */
export function wikitextProblem(text: string): FileProblem | undefined {
  const page = text.slice(0, WIKITEXT_READ)
  if (WIKITEXT.filter((sign) => sign.test(page)).length < WIKITEXT_SIGNS) return undefined
  const message =
    'The text is wikitext, the source of a wiki page: its templates, links and <ref> tags would become claims. ' +
    'Nothing was imported. Copy the page as readers see it, or export it as plain text.'
  return { code: 'wikitext', message }
}

/** The offset of the first byte of the first sequence that is not well-formed UTF-8 (Unicode 16, table 3-7). */
function firstInvalidUtf8(bytes: Uint8Array): number | undefined {
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) {
      at++
      continue
    }
    const length =
      lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0
    const second = bytes[at + 1] ?? 0
    // Overlong forms, surrogates and code points beyond U+10FFFF show in the second byte.
    const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
    const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
    if (length === 0 || second < low || second > high) return at
    for (let next = 2; next < length; next++) {
      const byte = bytes[at + next] ?? 0
      if (byte < 0x80 || byte > 0xbf) return at
    }
    at += length
  }
  return undefined
}
