import { describe, expect, test } from 'vitest'
import { type Report, reportHash, reportJson } from './report.ts'

const length = (text: string) => `${text.length} long`

describe('the hash of a report', () => {
  const report = { format: 'attest-report/1', desk: 'A desk', coverage: { total: 3, checked: 1 } } as unknown as Report
  const turned = { coverage: { checked: 1, total: 3 }, desk: 'A desk', format: 'attest-report/1' } as unknown as Report

  test('is taken of one spelling, whatever the order its members were put in', () => {
    expect(reportJson(report)).toBe('{"coverage":{"checked":1,"total":3},"desk":"A desk","format":"attest-report/1"}')
    expect(reportJson(turned)).toBe(reportJson(report))
    expect(reportHash(report, length)).toBe('79 long')
  })

  test('differs with any word of it', () => {
    expect(reportJson({ ...report, desk: 'a desk' })).not.toBe(reportJson(report))
  })
})
