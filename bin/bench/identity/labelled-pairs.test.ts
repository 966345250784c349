import { describe, expect, test } from 'vitest'
import { parseArticle, type Segmenter } from '@/lib/exchange/plain-text/plain-text.ts'
import { sentenceSegmenter } from '@/lib/exchange/sentences/sentences.ts'
import type { LabelledPair, Outcome } from './labelled-pair.ts'
import { HOLDOUT_PAIRS, LABELLED_PAIRS } from './labelled-pairs.ts'

const ALL = [...LABELLED_PAIRS, ...HOLDOUT_PAIRS]

const segmenters = new Map<string, Segmenter>()
for (const { language } of ALL) segmenters.set(language, await sentenceSegmenter(language))

/** The claims a reader of the file gets, trimmed, in alphabetical order. */
function claimsIn(text: string, language: string): string[] {
  const result = parseArticle(text, segmenters.get(language) ?? ((whole) => [whole]), language)
  if (!result.ok) throw new Error(result.problem.message)
  return result.article.blocks.flatMap((block) => block.claims.map((claim) => claim.trim())).sort()
}

const labelled = (pair: LabelledPair, side: 'before' | 'after') => pair.claims.flatMap((label) => label[side]).sort()

/** How many claims a label may have before and after; the numbers read "at least", or exactly where there are two. */
const SHAPES: Record<Outcome, [RegExp, RegExp]> = {
  kept: [/^1$/, /^1$/],
  reworded: [/^1$/, /^1$/],
  moved: [/^1$/, /^1$/],
  split: [/^1$/, /^([2-9]|\d\d)$/],
  merged: [/^([2-9]|\d\d)$/, /^1$/],
  retired: [/^1$/, /^0$/],
  new: [/^0$/, /^1$/],
}

const lineOf = (text: string, words = '') => text.split('\n').find((line) => line.includes(words))
const bare = (text: string | undefined) => text?.replace(/\s+/gu, '')

describe.each(ALL)('$category: $name', (pair) => {
  test('labels every claim of the text before and after exactly once', () => {
    expect(labelled(pair, 'before')).toEqual(claimsIn(pair.before, pair.language))
    expect(labelled(pair, 'after')).toEqual(claimsIn(pair.after, pair.language))
  })

  test('labels are of a possible shape', () => {
    for (const { outcome, before, after } of pair.claims) {
      expect(String(before.length)).toMatch(SHAPES[outcome][0])
      expect(String(after.length)).toMatch(SHAPES[outcome][1])
      const same = bare(before[0]) === bare(after[0])
      if (outcome === 'kept' || outcome === 'moved') expect(same, before[0]).toBe(true)
      // The same words are reworded only where their line frames them otherwise: under another label.
      if (outcome === 'reworded' && same)
        expect(lineOf(pair.before, before[0]), before[0]).not.toBe(lineOf(pair.after, after[0]))
    }
  })

  test('what is kept stands in the same order', () => {
    for (const side of ['before', 'after'] as const) {
      let from = 0
      for (const label of pair.claims.filter(({ outcome }) => outcome === 'kept')) {
        const at = pair[side].indexOf(label[side][0] ?? '', from)
        expect(at, label[side][0]).toBeGreaterThanOrEqual(from)
        from = at + (label[side][0]?.length ?? 0)
      }
    }
  })
})

test('there are enough pairs, of enough kinds, and each has a name of its own', () => {
  expect(new Set(ALL.map(({ name }) => name)).size).toBe(ALL.length)
  const categories = new Map<string, number>()
  for (const { category } of ALL) categories.set(category, (categories.get(category) ?? 0) + 1)
  for (const [category, count] of categories) expect(count, category).toBeGreaterThanOrEqual(8)
  expect(LABELLED_PAIRS.length).toBeGreaterThanOrEqual(180)
  expect(HOLDOUT_PAIRS.length).toBeGreaterThanOrEqual(110)
  expect(categories.size).toBeGreaterThanOrEqual(24)
})

test('what is held out says so', () => {
  expect(HOLDOUT_PAIRS.filter(({ category }) => !category.startsWith('holdout: '))).toEqual([])
  expect(LABELLED_PAIRS.filter(({ category }) => category.startsWith('holdout: '))).toEqual([])
})
