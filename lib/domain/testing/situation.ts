import type { BlockKind } from '../article/block.ts'
import type { Decision, Outcome, Piece, RecordedPiece } from '../reconcile/piece.ts'

/**
 * One edit of a text, line by line as it is read, and what a careful desk would say of it:
 * `=` kept, `~` reworded, `/` split (one, then its parts), `+` merged (its parts, then the one), `-` retired, `*` new;
 * `<` stands here before and elsewhere after (with a second text: in those words), `>` where it stands after.
 *
 * A claim is written as in the text form: "== heading", "- item", "> quotation", "Label: value" behind "|"; "¶" before a
 * text begins a new paragraph on that side.
 */
export type Row = [mark: '=' | '~' | '/' | '+' | '-' | '*' | '<' | '>', ...texts: string[]]

type Side = { pieces: Piece[]; block: number }

/** The two texts of an edit as reconciliation takes them, and the expected outcomes in words that compare. */
export function situation(rows: readonly Row[]): { before: RecordedPiece[]; after: Piece[]; expected: string[] } {
  const [before, after]: Side[] = [
    { pieces: [], block: 0 },
    { pieces: [], block: 0 },
  ] as [Side, Side]
  const expected: string[] = []
  const say = (outcome: Outcome, olds: string[], news: string[]) =>
    expected.push(spoken(outcome, olds.map(wordsOf), news.map(wordsOf)))
  for (const [mark, ...texts] of rows) {
    const [first = '', second] = texts
    const olds = mark === '*' || mark === '>' ? [] : mark === '+' ? texts.slice(0, -1) : [first]
    const news: Record<Row[0], string[]> = {
      '=': [first],
      '~': [second ?? ''],
      '/': texts.slice(1),
      '+': texts.slice(-1),
      '-': [],
      '*': [first],
      '<': [],
      '>': [first],
    }
    for (const text of olds) put(before as Side, text)
    for (const text of news[mark]) put(after as Side, text)
    if (mark === '<') say(second === undefined ? 'moved' : 'reworded', [first], [second ?? first])
    else if (mark !== '>') say(NAMES[mark], olds, news[mark])
  }
  const recorded = (before?.pieces ?? []).map((piece, at) => ({ ...piece, number: at + 1 }))
  return { before: recorded, after: after?.pieces ?? [], expected: expected.sort() }
}

const NAMES = { '=': 'kept', '~': 'reworded', '/': 'split', '+': 'merged', '-': 'retired', '*': 'new' } as const

function wordsOf(text: string): string {
  return text.replace(/^¶/u, '').replace(/^(?:==|-|>) |^\|[^:]*: /u, '')
}

function put(side: Side, text: string): void {
  const kind: BlockKind = /^¶?== /u.test(text)
    ? 'heading'
    : /^¶?- /u.test(text)
      ? 'list_item'
      : /^¶?> /u.test(text)
        ? 'quotation'
        : text.startsWith('|')
          ? 'infobox_field'
          : 'paragraph'
  const last = side.pieces.at(-1)
  if (last && (kind !== 'paragraph' || last.kind !== kind || text.startsWith('¶'))) side.block++
  const label = /^\|([^:]*):/u.exec(text)?.[1]
  side.pieces.push({ text: wordsOf(text), block: side.block, kind, ...(label !== undefined && { label }) })
}

/** Decisions in words that compare with `expected`. */
export function told(decisions: readonly Decision[], before: readonly Piece[], after: readonly Piece[]): string[] {
  return decisions
    .map((one) =>
      spoken(
        one.outcome,
        one.before.map((at) => before[at]?.text ?? ''),
        one.after.map((at) => after[at]?.text ?? ''),
      ),
    )
    .sort()
}

function spoken(outcome: Outcome, before: readonly string[], after: readonly string[]): string {
  return `${outcome}: ${before.join(' | ')} → ${after.join(' | ')}`
}
