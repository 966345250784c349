import { expect, test } from 'vitest'
import { readableHtml } from './readable-html.ts'

/** Each cell with its row and column, and what it goes over. */
const cells = (html: string) => {
  const { text, blocks } = readableHtml(html)
  return blocks.map(({ start, end, cell }) => {
    const words = text.slice(start, end)
    if (!cell) return words
    const span = `${cell.rows ? ` rows ${cell.rows}` : ''}${cell.columns ? ` columns ${cell.columns}` : ''}`
    return `${cell.table}.${cell.row}.${cell.column}${cell.header ? '*' : ''}${span} ${words}`
  })
}

test.each<[string, string, string[]]>([
  [
    'rows, columns and headers',
    '<table><caption>Losses</caption><thead><tr><th>Village<th>Killed<tbody><tr><td>Ford<td>12<tr><td>Mill<td>3</table>',
    ['Losses', '0.0.0* Village', '0.0.1* Killed', '0.1.0 Ford', '0.1.1 12', '0.2.0 Mill', '0.2.1 3'],
  ],
  [
    'cells that go over several',
    '<table><tr><td rowspan=2>River<td colspan=2>Both<tr><td>Left<td>Right</table>',
    ['0.0.0 rows 2 River', '0.0.1 columns 2 Both', '0.1.1 Left', '0.1.2 Right'],
  ],
  [
    'cells that go over several, one beside the other',
    '<table><tr><td rowspan=3>a<td>b<tr><td rowspan=2>c<tr><td>d<tr><td>e</table>',
    ['0.0.0 rows 3 a', '0.0.1 b', '0.1.1 rows 2 c', '0.2.2 d', '0.3.0 e'],
  ],
  ['empty cells', '<table><tr><td>a<td><td>c</table>', ['0.0.0 a', '0.0.2 c']],
  ['several paragraphs in a cell', '<table><tr><td><p>a</p><p>b</p><td>c</table>', ['0.0.0 a', '0.0.0 b', '0.0.1 c']],
  [
    'two tables',
    '<table><tr><td>a<td>b</table><table><tr><td>c<td>d</table>',
    ['0.0.0 a', '0.0.1 b', '1.0.0 c', '1.0.1 d'],
  ],
  [
    'a frame of tables is not one',
    '<table><tr><td>Menu<td><table><tr><td>a<td>b</table>Text</table>',
    ['Menu', '1.0.0 a', '1.0.1 b', 'Text'],
  ],
  ['one column is not one', '<table><tr><td>a<tr><td>b</table>', ['a', 'b']],
  ['a table for the looks', '<table role=presentation><tr><td>a<td>b</table>', ['a', 'b']],
  ['spans that were not meant', '<table><tr><td rowspan=0 colspan=-3>a<td colspan=x>b</table>', ['0.0.0 a', '0.0.1 b']],
])('%s', (_, html, expected) => expect(cells(html)).toEqual(expected))

test('reads a row as it is quoted', () => {
  const { text } = readableHtml('<table><tr><td>Lower Green<td>12 killed</table>')
  expect(text).toBe('Lower Green\n12 killed')
})
