import { expect, test } from 'vitest'
import { placeNear, placesAnywhere } from './place.ts'

const filler = 'lorem ipsum dolor sit amet consectetur '.repeat(20)
const phrase = 'officials said twelve were detained in minsk that night'
const text = `${filler}${phrase}. ${filler}`

test.each([0, -60, 60])('finds a phrase %d units from where it is expected', (off) => {
  expect(placeNear(text, phrase, filler.length + off)).toEqual({
    start: filler.length,
    end: filler.length + phrase.length,
    errors: 0,
  })
})
test('counts what differs', () =>
  expect(placeNear(text, phrase.replace('said', 'sald'), filler.length)?.errors).toBe(1))
test('finds nothing far off, and nothing unlike', () => {
  expect(placeNear(text, phrase, 0)).toBe(null)
  expect(placeNear(text, 'q'.repeat(50), filler.length)).toBe(null)
})
test('follows a long pattern piece by piece, over a lost one', () => {
  const long = Array.from({ length: 60 }, (_, nth) => `sentence ${nth} speaks of house ${nth * 17}. `)
    .join('')
    .trim()
  const damaged = long.replaceAll('speaks', 'speeks').replace('sentence 30 speeks of house 510', 'x')
  const place = placeNear(`${filler}${damaged} ${filler}`, long, filler.length + 20)
  expect(place?.start).toBe(filler.length)
  expect(Math.abs((place?.end ?? 0) - filler.length - damaged.length)).toBeLessThan(4)
  expect(place?.errors).toBeGreaterThanOrEqual(60)
  expect(place?.errors).toBeLessThan(300)
})
test('finds short patterns anywhere', () =>
  expect(placesAnywhere('abc abd', 'abd', 0)).toEqual([{ start: 4, end: 7, errors: 0 }]))
