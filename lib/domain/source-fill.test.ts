import { expect, test } from 'vitest'
import type { Csl } from './source'
import { filledFields, fillRecord } from './source-fill'

const typed: Csl = { type: 'webpage', title: 'news.example/12', URL: 'https://news.example/12' }
const found: Partial<Csl> = {
  type: 'article-newspaper',
  title: 'Twelve dead',
  author: [{ literal: 'A. Lee' }],
  issued: { 'date-parts': [[2023, 2, 27]] },
}

test('what waits to be accepted is filled, and goes on waiting', () => {
  const filled = fillRecord({ csl: typed, unconfirmed: ['type', 'title'] }, found)
  expect(filled).toEqual({ csl: { ...typed, ...found }, unconfirmed: ['type', 'title', 'authors', 'date'] })
})

test('what a person wrote stays; only what is empty is filled', () => {
  const filled = fillRecord({ csl: typed, unconfirmed: [] }, found)
  expect(filled?.csl).toMatchObject({ type: 'webpage', title: 'news.example/12', author: [{ literal: 'A. Lee' }] })
  expect(filled?.unconfirmed).toEqual(['authors', 'date'])
})

test('nothing new changes nothing, and an empty list is nothing', () => {
  expect(fillRecord({ csl: typed, unconfirmed: ['title'] }, { title: typed.title, author: [] })).toBeNull()
  const once = fillRecord({ csl: typed, unconfirmed: ['type', 'title'] }, found)
  expect(once && fillRecord(once, found)).toBeNull()
})

test('the address a person gave is never replaced by what the page calls itself', () => {
  expect(fillRecord({ csl: typed, unconfirmed: [] }, { URL: 'https://other.example/' })).toBeNull()
})

test('a record made by a machine waits with all it holds', () => {
  expect(filledFields({ ...typed, language: 'en' })).toEqual(['type', 'title', 'language'])
})
