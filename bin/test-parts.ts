import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generatePrismaClient } from '@/lib/platform/migration/prisma-client.ts'
import { openStand, testDist } from './e2e-stand.ts'
import { root } from './root.ts'
import type { Stopper } from './stopper.ts'
import { honest, type Tally, tallyPlaywright, tallyVitest } from './test-results.ts'
import { runTool } from './tool.ts'

export type Part = (args: string[], stop: Stopper) => Promise<Tally>

const say = (line: string) => console.log(line)
const oneCheck = (exitCode: number): Tally => honest({ passed: exitCode === 0 ? 1 : 0, failed: 0 }, exitCode)

async function lint(args: string[], { signal }: Stopper): Promise<Tally> {
  return oneCheck(
    await runTool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', ...(args.length > 0 ? args : ['.'])], {
      signal,
    }),
  )
}

async function types(args: string[], { signal }: Stopper): Promise<Tally> {
  // Next.js writes down which pages there are; typed links and page props are checked against that.
  const typegen = await runTool('next/dist/bin/next', ['typegen'], {
    signal,
    env: { ATTEST_DIST: testDist, NEXT_TELEMETRY_DISABLED: '1' },
  })
  if (typegen !== 0) return oneCheck(typegen)
  return oneCheck(await runTool('typescript/bin/tsc', ['-p', 'tsconfig.check.json', ...args], { signal }))
}

async function unused(args: string[], { signal }: Stopper): Promise<Tally> {
  return oneCheck(await runTool('knip/bin/knip.js', ['--no-progress', ...args], { signal }))
}

const vitest =
  (project: string): Part =>
  (args, { signal }) =>
    withReport(async (report) => {
      const flags = [
        'run',
        '--project',
        project,
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ]
      return tallyVitest(report, await runTool('vitest/vitest.mjs', [...flags, ...args], { signal }))
    })

async function e2e(args: string[], stop: Stopper): Promise<Tally> {
  const stand = await openStand(stop, say)
  return withReport(async (report) => {
    const flags = ['test', '--config', 'e2e/playwright.config.ts', '--reporter=list,json']
    const env = { ATTEST_E2E: stand, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
    return tallyPlaywright(
      report,
      await runTool('@playwright/test/cli.js', [...flags, ...args], { env, signal: stop.signal }),
    )
  })
}

async function withReport(use: (file: string) => Promise<Tally>): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'attest-report-'))
  try {
    return await use(join(folder, 'report.json'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The parts of `npm test`, in the order in which a fault is cheapest to find. */
export const parts: Record<string, Part> = {
  lint,
  types,
  unused,
  unit: vitest('unit'),
  integration: vitest('integration'),
  e2e,
}

/** What every part may import. */
export async function prepare(): Promise<void> {
  if (await generatePrismaClient(root)) say('Generated the database client.')
}
