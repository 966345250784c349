import { describe, expect, test } from 'vitest'
import { deskNames, HOUSE_NAME } from './people.ts'

describe('desk names', () => {
  const joined = [
    { id: 'a', name: 'Alena' },
    { id: 'b', name: 'Marek' },
    { id: 'c', name: 'Alena' },
    { id: 'd', name: HOUSE_NAME },
  ]
  test.each([
    ['a', 'Alena'],
    ['b', 'Marek'],
    ['c', 'Alena (2)'],
    ['d', `${HOUSE_NAME} (2)`],
    [null, HOUSE_NAME],
    ['x', 'A former member'],
  ])('%s is %s', (id, name) => expect(deskNames(joined)(id)).toBe(name))

  test('stay what they were when someone joins later', () => {
    for (const { id } of joined) {
      const before = deskNames(joined.slice(0, joined.findIndex((row) => row.id === id) + 1))
      expect(deskNames([...joined, { id: 'e', name: 'Alena' }])(id)).toBe(before(id))
    }
  })
})
