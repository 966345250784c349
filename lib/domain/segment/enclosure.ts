import { marksOf } from './mark.ts'

/**
 * The longest quotation or parenthesis (in UTF-16 units, about 160 words) that is kept whole. Beyond it the pair is
 * taken for an accident (a mark that was never closed) or for a text of its own, and its sentences count.
 */
export const ENCLOSURE_LIMIT = 1_000

/** A quotation or parenthesis with its marks: `[start, end)` in UTF-16 units. */
export type Enclosure = { start: number; end: number }

const PAIRS: Record<string, string> = {
  '(': ')',
  '[': ']',
  '{': '}',
  '（': '）',
  '「': '」',
  '『': '』',
  '《': '》',
  '【': '】',
  '“': '”',
  '„': '“”"',
  '«': '»',
  '»': '«',
  '‘': '’',
  '‚': '‘’',
  '‹': '›',
  '›': '‹',
  '"': '"',
  "'": "'",
}
const FREE = /[\s([{—–-]/u
const WORD = /[\p{L}\p{N}\p{M}]/u
const AMBIGUOUS = '"»“«‘‹›'
/** What may come between an opening mark and the first word. */
const LEADS = /["“„‚‘’'¿¡…—–-]/u
/** How many marks may stand open at once; a text that opens more is not quoting. Keeps the scan linear. */
const OPEN_LIMIT = 8

/**
 * The outermost quotations and parentheses of `text`, in order, none longer than {@link ENCLOSURE_LIMIT}.
 *
 * Straight and ambiguous marks (" ’ » “) open after white space or an opening mark and close otherwise; an apostrophe
 * is no closing mark because a letter follows it. Unpaired marks are ignored. Linear in the length of the text.
 *
 * @param marks where the marks stand, for who has looked already
 */
export function enclosures(text: string, marks: readonly number[] = marksOf(text).enclosing): Enclosure[] {
  const found: Enclosure[] = []
  const open: { mark: string; at: number }[] = []
  for (const at of marks) {
    const mark = text[at] ?? ''
    const before = text[at - 1] ?? ' '
    const after = text[at + 1] ?? ' '
    while (open[0] && at - open[0].at > ENCLOSURE_LIMIT) open.shift()

    const closes = open.findLastIndex((one) => PAIRS[one.mark]?.includes(mark))
    if (closes >= 0 && !opens(mark, before, after, true) && closesWell(mark, before, after)) {
      const start = open[closes]?.at ?? at
      open.length = closes
      while (found.length > 0 && (found.at(-1)?.start ?? 0) > start) found.pop()
      found.push({ start, end: at + 1 })
    } else if (opens(mark, before, after, false)) {
      if (open.length === OPEN_LIMIT) open.shift()
      open.push({ mark, at })
    }
  }
  return found
}

/**
 * Apostrophes close nothing: "don’t"; a straight one does only behind the end of a clause ("… go home.'") or before one
 * ("labelled 'JAM', but").
 */
function closesWell(mark: string, before: string, after: string): boolean {
  if (mark === "'") return /[.!?…,]/u.test(before) ? !WORD.test(after) : /[,;:.)]/u.test(after)
  return mark !== '’' || !WORD.test(after)
}

/** Whether the mark opens something, judged by its neighbours; `contested` when it could also close what is open. */
function opens(mark: string, before: string, after: string, contested: boolean): boolean {
  if (!(mark in PAIRS)) return false
  if (mark === "'") return FREE.test(before) && /\p{Lu}/u.test(after)
  if (!AMBIGUOUS.includes(mark)) return true
  const free = FREE.test(before) || (before in PAIRS && before !== mark)
  if (mark === '"') return free && !/\s/u.test(after)
  // French sets a space inside its marks: the one in "… pas », dit-il" closes.
  if (mark === '»' || mark === '›') return free && (WORD.test(after) || LEADS.test(after))
  if (mark === '‘') return !WORD.test(before)
  return contested ? free && !/\s/u.test(after) : true
}
