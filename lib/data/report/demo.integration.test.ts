import { beforeAll, describe, expect, test } from 'vitest'
import type { Report } from '@/lib/domain/report/report.ts'
import { formatReferences } from '@/lib/exchange/bibliography/bibliography.ts'
import { reportFile } from '@/lib/exchange/report/report.ts'
import { verifyReportFile } from '@/lib/exchange/report/verify.ts'
import { loadDemo } from '@/prisma/seed/demo.ts'
import { houseArticle } from '../access.ts'
import { ownDatabase } from '../testing/fresh-database.ts'
import { readReport } from './report.ts'

const at = ownDatabase()
let report: Report

const read = async (revision?: number) => {
  const { id, workspaceId, slug } = await at.db.article.findFirstOrThrow()
  return readReport(at.db, houseArticle(workspaceId, id, slug), { revision }, formatReferences)
}
const claim = (words: string) => report.claims.find(({ text }) => text.includes(words))

beforeAll(async () => {
  const password = 'a long enough password'
  await loadDemo({ databaseUrl: at.url, passwords: { owner: password, editor: password, checker: password } })
  report = await read()
})

describe('the report of the demo article', () => {
  test('holds every word, once', () => {
    const numbers = report.sections.flatMap(({ blocks }) => blocks.flatMap(({ claims }) => claims))
    expect(numbers).toEqual(report.claims.map(({ number }) => number))
    expect(report.coverage.byStatus.reduce((sum, { words }) => sum + words, 0)).toBe(report.coverage.total)
    expect(report.coverage.total).toBeGreaterThan(1_000)
  })

  test('names the disputes, and the adjudicated one with its answer', () => {
    const differing = report.claims.filter(({ disagreement }) => disagreement.length > 0)
    expect(differing.map(({ status }) => status)).toEqual(['refuted', 'disputed', 'disputed', 'disputed'])
    expect(differing[0]).toMatchObject({
      answer: { verdict: 'refuted', by: 'adjudication' },
      adjudication: { by: 'Alena' },
    })
  })

  test('counts by origin sources that repeat one another', () => {
    const attack = claim('BYPOL claimed that Belarusian partisans')
    expect(attack?.origins).toBe(2)
    expect(attack?.citations.length).toBeGreaterThan(2)
  })

  test('names a stale check with the wording it was made for, and the correction', () => {
    const fatalities = report.claims.find(({ text }) => text === 'Unknown, at least 1')
    expect(fatalities).toMatchObject({ status: 'stale', answer: null })
    expect(fatalities?.assessments.map(({ madeFor }) => madeFor)).toEqual([
      'Fatalities: Unknown',
      'Fatalities: Unknown',
    ])
    const corrected = {
      before: 'Fatalities: Unknown',
      after: 'Fatalities: Unknown, at least 1',
      by: 'Marek',
      revision: 2,
    }
    expect(report.corrections).toMatchObject([corrected])
  })

  test('words every source that is cited', () => {
    expect(report.bibliography.map(({ number }) => number)).toEqual(report.bibliography.map((_, index) => index + 1))
    for (const { text, url } of report.bibliography) expect(text).toContain(url ?? '(')
  })

  test('lists what the policy still lacks, and who did what', () => {
    expect(report.signOff).toMatchObject({ complete: false, revision: 2 })
    expect(report.signOff.checkers[0]).toMatchObject({ name: 'Ioana', citations: 18 })
    const unmet = report.claims.filter(({ status }) => /unchecked|in_progress|stale|disputed/.test(status))
    expect(report.signOff.missing.map(({ key }) => key)).toEqual(unmet.map(({ key }) => key))
  })

  test('of the earlier revision has the earlier wording and its check', async () => {
    const earlier = await read(1)
    const fatalities = earlier.claims.find(({ text }) => text === 'Unknown')
    expect(fatalities).toMatchObject({ status: 'not_enough_evidence', answer: { verdict: 'not_enough_evidence' } })
    expect(earlier).toMatchObject({ corrections: [], bibliography: [], revision: { number: 1 } })
  })

  test('verifies as a file, and comes out the same again', async () => {
    const file = reportFile(report)
    expect(verifyReportFile(file).holds).toBe(true)
    expect(reportFile(await read(2))).toBe(file)
  })
})
