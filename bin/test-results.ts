import { existsSync, readFileSync } from 'node:fs'

export interface Tally {
  passed: number
  failed: number
}

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number }
  errors: unknown[]
}

/** What vitest counted; a file that could not even be loaded counts as one failed test. */
export function tallyVitest(file: string, exitCode: number): Tally {
  const report = read<VitestReport>(file)
  const broken = report?.testResults.filter(
    (result) => result.status === 'failed' && !result.assertionResults.some(({ status }) => status === 'failed'),
  )
  return honest(
    { passed: report?.numPassedTests ?? 0, failed: (report?.numFailedTests ?? 0) + (broken?.length ?? 0) },
    exitCode,
  )
}

/** What Playwright counted; a fault outside of every test counts as one failed test. */
export function tallyPlaywright(file: string, exitCode: number): Tally {
  const report = read<PlaywrightReport>(file)
  const { expected, unexpected, flaky } = report?.stats ?? { expected: 0, unexpected: 0, flaky: 0 }
  return honest({ passed: expected + flaky, failed: unexpected + (report?.errors.length ?? 0) }, exitCode)
}

/** A runner that broke off, or that found nothing to run, has not passed, whatever it wrote down. */
export function honest(tally: Tally, exitCode: number): Tally {
  const nothingRan = tally.passed + tally.failed === 0
  return tally.failed === 0 && (exitCode !== 0 || nothingRan) ? { ...tally, failed: 1 } : tally
}

function read<T>(file: string): T | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : undefined
}
