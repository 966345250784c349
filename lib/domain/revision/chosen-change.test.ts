import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Decision } from '../reconcile/piece.ts'
import { describe as describeGroups, reconcile } from '../reconcile/reconcile.ts'
import { type Edit, editedArticle } from '../testing/edited-article.ts'
import { changeKeys, isChange } from './change-key.ts'
import { type ChosenBase, onlyChosen, settingChanges } from './chosen-change.ts'
import { type CutBlock, piecesOf } from './draft.ts'

const RUNS = { numRuns: 400 }
const place = fc.nat(9)
const articles = (most: number) =>
  fc
    .record({
      sizes: fc.array(fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 4 })), { minLength: 1, maxLength: 4 }),
      edits: fc.array<Edit>(fc.record({ kind: fc.nat(most), block: place, run: place, to: place, spot: place }), {
        maxLength: 7,
      }),
    })
    .map(({ sizes, edits }) => editedArticle(sizes, edits))
const articlesOf = { claims: articles(4), any: articles(10) }
const picks = fc.infiniteStream(fc.boolean()).map((stream) => {
  const known: boolean[] = []
  return (at: number) => {
    while (known.length <= at) known.push(stream.next().value)
    return known[at] ?? false
  }
})
const bare = (blocks: readonly CutBlock[]) =>
  blocks.map(({ pieces, ...block }) => ({ ...block, texts: pieces.map(({ text }) => text) }))
const asBase = ({ blocks, pieces }: ChosenBase) =>
  blocks.map(({ claims, ...block }, at) => ({
    ...block,
    texts: pieces.filter((piece) => piece.block === at).map(({ text }) => text),
  }))
const decide = (base: ChosenBase, theirs: CutBlock[]) => reconcile(base.pieces, piecesOf(theirs))
const all = () => true
const none = () => false

describe('properties', () => {
  test('all changes with the setting are theirs, hints and all; none is base, to the letter', () => {
    fc.assert(
      fc.property(articlesOf.any, ({ base, theirs }) => {
        const decisions = decide(base, theirs)
        expect(onlyChosen(base, theirs, decisions, all, true).blocks).toEqual(theirs)
        expect(bare(onlyChosen(base, theirs, decisions, none, false).blocks)).toEqual(asBase(base))
      }),
      RUNS,
    )
  })

  test('where only claims were edited, the setting has not changed', () => {
    fc.assert(
      fc.property(articlesOf.claims, ({ base, theirs }) => {
        const decisions = decide(base, theirs)
        const blockOf = piecesOf(theirs).map(({ block }) => theirs[block]?.id)
        // New words may be taken for a claim that left another block: then that claim is set in this one.
        fc.pre(
          decisions.every(({ before, after }) =>
            before.every((claim) => after.every((at) => blockOf[at] === `b${(base.pieces[claim]?.block ?? 0) + 1}`)),
          ),
        )
        expect(settingChanges(base, theirs, decisions)).toBe(false)
      }),
      RUNS,
    )
  })

  test('only what was chosen changes, all of it, and nothing else is lost', () => {
    fc.assert(
      fc.property(articlesOf.any, picks, fc.boolean(), ({ base, theirs }, pick, setting) => {
        const decisions = decide(base, theirs)
        const keys = changeKeys(decisions, base.pieces, piecesOf(theirs))
        const chosen = decisions.filter((one, at) => isChange(one) && pick(at))
        const outcome = onlyChosen(base, theirs, decisions, pick, setting)
        const pieces = piecesOf(outcome.blocks)
        const texts = pieces.map(({ text }) => text.trim())

        const again = describeGroups(base.pieces, pieces, outcome.groups)
        const wanted = new Set(keys.filter((_, at) => pick(at)))
        const changed = again.filter(isChange)
        const againKeys = changeKeys(again, base.pieces, pieces)
        // Of two that changed places either can be said to have moved: beside claims that are not merged after all, by
        // their own words, it may be the other.
        const isPlace = ({ outcome: name }: Decision) => name === 'moved'
        for (const [at, one] of again.entries())
          if (isChange(one) && !isPlace(one) && one.before.length > 0) expect(wanted).toContain(againKeys[at])
        if (!chosen.some(({ moved }) => moved)) expect(again.filter(isPlace)).toEqual([])
        const named = (all: Decision[]) => all.filter((one) => !isPlace(one)).map(({ outcome: name }) => name)
        expect(named(changed).sort()).toEqual(named(chosen).sort())

        // Claim by claim: what each decision leaves in the text, and nothing beside it.
        const expected = decisions.flatMap((one, at) =>
          isChange(one) && pick(at)
            ? one.after.map((piece) => theirs.flatMap((block) => block.pieces)[piece]?.text.trim())
            : one.before.map((claim) => base.pieces[claim]?.text.trim()),
        )
        expect(texts.toSorted()).toEqual(expected.toSorted())
        expect(outcome.pieces).toHaveLength(pieces.length)
      }),
      RUNS,
    )
  })

  test('reconciled again, only what was chosen has changed', () => {
    fc.assert(
      fc.property(articlesOf.any, picks, fc.boolean(), ({ base, theirs }, pick, setting) => {
        const decisions = decide(base, theirs)
        const outcome = onlyChosen(base, theirs, decisions, pick, setting)
        const fresh = reconcile(base.pieces, piecesOf(outcome.blocks))
        const touched = new Set(
          decisions.filter((one, at) => isChange(one) && pick(at)).flatMap(({ before }) => before),
        )
        const moves = decisions.some((one, at) => one.moved && pick(at))
        for (const one of fresh.filter((each) => isChange(each) && !(moves && each.outcome === 'moved')))
          for (const at of one.before) expect(touched).toContain(at)
      }),
      RUNS,
    )
  })

  test('no two claims run together, and no block is empty but a field', () => {
    fc.assert(
      fc.property(articlesOf.any, picks, fc.boolean(), ({ base, theirs }, pick, setting) => {
        const { blocks } = onlyChosen(base, theirs, decide(base, theirs), pick, setting)
        for (const { kind, pieces } of blocks) {
          if (kind !== 'infobox_field') expect(pieces).not.toHaveLength(0)
          for (const [at, { text }] of pieces.entries())
            if (at > 0) expect(`${pieces[at - 1]?.text}|${text}`).toMatch(/\s\||\|\s/u)
        }
        const ids = blocks.flatMap(({ id }) => id ?? [])
        expect(new Set(ids).size).toBe(ids.length)
      }),
      RUNS,
    )
  })
})

describe('one change of several', () => {
  const BASE = [
    'At least 12 people were killed in the mill. ',
    'The mill stood by the river. ',
    'It burned on 3 May 2021. ',
    'The owner had been warned.',
  ] as const
  const paragraph = (texts: readonly string[], id?: string): CutBlock => ({
    ...(id !== undefined && { id }),
    kind: 'paragraph',
    open: '',
    close: '\n',
    pieces: texts.map((text) => ({ text })),
  })
  const base: ChosenBase = {
    blocks: [{ id: 'b1', kind: 'paragraph', open: '', close: '\n', claims: [1, 2, 3, 4] }],
    pieces: BASE.map((text, at) => ({ number: at + 1, text, block: 0, kind: 'paragraph' })),
  }
  const chosen = (theirs: CutBlock[], wanted: string[], setting = false) => {
    const decisions = decide(base, theirs)
    const keys = changeKeys(decisions, base.pieces, piecesOf(theirs))
    return onlyChosen(base, theirs, decisions, (at) => wanted.includes(keys[at] ?? ''), setting)
  }
  const text = ({ blocks }: { blocks: CutBlock[] }) =>
    blocks.map(({ pieces }) => pieces.map((piece) => piece.text).join('|'))

  const EDITED = [
    'At least 14 people were killed in the mill. ',
    'The mill stood by the river, ',
    'it burned on 3 May 2021. ',
    'An inquiry found no arson.',
  ]

  test('a rewording, and what was retired, new and merged is as it was', () => {
    expect(text(chosen([paragraph(EDITED, 'b1')], ['C-1']))).toEqual([[EDITED[0], ...BASE.slice(1)].join('|')])
    const merged = [BASE[0], 'The mill stood by the river and it burned on 3 May 2021. ', 'The owner had been warned.']
    expect(text(chosen([paragraph(merged, 'b1')], []))).toEqual([BASE.join('|')])
    expect(text(chosen([paragraph(merged, 'b1')], ['C-2+C-3']))).toEqual([merged.join('|')])
  })

  test('a new claim, beside the retired one that it does not replace', () => {
    const theirs = [paragraph([...BASE.slice(0, 3), 'An inquiry found no arson.'], 'b1')]
    const decisions = decide(base, theirs)
    const { blocks, groups, pieces } = onlyChosen(
      base,
      theirs,
      decisions,
      (at) => decisions[at]?.outcome === 'new',
      false,
    )
    expect(text({ blocks })).toEqual([[...BASE.slice(0, 3), 'An inquiry found no arson. ', BASE[3]].join('|')])
    expect(blocks[0]?.pieces[0]).toEqual({ text: BASE[0], hint: 1 })
    expect([groups.length, pieces]).toEqual([5, [null, null, null, 3, null]])
  })

  test('a broken paragraph is a change of the setting, not of the claims in it', () => {
    const theirs = [paragraph(BASE.slice(0, 2), 'b1'), paragraph(['It burned on 4 May 2021. ', BASE[3]])]
    expect(text(chosen(theirs, ['C-3']))).toEqual([[BASE[0], BASE[1], 'It burned on 4 May 2021. ', BASE[3]].join('|')])
    expect(settingChanges(base, theirs, decide(base, theirs))).toBe(true)
    expect(settingChanges(base, [paragraph(EDITED, 'b1')], decide(base, [paragraph(EDITED, 'b1')]))).toBe(false)
    expect(text(chosen(theirs, [], true))).toEqual([BASE.slice(0, 2).join('|'), BASE.slice(2).join('|')])
  })
})
