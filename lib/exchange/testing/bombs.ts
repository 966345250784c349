import { deflateSync } from 'node:zlib'

/** Files that stop a server that reads them in its own memory. Small themselves; made again for each test. */

/** A PDF of some kilobytes whose one page is `megabytes` of spaces behind two filters. */
function pdfBomb(megabytes: number): Uint8Array {
  const once = deflateSync(Buffer.alloc(megabytes * 1_000_000, ' '), { level: 9 })
  return pdfWith(deflateSync(once, { level: 9 }), '[/FlateDecode /FlateDecode]')
}

/** A PDF with one page, whose content is given as it is stored. */
export function pdfWith(content: Uint8Array, filter: string): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>',
    `<</Length ${content.length}/Filter ${filter}>>`,
  ]
  const parts: Uint8Array[] = [Buffer.from('%PDF-1.4\n')]
  const places: number[] = []
  const add = (part: Uint8Array | string) => parts.push(typeof part === 'string' ? Buffer.from(part) : part)
  const length = () => parts.reduce((sum, part) => sum + part.length, 0)
  objects.forEach((object, at) => {
    places.push(length())
    add(`${at + 1} 0 obj\n${object}\n`)
    if (at === objects.length - 1) {
      add('stream\n')
      add(content)
      add('\nendstream\n')
    }
    add('endobj\n')
  })
  const start = length()
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  add(`xref\n0 5\n0000000000 65535 f \n${rows}trailer<</Root 1 0 R/Size 5>>\nstartxref\n${start}\n%%EOF`)
  return Buffer.concat(parts)
}

/** What was seen to kill or freeze a server: each a name, bytes and what they were sent as. */
export function pageBombs(): [name: string, bytes: Uint8Array, mediaType: string][] {
  const html = (name: string, text: string): [string, Uint8Array, string] => [name, Buffer.from(text), 'text/html']
  const text = (name: string, words: string): [string, Uint8Array, string] => [name, Buffer.from(words), 'text/plain']
  return [
    html('19 MB of entities', `<html><p>${'a &amp; '.repeat(2_375_000)}`),
    html('10 MB of ampersands', `<p>${'&'.repeat(10_000_000)}`),
    html('10 MB of open brackets', `<p>${'<'.repeat(10_000_000)}`),
    html('500,000 tags of one kind', '<meta name=author content=x>'.repeat(500_000)),
    html('a million rows', `<table>${'<tr><td>x'.repeat(1_000_000)}`),
    html('cells over all columns and rows', `<table><tr>${'<td rowspan=5000 colspan=200>x'.repeat(50_000)}`),
    html('five million brackets of JSON-LD', `<script type="application/ld+json">${'['.repeat(5_000_000)}</script>`),
    text('45 MB in one word', 'a'.repeat(45_000_000)),
    text('45 MB of one word', 'word '.repeat(9_000_000)),
    text('seven million paragraphs', 'word\n\n'.repeat(7_500_000)),
    ['a PDF of two filters', pdfBomb(1_000), 'application/pdf'],
  ]
}

/** Bibliographies below a megabyte that took minutes. */
export function bibliographyBombs(): [name: string, text: string, kind: 'bibtex' | 'ris' | 'csl'][] {
  const many = (row: (at: number) => string, count: number) =>
    Array.from({ length: count }, (_, at) => row(at)).join('\n')
  const entries = many((at) => `@inbook{k${at},crossref={p},title={t ${at}},note=s1}`, 4_000)
  return [
    ['entries that all refer to a long one', `${entries}\n@book{p,title={${'x '.repeat(9_500)}}}`, 'bibtex'],
    ['hundreds of definitions', `${many((at) => `@string{s${at}="abc"}`, 1_500)}\n${entries}`, 'bibtex'],
    ['definitions made of one another', many((at) => `@string{s${at + 1}=s${at} # s${at}}`, 40), 'bibtex'],
    ['braces in braces', `@article{a,title={${'{'.repeat(450_000)}${'}'.repeat(450_000)}}}`, 'bibtex'],
    ['a hundred thousand authors', `@article{a,title={x},author={${'A B and '.repeat(100_000)}C D}}`, 'bibtex'],
    ['a list in a list in a list', '['.repeat(900_000), 'csl'],
    ['names in one line', `TY  - JOUR\nTI  - q\nAU  - ${'a;'.repeat(450_000)}\nER  - \n`, 'ris'],
  ]
}
