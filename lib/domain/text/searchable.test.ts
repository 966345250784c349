import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { folded, foldedForQuotes, plainForQuotes, searchable } from './searchable.ts'

test.each([
  ['A  b\n\tc\u00a0d', 'a b c d'],
  ['“a” „b‟ «c» ‘d’ e’s', '"a" "b" "c" \'d\' e\'s'],
  ['a – b — c ‐ d -- e', 'a - b - c - d - e'],
  ['ﬁnal oﬀer', 'final offer'],
  ['wait…', 'wait...'],
  ['de\u00adtain\u200bed', 'detain ed'],
  ['parti-\nsans', 'partisans'],
  ['A-\n50', 'a- 50'],
  ['Ｆｕｌｌ', 'full'],
  ['и\u0306 е\u0308', 'й ё'],
  ['ё е', 'ё е'],
  ['Лукаше\u0301нко', 'лукашенко'],
  ['10² ½', '10² ½'],
  ['İstanbul', 'i̇stanbul'],
])('%j folds to %j', (text, expected) => expect(folded(text)).toBe(expected))

test.each([
  ['twenty-\nfive', '25'],
  ['twenty- five years', '25 years'],
  ['co-operation ended', 'cooperation ended'],
  ['2020-21', '2020-21'],
  ['A-50 planes', 'a-50 planes'],
  ['killed.[7] The', 'killed. the'],
  ['1,083 and 1 083 and 1083', '1083 and 1083 and 1083'],
  ['0.125 or 3.5', '0.125 or 3.5'],
  ['Trois morts', '3 morts'],
])('for quotes, %j is %j', (text, expected) => expect(foldedForQuotes(text).folded).toBe(expected))

test('keeps case and hyphens for a comparison word by word', () =>
  expect(plainForQuotes('Soviet-era twenty-five.[3]')).toBe('Soviet-era 25.'))

describe('searchable', () => {
  const text = fc.array(
    fc.constantFrom('a', 'B', ' ', '\n', '“', '—', '-', '\u00ad', 'ﬁ', '…', '😀', 'и\u0306', 'İ', 'ў', '1', '中'),
    { maxLength: 200 },
  )

  test('every unit knows where it came from, in order', () => {
    fc.assert(
      fc.property(text, (parts) => {
        const made = searchable(parts.join(''))
        expect(made.from).toHaveLength(made.folded.length)
        let last = 0
        for (let at = 0; at < made.folded.length; at++) {
          const [from, to] = [made.from[at] ?? -1, made.to[at] ?? -1]
          expect(from).toBeGreaterThanOrEqual(last)
          expect(to).toBeGreaterThan(from)
          expect(to).toBeLessThanOrEqual(made.text.length)
          last = from
        }
      }),
    )
  })

  test('folding twice changes nothing more', () => {
    fc.assert(
      fc.property(text, (parts) => {
        const once = folded(parts.join(''))
        expect(folded(once)).toBe(once)
      }),
    )
  })
})
