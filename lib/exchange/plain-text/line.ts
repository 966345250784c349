/** A line of a source, without its break: `[start, end)` in UTF-16 units. */
export type Line = { start: number; end: number }

/** Lines without their breaks (CRLF, LF or CR); of blank lines in a row only the first, which is all that matters. */
export function linesOf(source: string, from: number): Line[] {
  const lines: Line[] = []
  const pattern = /[^\r\n]+|(?:\r\n|\n|\r)(?:\r\n|\n|\r)[\r\n]*|\r\n|\n|\r/y
  pattern.lastIndex = from
  for (let start = from; start < source.length; start = pattern.lastIndex) {
    const part = pattern.exec(source)?.[0] ?? ''
    const breaks = /^[\r\n]/.test(part)
    if (!breaks) lines.push({ start, end: start + part.length })
    else if (part.length > 1 && part !== '\r\n') lines.push({ start: start + 1, end: start + 1 })
  }
  return lines
}

/** The text of a line; empty behind the last one. */
export function lineText(source: string, line: Line | undefined): string {
  return line ? source.slice(line.start, line.end) : ''
}
