import { expect, test } from 'vitest'
import { articleAmendment } from './article-detail.ts'
import { restorePreview, revisionRestore } from './recording.ts'

/** A number that no column holds is refused as it comes in, and not by the database. */

const articleId = '5f0c1c58-6a9c-4f0e-9a77-4f3a3f1f6b1d'
const reason = 'Back to the first'

test.each([-1, 1.5, 2 ** 31, Number.MAX_SAFE_INTEGER, 1e300, Number.NaN, Number.POSITIVE_INFINITY])('%s', (number) => {
  expect(articleAmendment.safeParse({ articleId, seq: number, changes: {} }).success).toBe(false)
  expect(restorePreview.safeParse({ articleId, revision: number }).success).toBe(false)
  for (const given of [
    { revision: number, baseRevision: 1 },
    { revision: 1, baseRevision: number },
  ])
    expect(revisionRestore.safeParse({ articleId, reason, ...given }).success).toBe(false)
})

test('the largest is taken', () => {
  expect(restorePreview.safeParse({ articleId, revision: 2 ** 31 - 1 }).success).toBe(true)
})
