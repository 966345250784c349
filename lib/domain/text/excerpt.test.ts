import { describe, expect, test } from 'vitest'
import { shortRun } from './excerpt.ts'

describe('shortRun', () => {
  test.each([
    ['at least 11 partisans', 'at least 11 partisans'],
    ['one two three four five six seven eight nine ten', 'one two three four five six seven eight nine ten'],
    [
      'In March near Babrujsk, security services fired on partisans; by April there were at least 11 partisans',
      'In March near Babrujsk, security … least 11 partisans',
    ],
    ['a b c d e f g h i 1,083 people, “said” it', 'a b c d e … people, “said” it'],
    ['', ''],
  ])('%s', (text, short) => expect(shortRun(text)).toBe(short))
})
