import { defineConfig } from 'prisma/config'

/** For the ordinary Prisma command line. `npm start` and `npm test` migrate by lib/platform/migration/migrate.ts, without it. */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  ...(process.env.DATABASE_URL ? { datasource: { url: process.env.DATABASE_URL } } : {}),
})
