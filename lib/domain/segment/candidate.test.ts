import { expect, test } from 'vitest'
import { candidates, withUnmarked } from './candidate.ts'
import { enclosures } from './enclosure.ts'
import { listMarkers } from './list.ts'
import { marksOf } from './mark.ts'

/** What comes before each place where a sentence may end, from its mark on, and "|". */
const places = (text: string, ...votes: number[]) =>
  candidates(text, marksOf(text), votes).map(({ mark, next }) => `${text.slice(mark, next)}|`)

test.each<[string, string[]]>([
  ['It burned. Nobody', ['. |']],
  ['“It burned.”[1][2] Nobody', ['.”[1][2] |']],
  ['Une « farce. » Personne', ['. » |']],
  ['It was known.1 Nobody', ['.1 |']],
  ['It cost 3.5 Million', []],
  ['Дамба прорвана.Вода ушла', ['.|']],
  ['停电。3日', ['。|']],
  ['no mark', []],
])('%s', (text, expected) => expect(places(text)).toEqual(expected))

test('a vote behind an apostrophe that opens a word counts for the mark before it', () => {
  expect(candidates('It ended. ’Twas', marksOf('It ended. ’Twas'), [11]).map(({ voted }) => voted)).toEqual([true])
})

test('what ends a sentence without a mark is put in its place', () => {
  const text = 'We won 🎉 Thanks. [Laughter] Now: a) bread b) milk'
  const marks = marksOf(text)
  const all = withUnmarked(candidates(text, marks, []), text, marks, enclosures(text), listMarkers(text, 'en'))
  expect(all.map(({ next }) => text.slice(next, next + 2))).toEqual(['Th', '[L', 'No', 'a)', 'b)'])
})
