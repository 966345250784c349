import type { Layout } from '@/lib/domain/article/layout.ts'
import { AppError } from '@/lib/platform/errors.ts'
import { parseLayout } from '@/lib/schema/layout.ts'
import type { Tx } from '../db.ts'

/** Layouts never change once recorded, so each is read and parsed once a process. Bounded; the oldest goes first. */
const KEPT = 200
const kept = new Map<string, Layout>()

/** @throws AppError fault when a revision names a layout that is not there, which the database does not allow */
export async function readLayout(db: Pick<Tx, 'layout'>, layoutId: string): Promise<Layout> {
  const known = kept.get(layoutId)
  if (known) return known
  const row = await db.layout.findFirst({ where: { id: layoutId }, select: { content: true } })
  if (!row) throw new AppError('fault', 'The layout of this revision cannot be read.')
  const layout = parseLayout(row.content)
  for (const oldest of kept.keys()) {
    if (kept.size < KEPT) break
    kept.delete(oldest)
  }
  kept.set(layoutId, layout)
  return layout
}
