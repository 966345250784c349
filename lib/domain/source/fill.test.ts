import { expect, test } from 'vitest'
import { fileTitle, filledFields, fillRecord, stubTitle } from './fill.ts'
import type { Csl } from './source.ts'

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

test('what came with a pasted record waits, and is not filled over by the page', () => {
  const pasted: Csl = { type: 'article-journal', title: 'Rail sabotage', URL: 'https://news.example/12' }
  const filled = fillRecord({ csl: pasted, unconfirmed: ['type', 'title'] }, found)
  expect(filled?.csl).toMatchObject({ type: 'article-journal', title: 'Rail sabotage', author: found.author })
  expect(filled?.unconfirmed).toEqual(['type', 'title', 'authors', 'date'])
  expect(fillRecord({ csl: pasted, unconfirmed: ['title'] }, { title: 'From the file' }, true)?.csl.title).toBe(
    'From the file',
  )
})

test.each([
  [{ URL: 'https://www.news.example/a/b/?utm=1#top' }, 'news.example/a/b'],
  [{ URL: 'http://news.example/' }, 'news.example'],
  [{ DOI: '10.1000/182' }, 'DOI 10.1000/182'],
  [{ ISBN: '9780306406157' }, 'ISBN 9780306406157'],
  [{}, null],
])('%j goes by %j until more is known', (csl, title) => {
  expect(stubTitle(csl)).toBe(title)
})

test.each([
  ['report.final.pdf', 'report.final'],
  ['notes', 'notes'],
  ['.pdf', '.pdf'],
])('a file %j goes by %j', (name, title) => {
  expect(fileTitle(name)).toBe(title)
})
