import { fileTypeFromBuffer } from 'file-type'
import { looksLikeText, readStart } from './text-bytes.ts'

export type MediaKind = 'html' | 'pdf' | 'image' | 'text' | 'json' | 'other'
export type Media = { mediaType: string; kind: MediaKind }

const IMAGES = new Set([
  'image/png',
  'image/apng',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
  'image/bmp',
  'image/tiff',
  'image/heic',
  'image/heif',
])

/** Kinds of text that a browser shows as text, whatever they hold. Every other text is plain: XML and SVG can hold script. */
const PLAIN_KINDS = new Set(['text/plain', 'text/csv', 'text/tab-separated-values', 'text/markdown', 'text/vtt'])
const NAMED_KINDS: Record<string, string> = {
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  md: 'text/markdown',
  vtt: 'text/vtt',
}

/**
 * Says what some bytes are by looking at them. What a server declared and what a file is called are believed only
 * between kinds of text, which look alike; they never make a program a PDF or a page an image. After the MIME Sniffing
 * Standard (mimesniff.spec.whatwg.org), but a page that plainly is one is read as one, even where it was sent as plain
 * text. SVG is text here: it can hold script, so it is never shown as an image.
 */
export async function sniffMedia(bytes: Uint8Array, declared: string | null, fileName: string | null): Promise<Media> {
  const type = declared?.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  if (bytes.length === 0) return { mediaType: 'text/plain', kind: 'text' }
  if (pdfFollows(bytes)) return PDF
  if (looksLikeText(bytes, charsetOf(declared))) return sniffText(readStart(bytes), type, extension(fileName))
  const found = await fileTypeFromBuffer(bytes.subarray(0, 64 * 1024)).catch(() => undefined)
  if (found?.mime === 'application/pdf') return PDF
  if (found && IMAGES.has(found.mime)) return { mediaType: found.mime, kind: 'image' }
  return { mediaType: found?.mime ?? 'application/octet-stream', kind: 'other' }
}

const PDF: Media = { mediaType: 'application/pdf', kind: 'pdf' }
const HTML: Media = { mediaType: 'text/html', kind: 'html' }

/** Readers allow a PDF to begin a little late; here, after white space alone, so that nothing else can be called one. */
function pdfFollows(bytes: Uint8Array): boolean {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  return /^(?:\xef\xbb\xbf)?[\s\0]*%PDF-\d/.test(start)
}

function sniffText(start: string, type: string, ending: string): Media {
  const head = start.replace(/^[\uFEFF\s]+/, '')
  if (head.startsWith('{\\rtf')) return { mediaType: 'application/rtf', kind: 'other' }
  if (head.startsWith('%!PS')) return { mediaType: 'application/postscript', kind: 'other' }
  if (startsAsHtml(head)) return HTML
  const xml = /^<\?xml\s|^<!DOCTYPE|^<svg[\s>]/i.test(head)
  const saysHtml = type === 'text/html' || type === 'application/xhtml+xml'
  if (!xml && !/^[[{]\s*["\]}[{]/.test(head)) {
    if (saysHtml) return HTML
    const unsaid = type === '' || type === 'application/octet-stream'
    if (unsaid && (startsWithTag(head) || /^x?html?$/.test(ending))) return HTML
  }
  if (!xml && (type === 'application/json' || /\+json$/.test(type) || /^json(ld)?$/.test(ending) || isJson(head))) {
    return { mediaType: /^application\/[a-z0-9.+-]+\+json$/.test(type) ? type : 'application/json', kind: 'json' }
  }
  const plain = PLAIN_KINDS.has(type) && type !== 'text/plain' ? type : (NAMED_KINDS[ending] ?? 'text/plain')
  return { mediaType: xml ? 'text/plain' : plain, kind: 'text' }
}

/** The root of a page, after an XML declaration, comments and a document type. */
function startsAsHtml(head: string): boolean {
  let rest = head
  for (;;) {
    if (/^<!DOCTYPE\s+html[\s>]|^<html[\s>]/i.test(rest)) return !/^<!DOCTYPE[^>]*>\s*<svg[\s>]/i.test(rest)
    const end = rest.startsWith('<!--') ? rest.indexOf('-->') + 3 : rest.startsWith('<?') ? rest.indexOf('?>') + 2 : 0
    if (end < 4) return false
    rest = rest.slice(end).trimStart()
  }
}

/** The tags by which the standard knows a page that has no root of its own. */
function startsWithTag(head: string): boolean {
  return /^<(?:!--|(?:head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|meta|article|main|section)[\s>])/i.test(
    head,
  )
}

/** Only a whole object or list that begins like one; a long file is judged by its beginning. */
function isJson(head: string): boolean {
  if (!/^[[{]/.test(head)) return false
  try {
    JSON.parse(head)
    return true
  } catch {
    return /^\s*(?:\{\s*"(?:[^"\\]|\\.){0,200}"\s*:|\[\s*\{\s*")/.test(head)
  }
}

function extension(fileName: string | null): string {
  return /\.([a-z0-9]{1,8})$/i.exec(fileName?.trim() ?? '')?.[1]?.toLowerCase() ?? ''
}

/** The charset a media type declares, if any. */
export function charsetOf(declared: string | null): string | null {
  return /;\s*charset\s*=\s*"?([^\s";]{1,40})/i.exec(declared ?? '')?.[1] ?? null
}
