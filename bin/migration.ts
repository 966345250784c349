import { readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { draftMigration } from '@/lib/platform/migration/draft.ts'
import { generatePrismaClient } from '@/lib/platform/migration/prisma-client.ts'
import { root } from './root.ts'

/** `node bin/boot.mjs migration NAME`: writes the next migration from prisma/schema.prisma, and generates the client. */
const name = process.argv[2]
if (name === undefined || name.startsWith('-')) {
  console.error('Usage: node bin/boot.mjs migration NAME   (small letters, digits and _; such as add_sources)')
  process.exit(2)
}
try {
  const schema = await readFile(join(root, 'prisma', 'schema.prisma'), 'utf8')
  const file = await draftMigration(join(root, 'prisma', 'migrations'), name, schema, new Date())
  console.log(`Wrote ${relative(root, file)}. Read it, add SQL by hand where needed, and commit the folder.`)
  if (await generatePrismaClient(root)) console.log('Generated the Prisma client.')
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
