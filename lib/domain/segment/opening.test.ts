import { expect, test } from 'vitest'
import { opensWith } from './opening.ts'

test('initials open nothing', () => {
  expect(opensWith('В. Иванов', 'ru')).toBe(false)
  expect(opensWith('В Минске', 'ru')).toBe(true)
  expect(opensWith('“The mill', 'en')).toBe(true)
})
