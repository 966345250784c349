import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { diffSchemas, draftMigration } from './draft.ts'
import { readMigrations } from './folder.ts'

const schema = (fields: string) => `datasource db {
  provider = "postgresql"
}

model Claim {
  id String @id
${fields}
}
`
const folder = mkdtempSync(join(tmpdir(), 'attest-draft-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('the difference of two schemas is SQL; of a schema and itself, nothing', async () => {
  expect(await diffSchemas(undefined, schema(''))).toContain('CREATE TABLE "Claim"')
  expect(await diffSchemas(schema(''), schema('  text String'))).toContain('ADD COLUMN     "text" TEXT NOT NULL')
  expect(await diffSchemas(schema(''), schema(''))).toBe('')
})

test('each migration starts from the schema beside the last, which alone is kept, and comes after it whatever the clock says', async () => {
  const first = await draftMigration(folder, 'claims', schema(''), new Date('2026-11-23T05:00:00Z'))
  const second = await draftMigration(folder, 'text', schema('  text String'), new Date('2020-01-01T00:00:00Z'))
  const third = await draftMigration(folder, 'by_hand', schema('  text String'), new Date('2026-12-01T00:00:00Z'))
  expect([first, second, third].map((file) => basename(dirname(file)))).toEqual([
    '20261123050000_claims',
    '20261123050001_text',
    '20261201000000_by_hand',
  ])
  expect(readFileSync(second, 'utf8')).not.toContain('CREATE TABLE')
  expect(readFileSync(third, 'utf8')).toContain('SQL by hand')
  expect((await readMigrations(folder)).map(({ schema: after }) => after)).toEqual([
    undefined,
    undefined,
    schema('  text String'),
  ])
})

test('a name that is none is refused before anything is written', async () => {
  await expect(draftMigration(folder, '../x', schema(''), new Date())).rejects.toThrow(/can't name a migration/)
})
