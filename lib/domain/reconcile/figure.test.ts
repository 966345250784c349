import { expect, test } from 'vitest'
import { facing, shown } from '../testing/facing.ts'
import { pairFigures } from './figure.ts'

test.each<[string, string[], string[], string[]]>([
  ['rows with other figures', ['- Lida 4', '- Orsha 2'], ['- Orsha 4', '- Lida 2'], ['0 → 1', '1 → 0']],
  ['rows with one label', ['- Lida: 12 dead'], ['- Brest: 12 dead', '- Lida: 14 killed'], ['0 → 1']],
  ['figures before the name', ['- 9 Kern', '- 17 Lund'], ['- 9 Lund', '- 17 Kern'], ['0 → 1', '1 → 0']],
  ['a name spelled in another way', ['- Aliaksandr Kos, 44'], ['- Eva Lund, 3', '- Alyaksandr Kos, 45'], ['0 → 1']],
  ['not two people', ['- Ana Kos, 44'], ['- Luka Kos, 44'], []],
  ['two rows with one label are left open', ['- Lida 4', '- Lida 5'], ['- Lida 6', '- Lida 7'], []],
  [
    'a sentence of three telling words',
    ['The mill burned twice in 1951.'],
    ['The mill burned twice in 1952.'],
    ['0 → 0'],
  ],
  ['not a sentence of one', ['It burned in 1951.'], ['It burned in 1987.'], []],
  ['nor one of another field', ['|Dead: 12 men', '|Hurt: 9 men'], ['|Hurt: 12 men', '|Lost: 3 men'], []],
])('%s', (_, olds, news, expected) => {
  const { evidence, grouping } = facing(olds, news)
  pairFigures(evidence, grouping)
  expect(shown(grouping.groups())).toEqual(expected)
})

test('a neighbour speaks for a short sentence', () => {
  const { evidence, grouping } = facing(
    ['She left him.', 'It burned in 1951.'],
    ['It was.', 'She left him.', 'It burned in 1987.'],
  )
  grouping.join([0], [1])
  pairFigures(evidence, grouping)
  expect(shown(grouping.groups())).toEqual(['0 → 1', '1 → 2'])
})
