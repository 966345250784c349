import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { tallyPlaywright, tallyVitest } from './test-results.ts'

const folder = mkdtempSync(join(tmpdir(), 'attest-tally-'))
afterAll(() => rmSync(folder, { recursive: true }))

const report = (content: unknown) => {
  const file = join(folder, `${Math.random()}.json`)
  writeFileSync(file, JSON.stringify(content))
  return file
}
const vitest = (numPassedTests: number, numFailedTests: number, testResults: unknown[] = []) =>
  report({ numPassedTests, numFailedTests, testResults })
const playwright = (expected: number, unexpected: number, errors: unknown[] = []) =>
  report({ stats: { expected, unexpected, flaky: 0, skipped: 0 }, errors })

describe('the sum of the tests', () => {
  test.each([
    ['all passed', tallyVitest(vitest(3, 0), 0), { passed: 3, failed: 0 }],
    ['some failed', tallyVitest(vitest(3, 2), 1), { passed: 3, failed: 2 }],
    [
      'a file did not load',
      tallyVitest(vitest(3, 0, [{ status: 'failed', assertionResults: [] }]), 1),
      { passed: 3, failed: 1 },
    ],
    ['all passed, and then it broke', tallyVitest(vitest(3, 0), 1), { passed: 3, failed: 1 }],
    ['nothing ran', tallyVitest(vitest(0, 0), 0), { passed: 0, failed: 1 }],
    ['no report', tallyVitest(join(folder, 'none'), 0), { passed: 0, failed: 1 }],
    ['browser: all passed', tallyPlaywright(playwright(2, 0), 0), { passed: 2, failed: 0 }],
    ['browser: a fault outside the tests', tallyPlaywright(playwright(2, 0, [{}]), 1), { passed: 2, failed: 1 }],
    ['browser: no report', tallyPlaywright(join(folder, 'none'), 1), { passed: 0, failed: 1 }],
  ])('%s', (_, tally, expected) => {
    expect(tally).toEqual(expected)
  })
})
