import { describe, expect, test } from 'vitest'
import type { ReadableBlock } from './snapshot.ts'
import { widened } from './widen.ts'

const TEXT = 'A first thing. A second one was said.\nThen another block. It ends here.'
const cut = TEXT.indexOf('\n')
const BLOCKS: ReadableBlock[] = [
  { kind: 'paragraph', start: 0, end: cut },
  { kind: 'paragraph', start: cut + 1, end: TEXT.length },
]
const place = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length })
const to = (words: string, what: 'sentence' | 'block', language: string | null = 'en') => {
  const { start, end } = widened(TEXT, BLOCKS, place(words), what, language)
  return TEXT.slice(start, end)
}

describe('widened', () => {
  test('to the sentence', () => expect(to('second', 'sentence')).toBe('A second one was said.'))
  test('to all sentences it touches, over blocks too', () =>
    expect(to('was said.\nThen', 'sentence')).toBe('A second one was said.\nThen another block.'))
  test('to the block', () => expect(to('ends', 'block')).toBe('Then another block. It ends here.'))
  test('a language that is none does no harm', () => expect(to('first', 'sentence', '??')).toBe('A first thing.'))
  test('stays where there are no blocks', () =>
    expect(widened(TEXT, [], { start: 2, end: 7 }, 'block', null)).toEqual({ start: 2, end: 7 }))
})
