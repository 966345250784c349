import { describe, expect, test } from 'vitest'
import { breaksAt, hasWord } from './boundary.ts'

/** The candidate where "|" stands; `voted` as the segmenter would. Closing quotation marks follow the mark. */
function breaks(marked: string, voted = true, language = 'en'): boolean {
  const next = marked.indexOf('|')
  const text = marked.replace('|', '')
  const end = text.slice(0, next).trimEnd().length
  const closed = end
  const stop = /[.!?…。]+(?=[)"”»\]]*$)/u.exec(text.slice(0, end))
  const mark = stop?.index ?? end
  const at = { mark, stop: mark + (stop?.[0].length ?? 0), closed, end, next, voted }
  const quote = text.lastIndexOf('“', end)
  return breaksAt(text, 0, at, at.closed > at.stop && quote >= 0 ? quote : undefined, language)
}

describe('a sentence ends', () => {
  test.each([
    'It burned. |The mill was old.',
    'Did it burn? |Nobody knows.',
    'He lives in the U.S. |The mill is his.',
    'They came at 5 p.m. |Police were there.',
    'There was no reason. |12 people left.',
    '“It burned.” |The owner said no more.',
    '火事だった。|風が強かった。',
    'One\n\n|two',
  ])('%s', (text) => expect(breaks(text)).toBe(true))
})

describe('a sentence goes on', () => {
  test.each([
    'Mr. |Smith was there.',
    'Decree No. |278 was published.',
    'It was J. |Smith who saw it.',
    'They met at 5 p.m. |Moscow time.',
    'The U.S. |Army came.',
    'He said it (at last!) |and left.',
    '“Did it burn?” |Smith asked.',
    'It was so … |Nobody came.',
    '1. |The first.',
  ])('%s', (text) => expect(breaks(text)).toBe(false))
})

test('without the segmenter’s vote, only what is sure', () => {
  expect(breaks('It burned. |the mill', false)).toBe(false)
  expect(breaks('It burned. |The mill', false)).toBe(true)
  expect(breaks('It burnt. |Mills do', false)).toBe(false)
})

test('the language decides what an abbreviation is', () => {
  expect(breaks('Das ist allg. |Gilt nicht.', true, 'de')).toBe(false)
  expect(breaks('Das ist allg. |Gilt nicht.', true, 'en')).toBe(true)
})

test('what a claim could be about has a letter or a digit', () => {
  expect(['a', '7', 'ў', '中'].every(hasWord)).toBe(true)
  expect(['', ' ', '—', '…', '***'].some(hasWord)).toBe(false)
})
