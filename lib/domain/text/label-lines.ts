/** A label in at most so many lines of about so many letters; what has no room ends in an ellipsis. */
export function labelLines(label: string, width: number, most: number): string[] {
  const words = label.trim().split(/\s+/u)
  const lines: string[] = []
  let line = ''
  for (const [at, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`
    if ([...longer].length <= width) {
      line = longer
      continue
    }
    if (line !== '' && lines.length + 1 < most) {
      lines.push(line)
      line = word
      if ([...word].length <= width) continue
    } else line = longer
    if (lines.length + 1 === most || at === words.length - 1 || [...line].length > width) {
      lines.push(cut(line, width))
      return lines
    }
  }
  return line === '' ? lines : [...lines, line]
}

function cut(line: string, width: number): string {
  const letters = [...line]
  return letters.length < width
    ? `${line}…`
    : `${letters
        .slice(0, width - 1)
        .join('')
        .trimEnd()}…`
}
