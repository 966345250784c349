import { describe, expect, test } from 'vitest'
import { describe as describeGroups, reconcile } from '../reconcile/reconcile.ts'
import { SETTING_KEY } from './change-key.ts'
import { choose } from './choosing.ts'
import type { ChosenBase } from './chosen-change.ts'
import { type CutBlock, piecesOf } from './draft.ts'

const TEXTS = ['The mill burned on Monday. ', 'Nobody was hurt. ', 'The owner was abroad.'] as const
const BLOCK = { kind: 'paragraph' as const, open: '', close: '\n' }
const BASE: ChosenBase = {
  blocks: [{ ...BLOCK, id: 'b1', claims: [1, 2, 3] }],
  pieces: TEXTS.map((text, at) => ({ number: at + 1, text, block: 0, kind: 'paragraph' })),
}
const theirs = (...paragraphs: string[][]): CutBlock[] =>
  paragraphs.map((texts, at) => ({ ...BLOCK, id: `b${at + 1}`, pieces: texts.map((text) => ({ text })) }))
const EDITED = theirs(['It rained in Brest. ', 'The mill burned on Tuesday. ', 'Nobody was hurt. '], [TEXTS[2]])

function chosen(blocks: CutBlock[], wanted?: string[], choices: Record<string, 'theirs'> = {}) {
  const decisions = reconcile(BASE.pieces, piecesOf(blocks))
  return choose(BASE, blocks, decisions, wanted, new Map(Object.entries(choices)))
}

describe('choosing among changes', () => {
  test('without a choice, everything is wanted as it is', () => {
    const { changes, setting, text, problem } = chosen(EDITED)
    expect(changes.map(({ outcome, chosen: is }) => [outcome, is])).toEqual([
      ['new', true],
      ['reworded', true],
    ])
    expect([setting, text, problem]).toEqual([{ chosen: true }, null, null])
    expect(changes[1]).toMatchObject({ key: 'C-1', before: [{ number: 1, text: TEXTS[0] }] })
  })

  test('of the keys that name nothing (any more) none counts; nothing chosen is told', () => {
    expect(chosen(EDITED, ['C-9', 'C-3']).problem).toBe('Choose at least one change to record.')
    expect(chosen(theirs([...TEXTS]), []).problem).toBeNull()
    expect(chosen(EDITED, [SETTING_KEY])).toMatchObject({ problem: null, setting: { chosen: true } })
  })

  test('the text is that of the chosen changes; sides taken in conflicts go along with their piece', () => {
    const { text } = chosen(EDITED, ['C-1'], { t1: 'theirs', b2: 'theirs' })
    expect(text?.blocks.map(({ pieces }) => pieces.map((piece) => piece.text))).toEqual([
      ['The mill burned on Tuesday. ', TEXTS[1], TEXTS[2]],
    ])
    expect([...(text?.choices ?? [])]).toEqual([
      ['b2', 'theirs'],
      ['t0', 'theirs'],
    ])
  })

  test('what a person corrected stays as they said', () => {
    const blocks = theirs([TEXTS[0], TEXTS[1], 'Sirens were heard in Minsk.'])
    const groups = [0, 1, 2].map((at) => ({ before: [at], after: [at] }))
    const decisions = describeGroups(BASE.pieces, piecesOf(blocks), groups)
    const { text } = choose(BASE, blocks, decisions, ['C-3'], new Map())
    expect(text?.decisions.map(({ outcome, before }) => [outcome, ...before])).toContainEqual(['reworded', 2])
  })

  test('names the change that a conflict is about', () => {
    const conflict = { claims: [1], base: '', ours: '', theirs: '', choice: 'ours' as const }
    expect(chosen(EDITED).changeOf({ ...conflict, key: 't1' })?.key).toBe('C-1')
    expect(chosen(theirs([...TEXTS.slice(1)])).changeOf({ ...conflict, key: 'b0' })?.key).toBe('C-1')
  })
})
