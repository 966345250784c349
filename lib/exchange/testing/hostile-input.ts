import { deflateSync } from 'node:zlib'
import { pdfWith } from './bombs.ts'
import { writePdf } from './write-pdf.ts'

/** Inputs that no one in good faith would send: valid beginnings, wrong middles, mutated bytes; each of its number alone. */
export type HostileInput =
  | { kind: 'page' | 'pdf' | 'image' | 'file'; bytes: Uint8Array; mediaType: string | null }
  | { kind: 'bibtex' | 'ris' | 'csl'; text: string }
  | { kind: 'article'; text: string }

const KINDS = ['page', 'page', 'pdf', 'bibtex', 'ris', 'csl', 'image', 'file', 'article', 'page'] as const

/** @param number from 0; the same number gives the same input */
export function hostileInput(number: number): HostileInput {
  const random = new Random(number * 2_654_435_761 + 17)
  const kind = KINDS[number % KINDS.length] ?? 'page'
  switch (kind) {
    case 'page':
      return { kind, mediaType: 'text/html', bytes: Buffer.from(page(random)) }
    case 'pdf':
      return { kind, mediaType: 'application/pdf', bytes: pdf(random) }
    case 'image':
      return { kind, mediaType: random.pick(['image/png', 'image/jpeg', null]), bytes: image(random) }
    case 'file':
      return { kind, mediaType: null, bytes: random.bytes(random.below(4_000)) }
    case 'bibtex':
      return { kind, text: pieces(random, BIBTEX) }
    case 'ris':
      return { kind, text: pieces(random, RIS) }
    case 'csl':
      return { kind, text: csl(random) }
    case 'article':
      return { kind, text: `${random.below(8) === 0 ? '' : '= T =\n'}${pieces(random, ARTICLE)}` }
  }
}

/** A small generator of numbers (mulberry32), so that an input is known by its number. */
class Random {
  constructor(private state: number) {}
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  below(most: number): number {
    return Math.floor(this.next() * most)
  }
  pick<T>(all: readonly T[]): T {
    return all[this.below(all.length)] as T
  }
  bytes(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => this.below(256))
  }
}

const TAGS =
  'div p span b i a ul ol li table tr td th h1 h2 blockquote pre img br script style title meta link svg article main nav form input select option iframe template math noscript sup dl dt dd'.split(
    ' ',
  )
const ATTRIBUTES = [
  'id=a',
  'class="b c"',
  'href="javascript:x"',
  'src=data:,x',
  'colspan=9999',
  'rowspan=-1',
  'lang=zz-\u0000',
  'style="display:none"',
  'content="0;url=//x"',
  'property=og:title',
  'name=author',
  'itemprop=x',
  'hidden',
  '="',
  '\u0000=\u0000',
  'a="'.repeat(9),
]
const WORDS = [
  'word',
  'Мінск',
  'بيروت',
  '東京',
  '&amp;',
  '&#x110000;',
  '&#0;',
  '&nosuch;',
  '\u0000',
  '\ud800',
  '\ufffe',
  '\u202e',
  '12,5 %',
  '“',
  '[citation needed]',
  '<!--',
  '-->',
  ']]>',
  '<![CDATA[',
  '{"@type":',
  '}',
  '\r',
  '\n\n',
]

function page(random: Random): string {
  const parts = [random.pick(['<!doctype html>', '', '<html lang=x>', '<?xml version="1.0"?>', '\ufeff'])]
  for (let left = random.below(120); left > 0; left--) {
    const tag = random.pick(TAGS)
    const kind = random.below(10)
    if (kind < 4) parts.push(`<${tag} ${random.pick(ATTRIBUTES)}${random.below(9) === 0 ? '' : '>'}`)
    else if (kind < 6) parts.push(`</${tag}>`)
    else if (kind === 6) parts.push(`<${tag}>`.repeat(random.below(200)))
    else parts.push(`${random.pick(WORDS)} `.repeat(1 + random.below(12)))
  }
  return repeated(random, parts.join(''))
}

function pdf(random: Random): Uint8Array {
  if (random.below(3) === 0) {
    const content = deflateSync(Buffer.from(pieces(random, OPERATORS)))
    return pdfWith(
      content,
      random.pick([
        '/FlateDecode',
        '[/FlateDecode /FlateDecode]',
        '/LZWDecode',
        '[/ASCII85Decode/FlateDecode]',
        '/JBIG2Decode',
        '/Nothing',
      ]),
    )
  }
  return mutated(random, writePdf([['One line', 'and another.'], [random.pick(WORDS).toWellFormed()]]))
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]
const JPEG = [0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 0x2a]
const WEBP = [...Buffer.from('RIFF\u0000\u0000\u0000\u0000WEBPVP8X')]
const GIF = [...Buffer.from('GIF89a'), 1, 0, 1, 0, 0x80, 0, 0]

function image(random: Random): Uint8Array {
  const head = random.pick([PNG, JPEG, WEBP, GIF])
  return Uint8Array.from([...head, ...random.bytes(random.below(2_000))])
}

/** Bytes changed, taken out, put in and doubled, as fuzzers do. */
function mutated(random: Random, bytes: Uint8Array): Uint8Array {
  let now = [...bytes]
  for (let left = 1 + random.below(20); left > 0; left--) {
    const at = random.below(now.length)
    const kind = random.below(4)
    if (kind === 0) now[at] = random.below(256)
    else if (kind === 1) now.splice(at, random.below(40))
    else if (kind === 2) now.splice(at, 0, ...random.bytes(random.below(20)))
    else now = [...now.slice(0, at), ...now.slice(Math.max(0, at - 200), at), ...now.slice(at)].slice(0, 40_000)
  }
  return Uint8Array.from(now)
}

const OPERATORS = [
  'BT ',
  'ET ',
  '/F 12 Tf ',
  '(words) Tj ',
  '[(a) -900 (b)] TJ ',
  '1 0 0 1 50 700 Tm ',
  'q ',
  'Q ',
  '9e99 Tc ',
  '<</A ',
  '( ',
  'BI ID \u0000 EI ',
  '/X Do ',
]
const BIBTEX = [
  '@article{a,',
  '@book{b,',
  '@string{s="x"}',
  'title={T}',
  'title="',
  ',',
  '}',
  '{',
  'author={A and B}',
  'crossref={a}',
  'year=2001',
  '\n',
  '@',
  '\\"{a}',
  '#',
  '$x^{',
  '@comment{',
  'date={2001/..}',
  '\u0000',
  '\ud800',
  's # s',
]
const RIS = [
  'TY  - JOUR\n',
  'TI  - T\n',
  'AU  - A, B; C\n',
  'PY  - 2001///\n',
  'ER  - \n',
  'DO  - 10.1/../x\n',
  'XX  -',
  '\r',
  '\n',
  '\u0000',
  'TY  -',
  'A1 - x\n',
  'SN  - 123\n',
]
const ARTICLE = [
  'word ',
  'Мінск. ',
  '== H ==\n',
  '- item\n',
  '> quote\n',
  '\n\n',
  'Infobox\n',
  '- Key: value\n',
  '** x\n',
  '“',
  '”',
  '(',
  ')',
  '[',
  ']',
  '. ',
  '... ',
  'Mr. ',
  '1. ',
  '12:30 ',
  '\u0000',
  '\ud800',
  '\u202e',
  '=',
  '=== ',
  '\r',
]

function pieces(random: Random, all: readonly string[]): string {
  let text = ''
  for (let left = random.below(150); left > 0; left--) {
    const piece = random.pick(all)
    text += random.below(25) === 0 ? piece.repeat(random.below(300)) : piece
  }
  return repeated(random, text)
}

/** One of many is as long as a file can well be. */
function repeated(random: Random, text: string): string {
  if (random.below(1_500) > 0 || text === '') return text
  return text.repeat(Math.ceil(1_000_000 / text.length)).slice(0, 1_000_000)
}

function csl(random: Random): string {
  const value = (depth: number): unknown => {
    const kind = random.below(depth > 4 ? 4 : 7)
    if (kind === 0) return random.pick([null, true, -1, 1e308, 'x', '', '\u0000', '2001-13-45', '__proto__'])
    if (kind < 4)
      return random.pick(['book', 'T', '10.1000/a', { literal: 'A' }, { raw: '2001' }, { 'date-parts': [[2001, 99]] }])
    if (kind === 4) return Array.from({ length: random.below(5) }, () => value(depth + 1))
    const names = ['type', 'title', 'author', 'issued', 'DOI', 'URL', 'ISBN', '__proto__', 'constructor', 'toString']
    return Object.fromEntries(Array.from({ length: random.below(8) }, () => [random.pick(names), value(depth + 1)]))
  }
  const text = JSON.stringify(random.below(2) === 0 ? [value(0), value(0)] : value(0)) ?? ''
  return random.below(6) === 0 ? text.slice(0, random.below(text.length)) : text
}
