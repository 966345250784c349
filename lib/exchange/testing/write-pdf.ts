/**
 * Writes a small valid PDF for tests: each page its lines, one under the other; an empty line is a gap. Letters are
 * two-byte codes with a table that says which they are, so that any alphabet can be tried without a font.
 * @param locked says that a password is wanted, by a key that fits none
 */
export function writePdf(
  pages: readonly (readonly string[])[],
  info: Record<string, string> = {},
  language: string | null = null,
  locked = false,
): Uint8Array {
  const letters = [...new Set(pages.flat().join(''))]
  const code = (letter: string) => (letters.indexOf(letter) + 1).toString(16).padStart(4, '0')
  const first = 7
  const kids = pages.map((_, at) => `${first + at * 2} 0 R`).join(' ')
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${language ? `/Lang (${language})` : ''} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /Test /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Test /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 >>',
    stream(toUnicode(letters.map((letter) => [code(letter), hex(letter)]))),
    `<< ${Object.entries(info)
      .map(([name, value]) => `/${name} (${value})`)
      .join(' ')} >>`,
    ...pages.flatMap((lines, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${first + at * 2 + 1} 0 R >>`,
      stream(
        lines
          .map((line, row) => `BT /F 10 Tf 50 ${800 - row * 12} Td <${[...line].map(code).join('')}> Tj ET`)
          .join('\n'),
      ),
    ]),
  ]
  const key = '00'.repeat(32)
  const encrypt = locked
    ? `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >> /ID [<00> <00>]`
    : ''
  return finish(objects, encrypt)
}

const stream = (content: string) => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`

const hex = (letter: string) =>
  Array.from({ length: letter.length }, (_, at) => letter.charCodeAt(at).toString(16).padStart(4, '0')).join('')

function toUnicode(pairs: string[][]): string {
  const lines = pairs.map(([from, to]) => `1 beginbfchar <${from}> <${to}> endbfchar`).join('\n')
  return `/CIDInit /ProcSet findresource begin begincmap\n1 begincodespacerange <0000> <ffff> endcodespacerange\n${lines}\nendcmap end`
}

function finish(objects: readonly string[], encrypt: string): Uint8Array {
  let file = '%PDF-1.7\n'
  const places = objects.map((content, at) => {
    const place = file.length
    file += `${at + 1} 0 obj\n${content}\nendobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const trailer = `trailer << /Size ${size} /Root 1 0 R /Info 6 0 R ${encrypt} >>\nstartxref\n${file.length}\n%%EOF\n`
  return new TextEncoder().encode(`${file}xref\n0 ${size}\n0000000000 65535 f \n${table}${trailer}`)
}
