import { expect, test } from 'vitest'
import type { Standing, Target } from '../article/target.ts'
import type { Decision } from '../reconcile/piece.ts'
import { reconcile } from '../reconcile/reconcile.ts'
import { shownDecisions } from './shown-decision.ts'

const [BURNED, HURT, ABROAD] = ['The mill burned on Monday. ', 'Nobody was hurt. ', 'The owner was abroad.'] as const
const BLOCK = { id: 'b1', kind: 'paragraph' as const, open: '', close: '\n' }
const NOW: Standing = {
  layout: { open: '', close: '', blocks: [{ ...BLOCK, claims: [1, 2, 3] }] },
  texts: new Map([BURNED, HURT, ABROAD].map((text, at) => [at + 1, text])),
}

test('names for each change of the article the change of the text that brings it about', () => {
  const base = [BURNED, HURT, ABROAD].map((text, at) => ({ number: at + 1, text, block: 0, kind: BLOCK.kind }))
  const texts = ['The mill burned on Tuesday. ', ABROAD, 'It rained.']
  const decided: Decision[] = reconcile(
    base,
    texts.map((text) => ({ text, block: 0, kind: BLOCK.kind })),
  )
  const claims = [
    { text: texts[0] ?? '', from: [1], piece: 0 },
    { text: ABROAD, from: [3] },
    { text: 'It rained.', from: [], piece: 2 },
  ]
  const target: Target = { open: '', close: '', blocks: [{ ...BLOCK, claims }] }
  const shown = shownDecisions(NOW, target, base, decided)
  expect(shown.map(({ outcome, numbers, base: began, pieces }) => [outcome, numbers, began, pieces])).toEqual([
    ['reworded', [1], [0], [0]],
    ['retired', [2], [1], []],
    ['kept', [3], [], [null]],
    ['new', [], [], [2]],
  ])
  expect(shown.map(({ of }) => (of === null ? null : decided[of]?.outcome))).toEqual([
    'reworded',
    'retired',
    null,
    'new',
  ])
})
