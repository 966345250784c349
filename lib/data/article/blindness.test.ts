import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

// What an answer says must not be read past the question who may see it. Whoever reads answers is named here.

const READERS: Record<string, 'asks what is hidden' | 'writes' | 'counts' | 'decides'> = {
  'lib/data/article/dossier.ts': 'asks what is hidden',
  'lib/data/article/facts.ts': 'asks what is hidden',
  'lib/data/report/rows.ts': 'asks what is hidden',
  'lib/data/history/revision-coverage.ts': 'asks what is hidden',
  'lib/data/claim/assessment.ts': 'asks what is hidden',
  'lib/data/article/blindness.ts': 'decides',
  'lib/data/revision/carry.ts': 'writes',
  'lib/data/claim/annotation.ts': 'writes',
  'lib/data/redaction/copy.ts': 'asks what is hidden',
  'lib/data/revision/preview.ts': 'counts',
  'lib/data/review/ground.ts': 'counts',
  'lib/data/review/queue.ts': 'counts',
}

/** A table in SQL, Prisma's own name for it, or a relation that is followed to it. */
const READS =
  /(?:FROM|JOIN)\s+"Assessment"|\.assessment\b|delegate: 'assessment'|\bassessments: (?:true|\{ *(?:select|where|take|some)\b)/

const files = globSync('{lib,app,bin,components}/**/*.{ts,tsx}')
  .filter((file) => !/\.test\.ts$|\/testing\//.test(file))
  .sort()
const readers = files.filter((file) => READS.test(readFileSync(file, 'utf8')))

test('every reader of answers is known', () => expect(readers).toEqual(Object.keys(READERS).sort()))

test.each(readers.filter((file) => READERS[file] === 'asks what is hidden'))('%s asks what is hidden', (file) => {
  expect(readFileSync(file, 'utf8')).toMatch(/\bhidden(?:Now|NowOrAt)\(/)
})

test.each(readers.filter((file) => READERS[file] === 'counts'))('%s reads no more than how many there are', (file) => {
  const queries = readFileSync(file, 'utf8').match(/\(SELECT [^()]*(?:\(\*\)::int)? FROM "Assessment"[^\n]*/g) ?? []
  for (const query of queries) expect(query).toMatch(/^\(SELECT (?:count\(\*\)::int|1) FROM "Assessment"/)
  expect(readFileSync(file, 'utf8')).not.toMatch(/\bx\."(?:verdict|rationale|confidence)"/)
})
