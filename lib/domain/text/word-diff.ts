import { diffArrays } from 'diff'
import { diffTokens } from './word-token.ts'

/** A stretch of text that both wordings have, that only the first has, or that only the second has. */
export type DiffPart = { kind: 'same' | 'removed' | 'added'; text: string }

/**
 * How many removed and added tokens the exact answer (Myers' shortest edit script) may need, and how many tokens both
 * wordings may have between their common ends. Beyond it the middle is shown as removed and added whole: correct,
 * coarser, and at that distance just as readable. The search costs at most EDITS² steps.
 */
export const EDIT_LIMIT = 600
const TOKEN_LIMIT = 50_000

/**
 * What changed from one wording to another, word by word.
 *
 * Numbers, dates, initialisms and hyphenated names are compared whole. The texts of `same` and `removed` parts, joined,
 * are `before`; those of `same` and `added` parts are `after`. Neighbours differ in kind, a removal comes before the
 * addition that replaces it, no part is empty. Common words too small to read between two changes ("the", a space)
 * are shown as part of the change.
 */
export function wordDiff(before: string, after: string): DiffPart[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }]
  return regrouped(tokenDiff(before, after))
}

/** The same to the last token, with nothing grouped for a reader. Parts may be empty. */
export function tokenDiff(before: string, after: string): DiffPart[] {
  const old = diffTokens(before)
  const now = diffTokens(after)
  let head = 0
  while (head < old.length && head < now.length && old[head] === now[head]) head++
  let tail = 0
  const most = Math.min(old.length, now.length) - head
  while (tail < most && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++

  return [
    { kind: 'same', text: old.slice(0, head).join('') },
    ...middle(old.slice(head, old.length - tail), now.slice(head, now.length - tail)),
    { kind: 'same', text: old.slice(old.length - tail).join('') },
  ]
}

function middle(old: string[], now: string[]): DiffPart[] {
  const exact = old.length + now.length <= TOKEN_LIMIT ? diffArrays(old, now, { maxEditLength: EDIT_LIMIT }) : undefined
  if (!exact) {
    return [
      { kind: 'removed', text: old.join('') },
      { kind: 'added', text: now.join('') },
    ]
  }
  return exact.map((change) => ({
    kind: change.removed ? 'removed' : change.added ? 'added' : 'same',
    text: change.value.join(''),
  }))
}

/** Merges parts between two islands worth reading into one removal and one addition. */
function regrouped(parts: DiffPart[]): DiffPart[] {
  const result: DiffPart[] = []
  let removed: string[] = []
  let added: string[] = []
  const keep = (text: string): void => {
    const last = result.at(-1)
    if (text === '') return
    if (last?.kind === 'same') last.text += text
    else result.push({ kind: 'same', text })
  }
  const flush = (): void => {
    const [gone, come] = [removed.join(''), added.join('')]
    // White space both ended up with at the end is no part of the change.
    const space = /\s*$/u.exec(gone)?.[0] ?? ''
    const shared = come.endsWith(space) && gone.length > space.length && come.length > space.length ? space.length : 0
    if (gone !== '') result.push({ kind: 'removed', text: gone.slice(0, gone.length - shared) })
    if (come !== '') result.push({ kind: 'added', text: come.slice(0, come.length - shared) })
    keep(gone.slice(gone.length - shared))
    removed = []
    added = []
  }
  const filled = parts.filter((part) => part.text !== '')
  for (const [index, part] of filled.entries()) {
    if (part.kind === 'removed') removed.push(part.text)
    else if (part.kind === 'added') added.push(part.text)
    else if (part !== filled.at(-1) && isIsland(part.text, filled.slice(index + 1, index + 3), removed, added)) {
      removed.push(part.text)
      added.push(part.text)
    } else {
      flush()
      keep(part.text)
    }
  }
  flush()
  return result
}

/**
 * Whether a common stretch is too small to read between the changes before it and those behind it (`next`): white
 * space or marks, if something is both taken away and added around it; a word of at most three letters, never a
 * number, if something is both taken away and added on either side of it.
 */
function isIsland(text: string, next: DiffPart[], removed: string[], added: string[]): boolean {
  if (!/^[^\p{L}\p{N}\n]{0,3}(?:\p{Ll}{1,3}[^\p{L}\p{N}\n]{1,2})?$/u.test(text)) return false
  const takes = next[0]?.kind === 'removed' || next[1]?.kind === 'removed'
  const adds = next[0]?.kind === 'added' || next[1]?.kind === 'added'
  if (/\p{L}/u.test(text)) return removed.length > 0 && added.length > 0 && takes && adds
  if (removed.length === 0 && added.length === 0) return false
  return (removed.length > 0 || takes) && (added.length > 0 || adds)
}
