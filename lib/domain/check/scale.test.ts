import { expect, test } from 'vitest'
import {
  CREDIBILITIES,
  CREDIBILITY_LABEL,
  gradeLabel,
  gradeLetter,
  gradeOf,
  gradePair,
  gradeWords,
  RELIABILITIES,
  RELIABILITY_LABEL,
} from './scale.ts'

test('shows the two grades side by side', () => {
  expect(gradePair('B', 2)).toBe('B2')
  expect(gradeWords('B', 2)).toBe('source usually reliable, information probably true')
})

test('a source that no one graded has no grade, which is no F', () => {
  expect(gradeOf(undefined)).toBeNull()
  expect(gradeOf({ reliability: 'F', reason: 'Not graded yet' })).toBeNull()
  expect(gradeOf({ reliability: 'F', reason: 'A new account' })).toBe('F')
  expect(gradeOf({ reliability: 'B', reason: '' })).toBe('B')
  expect([gradeLetter(null), gradeLabel(null), gradePair(null, 2)]).toEqual(['–', 'Not graded', '–2'])
  expect(gradeWords(null, 2)).toBe('source not graded, information probably true')
})

test('has words for every step of both axes', () => {
  for (const reliability of RELIABILITIES) expect(RELIABILITY_LABEL[reliability]).toBeTruthy()
  for (const credibility of CREDIBILITIES) expect(CREDIBILITY_LABEL[credibility]).toBeTruthy()
})

test('reads a grade outside the scale as one that cannot be judged', () => {
  expect(gradeWords('F', 9)).toContain('information cannot be judged')
})
