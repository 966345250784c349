import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'

/**
 * Prisma's schema engine, from the npm registry alone. The Prisma command line downloads a native engine from a host of
 * its own; an installation that can't reach that host could not start. The same engine is published as WebAssembly.
 * Its own entry imports the .wasm as a module, which Node refuses, so it is put together by hand here.
 */

interface EngineExports {
  __wbindgen_start: () => void
}

let loading: Promise<void> | undefined

async function load(): Promise<void> {
  const file = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const bytes = await readFile(file.replace(/\.js$/, '.wasm'))
  const module = { './schema_engine_bg.js': { ...bindings, ...quietTimers() } } as unknown as WebAssembly.Imports
  const { instance } = await WebAssembly.instantiate(new Uint8Array(bytes), module)
  const { __wbg_set_wasm } = bindings as unknown as { __wbg_set_wasm: (wasm: WebAssembly.Exports) => void }
  __wbg_set_wasm(instance.exports)
  const { __wbindgen_start } = instance.exports as unknown as EngineExports
  __wbindgen_start()
}

/** The engine sets a ten-second limit for its lock and forgets to clear it: that must not keep the process alive. */
function quietTimers(): Record<string, unknown> {
  const names = Object.keys(bindings).filter((name) => name.startsWith('__wbg_setTimeout_'))
  const start = (work: () => void, delay: number) => setTimeout(work, delay >>> 0).unref()
  return Object.fromEntries(names.map((name) => [name, start]))
}

export interface SchemaFile {
  path: string
  content: string
}

export const noFilters = { externalTables: [], externalEnums: [] }

/** Runs `use` with an engine on the database that `adapter` connects to; the engine is given back afterwards. */
export async function withSchemaEngine<T>(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  schema: SchemaFile[],
  use: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  loading ??= load()
  await loading
  const datamodels = schema.map(({ path, content }) => [path, content])
  const bound = bindMigrationAwareSqlAdapterFactory(adapter)
  const engine = await bindings.SchemaEngine.new({ datamodels } as never, () => undefined, bound)
  try {
    return await use(engine)
  } finally {
    engine.free()
  }
}
