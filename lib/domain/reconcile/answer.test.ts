import { expect, test } from 'vitest'
import { facing, shown } from '../testing/facing.ts'
import { answersAnother, answersIn, pairAnswers } from './answer.ts'

const answers = (...texts: string[]) => {
  const { before, terms } = facing(texts, [])
  return answersIn(before, terms.before)
}

test('a short claim behind a question is its answer', () => {
  expect(answers('Was he there?', 'Yes.', 'He left.')).toEqual([false, true, false])
  expect(answers('“Was he there?”', 'Was she?', 'No, never.')).toEqual([false, false, true])
  expect(answers('هل كان هناك؟', 'نعم.')).toEqual([false, true])
  expect(answers('Why?', 'Because the gates of the old dam had rusted through in winter.')).toEqual([false, false])
  expect(answers('Yes.')).toEqual([false])
})

test('an answer goes where its question went', () => {
  const { evidence, grouping } = facing(
    ['A gun?', 'No.', 'A shot?', 'Yes.'],
    ['A shot?', 'Yes, two.', 'A gun?', 'Yes.'],
  )
  grouping.join([0], [2])
  grouping.join([2], [0])
  pairAnswers(evidence.answers, grouping)
  expect(shown(grouping.groups())).toEqual(['0 → 2', '1 → 3', '2 → 0', '3 → 1'])
})

test('an answer is not one to another question', () => {
  const { evidence, grouping } = facing(['A gun?', 'No.'], ['A shot?', 'No.', 'A gun?', 'No.'])
  grouping.join([0], [2])
  expect(answersAnother(evidence.answers, grouping, 1, 1)).toBe(true)
  expect(answersAnother(evidence.answers, grouping, 1, 3)).toBe(false)
})
