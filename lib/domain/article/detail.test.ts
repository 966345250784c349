import { describe, expect, test } from 'vitest'
import {
  ARTICLE_DETAILS,
  type ArticleDetails,
  DETAIL_LABEL,
  DETAIL_LIMIT,
  decideAmendment,
  detailChanges,
  detailProblem,
  detailTyped,
  isLanguageCode,
  type TitleReplaced,
  titleAfter,
  upstreamTitle,
} from './detail.ts'

const SEEN: ArticleDetails = {
  title: 'Prom v Lindavě',
  language: 'cs',
  licence: 'CC BY-SA 4.0',
  attribution: null,
  originUrl: 'https://prom.example/a',
}

describe('what was typed', () => {
  test.each([
    ['title', '  Паром у Ліндаве ', 'Паром у Ліндаве'],
    ['title', '   ', ''],
    ['language', ' be-Latn ', 'be-Latn'],
    ['licence', '', null],
    ['attribution', ' \t', null],
    ['originUrl', ' ', null],
    ['originUrl', 'https://Ferry.example', 'https://ferry.example/'],
    ['originUrl', 'ferry.example/a', 'https://ferry.example/a'],
    ['originUrl', 'not an address', 'not an address'],
  ] as const)('%s %j is kept as %j', (detail, typed, kept) => {
    expect(detailTyped(detail, typed)).toBe(kept)
  })
})

describe('what a detail can be', () => {
  test.each([
    ['title', 'The ferry: 12 dead, “no lights” (2021) – ⛴'],
    ['title', 'غرق العبّارة'],
    ['title', 'नौका दुर्घटना'],
    ['language', 'pt-BR'],
    ['language', 'zh-Hant-TW'],
    ['licence', null],
    ['attribution', 'Ann Lee & the ferry desk'],
    ['originUrl', 'http://ferry.example/a?b=c#d'],
  ] as const)('%s %j', (detail, value) => {
    expect(detailProblem(detail, value)).toBeNull()
  })

  test.each([
    ['title', '', 'cannot be empty'],
    ['title', ' \u3000', 'cannot be empty'],
    ['title', 'Ferry\u0000', 'U+0000'],
    ['title', 'Ferry\nsinks', 'U+000A'],
    ['title', 'Ferry \u202esknis', 'U+202E'],
    ['attribution', 'Ann\u0007', 'U+0007'],
    ['licence', 'CC\u2028BY', 'U+2028'],
    ['language', '', 'as a code'],
    ['language', 'English', 'as a code'],
    ['language', 'en_GB', 'as a code'],
    ['language', 'de-rozaj-rozaj', 'as a code'],
    ['language', `en${'-abcdefgh'.repeat(4)}`, 'characters'],
    ['originUrl', 'ftp://ferry.example/', 'web address'],
    ['originUrl', 'javascript:alert(1)', 'web address'],
    ['originUrl', 'https://ann:secret@ferry.example/', 'web address'],
    ['originUrl', 'ferry.example', 'web address'],
  ] as const)('not %s %j', (detail, value, words) => {
    expect(detailProblem(detail, value)).toContain(words)
  })

  test('is bounded, each detail by its own limit, and by nothing below it', () => {
    for (const detail of ['title', 'licence', 'attribution'] as const) {
      expect(detailProblem(detail, 'x'.repeat(DETAIL_LIMIT[detail]))).toBeNull()
      expect(detailProblem(detail, 'x'.repeat(DETAIL_LIMIT[detail] + 1))).toContain('the limit is')
    }
    expect(isLanguageCode('x'.repeat(100_000))).toBe(false)
  })

  test('has a label', () => {
    for (const detail of ARTICLE_DETAILS) expect(DETAIL_LABEL[detail]).toBeTruthy()
  })
})

describe('what becomes of an amendment', () => {
  const typed = (patch: Partial<ArticleDetails>) => ({ ...SEEN, ...patch })

  test.each([
    ['nothing was changed', {}, {}, { outcome: 'unchanged' }],
    [
      'one detail',
      { title: 'Prom' },
      {},
      { outcome: 'amended', former: { title: SEEN.title }, given: { title: 'Prom' } },
    ],
    [
      'one is taken away, one added',
      { licence: null, attribution: 'Petr' },
      {},
      {
        outcome: 'amended',
        former: { licence: SEEN.licence, attribution: null },
        given: { licence: null, attribution: 'Petr' },
      },
    ],
    [
      'someone else changed another detail',
      { title: 'Prom' },
      { language: 'sk' },
      { outcome: 'amended', former: { title: SEEN.title }, given: { title: 'Prom' } },
    ],
    ['someone else changed it to the same', { title: 'Prom' }, { title: 'Prom' }, { outcome: 'unchanged' }],
    ['someone else changed it', { title: 'Prom' }, { title: 'Trajekt' }, { outcome: 'conflict', details: ['title'] }],
    [
      'of two, someone else changed one',
      { title: 'Prom', language: 'sk' },
      { language: 'pl' },
      { outcome: 'conflict', details: ['language'] },
    ],
    ['someone else changed what was left alone', {}, { title: 'Trajekt' }, { outcome: 'unchanged' }],
  ] as const)('%s', (_, patch, meanwhile, expected) => {
    expect(decideAmendment(SEEN, typed(patch), { ...SEEN, ...meanwhile })).toEqual(expected)
  })

  test('names every detail that cannot be so, and changes none', () => {
    const decision = decideAmendment(SEEN, typed({ title: '', originUrl: 'x', attribution: 'Petr' }), SEEN)
    expect(decision).toMatchObject({ outcome: 'invalid' })
    expect(Object.keys('problems' in decision ? decision.problems : {})).toEqual(['title', 'originUrl'])
  })

  test('leaves alone what today’s rules would refuse, where it was not changed', () => {
    const old = { ...SEEN, title: 'Long '.repeat(200), originUrl: 'gopher://ferry.example/' }
    expect(decideAmendment(old, { ...old, licence: 'CC0' }, old)).toMatchObject({ given: { licence: 'CC0' } })
  })

  test('says before and after, in the order of the form', () => {
    expect(detailChanges({ licence: null, title: 'A' }, { licence: 'CC0', title: 'B' })).toEqual([
      { detail: 'title', before: 'A', after: 'B' },
      { detail: 'licence', before: null, after: 'CC0' },
    ])
  })
})

describe('the title a revision gave', () => {
  // Imported as A; amended to B; revision 2 took C from upstream; revision 3 left it; amended to D, then to E.
  const replaced: TitleReplaced[] = [
    { revision: 1, isRevision: false, former: 'A' },
    { revision: 2, isRevision: true, former: 'B' },
    { revision: 3, isRevision: false, former: 'C' },
    { revision: 3, isRevision: false, former: 'D' },
  ]
  test.each([
    [1, 'A'],
    [2, 'C'],
    [3, 'C'],
    [4, 'E'],
  ])('revision %i: %s', (revision, title) => {
    expect(titleAfter(revision, replaced, 'E')).toBe(title)
  })
})

test.each([
  ['neither changed it', 'A', 'A', 'A', null],
  ['the desk did', 'A', 'A', 'B', null],
  ['upstream did', 'A', 'B', 'A', 'B'],
  ['both did, alike', 'A', 'B', 'B', null],
  ['both did, differently: upstream’s is shown before it is recorded', 'A', 'B', 'C', 'B'],
])('upstream’s title, where %s', (_, before, upstream, now, taken) => {
  expect(upstreamTitle(before, upstream, now)).toBe(taken)
})
