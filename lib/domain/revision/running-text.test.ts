import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BlockKind } from '../article/block.ts'
import type { Standing } from '../article/target.ts'
import { foldSame, type RunningBlock, runningText } from './running-text.ts'

type Bare = [id: string, claims: Record<number, string>, more?: { kind?: BlockKind; label?: string; level?: number }]

const article = (...blocks: Bare[]): Standing => ({
  layout: {
    open: '',
    close: '',
    blocks: blocks.map(([id, claims, more]) => ({
      id,
      kind: 'paragraph',
      open: '',
      close: '\n',
      claims: Object.keys(claims).map(Number),
      ...more,
    })),
  },
  texts: new Map(blocks.flatMap(([, claims]) => Object.entries(claims).map(([n, text]) => [Number(n), text] as const))),
})
const SIGN = { same: '', removed: '−', added: '+' }
const read = (blocks: readonly RunningBlock[]) =>
  blocks.map(({ parts }) => parts.map(({ kind, text }) => `${SIGN[kind]}${text}`).join('|'))

describe('a running text', () => {
  const before = article(['b1', { 1: 'The mill stood. ', 2: 'It burned.' }], ['b2', { 3: 'Nobody came.' }])

  test('of an article that stayed as it was is the article', () => {
    const running = runningText(before, before)
    expect(read(running)).toEqual(['The mill stood. It burned.', 'Nobody came.'])
    expect(running.every(({ state }) => state === 'same')).toBe(true)
  })

  test('shows changed words in their block', () => {
    const after = article(['b1', { 1: 'The mill stood. ', 2: 'It burned down.' }], ['b2', { 3: 'Nobody came.' }])
    expect(read(runningText(before, after))[0]).toBe('The mill stood. It burned|+ down|.')
  })

  test('pairs blocks by their claims where their ids are others', () => {
    const after = article(['u1', { 1: 'The mill stood. ', 2: 'It burned.' }], ['u2', { 3: 'Nobody came back.' }])
    expect(read(runningText(before, after))).toEqual(['The mill stood. It burned.', 'Nobody came|+ back|.'])
  })

  test('strikes out what is gone where it stood, before what came in there', () => {
    const after = article(['b9', { 7: 'A new beginning.' }], ['b2', { 3: 'Nobody came.' }])
    expect(read(runningText(before, after))).toEqual([
      '−The mill stood. It burned.',
      '+A new beginning.',
      'Nobody came.',
    ])
  })

  test('shows a moved block in both places', () => {
    const after = article(['b2', { 3: 'Nobody came.' }], ['b1', { 1: 'The mill stood. ', 2: 'It burned.' }])
    expect(read(runningText(before, after))).toEqual(['+Nobody came.', 'The mill stood. It burned.', '−Nobody came.'])
  })

  test('a paragraph that became a heading, and a renamed field, are others', () => {
    const heading = article(['b2', { 3: 'Nobody came.' }, { kind: 'heading', level: 2 }])
    expect(read(runningText(article(['b2', { 3: 'Nobody came.' }]), heading))).toEqual([
      '−Nobody came.',
      '+Nobody came.',
    ])
    const field = (label: string) => article(['b1', { 1: '12' }, { kind: 'infobox_field', label }])
    expect(read(runningText(field('Dead'), field('Deaths')))).toEqual(['−12', '+12'])
    expect(read(runningText(field('Dead'), field('Dead')))).toEqual(['12'])
  })
})

test('kept and struck out give the text before, kept and inserted the text after', () => {
  const text = fc.array(fc.constantFrom('The', 'mill', 'burned', 'on', '3 May 2021', '.'), {
    minLength: 1,
    maxLength: 6,
  })
  const state = fc
    .uniqueArray(fc.record({ number: fc.integer({ min: 1, max: 12 }), text, id: fc.integer({ min: 1, max: 5 }) }), {
      selector: ({ number }) => number,
      maxLength: 10,
    })
    .map((claims) => {
      const byBlock = [...Map.groupBy(claims, ({ id }) => id)]
      return article(
        ...byBlock.map(
          ([id, own]): Bare => [`b${id}`, Object.fromEntries(own.map((c) => [c.number, c.text.join(' ')]))],
        ),
      )
    })
  const textsOf = ({ layout, texts }: Standing) =>
    layout.blocks.map(({ claims }) =>
      claims
        .map((number) => texts.get(number))
        .join('')
        .trim(),
    )
  const side = (running: RunningBlock[], without: 'removed' | 'added') =>
    running
      .filter((block) => block.state !== without)
      .map(({ parts }) =>
        parts
          .filter(({ kind }) => kind !== without)
          .map((part) => part.text)
          .join(''),
      )
  fc.assert(
    fc.property(state, state, (before, after) => {
      const running = runningText(before, after)
      expect(side(running, 'added')).toEqual(textsOf(before))
      expect(side(running, 'removed')).toEqual(textsOf(after))
      expect(new Set(running.map(({ id }) => id)).size).toBe(running.length)
    }),
  )
})

describe('a long text', () => {
  const block = (id: number, state: RunningBlock['state'] = 'same'): RunningBlock => ({
    id: `a${id}`,
    kind: 'paragraph',
    state,
    parts: [],
  })
  const running = Array.from({ length: 10 }, (_, at) => block(at, at === 5 ? 'changed' : 'same'))
  const shape = (most: number) =>
    foldSame(running, most).map(({ folded, blocks }) => [folded, blocks.map(({ id }) => id)])

  test('is shown whole up to the bound, and around its changes beyond it', () => {
    expect(foldSame(running, 10)).toEqual([{ folded: 0, blocks: running }])
    expect(shape(9)).toEqual([
      [4, ['a4', 'a5', 'a6']],
      [3, []],
    ])
    expect(shape(2)).toEqual([
      [4, ['a4', 'a5']],
      [4, []],
    ])
  })
})
