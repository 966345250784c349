import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commentParts } from './comment-part.ts'

const people = [{ id: 'a', name: 'Ann' }]
const parts = (text: string) => commentParts(text, people, (number) => number <= 12)
const told = (text: string) =>
  parts(text)
    .filter(({ kind }) => kind !== 'text')
    .map(({ kind, text: words }) => `${kind} ${words}`)

describe('what leads somewhere in a comment', () => {
  test.each([
    ['See https://weir.example/a.', ['link https://weir.example/a']],
    ['(https://weir.example/a_(b))', ['link https://weir.example/a_(b)']],
    ['https://weir.example/?q=1,2;', ['link https://weir.example/?q=1,2']],
    ['„http://weir.example“', ['link http://weir.example']],
    ['xhttps://weir.example', []],
    ['javascript:alert(1) ftp://a.example', []],
    ['https://ann:secret@weir.example/', []],
    ['As C-12 says, not C-13', ['claim C-12']],
    ['AC-1 C-1a C-1', ['claim C-1']],
    ['c-2', ['claim c-2']],
    ['@Ann, see C-3: https://weir.example/C-4', ['mention @Ann', 'claim C-3', 'link https://weir.example/C-4']],
    ['nothing', []],
    ['', []],
  ])('%j: %j', (text, expected) => expect(told(text)).toEqual(expected))

  test('gives the text back, and never anything but http', () => {
    const bits = fc.constantFrom(
      'https://',
      'a.example',
      '/',
      '(',
      ')',
      '.',
      ' ',
      'C-',
      '7',
      '@Ann',
      ',',
      ':',
      'x',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 30 }), (said) => {
        const text = said.join('')
        const found = parts(text)
        expect(found.map((part) => part.text).join('')).toBe(text)
        for (const part of found) if (part.kind === 'link') expect(part.href).toMatch(/^https?:\/\//)
      }),
    )
  })

  test('takes what is too long for an address as words', () => {
    expect(told(`https://a.example/${'('.repeat(10_000)}${')'.repeat(20_000)}`)).toEqual([])
  })
})
