import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DiffPart, EDIT_LIMIT, wordDiff } from './word-diff.ts'
import { diffTokens } from './word-token.ts'

/** Written as an editor marks it: [-removed-]{+added+}. */
const marked = (parts: DiffPart[]): string =>
  parts.map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`)).join('')
const without = (parts: DiffPart[], kind: DiffPart['kind']): string =>
  parts
    .filter((part) => part.kind !== kind)
    .map((part) => part.text)
    .join('')

const READS: [string, string, string][] = [
  ['Unknown', 'Unknown, at least 1', 'Unknown{+, at least 1+}'],
  ['At least 1,083 people', 'At least 1,084 people', 'At least [-1,083-]{+1,084+} people'],
  ['formed on 14 August.', 'formed on 16 August 2020.', 'formed on [-14 August-]{+16 August 2020+}.'],
  [
    'On the 26th of February, 2023, an',
    'On the 27th of February, 2023, an',
    'On the [-26th of February, 2023-]{+27th of February, 2023+}, an',
  ],
  ['On March 25 2025 they', 'On March 24 2025 they', 'On [-March 25 2025-]{+March 24 2025+} they'],
  ['у 26.02.2023 годзе', 'у 27.02.2023 годзе', 'у [-26.02.2023-]{+27.02.2023+} годзе'],
  ['9 жніўня 2020', '10 жніўня 2020', '[-9 жніўня 2020-]{+10 жніўня 2020+}'],
  ['a Beriev A-50 plane', 'a Beriev A-50U plane', 'a Beriev [-A-50-]{+A-50U+} plane'],
  ['the U.S. Army', 'the U.K. Army', 'the [-U.S.-]{+U.K.+} Army'],
  ['the big red dog', 'the small old cat', 'the [-big red dog-]{+small old cat+}'],
  ['by late April there were', 'by 30 April there were', 'by [-late April-]{+30 April+} there were'],
  ['many of the partisans', 'some in the partisans', '[-many of-]{+some in+} the partisans'],
  ['raid on the base', 'blast at the depot', '[-raid on the base-]{+blast at the depot+}'],
  ['He said "yes".', 'He said “yes”.', 'He said [-"-]{+“+}yes[-"-]{+”+}.'],
  ['2020-21', '2020–21', '[-2020-21-]{+2020–21+}'],
  ['200 000 people', '300 000 people', '[-200 000-]{+300 000+} people'],
  ['👩‍👩‍👧', '👩‍👩‍👦', '[-👩‍👩‍👧-]{+👩‍👩‍👦+}'],
  ['am 9. Oktober 2020', 'am 10. Oktober 2020', 'am [-9. Oktober 2020-]{+10. Oktober 2020+}'],
  ['el 9 de agosto de 2020 fue', 'el 9 de agosto de 2021 fue', 'el [-9 de agosto de 2020-]{+9 de agosto de 2021+} fue'],
  ['2020年8月9日', '2020年8月10日', '[-2020年8月9日-]{+2020年8月10日+}'],
  ['1 083,5 km', '1 083,7 km', '[-1 083,5-]{+1 083,7+} km'],
  ['', 'new', '{+new+}'],
  ['old', '', '[-old-]'],
  ['same', 'same', 'same'],
  ['', '', ''],
]

const words = fc.constantFrom(
  'a',
  'the',
  'of',
  '1,083',
  '5',
  'U.S.',
  'A-50U',
  'partisans',
  '14 August',
  'ў',
  '好',
  '😀',
  '.',
  ',',
  '"',
  ' ',
  '  ',
  '\n',
  '\u0301',
)
const text = fc.oneof(
  fc.array(words, { maxLength: 40 }).map((list) => list.join(' ')),
  fc.array(words).map((list) => list.join('')),
  fc.string({ unit: 'binary' }),
)

describe('wordDiff', () => {
  test.each(READS)('%s → %s', (before, after, expected) => {
    expect(marked(wordDiff(before, after))).toBe(expected)
  })

  test('gives both wordings back, in parts that alternate', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = wordDiff(before, after)
        expect(without(parts, 'added')).toBe(before)
        expect(without(parts, 'removed')).toBe(after)
        for (const [index, part] of parts.entries()) {
          expect(part.text).not.toBe('')
          expect(part.kind).not.toBe(parts[index + 1]?.kind)
          if (part.kind === 'added') expect(parts[index + 1]?.kind).not.toBe('removed')
        }
        expect(diffTokens(before).join('')).toBe(before)
      }),
      { numRuns: 3_000 },
    )
  })

  test('stays bounded and correct when everything is rewritten', () => {
    const before = Array.from({ length: 20_000 }, (_, index) => `a${index}`).join(' ')
    const after = Array.from({ length: 20_000 }, (_, index) => `b${index}`).join(' ')
    const parts = wordDiff(`Head ${before} tail`, `Head ${after} tail`)
    expect(parts.map((part) => part.kind)).toEqual(['same', 'removed', 'added', 'same'])
    expect(without(parts, 'removed')).toBe(`Head ${after} tail`)
    expect(EDIT_LIMIT).toBeGreaterThan(100)
  })
})
