import { describe, expect, test } from 'vitest'
import { type Described, likelySame, SAME_FLOOR, titleKey } from './likeness.ts'
import type { PartialDate } from './source.ts'

type Pair = [string, Described, Described]
const of = (title: string, issued?: PartialDate, container?: string): Described => ({
  title,
  ...(issued && { issued: { 'date-parts': [issued] } }),
  ...(container !== undefined && { 'container-title': container }),
})

test.each([
  ['“Partisans” show video: UAV on A-50!', 'partisans show video uav on a-50'],
  ['  Двое   задержаны  ', 'двое задержаны'],
  ['…', ''],
])('%j: %j', (title, key) => expect(titleKey(title)).toBe(key))

describe('the same', () => {
  test.each<Pair>([
    ['style aside', of('“Partisans” show video – of the attack'), of('"partisans" show video - of the attack')],
    [
      'the site’s name behind it',
      of('Partisans show video of the attack | Babel', undefined, 'Babel'),
      of('Partisans show video of the attack'),
    ],
    [
      'a subtitle',
      of('Belarusian partisans show video from UAV'),
      of('Belarusian partisans show video from UAV: what is known'),
    ],
    [
      'a misprint',
      of('Partisans show video of the attack on the airfield'),
      of('Partisans show vidoe of the attack on the airfield'),
    ],
    [
      'a full date beside a year',
      of('Partisans show video of the attack', [2023]),
      of('Partisans show video of the attack', [2023, 3, 2]),
    ],
    ['a short title, the same place', of('Statement', undefined, 'BYPOL'), of('Statement', undefined, 'bypol')],
    ['a short title, the same day', of('Statement', [2023, 2, 26]), of('Statement', [2023, 2, 26])],
    ['Cyrillic', of('Двое задержаны в Минске после взрыва'), of('Двое задержаны в Минске после взрыва.')],
  ])('%s', (_name, a, b) => {
    expect(likelySame(a, b)).toBeGreaterThanOrEqual(SAME_FLOOR)
    expect(likelySame(b, a)).toBe(likelySame(a, b))
  })
})

describe('not the same', () => {
  test.each<Pair>([
    ['another number', of('USD 330 million worth aircraft blown up'), of('USD 130 million worth aircraft blown up')],
    ['another year in the title', of('Human rights in Belarus in 2022'), of('Human rights in Belarus in 2023')],
    [
      'another year',
      of('Human rights in Belarus: annual report', [2022]),
      of('Human rights in Belarus: annual report', [2023]),
    ],
    ['a denial', of('Court finds the driver guilty of sabotage'), of('Court finds the driver not guilty of sabotage')],
    [
      'another town',
      of('Three people detained after protest in Minsk'),
      of('Three people detained after protest in Brest'),
    ],
    ['a short title alone', of('Statement'), of('Statement')],
    ['a short title, another day', of('Statement', [2023, 2, 26], 'BYPOL'), of('Statement', [2023, 2, 27], 'BYPOL')],
    [
      'a daily title',
      of('The situation at the front today', [2023, 2, 26], 'ISW'),
      of('The situation at the front today', [2023, 2, 27], 'ISW'),
    ],
    ['a part', of('The railway war in Belarus explained'), of('The railway war in Belarus explained, part 2')],
    ['another transliteration', of('Lukashenko speaks in Homel'), of('Lukašenka speaks in Gomel')],
    ['another subject', of('Trains stopped near Asipovichy'), of('Aircraft damaged at Machulishchy')],
    ['no title', of(''), of('')],
    ['punctuation alone', of('…'), of('!')],
  ])('%s', (_name, a, b) => {
    expect(likelySame(a, b)).toBeLessThan(SAME_FLOOR)
    expect(likelySame(b, a)).toBe(likelySame(a, b))
  })
})
