import { expect, test } from 'vitest'
import { isAside, pictureRun } from './aside.ts'

const aside = (text: string) => isAside(text, { start: text.search(/[[(]/u), end: text.search(/[\])]/u) + 1 })

test.each(['[Laughter] I agree.', 'So. (Long applause) We go on.', '[Смех] Да.', '[Beifall.] Danke.'])(
  '%s is an aside',
  (text) => expect(aside(text)).toBe(true),
)
test.each(['[The group] said so.', '[Laughter] and tears', '[sic] The', '[Laughter]', '[12] The'])(
  '%s is not an aside',
  (text) => expect(aside(text)).toBe(false),
)

test('emoji end a sentence where one follows, and a long run is read once', () => {
  expect(pictureRun('🎉🎉 Thanks', 0)).toEqual({ end: 4, ends: true })
  expect(pictureRun('👩‍🚒 came', 0)).toEqual({ end: 5, ends: false })
  expect(pictureRun('🇧🇾 Minsk', 0)).toEqual({ end: 0, ends: false })
  expect(pictureRun('🎉'.repeat(100_000), 0).end).toBe(200_000)
})
