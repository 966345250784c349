import { addressKey, parseWebAddress, readWebAddress } from '../text/web-address.ts'
import { doiKey, doiOfAddress } from './doi.ts'
import { readIsbn } from './isbn.ts'

/** What someone put into the one box for a new source. `isbn` is an ISBN-13 without hyphens, `doi` in its normal form. */
export type SourceEntry =
  | { kind: 'url'; url: string }
  | { kind: 'doi'; doi: string }
  | { kind: 'isbn'; isbn: string }
  | { kind: 'bibtex' | 'ris' | 'csl'; text: string }
  | { kind: 'words'; text: string }

const BIBTEX = /^(?:\s*%[^\n]*\n)*\s*@\s*[a-z]+\s*[{(]/iu
const RIS = /^\s*TY {1,2}- ?\S/u

/**
 * Reads what was pasted: a record in BibTeX, RIS or CSL-JSON, a DOI in any spelling, an ISBN whose check digit is
 * right, a web address (also without "https://", in angle brackets, or with a full stop behind it), and otherwise
 * words. Never fails: what is none of these is words.
 */
export function readEntry(text: string): SourceEntry {
  const whole = text.replace(/^\ufeff/u, '').trim()
  if (BIBTEX.test(whole)) return { kind: 'bibtex', text: whole }
  if (RIS.test(whole)) return { kind: 'ris', text: whole }
  if (isCsl(whole)) return { kind: 'csl', text: whole }
  const isbn = readIsbn(whole)
  if (isbn) return { kind: 'isbn', isbn }
  const bare = withoutWrapping(whole)
  const doi = doiKey(bare)
  if (doi) return { kind: 'doi', doi }
  const url = readWebAddress(bare)
  return url ? { kind: 'url', url } : { kind: 'words', text: whole }
}

export type SourceKeys = { urlKey: string | null; doi: string | null; isbn: string | null }

type Marked = { type?: string; 'container-title'?: string; URL?: string; DOI?: string; ISBN?: string }

/**
 * By what a record is the same as another on the shelf; null where it has no such mark, or one that is none. The ISBN of
 * a chapter or a paper is that of the book it stands in, as bibliographies have it: the others in that book share it.
 */
export function sourceKeys(csl: Marked): SourceKeys {
  const url = csl.URL === undefined ? null : parseWebAddress(csl.URL)
  return {
    urlKey: url && addressKey(url),
    doi: (csl.DOI === undefined ? null : doiKey(csl.DOI)) ?? (url && doiOfAddress(url)),
    isbn: csl.ISBN === undefined || isPart(csl) ? null : readIsbn(csl.ISBN),
  }
}

function isPart({ type, 'container-title': container }: Marked): boolean {
  return type === 'chapter' || (type !== 'book' && container !== undefined)
}

function isCsl(text: string): boolean {
  if (!/^[[{]/.test(text)) return false
  try {
    const value: unknown = JSON.parse(text)
    const items = Array.isArray(value) ? value : [value]
    return (
      items.length > 0 &&
      items.every((item) => typeof item === 'object' && item !== null && ('type' in item || 'title' in item))
    )
  } catch {
    return false
  }
}

const CLOSING: Record<string, string> = { ')': '(', ']': '[', '}': '{', '»': '«', '”': '“', '>': '<' }

/** What a sentence or a bracket left around a pasted link. A bracket that the link itself opened stays. */
function withoutWrapping(text: string): string {
  let rest = text.replace(/^[<("'“«[]+/u, '')
  for (;;) {
    const last = rest.at(-1) ?? ''
    const opening = CLOSING[last]
    const isLoose = opening !== undefined && count(rest, last) > count(rest, opening)
    if (!isLoose && !/^[.,;:!?'"’]$/u.test(last)) return rest
    rest = rest.slice(0, -1)
  }
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1
}
