import { type PlacedPage, type PlacedRun, placePdf } from './write-pdf.ts'

/** A PDF as some program sets it, and its text as it is meant: paragraphs, in order. */
export type PdfSample = { name: string; bytes: Uint8Array; text: string[] }

/** Lines below each other from a place. */
const column = (x: number, y: number, lines: readonly string[], size = 10, leading = 12): PlacedRun[] =>
  lines.map((text, row) => ({ text, x, y: y - row * leading, size }))

const alternate = (...columns: PlacedRun[][]): PlacedRun[] =>
  Array.from({ length: Math.max(...columns.map(({ length }) => length)) }, (_, row) =>
    columns.flatMap((runs) => runs[row] ?? []),
  ).flat()

const page = (...runs: PlacedRun[][]): PlacedPage => ({ runs: runs.flat() })

const LEFT = [
  'The lock was built in 1874 by',
  'the brothers Aas, who had come',
  'from the coast and knew boats',
  'better than they knew stone.',
]
const RIGHT = [
  'It leaked from the first day.',
  'Every spring the keeper put in',
  'new clay, and every autumn he',
  'wrote that it had gone again.',
]
const THIRD = [
  'When the railway came no one',
  'wanted the lock any longer, and',
  'the clay was left where it was',
  'until the council sold it all.',
]
const joined = (lines: readonly string[]) => lines.join(' ')

/** Turned by a quarter to the left: what stands upright on a page that is turned to the right to be shown. */
const sideways = (runs: readonly PlacedRun[]): PlacedRun[] =>
  runs.map(({ text, x, y, size = 10 }) => ({ text, x: 842 - y, y: x, size, turn: 1 }))

/** Letters one by one from the right, as they stand on the page. */
const fromRight = (words: string, right: number, y: number): PlacedRun[] =>
  [...words].flatMap((text, at) => (text === ' ' ? [] : [{ text, x: right - (at + 1) * 5, y }]))

const sample = (name: string, pages: readonly PlacedPage[], ...text: string[]): PdfSample => ({
  name,
  bytes: placePdf(pages),
  text,
})

export const PDF_SAMPLES: readonly PdfSample[] = [
  sample('one paragraph', [page(column(50, 780, LEFT))], joined(LEFT)),
  sample('two paragraphs', [page(column(50, 780, LEFT), column(50, 720, RIGHT))], joined(LEFT), joined(RIGHT)),
  sample(
    'two columns, one after the other',
    [page(column(50, 780, LEFT), column(320, 780, RIGHT))],
    joined(LEFT),
    joined(RIGHT),
  ),
  sample(
    'two columns, row by row',
    [page(alternate(column(50, 780, LEFT), column(320, 780, RIGHT)))],
    joined(LEFT),
    joined(RIGHT),
  ),
  sample(
    'three columns, row by row',
    [page(alternate(column(30, 780, LEFT, 9), column(215, 780, RIGHT, 9), column(400, 780, THIRD, 9)))],
    joined(LEFT),
    joined(RIGHT),
    joined(THIRD),
  ),
  sample(
    'columns below a title',
    [
      page(
        column(50, 800, ['The lock at Aas and the people who kept it through the years'], 16),
        alternate(column(50, 760, LEFT), column(320, 760, RIGHT)),
      ),
    ],
    'The lock at Aas and the people who kept it through the years',
    joined(LEFT),
    joined(RIGHT),
  ),
  sample(
    'columns of other leading',
    [page(alternate(column(50, 780, LEFT), column(320, 775, RIGHT, 10, 13)))],
    joined(LEFT),
    joined(RIGHT),
  ),
  sample(
    'a sentence that runs on in the next column',
    [
      page(
        column(50, 780, [...LEFT.slice(0, 3), 'better than the masons who were']),
        column(320, 780, ['hired to help them knew stone.', ...RIGHT]),
      ),
    ],
    `${joined(LEFT.slice(0, 3))} better than the masons who were hired to help them knew stone. ${joined(RIGHT)}`,
  ),
  sample(
    'a table, row by row',
    [
      page(
        [...['Village', 'Ford', 'Mill', 'Quay'].entries()].flatMap(([row, name]) => [
          { text: name, x: 50, y: 780 - row * 14 },
          { text: ['Lost', '12', '3', '7'][row] ?? '', x: 250, y: 780 - row * 14 },
        ]),
      ),
    ],
    'Village Lost',
    'Ford 12',
    'Mill 3',
    'Quay 7',
  ),
  sample(
    'a table of phrases, set close',
    [
      page(
        ['Tallow Ford lost', 'Upper Green lost', 'Priory End lost', 'Mill House lost'].flatMap((name, row) => [
          { text: name, x: 50, y: 780 - row * 14 },
          {
            text:
              ['14 houses and the mill.', '3 houses and a barn.', '7 houses and no barn.', 'nothing but one boat.'][
                row
              ] ?? '',
            x: 145,
            y: 780 - row * 14,
          },
        ]),
      ),
    ],
    'Tallow Ford lost 14 houses and the mill. Upper Green lost 3 houses and a barn. Priory End lost 7 houses and no barn. Mill House lost nothing but one boat.',
  ),
  sample(
    'narrow columns with little between',
    [page(alternate(column(50, 780, LEFT), column(216, 780, RIGHT)))],
    joined(LEFT),
    joined(RIGHT),
  ),
  sample(
    'words broken over lines',
    [
      page(
        column(50, 780, [
          'The commission found no justifica-',
          'tion for the order, and recom-',
          'mended that it be withdrawn.',
        ]),
      ),
    ],
    'The commission found no justification for the order, and recommended that it be withdrawn.',
  ),
  sample(
    'compounds broken at their hyphen',
    [page(column(50, 780, ['A thirty-', 'four year old keeper had a well-', 'known boat; well, it was known.']))],
    'A thirty-four year old keeper had a well-known boat; well, it was known.',
  ),
  sample(
    'names and years broken',
    [page(column(50, 780, ['The Anglo-', 'Saxon ford was used in 1940-', '41 by everyone.']))],
    'The Anglo-Saxon ford was used in 1940-41 by everyone.',
  ),
  sample(
    'running heads and numbers',
    [1, 2, 3].map((number) =>
      page(
        column(50, 815, [`The locks of the coast`], 8),
        column(50, 770, [
          `This is what page ${['one', 'two', 'three'][number - 1]} says of them.`,
          'It says no more than that.',
        ]),
        column(290, 30, [String(number + 16)], 8),
      ),
    ),
    'This is what page one says of them. It says no more than that.',
    'This is what page two says of them. It says no more than that.',
    'This is what page three says of them. It says no more than that.',
  ),
  sample(
    'heads that differ left and right',
    [
      page(
        column(50, 815, ['Harbour Office'], 8),
        column(50, 770, ['The office had decided to leave', 'the lock as it was, and to']),
        column(290, 30, ['xii'], 8),
      ),
      page(
        column(50, 815, ['Report of the year'], 8),
        column(50, 770, ['wait for another spring before', 'any money was spent on it.']),
        column(290, 30, ['xiii'], 8),
      ),
    ],
    'The office had decided to leave the lock as it was, and to',
    'wait for another spring before any money was spent on it.',
  ),
  sample(
    'a first line that is not a head',
    [page(column(50, 800, LEFT)), page(column(50, 800, RIGHT))],
    joined(LEFT),
    joined(RIGHT),
  ),
  sample('a page turned to be read', [{ runs: sideways(column(50, 500, LEFT)), rotate: 90 }], joined(LEFT)),
  sample(
    'a page set upside down',
    [
      {
        runs: column(50, 500, LEFT).map((run) => ({ ...run, x: 595 - run.x, y: 842 - run.y, turn: 2 as const })),
        rotate: 180,
      },
    ],
    joined(LEFT),
  ),
  sample('text set sideways on an upright page', [{ runs: sideways(column(50, 500, LEFT)) }], joined(LEFT)),
  sample(
    'a note along the margin',
    [{ runs: [{ text: 'Stamp of the archive', x: 20, y: 300, turn: 1 as const }, ...column(50, 780, LEFT)] }],
    joined(LEFT),
    'Stamp of the archive',
  ),
  sample(
    'a raised number of a note',
    [
      page([
        { text: 'Nine boats sank.', x: 50, y: 780, size: 11 },
        { text: '12', x: 138, y: 784, size: 6 },
        { text: 'The keeper wrote of ten.', x: 150, y: 780, size: 11 },
      ]),
    ],
    'Nine boats sank.¹² The keeper wrote of ten.',
  ),
  sample(
    'a power, and a sign below the line',
    [
      page([
        { text: '10', x: 50, y: 780 },
        { text: '6', x: 60, y: 784, size: 6 },
        { text: 'drops of H', x: 66, y: 780 },
        { text: '2', x: 116, y: 777, size: 6 },
        { text: 'O', x: 119, y: 780 },
      ]),
    ],
    '10⁶ drops of H2O',
  ),
  sample('Hebrew, letter by letter', [page(fromRight('הנהר עלה בלילה', 500, 780))], 'הנהר עלה בלילה'),
  sample('Arabic in its shapes', [page(fromRight('ﺍﻟﻨﻬﺮ ﻳﻌﻠﻮ', 500, 780))], 'النهر يعلو'),
  sample(
    'a number in Hebrew text',
    [
      page([
        ...fromRight('מתו', 500, 780),
        { text: '1', x: 470, y: 780 },
        { text: '2', x: 475, y: 780 },
        ...fromRight('איש', 465, 780),
      ]),
    ],
    'מתו 12 איש',
  ),
]
