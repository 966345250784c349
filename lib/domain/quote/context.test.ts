import { describe, expect, test } from 'vitest'
import { adjoining, surroundingsOf } from './context.ts'

const before = 'the trains stood still on monday. '
const behind = ' and nobody knew when they would go'
const around = (left: string, right: string) =>
  surroundingsOf(`${left}QUOTE${right}`, left.length, left.length + 5, before, behind).agreement

describe('surroundingsOf', () => {
  test('falls from the same to nothing in common', () => {
    const agreements = [
      around(before, behind),
      around(before.replace('still', 'stlll'), behind),
      around(before.replace('stood still', 'stod stlll'), behind.replace('nobody', 'nobcdy')),
      around(before, ' which was the end of all that is.'),
      around('a cow was sold at the market here ', ' which was the end of all that is.'),
    ]
    expect(agreements[0]).toBe(1)
    expect(agreements).toEqual([...agreements].sort((a, b) => (b ?? 0) - (a ?? 0)))
    expect(agreements.at(-1)).toBeLessThan(0.3)
  })
  test('is unknown where nothing stood around', () =>
    expect(surroundingsOf('QUOTE', 0, 5, '', '').agreement).toBe(null))
  test('is nothing at the edge of a text that had something there', () => expect(around('', '')).toBeLessThan(0.1))
})

test('adjoining counts what stands the same directly at the edges', () => {
  expect(adjoining('xx ab QUOTE cd', 6, 11, 'yy ab ', ' ce')).toBe(4 + 2)
})
