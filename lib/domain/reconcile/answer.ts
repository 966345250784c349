import { type Grouping, isTogether } from './group.ts'
import type { Piece } from './piece.ts'
import type { Terms } from './term.ts'

/** More words than a short answer has, with who gives it. */
const ANSWER_WORDS = 7
const ASKS = /[?？؟]["'”’»)\]]*\s*$/u

/**
 * The short answers among claims: "Yes." says nothing without the question before it, and belongs to it.
 *
 * @returns by index, whether the claim is one
 */
export function answersIn(pieces: readonly Piece[], terms: readonly Terms[]): boolean[] {
  let asked = false
  return pieces.map(({ text }, at) => {
    const asks = ASKS.test(text.slice(-8))
    const answers = asked && !asks && (terms[at]?.forms.length ?? 0) < ANSWER_WORDS
    asked = asks
    return answers
  })
}

/** Pairs free answers to the same question. */
export function pairAnswers(answers: { before: boolean[]; after: boolean[] }, grouping: Grouping): void {
  for (const [from, is] of answers.before.entries()) {
    if (!is || grouping.ofBefore[from]) continue
    const question = grouping.ofBefore[from - 1]
    const to = (question?.after.at(-1) ?? -2) + 1
    if (answers.after[to] && !grouping.ofAfter[to] && question?.before.at(-1) === from - 1) grouping.join([from], [to])
  }
}

/** Whether one of the two is an answer, and not to the other's question. */
export function answersAnother(
  answers: { before: boolean[]; after: boolean[] },
  grouping: Grouping,
  from: number,
  to: number,
): boolean {
  return ((answers.before[from] || answers.after[to]) ?? false) && !isTogether(grouping, from - 1, to - 1)
}
