import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { countUsers, type OpenPostgres, openEmbeddedPostgres, pausePostgres } from '../postgres/embedded.ts'
import { openHome } from '../postgres/home.ts'

const prefix = 'attest-test-'

export interface TemporaryPostgres extends OpenPostgres {
  /** Its folder, by which another process can pause and resume it. */
  folder: string
}

/** A Postgres for one test run: in a folder of its own, gone with all it held when it is closed. */
export async function openTemporaryPostgres(): Promise<TemporaryPostgres> {
  await sweep()
  const folder = mkdtempSync(join(tmpdir(), prefix))
  const postgres = await openEmbeddedPostgres({ folder, throwaway: true })
  const close = async () => {
    await postgres.close()
    remove(folder)
  }
  return { ...postgres, folder, close }
}

/** Clears away what runs that were killed have left behind. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(tmpdir(), name)
    try {
      // Another run may be between making its folder and signing in to it.
      if (Date.now() - statSync(folder).mtimeMs < 60_000 || countUsers(folder) > 0) continue
      await pausePostgres(folder)
      remove(folder)
    } catch {
      // Somebody else's, or being cleared by another run at this moment: not ours to mind.
    }
  }
}

function remove(folder: string): void {
  const { place } = openHome({ folder, throwaway: true })
  for (const gone of new Set([place, folder])) rmSync(gone, { recursive: true, force: true })
}
