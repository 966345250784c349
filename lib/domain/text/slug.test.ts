import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freeSlug, isSlug, slugOf } from './slug.ts'

test.each([
  ['Belarusian partisan movement (2020–present)', 'belarusian-partisan-movement-2020-present'],
  ['Mačuliščy & Łódź', 'maculiscy-lodz'],
  ['Straße', 'strasse'],
  ['Партызаны', 'article'],
  ['???', 'article'],
  ['a'.repeat(200), 'a'.repeat(80)],
])('%s', (title, slug) => expect(slugOf(title)).toBe(slug))

test('always fits what the database asks of a slug', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      (title) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slugOf(title)) && isSlug(slugOf(title)),
    ),
  )
})

test('finds the first that is free', () => {
  expect(freeSlug('a', new Set())).toBe('a')
  expect(freeSlug('a', new Set(['a', 'a-2']))).toBe('a-3')
})

test.each(['', '\u0000', 'a\u0000', '%00', '%E0%A4%A', 'A', 'a--b', '-a', 'a-', 'a b', 'ł', '\ud800', 'a'.repeat(500)])(
  '%j is no slug',
  (text) => expect(isSlug(text)).toBe(false),
)
