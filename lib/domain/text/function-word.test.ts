import { expect, test } from 'vitest'
import { FUNCTION_WORDS } from './function-word.ts'

test.each(Object.entries(FUNCTION_WORDS))('%s: each word once, in lower case', (_, list) => {
  const words = list.split(' ')
  expect(new Set(words).size).toBe(words.length)
  expect(list).toBe(list.toLowerCase())
  expect(words).not.toContain('')
})

test.each(['war', 'son', 'ten', 'most', 'era', 'fire', 'man'])('"%s" says something in English', (word) => {
  const lists = Object.values(FUNCTION_WORDS).flatMap((list) => list.split(' ') as string[])
  expect(lists).not.toContain(word)
})
