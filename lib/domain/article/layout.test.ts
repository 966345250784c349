import { expect, test } from 'vitest'
import type { ArticleText } from './block.ts'
import { isInfobox, layOut, sameButSpace, sectionsOf, setTexts, textOf } from './layout.ts'

const article: ArticleText = {
  title: 'T',
  open: '= T =\n\nInfobox\n',
  close: '',
  blocks: [
    { kind: 'infobox_field', label: 'Arrests', open: '- Arrests: ', close: '\n', claims: ['At least 60'] },
    { kind: 'list_item', label: 'Side1', level: 1, open: '', close: '\n', claims: ['A'] },
    { kind: 'paragraph', open: '\n', close: '\n', claims: ['One. ', 'Two.'] },
    { kind: 'heading', level: 2, open: '== ', close: ' ==\n', claims: ['2020'] },
    { kind: 'list_item', level: 1, open: '- ', close: '', claims: ['See'] },
  ],
}

test('numbers claims in reading order and gives the text back', () => {
  const { layout, texts } = layOut(article, 7)
  expect(texts).toEqual(['At least 60', 'A', 'One. ', 'Two.', '2020', 'See'])
  expect(layout.blocks.map((block) => block.claims)).toEqual([[7], [8], [9, 10], [11], [12]])
  expect(textOf('T', layout, (claim) => texts[claim - 7])).toEqual(article)
})

test('outlines by section; headings belong to theirs', () => {
  const { layout, texts } = layOut(article, 1)
  const sections = sectionsOf(layout, (claim) => texts[claim - 1])
  expect(sections.map(({ title, claims }) => [title, claims])).toEqual([
    ['Infobox', [1, 2]],
    ['Lead', [3, 4]],
    ['2020', [5, 6]],
  ])
})

test('sets claims with the white space of the layout, and a wording accepted since with its own words', () => {
  const blocks = [{ id: 'b1', kind: 'paragraph' as const, open: '', close: '', claims: [1, 2], set: { 1: 'At  60.' } }]
  const of = (text: string) => [...setTexts({ blocks }, new Map([[1, text]])).values()]
  expect(of('At 60. ')).toEqual(['At  60.'])
  expect(of('At 61. ')).toEqual(['At 61.'])
  expect(sameButSpace('1 083 ', '1\u00a0083')).toBe(true)
  expect(sameButSpace('1 083', '1083')).toBe(false)
})

test('knows what is set in the infobox', () => {
  expect(article.blocks.map(isInfobox)).toEqual([true, true, false, false, false])
})
