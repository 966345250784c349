import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { setTexts } from '../article/layout.ts'
import type { Standing, Target } from '../article/target.ts'
import { targetOf } from '../article/target.ts'
import type { Plan } from './restructure.ts'
import { changesNothing, planRestructure, sharedWords, wordingsProblem } from './restructure.ts'

const SENTENCES = ['Twelve people were killed. ', 'The mill burned. ', 'Nobody was tried. ', 'The owner fled abroad. ']

/** C-1 a heading, C-2 … in one paragraph. */
function article(texts: readonly string[] = SENTENCES): Standing {
  const claims = texts.map((_, at) => at + 2)
  return {
    layout: {
      open: '= Mill =\n',
      close: '',
      blocks: [
        { id: 'b1', kind: 'heading', level: 2, open: '== ', close: ' ==\n', claims: [1] },
        { id: 'b2', kind: 'paragraph', open: '', close: '\n', claims },
      ],
    },
    texts: new Map([[1, 'The fire'], ...texts.map((text, at) => [at + 2, text] as const)]),
  }
}

function planOf(standing: Standing, edit: (target: Target) => void, next = 10): Plan {
  const target = targetOf(standing)
  edit(target)
  const plan = planRestructure(standing, target, next)
  if ('problem' in plan) throw new Error(plan.problem)
  return plan
}

const paragraph = (target: Target) => target.blocks[1]?.claims ?? []

describe('what has to be recorded', () => {
  test('is nothing when nothing changed', () => {
    const plan = planOf(article(), () => undefined)
    expect(plan).toMatchObject({
      layoutChanged: false,
      reworded: [],
      fresh: [],
      ended: [],
      revived: [],
      split: [],
      merged: [],
    })
  })

  test('is the white space, too, where a claim takes another in and says what it said', () => {
    // As where a revision is restored in which the sentence stood in another place.
    const standing = article(['Twelve people were killed.', 'Twelve ', 'The mill burned. '])
    const plan = planOf(standing, (target) => {
      const claims = paragraph(target)
      claims.splice(0, 2, { text: 'Twelve people were killed. ', from: [2, 3] })
    })
    expect(plan).toMatchObject({ reworded: [], merged: [{ number: 2, others: [3] }] })
    const wordings = new Map([...standing.texts].filter(([number]) => number !== 3))
    expect(setTexts(plan.layout, wordings).get(2)).toBe('Twelve people were killed. ')
  })

  test('is no wording where only white space differs: the layout has it, and gives it back', () => {
    const standing = article()
    const plan = planOf(standing, (target) => {
      const claims = paragraph(target)
      claims.push(...claims.splice(1, 1))
      claims[1] = { text: 'Nobody  was\ntried. ', from: [4] }
      claims[3] = { text: 'The mill burned.', from: [3] }
    })
    expect(plan).toMatchObject({ layoutChanged: true, reworded: [], fresh: [], ended: [] })
    expect(plan.layout.blocks[1]?.set).toEqual({ 3: 'The mill burned.', 4: 'Nobody  was\ntried. ' })
    const texts = setTexts(plan.layout, standing.texts)
    expect(plan.layout.blocks[1]?.claims.map((number) => texts.get(number))).toEqual([
      'Twelve people were killed. ',
      'Nobody  was\ntried. ',
      'The owner fled abroad. ',
      'The mill burned.',
    ])
    // And recorded once more as it stands then, it changes nothing; back as it was, nothing is left behind.
    const set = { layout: plan.layout, texts, wordings: standing.texts }
    expect(planOf(set, () => undefined)).toMatchObject({ layoutChanged: false, reworded: [] })
    const back = planRestructure(set, targetOf(standing), 10)
    expect(back).toMatchObject({ layoutChanged: true, reworded: [] })
    expect('layout' in back && back.layout).toEqual(standing.layout)
  })

  test('a claim says something else under another label, or as a quotation', () => {
    const plan = planOf(article(['23']), (target) => {
      Object.assign(target.blocks[1] ?? {}, { kind: 'infobox_field', label: 'Killed' })
    })
    expect(plan.reworded).toEqual([{ number: 2, text: '23', label: 'Killed' }])
    const quoted = planOf(article(['23']), (target) => {
      Object.assign(target.blocks[1] ?? {}, { kind: 'quotation' })
    })
    expect(quoted.reworded).toEqual([{ number: 2, text: '23', quoted: true }])
    const listed = planOf(article(['23']), (target) => {
      Object.assign(target.blocks[1] ?? {}, { kind: 'list_item' })
    })
    expect(listed).toMatchObject({ layoutChanged: true, reworded: [] })
  })

  test('a claim whose place changes what it says gets a wording, whatever its words', () => {
    const plan = planRestructure(article(), targetOf(article()), 10, new Set([3]))
    expect(plan).toMatchObject({ reworded: [{ number: 3, text: 'The mill burned. ', recheck: true }] })
  })

  test('a reworded claim keeps its number, a new one gets the next, a retired one goes', () => {
    const plan = planOf(article(), (target) => {
      paragraph(target).splice(1, 2, { text: 'The mill burned down. ', from: [3] }, { text: 'It rained. ', from: [] })
    })
    expect(plan).toMatchObject({
      layoutChanged: true,
      reworded: [{ number: 3, text: 'The mill burned down. ' }],
      fresh: [{ number: 10, text: 'It rained. ', from: [], heading: false }],
      ended: [{ number: 4, into: null }],
    })
    expect(plan.layout.blocks[1]?.claims).toEqual([2, 3, 10, 5])
  })

  test('of a split claim the part with most of its words keeps the number', () => {
    const plan = planOf(article(), (target) => {
      paragraph(target).splice(3, 1, { text: 'The owner ', from: [5] }, { text: 'fled abroad at once. ', from: [5] })
    })
    expect(plan.split).toEqual([{ number: 5, parts: [5, 10] }])
    expect(plan.fresh).toMatchObject([{ number: 10, text: 'fled abroad at once. ', from: [5] }])
    const second = planOf(article(), (target) => {
      paragraph(target).splice(3, 1, { text: 'The ', from: [5] }, { text: 'owner fled abroad. ', from: [5] })
    })
    expect(second.fresh).toMatchObject([{ number: 10, text: 'The ' }])
    expect(second.layout.blocks[1]?.claims.slice(-2)).toEqual([10, 5])
  })

  test('claims that merge go on as the one that gives most words', () => {
    const plan = planOf(article(), (target) => {
      paragraph(target).splice(1, 2, { text: 'The mill burned. Nobody was tried. ', from: [3, 4] })
    })
    expect(plan.merged).toEqual([{ number: 3, others: [4] }])
    expect(plan.ended).toEqual([{ number: 4, into: 3 }])
    const other = planOf(article(), (target) => {
      paragraph(target).splice(2, 2, { text: 'The owner fled abroad, untried. ', from: [4, 5] })
    })
    expect(other.merged).toEqual([{ number: 5, others: [4] }])
  })

  test('a claim that comes back has its number again', () => {
    const standing = article(SENTENCES.slice(0, 2))
    const plan = planOf(standing, (target) => paragraph(target).push({ text: 'Nobody was tried. ', from: [4] }))
    expect(plan).toMatchObject({ revived: [{ number: 4, text: 'Nobody was tried. ' }], fresh: [] })
  })

  test('a block that was broken in two is two, each with an id of its own', () => {
    const plan = planOf(article(), (target) => {
      const [, block] = target.blocks
      if (block) target.blocks.push({ ...block, claims: block.claims.splice(2) })
    })
    expect(plan.layout.blocks.map(({ id, claims }) => [id, claims])).toEqual([
      ['b1', [1]],
      ['b2', [2, 3]],
      ['b3', [4, 5]],
    ])
    expect([plan.reworded, plan.fresh, plan.ended]).toEqual([[], [], []])
  })
})

describe('whether a plan changes anything', () => {
  const edits: [string, boolean, (target: Target) => void][] = [
    ['the state there is', true, () => undefined],
    [
      'one claim in other words',
      false,
      (target) => Object.assign(paragraph(target)[1] ?? {}, { text: 'The mill stood. ' }),
    ],
    ['a claim taken out', false, (target) => paragraph(target).splice(0, 1)],
    ['a new claim', false, (target) => paragraph(target).push({ text: 'A bell rang.', from: [] })],
    ['a claim that had left', false, (target) => paragraph(target).push({ text: 'A bell rang.', from: [8] })],
    ['another order', false, (target) => paragraph(target).reverse()],
  ]
  test.each(edits)('%s: %s', (_, nothing, edit) => {
    expect(changesNothing(planOf(article(), edit))).toBe(nothing)
  })
})

describe('what is no state of an article is refused in words', () => {
  test.each<[string, (target: Target) => void, string]>([
    ['an empty claim', (target) => paragraph(target).push({ text: ' ', from: [] }), 'A claim cannot be empty.'],
    ['a number never given', (target) => paragraph(target).push({ text: 'x', from: [10] }), 'never had'],
    ['a forged number', (target) => paragraph(target).push({ text: 'x', from: [-1] }), 'never had'],
    ['a fraction', (target) => paragraph(target).push({ text: 'x', from: [1.5] }), 'never had'],
    [
      'a claim split and merged at once',
      (target) => paragraph(target).push({ text: 'x', from: [2] }, { text: 'y', from: [2, 3] }),
      'cannot be split and merged at once',
    ],
  ])('%s', (_name, edit, words) => {
    const standing = article()
    const target = targetOf(standing)
    edit(target)
    expect(planRestructure(standing, target, 10)).toEqual({ problem: expect.stringContaining(words) })
  })

  test('wordings no one could have typed', () => {
    expect(wordingsProblem({ reworded: [{ number: 1, text: 'a\nb' }], fresh: [] })).toMatch(/one line/)
    expect(wordingsProblem({ reworded: [], fresh: [] })).toBeNull()
  })
})

test('counts words two texts share as often as both have them', () => {
  expect(sharedWords('the mill and the owner', 'The THE the mill')).toBe(3)
  expect(sharedWords('', 'a')).toBe(0)
})

/** Any state made of an article's claims: kept, reworded, left out, split, merged, new, in any order. */
const targets = fc.array(
  fc.record({
    text: fc.stringMatching(/^[a-z]{1,4}( [a-z]{1,4}){0,3}$/),
    from: fc.subarray([1, 2, 3, 4, 5], { maxLength: 3 }),
  }),
  { maxLength: 12 },
)

describe('properties', () => {
  test('whatever the target: its words stand, each claim in one place, and no number is given twice', () => {
    fc.assert(
      fc.property(targets, (claims) => {
        const standing = article()
        const target: Target = { ...targetOf(standing), blocks: [{ kind: 'paragraph', open: '', close: '\n', claims }] }
        const plan = planRestructure(standing, target, 10)
        if ('problem' in plan) return
        const numbers = plan.layout.blocks.flatMap((block) => block.claims)
        expect(new Set(numbers).size).toBe(claims.length)
        const texts = new Map(standing.texts)
        for (const { number, text } of [...plan.reworded, ...plan.revived, ...plan.fresh]) texts.set(number, text)
        expect(numbers.map((number) => texts.get(number))).toEqual(claims.map(({ text }) => text))
        for (const { number } of plan.fresh) expect(number).toBeGreaterThanOrEqual(10)
        const ended = new Set(plan.ended.map(({ number }) => number))
        for (const number of standing.texts.keys()) expect(ended.has(number)).toBe(!numbers.includes(number))
      }),
      { numRuns: 3_000 },
    )
  })

  test('going back gives the text and the numbers of before', () => {
    fc.assert(
      fc.property(targets, (claims) => {
        const standing = article()
        const target: Target = { ...targetOf(standing), blocks: [{ kind: 'paragraph', open: '', close: '\n', claims }] }
        const plan = planRestructure(standing, target, 10)
        if ('problem' in plan) return
        const texts = new Map<number, string>()
        plan.layout.blocks[0]?.claims.forEach((number, at) => {
          texts.set(number, claims[at]?.text ?? '')
        })
        const back = planRestructure({ layout: plan.layout, texts }, targetOf(standing), 10 + plan.fresh.length)
        if ('problem' in back) throw new Error(back.problem)
        expect(back.layout).toEqual(standing.layout)
        expect(back.fresh).toEqual([])
        const now = new Map(texts)
        for (const { number, text } of [...back.reworded, ...back.revived]) now.set(number, text)
        expect([...standing.texts].map(([number]) => now.get(number))).toEqual([...standing.texts.values()])
      }),
      { numRuns: 2_000 },
    )
  })
})
