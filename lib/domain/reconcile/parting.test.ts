import { describe, expect, test } from 'vitest'
import { MOST_PARTS, parting, partingScore, partingsOf, withPart } from './parting.ts'
import { termsOf } from './term.ts'

const read = (...texts: string[]) =>
  termsOf(
    texts.map((text) => ({ text })),
    [],
  ).before

function scores(text: string, ...texts: string[]): number[] {
  const [whole, ...parts] = read(text, ...texts)
  return whole ? [...partingsOf(whole, (nth) => parts[nth])].map(({ parted }) => partingScore(whole, parted)) : []
}

describe('a claim in parts', () => {
  test('is told by all of them, and worse by the first two of three', () => {
    const [two = 0, three = 0] = scores(
      'Mill burned, school flooded, bridge fell.',
      'Mill burned.',
      'School flooded.',
      'Bridge fell.',
    )
    expect(three).toBe(0.999)
    expect(two).toBeGreaterThan(0.5)
    expect(two).toBeLessThan(three)
  })

  test('is not told where they are not nearly all of it', () => {
    expect(scores('Mill burned, school flooded, bridge fell, tower leaned.', 'Mill.', 'Burned.')).toEqual([0])
  })

  test('ends at what is no part of it', () => {
    expect(scores('Mill burned, school flooded.', 'Mill burned.', 'Nobody knew why.', 'School flooded.')).toEqual([])
    expect(scores('Mill burned, school flooded.', 'Mill burned.')).toEqual([])
  })

  test('has no more than so many', () => {
    const parts = Array.from({ length: MOST_PARTS + 3 }, (_, at) => `word${at} name${at}`)
    expect(scores(parts.join(' '), ...parts)).toHaveLength(MOST_PARTS - 1)
  })
})

test('a subject named again in a later part speaks neither for nor against it', () => {
  const [whole, first, again, other] = read(
    'Governor Petrov closed schools, signed decrees.',
    'Governor Petrov closed schools.',
    'Governor Petrov signed decrees.',
    'Senator Ivanov signed decrees.',
  )
  if (!whole || !first || !again || !other) throw new Error('four texts')
  const begun = withPart(whole, parting(whole), first)
  expect(begun && withPart(whole, begun, again)).toMatchObject({ held: expect.closeTo(whole.weight) })
  expect(begun && withPart(whole, begun, other)).toBeNull()
})

test('words that say next to nothing make no part', () => {
  const [whole, part] = read('The mill and the school.', 'and the')
  expect(whole && part && withPart(whole, parting(whole), part)).toBeNull()
})
