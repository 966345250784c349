import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guessLanguage } from './language-guess.ts'
import { SNIPPETS } from './language-sample.ts'

describe.each(Object.entries(SNIPPETS))('%s', (language, block) => {
  const lines = block.trim().split('\n')
  test('nearly every line by itself', () => {
    const missed = lines.filter((line) => guessLanguage(line) !== language)
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(1)
  })
  test('all together, as an article', () => {
    expect(guessLanguage(`= Otto Renn =\n\n== Lida ==\n${block}\n- Minsk: https://example.org/the-and-of\n`)).toBe(
      language,
    )
  })
})

test('there are enough of them', () => {
  expect(Object.keys(SNIPPETS).length).toBeGreaterThanOrEqual(12)
  expect(Object.values(SNIPPETS).flatMap((block) => block.trim().split('\n')).length).toBeGreaterThanOrEqual(200)
})

test.each([
  ['ar', 'أحرق المقاتلون خزانة في المحطة.'],
  ['zh', '游击队烧毁了奥尔沙附近的继电器柜。'],
  ['ja', 'パルチザンはオルシャ近郊の継電器箱を焼いた。'],
  ['he', 'הפרטיזנים שרפו ארון ליד אורשה.'],
  ['el', 'Οι αντάρτες έκαψαν το ντουλάπι.'],
  ['en', ''],
  ['en', '12 345 🙂'],
  ['en', 'OK'],
  [
    'en',
    'Bielsat wrote that the paper Naša Niva had been fined, and that Maksim Znak and Uladzimir Mackievič were in jail.',
  ],
])('%s: %s', (language, text) => {
  expect(guessLanguage(text)).toBe(language)
})

test('any text has a language', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => guessLanguage(text) !== ''))
})
