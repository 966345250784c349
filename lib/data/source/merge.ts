import { decideMerge } from '@/lib/domain/source/merge.ts'
import { AppError } from '@/lib/platform/errors.ts'
import { newId } from '@/lib/platform/ids.ts'
import type { Authority } from '../access.ts'
import { change } from '../clock.ts'
import type { Db } from '../db.ts'
import { requireSource } from './source.ts'

type Asked = { commandId?: string | undefined; at?: Date }

/**
 * Says that two entries of the shelf are one source. Nothing moves: the citations of the one keep naming it, and are told
 * and counted as the survivor's. What had been merged into the one goes along, so that a survivor is always one step away.
 */
export async function mergeSources(
  db: Db,
  authority: Authority,
  given: { sourceId: string; intoId: string; reason: string } & Asked,
): Promise<void> {
  const { workspaceId, memberId } = authority
  const { sourceId, reason, commandId } = given
  const what = { clockId: workspaceId, authority, ability: 'source.merge', kind: 'source.merged', commandId } as const
  await change(db, what, async (ledger) => {
    await requireSource(ledger.tx, workspaceId, sourceId)
    await requireSource(ledger.tx, workspaceId, given.intoId)
    const standing = await ledger.tx.sourceMerge.findMany({
      where: {
        workspaceId,
        endedSeq: null,
        OR: [{ sourceId: { in: [sourceId, given.intoId] } }, { intoId: sourceId }],
      },
      select: { id: true, sourceId: true, intoId: true },
      take: 10_000,
    })
    const decided = decideMerge(sourceId, given.intoId, standing)
    if ('why' in decided) throw new AppError('conflict', decided.why)
    const intoId = decided.into
    const following = standing.filter((row) => row.intoId === sourceId)
    await ledger.end(
      'SourceMerge',
      following.map(({ id }) => id),
    )
    await ledger.add(
      'SourceMerge',
      [sourceId, ...following.map((row) => row.sourceId)].map((id) => {
        return { id: newId(), workspaceId, memberId, sourceId: id, intoId, reason }
      }),
    )
    return { value: undefined, details: { source: sourceId, into: intoId, reason } }
  })
}

/** Takes a merged source out of its survivor again: it stands on the shelf with its own citations. */
export async function partSource(db: Db, authority: Authority, given: { sourceId: string } & Asked): Promise<void> {
  const { workspaceId } = authority
  const { sourceId, commandId } = given
  const what = { clockId: workspaceId, authority, ability: 'source.merge', kind: 'source.parted', commandId } as const
  await change(db, what, async (ledger) => {
    const merge = await ledger.tx.sourceMerge.findFirst({
      where: { workspaceId, sourceId, endedSeq: null },
      select: { id: true, intoId: true },
    })
    if (!merge) throw new AppError('not_found', 'This source is not merged into another.')
    await ledger.end('SourceMerge', [merge.id])
    return { value: undefined, details: { source: sourceId, from: merge.intoId } }
  })
}

/** Records that someone looked at two sources whose texts are alike and found neither to derive from the other. */
export async function setApart(
  db: Db,
  authority: Authority,
  given: { sourceId: string; otherId: string } & Asked,
): Promise<void> {
  const { workspaceId, memberId } = authority
  const [one = '', two = ''] = [given.sourceId, given.otherId].sort()
  const what = { clockId: workspaceId, authority, ability: 'source.grade', kind: 'source.found_apart' } as const
  await change(db, { ...what, commandId: given.commandId }, async (ledger) => {
    if (one === two) throw new AppError('invalid', 'A source cannot be kept apart from itself.')
    await requireSource(ledger.tx, workspaceId, one)
    await requireSource(ledger.tx, workspaceId, two)
    const pair = { sourceId: one, otherId: two }
    if (await ledger.tx.sourceApart.findFirst({ where: { ...pair, endedSeq: null }, select: { id: true } }))
      return { value: undefined }
    await ledger.add('SourceApart', [{ id: newId(), workspaceId, memberId, ...pair }])
    return { value: undefined, details: { sources: [one, two] } }
  })
}
