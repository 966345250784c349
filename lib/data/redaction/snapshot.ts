import type { Json } from '@/lib/domain/desk/audit.ts'
import { emptied, secretsOf } from '@/lib/domain/desk/redaction.ts'
import { ERASED_FILE } from '@/lib/domain/desk/vouching.ts'
import { AppError } from '@/lib/platform/errors.ts'
import type { Authority } from '../access.ts'
import type { Db, Tx } from '../db.ts'
import { askErasure } from '../snapshot/kept-file.ts'
import { redactOnDesk, type ShelfRedacted, type Taken } from './desk.ts'
import type { AskedRedaction } from './redact.ts'
import { type Taking, wordRows } from './rows.ts'

const SNAPSHOT = [
  'sourceId',
  'sha256',
  'bytes',
  'canonical',
  'redirects',
  'headers',
  'fileName',
  'text',
  'blocks',
  'fingerprints',
]

/** Takes away what a snapshot says, and its file where no other snapshot is the same. */
export async function redactSnapshot(
  db: Db,
  authority: Authority,
  asked: AskedRedaction & { snapshotId: string },
): Promise<ShelfRedacted> {
  const { snapshotId } = asked
  const what = { what: 'snapshot', id: snapshotId }
  return redactOnDesk(db, authority, asked, what, {
    take: (tx, taking) => takeSnapshot(tx, taking, authority.workspaceId, snapshotId),
    takeHere: async (tx, taking, articleId) => {
      for (const row of await wordRows(tx, 'Citation', ['anchor'], articleId, '"snapshotId"::text = $2', snapshotId)) {
        const anchor = row.anchor as Record<string, Json>
        // What was quoted is the desk's own entry, and redacted by itself; the words around it are the snapshot's.
        await taking.rewrite('Citation', row, {
          anchor: { ...anchor, prefix: emptied(anchor.prefix ?? ''), suffix: emptied(anchor.suffix ?? '') },
        })
      }
    },
  })
}

async function takeSnapshot(tx: Tx, taking: Taking, workspaceId: string, snapshotId: string): Promise<Taken> {
  const [row] = await wordRows(tx, 'Snapshot', SNAPSHOT, workspaceId, '"id"::text = $2', snapshotId)
  if (!row) throw new AppError('not_found', 'There is no such snapshot. Nothing was redacted.')
  const about = { ids: [snapshotId], claims: [] }
  const sha256 = String(row.sha256)
  if (sha256 === ERASED_FILE) return { secrets: [], about }
  const fileName = emptied(row.fileName ?? null)
  await taking.rewrite('Snapshot', row, {
    sha256: ERASED_FILE,
    bytes: 0,
    canonical: null,
    redirects: [],
    headers: [],
    fileName,
    text: emptied(row.text ?? null),
    blocks: [],
    fingerprints: [],
  })
  const checks = await wordRows(tx, 'QuoteCheck', ['said'], workspaceId, '"snapshotId"::text = $2', snapshotId)
  for (const check of checks) await taking.rewrite('QuoteCheck', check, { said: emptied(check.said ?? null) })
  await tx.$executeRaw`
    UPDATE "Capture" SET "sha256" = ${ERASED_FILE}, "fileName" = ${fileName as string | null}
    WHERE "workspaceId" = ${workspaceId}::uuid AND "sourceId" = ${String(row.sourceId)}::uuid AND "sha256" = ${sha256} AND "endedAt" IS NOT NULL`
  await askErasure(tx, sha256)
  const quoting = await tx.citation.findMany({
    where: { workspaceId, snapshotId },
    distinct: ['articleId'],
    select: { articleId: true },
  })
  // The hash of a short file gives its bytes away to whoever guesses them.
  return {
    secrets: secretsOf([row.fileName ?? null, sha256]),
    about,
    articles: quoting.map(({ articleId }) => articleId),
  }
}
