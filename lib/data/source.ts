import type { Reliability } from '@/lib/domain/scale'
import type { Csl } from '@/lib/domain/source'
import { addressKey } from '@/lib/domain/web-address'
import { AppError } from '@/lib/platform/errors'
import { newId } from '@/lib/platform/ids'
import type { Authority } from './access'
import { change, changeWithin, transact } from './clock'
import type { Db, Tx } from './db'

export type NewSource = {
  csl: Csl
  reliability: Reliability
  gradeReason: string
  /** The source this one repeats, where it does. */
  originId?: string | undefined
}

type Asked = { commandId?: string | undefined; at?: Date }

/** `existing`: a source with this web address was on the shelf already; it stands as it was, and nothing was added. */
export type Shelved = { id: string; existing: boolean }

/** Puts a source on the shelf. One with the same web address is there already: it is given back instead. */
export async function addSource(db: Db, authority: Authority, source: NewSource, asked: Asked = {}): Promise<Shelved> {
  return transact(db, asked.commandId, (tx) => addSourceWithin(tx, authority, source, asked))
}

export async function addSourceWithin(tx: Tx, authority: Authority, source: NewSource, asked: Asked): Promise<Shelved> {
  const { workspaceId, memberId } = authority
  const what = { clockId: workspaceId, authority, ability: 'source.add', kind: 'source.added', ...asked } as const
  return changeWithin<Shelved>(tx, what, async (ledger) => {
    const urlKey = source.csl.URL ? addressKey(source.csl.URL) : null
    if (urlKey !== null) {
      const there = await tx.source.findFirst({ where: { workspaceId, urlKey, endedSeq: null }, select: { id: true } })
      if (there) return { value: { id: there.id, existing: true } }
    }
    const id = newId()
    const { at: createdAt } = ledger
    const owner = { workspaceId, memberId }
    await ledger.add('Source', [{ ...owner, id, csl: source.csl, title: source.csl.title, urlKey, createdAt }])
    await ledger.add('SourceGrade', [
      { ...owner, id: newId(), sourceId: id, reliability: source.reliability, reason: source.gradeReason, createdAt },
    ])
    if (source.originId) {
      await requireSource(tx, workspaceId, source.originId)
      await ledger.add('SourceOrigin', [{ ...owner, id: newId(), sourceId: id, originId: source.originId }])
    }
    return {
      value: { id, existing: false },
      details: { source: id, title: source.csl.title, reliability: source.reliability },
    }
  })
}

/** Grades a source anew; the earlier grade stays in its history. */
export async function gradeSource(
  db: Db,
  authority: Authority,
  grade: { sourceId: string; reliability: Reliability; reason: string } & Asked,
): Promise<void> {
  const { workspaceId, memberId } = authority
  const { commandId } = grade
  const what = { clockId: workspaceId, authority, ability: 'source.grade', kind: 'source.graded', commandId } as const
  await change(db, what, async (ledger) => {
    await requireSource(ledger.tx, workspaceId, grade.sourceId)
    const current = await ledger.tx.sourceGrade.findFirst({
      where: { sourceId: grade.sourceId, endedSeq: null },
      select: { id: true, reliability: true },
    })
    if (current) await ledger.end('SourceGrade', [current.id])
    const { sourceId, reliability, reason } = grade
    await ledger.add('SourceGrade', [
      { id: newId(), workspaceId, memberId, sourceId, reliability, reason, createdAt: ledger.at },
    ])
    return {
      value: undefined,
      details: { source: sourceId, from: current?.reliability ?? null, to: reliability, reason },
    }
  })
}

/** Says which source this one repeats, or (null) that it stands on its own. */
export async function setSourceOrigin(
  db: Db,
  authority: Authority,
  asked: { sourceId: string; originId: string | null } & Asked,
): Promise<void> {
  const { workspaceId, memberId } = authority
  const { commandId } = asked
  const what = {
    clockId: workspaceId,
    authority,
    ability: 'source.grade',
    kind: 'source.origin_set',
    commandId,
  } as const
  await change(db, what, async (ledger) => {
    await requireSource(ledger.tx, workspaceId, asked.sourceId)
    if (asked.originId) await requireSource(ledger.tx, workspaceId, asked.originId)
    if (asked.originId === asked.sourceId) throw new AppError('invalid', 'A source cannot repeat itself.')
    const current = await ledger.tx.sourceOrigin.findMany({
      where: { sourceId: asked.sourceId, endedSeq: null },
      select: { id: true, originId: true },
      take: 100,
    })
    if (current.length === (asked.originId ? 1 : 0) && current.every((row) => row.originId === asked.originId))
      return { value: undefined }
    await ledger.end(
      'SourceOrigin',
      current.map((row) => row.id),
    )
    if (asked.originId)
      await ledger.add('SourceOrigin', [
        { id: newId(), workspaceId, memberId, sourceId: asked.sourceId, originId: asked.originId },
      ])
    return { value: undefined, details: { source: asked.sourceId, origin: asked.originId } }
  })
}

/** @throws AppError not_found when the workspace's shelf has no such source */
export async function requireSource(tx: Tx, workspaceId: string, sourceId: string): Promise<void> {
  const found = await tx.source.findFirst({
    where: { id: sourceId, workspaceId, endedSeq: null },
    select: { id: true },
  })
  if (!found) throw new AppError('not_found', 'There is no such source on this shelf.')
}
