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
  const placed = pages.map((lines) => ({
    runs: lines.map((text, row) => ({ text, x: 50, y: 800 - row * 12 })),
  }))
  return placePdf(placed, info, language, locked)
}

/** A run of letters at a place, in points from the foot of the page; `turn`: by how many quarters it is turned to the left. */
export type PlacedRun = { text: string; x: number; y: number; size?: number; turn?: 0 | 1 | 2 | 3 }
/** `rotate`: by how many degrees the page is turned to the right to be shown. */
export type PlacedPage = { runs: readonly PlacedRun[]; rotate?: 0 | 90 | 180 | 270 }

/** The same with each run where it is said to be. Every letter is half as wide as it is high. */
export function placePdf(
  pages: readonly PlacedPage[],
  info: Record<string, string> = {},
  language: string | null = null,
  locked = false,
): Uint8Array {
  const letters = [...new Set(pages.flatMap(({ runs }) => runs.map(({ text }) => text)).join(''))]
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
    ...pages.flatMap(({ runs, rotate = 0 }, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate ${rotate} /Resources << /Font << /F 3 0 R >> >> /Contents ${first + at * 2 + 1} 0 R >>`,
      stream(
        runs
          .map(({ text, x, y, size = 10, turn = 0 }) => {
            const [cos, sin] = [[1, 0, -1, 0][turn], [0, 1, 0, -1][turn]]
            const matrix = `${cos} ${sin} ${-(sin ?? 0)} ${cos} ${x} ${y}`
            return `BT /F ${size} Tf ${matrix} Tm <${[...text].map(code).join('')}> Tj ET`
          })
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
