import { tokenDiff } from './word-diff.ts'

/** A change of a text: what takes the place of the characters from `start` to `end` of the base. */
type Edit = { start: number; end: number; text: string }

/** Both changes of a text in one; `apart`: they stay apart, and all of both is in it. */
export type Merged = { text: string; apart: boolean }

/**
 * Two people changed the same words: both changes in one text, where they stay apart. The rule of diff3 (Khanna, Kunal,
 * Pierce, "A Formal Investigation of Diff3", 2007) on words: changes that touch, or have no word of the base between
 * them, are not put together, as neither person saw what would come out; there `other` has its way. The same change made
 * by both is made once.
 */
export function mergedWords(base: string, one: string, other: string): Merged {
  const [ours, theirs] = [editsOf(base, one), editsOf(base, other)]
  const kept = ours.filter((edit) => theirs.every((their) => !sameEdit(edit, their)))
  const free = kept.filter((edit) => theirs.every((their) => areApart(base, edit, their)))
  const edits = [...free, ...theirs].sort((a, b) => a.start - b.start)
  let text = ''
  let at = 0
  for (const edit of edits) {
    text += base.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return { text: text + base.slice(at), apart: free.length === kept.length }
}

function editsOf(base: string, changed: string): Edit[] {
  const edits: Edit[] = []
  let at = 0
  let open: Edit | null = null
  for (const { kind, text } of tokenDiff(base, changed)) {
    if (text === '') continue
    if (kind === 'same') {
      at += text.length
      open = null
      continue
    }
    if (!open) {
      open = { start: at, end: at, text: '' }
      edits.push(open)
    }
    if (kind === 'added') open.text += text
    else {
      at += text.length
      open.end = at
    }
  }
  return edits
}

const sameEdit = (one: Edit, other: Edit) =>
  one.start === other.start && one.end === other.end && one.text === other.text

/** Whether a word of the base stands between two changes. */
function areApart(base: string, one: Edit, other: Edit): boolean {
  const [first, second] = one.start <= other.start ? [one, other] : [other, one]
  return first.end < second.start && /[\p{L}\p{N}]/u.test(base.slice(first.end, second.start))
}
