import type { ParseProblem } from './problem.ts'

const LINE = /[^\r\n]*(?:\r\n|\n|\r|$)/y
const SHOWN = 60

/**
 * The title line, which must be the first line that is not blank: `= Title =`. `end` is the offset behind it and its
 * line break. The title is trimmed.
 */
export function readTitle(
  source: string,
): { ok: true; text: string; end: number } | { ok: false; problem: ParseProblem } {
  const start = source.search(/\S/u)
  if (start < 0) {
    const message = 'The file has no text. Choose a file with a title line, “= Title =”, and the article below it.'
    return { ok: false, problem: { code: 'empty', message } }
  }
  LINE.lastIndex = start
  const whole = LINE.exec(source)?.[0] ?? ''
  const line = whole.trim()
  const text = line.length > 2 && line.startsWith('=') && line.endsWith('=') ? line.slice(1, -1).trim() : ''
  if (text === '' || text.startsWith('=') || text.endsWith('=') || /^=+$/u.test(text)) {
    const shown = line.length > SHOWN ? `${[...line.slice(0, SHOWN)].join('').toWellFormed()}…` : line
    const number = source.slice(0, start).split(/\r\n|\n|\r/u).length
    const message = `The article has no title. Its first line must be “= Title =”, but line ${number} is “${shown}”.`
    return { ok: false, problem: { code: 'no_title', message } }
  }
  return { ok: true, text, end: start + whole.length }
}
