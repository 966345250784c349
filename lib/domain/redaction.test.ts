import { describe, expect, test } from 'vitest'
import {
  emptied,
  holdsAnySecret,
  holdsSecret,
  REDACTED,
  secretsOf,
  withoutField,
  withoutParts,
  withoutSecrets,
  wordingStays,
} from './redaction'

describe('what has to go', () => {
  test.each([
    [['Sie heißt Frieda Krähwinkel.'], ['Sie heißt Frieda Krähwinkel.']],
    [[' \n', '', null, 7, true], []],
    [['withdrawn', REDACTED], []],
    [
      [{ exact: 'à la ferme', prefix: '', start: 3 }, ['x y', 'x y']],
      ['à la ferme', 'x y'],
    ],
  ])('%j', (values, secrets) => {
    expect(secretsOf(values)).toEqual(secrets)
  })

  test.each([
    ['Yes.', 'Yes.', true],
    [' Yes.\n', 'Yes.', true],
    ['Yes. She said so.', 'Yes.', false],
    ['He told us: Frieda Krähwinkel.', 'Frieda Krähwinkel', true],
    ['frieda krähwinkel', 'Frieda Krähwinkel', false],
    ['王小明住在这里', '王小明住在这里', true],
  ])('%s holds %s: %s', (text, secret, held) => {
    expect(holdsSecret(text, [secret])).toBe(held)
  })
})

test('only the texts that hold a secret are replaced, each as a whole', () => {
  const content = { kind: 'split', claim: 4, texts: ['Ilse Kolbe sold it. ', 'It burned.'], frames: [{}] }
  expect(withoutSecrets(content, ['Ilse Kolbe sold it.'])).toEqual({ ...content, texts: [REDACTED, 'It burned.'] })
  expect(withoutSecrets(content, ['nothing of it'])).toBe(content)
  expect(holdsAnySecret(content, ['It burned.'])).toBe(true)
})

test('pieces of a secret go with it, where it stands as a whole; what kind of change it is stays', () => {
  const content = { kind: 'split', claim: 4, says: 'Ilse split it up.', texts: ['Ilse ', 'split it up.', ''] }
  expect(withoutParts(content, ['Ilse split it up.'])).toEqual({
    kind: 'split',
    claim: 4,
    says: REDACTED,
    texts: [REDACTED, REDACTED, ''],
  })
  expect(withoutParts(content, ['Ilse split it up. All of it.'])).toBe(content)
})

test('a column of somebody’s words keeps its shape, its numbers and its empty texts', () => {
  expect(emptied({ exact: 'a', prefix: '', start: 1, more: ['b', null] })).toEqual({
    exact: REDACTED,
    prefix: '',
    start: 1,
    more: [REDACTED, null],
  })
})

test.each([
  ['accepted', true],
  ['proposed', true],
  ['superseded', false],
  ['rejected', false],
  ['withdrawn', false],
  ['inherited', false],
])('a wording that is %s stays: %s', (state, stays) => {
  expect(wordingStays(state) !== null).toBe(stays)
})

test('a record without a field has no such member, but always a title', () => {
  const csl = { type: 'book', title: 'A life', author: [{ literal: 'Ilse Kolbe' }] }
  expect(withoutField(csl, 'author')).toEqual({ type: 'book', title: 'A life' })
  expect(withoutField(csl, 'title')).toEqual({ ...csl, title: REDACTED })
  expect(withoutField(csl, 'DOI')).toEqual(csl)
})
