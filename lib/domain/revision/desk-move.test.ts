import { describe, expect, test } from 'vitest'
import type { Standing } from '../article/target.ts'
import type { Piece, RecordedPiece } from '../reconcile/piece.ts'
import { reconcile } from '../reconcile/reconcile.ts'
import { movedByDesk } from './desk-move.ts'

const TEXTS = ['One', 'The mill burned in May. ', 'Two', 'An inquiry was opened. ', 'It found no arson at all.']
const kind = (text: string) => (text === 'One' || text === 'Two' ? 'heading' : 'paragraph')
const base = TEXTS.map((text, at): RecordedPiece => ({ number: at + 1, text, block: at, kind: kind(text) }))
const ours = (numbers: number[]): Standing => ({
  layout: { open: '', close: '', blocks: [{ id: 'b1', kind: 'paragraph', open: '', close: '', claims: numbers }] },
  texts: new Map(numbers.map((number) => [number, TEXTS[number - 1] ?? ''])),
})
const theirs = (order: number[]) =>
  reconcile(
    base,
    order.map(
      (number, at): Piece => ({ text: TEXTS[number - 1] ?? '', block: at, kind: kind(TEXTS[number - 1] ?? '') }),
    ),
  )

describe('what the desk moved, and upstream did not', () => {
  test.each<[string, number[], number[], number[]]>([
    ['nothing', [1, 2, 3, 4, 5], [1, 2, 3, 4, 5], []],
    ['a sentence carried to another section', [1, 2, 4, 3, 5], [1, 2, 3, 4, 5], [4]],
    ['what the desk took out was not moved', [1, 2, 3, 5], [1, 2, 3, 4, 5], []],
    ['what upstream moved itself is upstream’s to place', [1, 2, 4, 3, 5], [4, 1, 2, 3, 5], []],
    ['what upstream took out has no place', [1, 2, 4, 3, 5], [1, 2, 3, 5], []],
  ])('%s', (_name, desk, upstream, moved) => {
    expect([...movedByDesk(base, ours(desk), theirs(upstream))]).toEqual(moved)
  })
})
