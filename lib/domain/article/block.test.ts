import { describe, expect, test } from 'vitest'
import { articleSource, blockText, claimsOf, hasContent } from './block.ts'

describe('claimsOf', () => {
  const whole = 'One. Two.'
  test.each<[string, string, string[], string[]]>([
    ['keeps good pieces', whole, ['One. ', 'Two.'], ['One. ', 'Two.']],
    ['gives white space to the piece before', whole, ['One.', ' Two.'], ['One. ', 'Two.']],
    ['drops no piece of white space', whole, ['One.', ' ', 'Two.'], ['One. ', 'Two.']],
    ['gives leading white space to the first', '  One.', ['  ', 'One.'], ['  One.']],
    ['does not trust pieces that say something else', whole, ['One. ', 'Too.'], [whole]],
    ['does not trust pieces that leave something out', whole, ['One. '], [whole]],
    ['does not trust no pieces', whole, [], [whole]],
    ['has nothing for nothing', '', [], []],
  ])('%s', (_, text, pieces, expected) => {
    expect(claimsOf(text, () => pieces)).toEqual(expected)
  })
})

describe('articleSource', () => {
  test('puts blocks together in order, markup included', () => {
    const blocks = [
      { kind: 'heading' as const, level: 2, open: '== ', close: ' ==\n', claims: ['History'] },
      { kind: 'infobox_field' as const, label: 'Result', open: '- Result:', close: '\n', claims: [] },
      { kind: 'paragraph' as const, open: '', close: '\n', claims: ['One. ', 'Two.'] },
    ]
    expect(articleSource({ title: 'T', open: '= T =\n', blocks, close: '\n' })).toBe(
      '= T =\n== History ==\n- Result:\nOne. Two.\n\n',
    )
    expect(blocks.map(blockText)).toEqual(['History', '', 'One. Two.'])
  })
})

describe('hasContent', () => {
  test.each(['a', '5', 'ў', '好', '🎉', '€', 'a\u0301'])('%s is content', (text) => expect(hasContent(text)).toBe(true))
  test.each(['', ' \n', '====', '* * *', '----', '…', '\ufeff', '|+|'])('“%s” is none', (text) =>
    expect(hasContent(text)).toBe(false),
  )
})
