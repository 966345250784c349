import { describe, expect, test } from 'vitest'
import {
  concerns,
  emptied,
  holdsAnySecret,
  holdsSecret,
  longEnough,
  REDACTED,
  secretsOf,
  structureStays,
  tells,
  withoutContent,
  withoutField,
  withoutParts,
  withoutSecrets,
  wordingStays,
} from './redaction.ts'

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

test('a column of someone’s words keeps its shape, its numbers and its empty texts', () => {
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

test('only words long enough to be someone’s are looked for inside other texts', () => {
  expect(longEnough(['Yes.', 'Ja, sicher', '1234567', '12345678'])).toEqual(['Ja, sicher', '12345678'])
})

describe('a recorded change concerns an entry or a claim', () => {
  const about = { ids: ['0b1e'], claims: [12] }
  test.each([
    [{ claim: 12, from: 'a', to: 'b' }, true],
    [{ claim: 13, from: 'a', to: 'b' }, false],
    [{ revision: 12, summary: 'a' }, false],
    [{ noun: 'Comment', id: '0b1e' }, true],
    [{ wordings: [{ claim: 3 }, { claim: 12, from: 'a' }] }, true],
    [{ citations: ['77', '0b1e'] }, true],
    [{ claim: '12' }, false],
    ['0b1e', true],
    [null, false],
    [12, false],
  ])('%j: %s', (details, concerned) => {
    expect(concerns(details, about)).toBe(concerned)
  })
})

test('a proposed change keeps what kind it is, and which claims it is about', () => {
  const split = { kind: 'split', claim: 4, says: 'Ilse sold it.', frames: [{ label: 'Sold' }], texts: ['Ilse ', ''] }
  expect(withoutContent(split)).toEqual({
    ...{ kind: 'split', claim: 4, says: REDACTED },
    ...{ frames: [{ label: REDACTED }], texts: [REDACTED, ''] },
  })
  const added = { kind: 'new', after: null, blocks: [{ kind: 'heading', level: 2, texts: ['Ilse'] }] }
  expect(withoutContent(added)).toEqual({ ...added, blocks: [{ kind: 'heading', level: 2, texts: [REDACTED] }] })
  expect(withoutContent(withoutContent(split))).toEqual(withoutContent(split))
})

test.each([
  ['proposed', true],
  ['accepted', false],
  ['rejected', false],
  ['withdrawn', false],
])('a proposed change of structure that is %s stays: %s', (state, stays) => {
  expect(structureStays(state) !== null).toBe(stays)
})

test.each([
  [{ claim: 4, verdict: 'refuted', confidence: 'low' }, 'refuted', false],
  [{ claim: 4, from: 'refuted', to: 'It stood.' }, 'refuted', true],
  [{ claim: 4, reason: 'So says Ilse Kolbe.' }, 'Ilse Kolbe', true],
  [{ wordings: [{ from: 'Ilse Kolbe sold it.' }] }, 'Ilse Kolbe sold it.', true],
  [['supports'], 'supports', true],
])('the details %j tell %s: %s', (details, secret, told) => {
  expect(tells(details, [secret])).toBe(told)
})
