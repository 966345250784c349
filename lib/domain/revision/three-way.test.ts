import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Standing, targetClaims } from '../article/target.ts'
import { withEdgesOf } from '../claim/wording.ts'
import { reconcile } from '../reconcile/reconcile.ts'
import { type CutBlock, cutDraft, piecesOf, recordedPieces } from './draft.ts'
import { planRestructure } from './restructure.ts'
import { type Choice, threeWay } from './three-way.ts'

const BASE = [
  'Twelve people were killed in the mill. ',
  'The mill stood by the river. ',
  'It burned on 3 May 2021. ',
  'The owner had been warned.',
]

/** C-1 … in one paragraph; `numbers` names them otherwise. */
function article(texts: readonly string[], numbers: readonly number[] = texts.map((_, at) => at + 1)): Standing {
  return {
    layout: {
      open: '',
      close: '',
      blocks: [{ id: 'b1', kind: 'paragraph', open: '', close: '\n', claims: [...numbers] }],
    },
    texts: new Map(texts.map((text, at) => [numbers[at] ?? 0, text])),
  }
}

const blocksOf = (...paragraphs: (readonly string[])[]): CutBlock[] =>
  paragraphs.map((texts, at) => ({
    id: `u${at + 1}`,
    kind: 'paragraph',
    open: '',
    close: '\n\n',
    pieces: texts.map((text) => ({ text })),
  }))

type Heirs = Record<number, number[]>

function merge(
  ours: Standing,
  theirs: CutBlock[],
  choices: Record<string, Choice> = {},
  heirs: Heirs = {},
  base = article(BASE),
) {
  const pieces = recordedPieces(base)
  const { target, conflicts } = threeWay({
    base: pieces,
    theirs,
    decisions: reconcile(pieces, piecesOf(theirs)),
    ours,
    heldBy: (number) => heirs[number] ?? (ours.texts.has(number) ? [number] : []),
    choices: new Map(Object.entries(choices)),
  })
  return { claims: targetClaims(target).map(({ text, from }) => [text.trim(), ...from]), conflicts, target }
}

const [KILLED = '', STOOD = '', BURNED = '', WARNED = ''] = BASE

describe('what only one side changed is taken from that side', () => {
  test('neither: the article as it is, to the block', () => {
    const { claims, conflicts, target } = merge(article(BASE), blocksOf(BASE))
    expect(claims).toEqual(BASE.map((text, at) => [text.trim(), at + 1]))
    expect(conflicts).toEqual([])
    expect(target.blocks[0]).toMatchObject({ id: 'b1', close: '\n' })
  })

  test('theirs: reworded, retired, new', () => {
    const { claims, conflicts } = merge(
      article(BASE),
      blocksOf([KILLED, 'The mill stood by the river Biarozka. ', WARNED, ' An inquiry found no arson.']),
    )
    expect(claims).toEqual([
      [KILLED.trim(), 1],
      ['The mill stood by the river Biarozka.', 2],
      [WARNED.trim(), 4],
      ['An inquiry found no arson.'],
    ])
    expect(conflicts).toEqual([])
  })

  test('ours: a rewording, a retired claim and a new one stay the desk’s', () => {
    const ours = article(
      [KILLED, 'A second fire broke out at night. ', 'It burned on 4 May 2021. ', WARNED],
      [1, 9, 3, 4],
    )
    const { claims, conflicts } = merge(ours, blocksOf([...BASE.slice(0, 3), 'The owner had been warned twice.']))
    expect(claims).toEqual([
      [KILLED.trim(), 1],
      ['A second fire broke out at night.', 9],
      ['It burned on 4 May 2021.', 3],
      ['The owner had been warned twice.', 4],
    ])
    expect(conflicts).toEqual([])
  })

  test('a claim the desk split stays split where upstream left it', () => {
    const ours = article([KILLED, STOOD, 'It burned ', 'on 3 May 2021. ', WARNED], [1, 2, 3, 7, 4])
    const { claims } = merge(ours, blocksOf([...BASE, ' New words come from upstream here.']), {}, { 3: [3, 7] })
    expect(claims.slice(2, 4)).toEqual([
      ['It burned', 3],
      ['on 3 May 2021.', 7],
    ])
    const turned = article([KILLED, STOOD, 'It burned ', 'on 3 May 2021. ', WARNED], [1, 2, 7, 3, 4])
    const kept = merge(turned, blocksOf([...BASE, ' New words come from upstream here.']), {}, { 3: [3, 7] })
    expect(kept.claims.slice(2, 4)).toEqual([
      ['It burned', 7],
      ['on 3 May 2021.', 3],
    ])
  })

  test('a claim the desk moved stays where the desk has it, in upstream’s newer words', () => {
    const ours = article([BURNED, KILLED, STOOD, WARNED], [3, 1, 2, 4])
    const { claims, conflicts } = merge(
      ours,
      blocksOf([KILLED, STOOD, 'It burned on 4 May 2021. ', `${WARNED} `, 'An inquiry found no arson.']),
    )
    expect(conflicts).toEqual([])
    expect(claims).toEqual([
      ['It burned on 4 May 2021.', 3],
      [KILLED.trim(), 1],
      [STOOD.trim(), 2],
      [WARNED.trim(), 4],
      ['An inquiry found no arson.'],
    ])
  })

  test('claims the desk merged stay one', () => {
    const ours = article([KILLED, STOOD + BURNED, WARNED], [1, 2, 4])
    const { claims, conflicts } = merge(
      ours,
      blocksOf([KILLED, STOOD, BURNED, 'The owner had been warned twice.']),
      {},
      { 3: [2] },
    )
    expect(conflicts).toEqual([])
    expect(claims).toEqual([
      [KILLED.trim(), 1],
      [(STOOD + BURNED).trim(), 2],
      ['The owner had been warned twice.', 4],
    ])
  })

  test('both the same way is no conflict', () => {
    const same = 'It burned on 4 May 2021. '
    const { claims, conflicts } = merge(article([KILLED, STOOD, same, WARNED]), blocksOf([KILLED, STOOD, same, WARNED]))
    expect([conflicts, claims[2]]).toEqual([[], [same.trim(), 3]])
    const added = 'An inquiry found no arson. '
    const both = merge(article([...BASE, added], [1, 2, 3, 4, 8]), blocksOf([...BASE, ` ${added}`]))
    expect(both.claims.at(-1)).toEqual([added.trim(), 8])
  })
})

describe('what both changed is a conflict, and ours stands until someone chooses', () => {
  const theirs = blocksOf([KILLED, STOOD, 'It burned on 5 May 2021. ', WARNED])
  const ours = article([KILLED, STOOD, 'It burned on 4 May 2021. ', WARNED])

  test('shows what both began with and what each made of it', () => {
    const { conflicts, claims } = merge(ours, theirs)
    expect(conflicts).toEqual([
      {
        key: 't2',
        claims: [3],
        base: BURNED,
        ours: 'It burned on 4 May 2021. ',
        theirs: 'It burned on 5 May 2021. ',
        choice: 'ours',
      },
    ])
    expect(claims[2]).toEqual(['It burned on 4 May 2021.', 3])
    expect(merge(ours, theirs, { t2: 'theirs' }).claims[2]).toEqual(['It burned on 5 May 2021.', 3])
  })

  test('upstream took out what the desk had changed', () => {
    const gone = blocksOf([KILLED, STOOD, WARNED])
    const { conflicts, claims } = merge(ours, gone)
    expect(conflicts).toMatchObject([{ key: 'b2', theirs: '', choice: 'ours' }])
    expect(claims.map(([, number]) => number)).toEqual([1, 2, 3, 4])
    expect(merge(ours, gone, { b2: 'theirs' }).claims.map(([, number]) => number)).toEqual([1, 2, 4])
  })

  test('the desk took out what upstream has changed', () => {
    const without = article([KILLED, STOOD, WARNED], [1, 2, 4])
    const { conflicts, claims } = merge(without, theirs)
    expect(conflicts).toMatchObject([{ key: 't2', ours: '', choice: 'ours' }])
    expect(claims.map(([, number]) => number)).toEqual([1, 2, 4])
    expect(merge(without, theirs, { t2: 'theirs' }).claims[2]).toEqual(['It burned on 5 May 2021.', 3])
  })

  test('the desk split what upstream has changed', () => {
    const split = article([KILLED, STOOD, 'It burned ', 'on 4 May 2021. ', WARNED], [1, 2, 3, 7, 4])
    const { claims } = merge(split, theirs, {}, { 3: [3, 7] })
    expect(claims.map(([, number]) => number)).toEqual([1, 2, 3, 7, 4])
    expect(merge(split, theirs, { t2: 'theirs' }, { 3: [3, 7] }).claims[2]).toEqual(['It burned on 5 May 2021.', 3, 7])
  })
})

test('a block that only the desk has stays behind the block it follows', () => {
  const ours = article(BASE)
  ours.layout.blocks.push({ id: 'b2', kind: 'quotation', open: '> ', close: '\n', claims: [9] })
  const texts = new Map([...ours.texts, [9, 'I saw it burn.']])
  const theirs = blocksOf([...BASE.slice(0, 3), 'The owner had been warned.'], ['An inquiry was opened in June. '])
  const { target } = merge({ ...ours, texts }, theirs)
  expect(target.blocks.map(({ kind, claims }) => [kind, claims.length])).toEqual([
    ['paragraph', 4],
    ['quotation', 1],
    ['paragraph', 1],
  ])
})

const WORDS = fc.constantFrom(
  ...BASE,
  'An inquiry found no arson. ',
  'It burned on 4 May 2021. ',
  'The mill burned down in May. ',
)

describe('properties', () => {
  test('with nothing changed here, the result says what theirs says', () => {
    fc.assert(
      fc.property(fc.array(WORDS, { maxLength: 8 }), (texts) => {
        const { claims, conflicts } = merge(article(BASE), blocksOf(texts))
        expect(conflicts).toEqual([])
        expect(claims.map(([text]) => text)).toEqual(texts.map((text) => text.trim()))
      }),
      { numRuns: 2_000 },
    )
  })

  test('whatever both did: a state that can be recorded, and nothing of ours that theirs left alone is lost', () => {
    const side = fc.array(fc.record({ keep: fc.boolean(), text: WORDS }), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(side, fc.array(WORDS, { maxLength: 8 }), fc.array(WORDS, { maxLength: 2 }), (mine, texts, added) => {
        const numbers = [1, 2, 3, 4, ...added.map((_, at) => 20 + at)]
        const ours = article([...mine.map(({ keep, text }, at) => (keep ? (BASE[at] ?? '') : text)), ...added], numbers)
        const { claims, target } = merge(ours, blocksOf(texts))
        // A state that can be recorded: no claim in two places that are no split, none empty.
        expect(planRestructure(ours, target, 100)).not.toHaveProperty('problem')
        const placed = claims.flatMap(([, ...from]) => from)
        for (const [at] of added.entries()) expect(placed).toContain(20 + at)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('the label is part of what a claim says', () => {
  const toll = (label: string, text: string): Standing => ({
    layout: {
      open: '',
      close: '',
      blocks: [
        { id: 'b1', kind: 'infobox_field', label, open: `- ${label}: `, close: '\n\n', claims: [1] },
        { id: 'b2', kind: 'paragraph', open: '', close: '\n', claims: [2] },
      ],
    },
    texts: new Map([
      [1, text],
      [2, 'The mill stood by the river.'],
    ]),
  })
  const upstream = (label: string, text: string, ...further: string[]): CutBlock[] => [
    { id: 'u1', kind: 'infobox_field', label, open: `- ${label}: `, close: '\n', pieces: [{ text }] },
    ...blocksOf(['The mill stood by the river.'], ...further.map((one) => [one])),
  ]
  const base = toll('Injured', '23')
  const first = ({ target }: ReturnType<typeof merge>) => [target.blocks[0]?.label, target.blocks[0]?.claims[0]?.text]

  test('changed upstream alone: upstream’s', () => {
    const merged = merge(base, upstream('Killed', '23'), {}, {}, base)
    expect(merged.conflicts).toEqual([])
    expect(first(merged)).toEqual(['Killed', '23'])
  })

  test('changed here alone: ours, also where upstream changed its structure elsewhere', () => {
    for (const further of [[], ['It burned.']]) {
      const merged = merge(toll('Killed', '23'), upstream('Injured', '23', ...further), {}, {}, base)
      expect(merged.conflicts).toEqual([])
      expect(first(merged)).toEqual(['Killed', '23'])
      expect(merged.target.blocks[0]?.open).toContain('Killed')
    }
  })

  test.each([
    ['other labels', toll('Killed', '23'), upstream('Missing', '23'), 'Killed: 23', 'Missing: 23'],
    ['a label here, words there', toll('Killed', '23'), upstream('Injured', '25'), 'Killed: 23', 'Injured: 25'],
    ['words here, a label there', toll('Injured', '25'), upstream('Killed', '23'), 'Injured: 25', 'Killed: 23'],
  ])('both changed it: %s', (_, ours, theirs, ourWords, theirWords) => {
    const kept = merge(ours, theirs, {}, {}, base)
    expect(kept.conflicts).toMatchObject([{ base: 'Injured: 23', ours: ourWords, theirs: theirWords, choice: 'ours' }])
    expect(first(kept).join(': ')).toBe(ourWords)
    const taken = merge(ours, theirs, { [kept.conflicts[0]?.key ?? '']: 'theirs' }, {}, base)
    expect(first(taken).join(': ')).toBe(theirWords)
  })

  test('both changed it alike: no conflict', () => {
    const merged = merge(toll('Killed', '23'), upstream('Killed', '23'), {}, {}, base)
    expect(merged.conflicts).toEqual([])
    expect(first(merged)).toEqual(['Killed', '23'])
  })
})

describe('a claim retyped here keeps the spaces that the working text has around it', () => {
  const WORDS = [
    'The mill burned.',
    'A river flooded near Brest.',
    'The owner denied it.',
    'Nobody was tried in Minsk.',
  ]
  const cut = (text: string) => text.match(/[^.]*\.?\s*/gu)?.filter((part) => part !== '') ?? [text]
  const space = fc.constantFrom('', ' ', '  ', '\u00a0')
  const edges = fc.array(fc.tuple(space, space), { minLength: 4, maxLength: 4 })
  const set = (own: readonly (readonly [string, string])[]) =>
    WORDS.map((text, at) => `${own[at]?.[0]}${text}${own[at]?.[1]}`)

  test.each([false, true])('with a paragraph broken in it: %s', (broken) => {
    fc.assert(
      fc.property(edges, edges, fc.nat(2), fc.nat(3), space, (recorded, typed, at, pick, stray) => {
        const base = article(set(recorded))
        const runs: { text: string; hint?: number }[] = set(typed).map((text, one) => ({ text, hint: one + 1 }))
        if (stray !== '') runs.splice(at + 1, 0, { text: stray })
        const parts = broken ? [runs.slice(0, at + 1), runs.slice(at + 1)] : [runs]
        const draft = parts.map((own, one) => ({
          kind: 'paragraph' as const,
          ...(one === 0 && { id: 'b1' }),
          runs: own,
        }))
        const theirs = cutDraft(draft, base.layout.blocks, (number) => base.texts.get(number), cut)
        const old = base.texts.get(pick + 1) ?? ''
        const texts = new Map(base.texts).set(pick + 1, withEdgesOf(old, 'Retyped.'))
        const { target, conflicts } = merge({ layout: base.layout, texts }, theirs, {}, {}, base)
        expect(conflicts).toEqual([])
        const before = parts.map((own) => own.map(({ text }) => text).join(''))
        const after = target.blocks.map(({ claims }) => claims.map(({ text }) => text).join(''))
        expect(after).toEqual(before.map((text) => text.replace(WORDS[pick] ?? '', 'Retyped.')))
      }),
      { numRuns: 500 },
    )
  })
})

test('what theirs left as it was is as ours has it, white space included', () => {
  const [one, two, three] = ['Bravo 1 sank. ', 'Alpha 2 sailed. ', 'Delta 3 rose.']
  const base = article([one, two, three])
  // The desk moved the last claim to the front: it has a space behind it there, and the new last one has none.
  const ours: Standing = {
    layout: {
      open: '',
      close: '',
      blocks: [{ id: 'b1', kind: 'paragraph', open: '', close: '\n', claims: [3, 1, 2] }],
    },
    texts: new Map([
      [3, 'Delta 3 rose. '],
      [1, one],
      [2, 'Alpha 2 sailed.'],
    ]),
  }
  const { target } = merge(ours, blocksOf([one, two, three]), {}, {}, base)
  expect(targetClaims(target).map(({ text }) => text)).toEqual(['Delta 3 rose. ', one, 'Alpha 2 sailed.'])
})
