import { expect, test } from 'vitest'
import { BLOCKS_LIMIT, CLAIMS_LIMIT, sizeProblem } from './size.ts'

const text = (blocks: number, claims: number) => Array(blocks).fill({ claims: Array(claims).fill('It rained.') })

test.each([
  [0, 0],
  [BLOCKS_LIMIT, 1],
  [BLOCKS_LIMIT, CLAIMS_LIMIT / BLOCKS_LIMIT],
  [1, CLAIMS_LIMIT],
])('%d blocks of %d claims are an article', (blocks, claims) => {
  expect(sizeProblem(text(blocks, claims))).toBeNull()
})

test.each([
  [BLOCKS_LIMIT + 1, 1, '20,001 blocks; an article can have 20,000'],
  [BLOCKS_LIMIT + 1, 0, '20,001 blocks'],
  [1, CLAIMS_LIMIT + 1, '60,001 claims; an article can have 60,000'],
  [BLOCKS_LIMIT, 4, '80,000 claims'],
])('%d blocks of %d claims are more than a desk can work on', (blocks, claims, words) => {
  expect(sizeProblem(text(blocks, claims))).toContain(words)
  expect(sizeProblem(text(blocks, claims))).toContain('Nothing was recorded.')
})
