import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Standing, type Target, type TargetClaim, targetClaims, targetOf } from '../article/target.ts'
import { proposalsOf, whyNotPropose } from './proposal.ts'
import { planRestructure } from './restructure.ts'
import { applyStructure } from './structure.ts'

function article(texts: readonly string[], numbers = texts.map((_, at) => at + 1)): Standing {
  return {
    layout: {
      open: '',
      close: '',
      blocks: [{ id: 'b1', kind: 'paragraph', open: '', close: '\n', claims: [...numbers] }],
    },
    texts: new Map(texts.map((text, at) => [numbers[at] ?? 0, text])),
  }
}
const standing = article(['One. ', 'Two. ', 'Three. ', 'Four.'])
function proposed(claims: TargetClaim[], moved: number[] = []) {
  const target: Target = {
    ...targetOf(standing),
    blocks: [{ id: 'b1', kind: 'paragraph', open: '', close: '\n', claims }],
  }
  const plan = planRestructure(standing, target, 10)
  if ('problem' in plan) throw new Error(plan.problem)
  return { target, ...proposalsOf(standing, target, plan, moved) }
}
const own = (number: number, text = standing.texts.get(number) ?? ''): TargetClaim => ({ text, from: [number] })

describe('why nothing can be proposed', () => {
  const why = (claims: TargetClaim[], label?: string) => {
    const block = { id: 'b1', kind: 'paragraph', open: '', close: '\n', claims } as const
    const target: Target = {
      ...targetOf(standing),
      blocks: [{ ...block, ...(label && { kind: 'infobox_field', label }) }],
    }
    const plan = planRestructure(standing, target, 10)
    if ('problem' in plan) throw new Error(plan.problem)
    return whyNotPropose(standing, plan, proposalsOf(standing, target, plan, []))
  }
  const same = [1, 2, 3, 4].map((number) => own(number))
  test.each([
    ['nothing changed', same, undefined, null],
    ['a rewording', [own(1, 'Uno. '), ...same.slice(1)], undefined, null],
    ['a label', same, 'Opfer', 'Labels and quotations are changed by an editor: nothing here can be proposed.'],
    ['a label and a rewording', [own(1, 'Eins. '), ...same.slice(1)], 'Opfer', null],
  ] as const)('%s', (_, claims, label, expected) => expect(why([...claims], label)).toBe(expected))
})

describe('a recording, as proposals', () => {
  test('a rewording is a wording; a retired and a new claim are changes of structure', () => {
    const { wordings, structures } = proposed([own(1), own(2, 'Two and more. '), own(4), { text: ' Five.', from: [] }])
    expect(wordings).toEqual([{ number: 2, text: 'Two and more. ' }])
    expect(structures).toEqual([
      { kind: 'retired', claim: 3, says: 'Three. ' },
      { kind: 'new', after: 4, blocks: [{ texts: [' Five.'] }] },
    ])
  })

  test('white space that comes with a neighbour is nothing to accept', () => {
    const { wordings, structures } = proposed([own(1), own(2), own(3), own(4, 'Four. '), { text: 'Five.', from: [] }])
    expect(wordings).toEqual([])
    expect(structures).toEqual([{ kind: 'new', after: 4, blocks: [{ texts: ['Five.'] }] }])
  })

  test('a split and a merge are one each, and nothing else besides', () => {
    const { wordings, structures } = proposed([
      { text: 'On', from: [1] },
      { text: 'e. ', from: [1] },
      own(2),
      { text: 'Three. Four.', from: [3, 4] },
    ])
    expect(wordings).toEqual([])
    expect(structures).toEqual([
      { kind: 'split', claim: 1, says: 'One. ', texts: ['On', 'e. '] },
      { kind: 'merged', claims: [3, 4], says: ['Three. ', 'Four.'], text: 'Three. Four.' },
    ])
  })

  test('a moved claim goes behind the one it follows', () => {
    const { structures } = proposed([own(2), own(3), own(4), own(1)], [1])
    expect(structures).toEqual([{ kind: 'moved', claim: 1, says: 'One. ', after: 4 }])
  })
})

test('accepted one after the other, retirements and new claims give the text that was proposed', () => {
  const edit = fc.record({ keep: fc.boolean(), added: fc.array(fc.constantFrom(' New.', ' Newer.'), { maxLength: 2 }) })
  fc.assert(
    fc.property(fc.array(edit, { minLength: 4, maxLength: 4 }), (edits) => {
      const claims = edits.flatMap(({ keep, added }, at) => [
        ...(keep ? [own(at + 1)] : []),
        ...added.map((text): TargetClaim => ({ text, from: [] })),
      ])
      fc.pre(claims.length > 0 && edits[0]?.keep === true)
      const { target, structures } = proposed(claims)
      let now = standing
      let next = 10
      // What is new first: the claims it follows still stand then.
      for (const change of structures.toSorted((a, b) => Number(b.kind === 'new') - Number(a.kind === 'new'))) {
        const fit = applyStructure(now, change)
        if ('misfit' in fit) throw new Error(fit.misfit)
        const plan = planRestructure(now, fit.target, next)
        if ('problem' in plan) throw new Error(plan.problem)
        next += plan.fresh.length
        const said = targetClaims(fit.target).map(({ text }) => text)
        now = {
          layout: plan.layout,
          texts: new Map(plan.layout.blocks.flatMap((b) => b.claims).map((n, at) => [n, said[at] ?? ''])),
        }
      }
      const words = (all: string[]) => all.map((text) => text.trim())
      expect(words([...now.texts.values()])).toEqual(words(targetClaims(target).map(({ text }) => text)))
    }),
    { numRuns: 1_000 },
  )
})
