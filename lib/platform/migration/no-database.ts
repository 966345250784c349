import { ColumnTypeEnum, type SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'

const adapterName = 'no-database'

const answer = {
  columnNames: ['exists', 'version', 'numeric_version'],
  columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
  rows: [[true, 'PostgreSQL 18.0', 180_000]],
}

const refuse = () => Promise.reject(new Error('Comparing two schemas must not ask a database.'))

const connect = async () => ({
  provider: 'postgres' as const,
  adapterName,
  queryRaw: async () => answer,
  executeRaw: async () => 0,
  executeScript: refuse,
  startTransaction: refuse,
  dispose: async () => undefined,
})

/**
 * Stands where the schema engine wants a connection although it only compares two schemas: the one question it asks on
 * connecting is which version of Postgres it talks to.
 */
export const noDatabase: SqlMigrationAwareDriverAdapterFactory = {
  provider: 'postgres',
  adapterName,
  connect,
  connectToShadowDb: connect,
}
