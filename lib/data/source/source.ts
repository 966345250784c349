import type { Grade, Reliability } from '@/lib/domain/check/scale.ts'
import type { OriginKind } from '@/lib/domain/source/derivation.ts'
import { sourceKeys } from '@/lib/domain/source/entry.ts'
import { recordKey } from '@/lib/domain/source/form.ts'
import type { FoundValue } from '@/lib/domain/source/found.ts'
import type { Csl } from '@/lib/domain/source/source.ts'
import { AppError } from '@/lib/platform/errors.ts'
import { newId } from '@/lib/platform/ids.ts'
import { parseFound } from '@/lib/schema/found.ts'
import type { Authority } from '../access.ts'
import { change, changeWithin, transact } from '../clock.ts'
import type { Db, Tx } from '../db.ts'
import { sourceWithKeys } from './duplicate.ts'
import { foundColumn, recordOf, recordSelect } from './record.ts'

export type NewSource = {
  csl: Csl
  /** Null: no one has graded it. */
  reliability: Grade
  gradeReason: string
  /** The source this one repeats, where it does. */
  originId?: string | undefined
  /** Fields of the form that a machine filled, and that no one has accepted yet. */
  unconfirmed?: readonly string[] | undefined
  /** How to reach the person who spoke; seen by those the policy allows. */
  contact?: string | undefined
}

export type Asked = { commandId?: string | undefined; at?: Date }
/** `anyway`: a mobile, AMP or archived page is added beside the page it is one of. */
type Anyway = { anyway?: boolean }

/** `existing`: the same source was on the shelf already; it stands as it was, and nothing was added. */
export type Shelved = { id: string; existing: boolean }

/** Puts a source on the shelf. One with the same address, DOI or ISBN is there already: that one is returned. */
export async function addSource(
  db: Db,
  authority: Authority,
  source: NewSource,
  asked: Asked & Anyway = {},
): Promise<Shelved> {
  return transact(db, { authority, commandId: asked.commandId }, (tx) => addSourceWithin(tx, authority, source, asked))
}

export async function addSourceWithin(
  tx: Tx,
  authority: Authority,
  source: NewSource,
  { anyway = false, ...asked }: Asked & Anyway,
): Promise<Shelved> {
  const { workspaceId, memberId } = authority
  const what = { clockId: workspaceId, authority, ability: 'source.add', kind: 'source.added', ...asked } as const
  return changeWithin<Shelved>(tx, what, async (ledger) => {
    const keys = sourceKeys(source.csl)
    const there = await sourceWithKeys(tx, workspaceId, keys, { exactly: anyway ? source.csl.URL : undefined })
    if (there) return { value: { id: there, existing: true } }
    const id = newId()
    const { at: createdAt } = ledger
    const owner = { workspaceId, memberId }
    const unconfirmed = source.unconfirmed?.length ? [...source.unconfirmed] : null
    const { csl } = source
    await ledger.add('Source', [
      { ...owner, id, csl, title: csl.title, ...keys, ...(unconfirmed && { unconfirmed }), createdAt },
    ])
    const { reliability, gradeReason: reason } = source
    if (reliability !== null)
      await ledger.add('SourceGrade', [{ ...owner, id: newId(), sourceId: id, reliability, reason, createdAt }])
    if (source.contact)
      await ledger.add('SourceContact', [{ ...owner, id: newId(), sourceId: id, contact: source.contact, createdAt }])
    if (source.originId) {
      await requireSource(tx, workspaceId, source.originId)
      const edge = { sourceId: id, originId: source.originId, kind: 'repeats' as const }
      await ledger.add('SourceOrigin', [{ ...owner, id: newId(), ...edge }])
    }
    return {
      value: { id, existing: false },
      details: { source: id, title: source.csl.title, reliability: source.reliability },
    }
  })
}

/** `changed`: the record is not what was seen any more; nothing was recorded. */
export type SourceAmended = { outcome: 'amended' | 'changed' } | { outcome: 'same_as'; sourceId: string }

/**
 * Records a source's bibliographic record again: fields corrected, filled or accepted. The one before is kept.
 * @returns the other source that has this address, DOI or ISBN, where there is one: nothing was recorded then
 */
export async function amendSource(
  db: Db,
  authority: Authority,
  given: {
    sourceId: string
    csl: Csl
    unconfirmed: readonly string[]
    found?: readonly FoundValue[]
    /** What the record said to the person who typed over it (`recordKey`); without, it is replaced whatever it says. */
    seen?: string
  } & Asked,
): Promise<SourceAmended> {
  const { workspaceId, memberId } = authority
  const { commandId, at } = given
  const what = { clockId: workspaceId, authority, ability: 'source.add', kind: 'source.amended', commandId } as const
  return change<SourceAmended>(db, { ...what, ...(at && { at }) }, async (ledger) => {
    const { sourceId, csl } = given
    await requireSource(ledger.tx, workspaceId, sourceId)
    if (given.seen !== undefined && given.seen !== (await currentKey(ledger.tx, sourceId)))
      return { value: { outcome: 'changed' } }
    const keys = sourceKeys(csl)
    const other = await sourceWithKeys(ledger.tx, workspaceId, keys, { except: sourceId })
    if (other) return { value: { outcome: 'same_as', sourceId: other } }
    const current = await ledger.tx.sourceRecord.findFirst({
      where: { sourceId, endedSeq: null },
      select: { id: true, found: true },
    })
    if (current) await ledger.end('SourceRecord', [current.id])
    const found = foundColumn(parseFound(current?.found), given.found ?? [])
    const unconfirmed = [...given.unconfirmed]
    await ledger.add('SourceRecord', [
      {
        id: newId(),
        workspaceId,
        sourceId,
        csl,
        title: csl.title,
        ...keys,
        unconfirmed,
        ...(found && { found }),
        memberId,
        createdAt: ledger.at,
      },
    ])
    return { value: { outcome: 'amended' }, details: { source: sourceId, title: csl.title, unconfirmed } }
  })
}

async function currentKey(tx: Tx, sourceId: string): Promise<string> {
  const row = await tx.source.findUniqueOrThrow({ where: { id: sourceId }, select: recordSelect() })
  return recordKey(recordOf(row).csl)
}

/** Grades a source again; the earlier grade stays in its history. */
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

/** Says that a source derives from another, and how; or (kind null) that it does not. Said twice, it is said once. */
export async function setSourceOrigin(
  db: Db,
  authority: Authority,
  asked: { sourceId: string; originId: string; kind?: OriginKind | null } & Asked,
): Promise<void> {
  const { workspaceId, memberId } = authority
  const { sourceId, originId, kind = 'repeats', commandId } = asked
  const what = {
    clockId: workspaceId,
    authority,
    ability: 'source.grade',
    kind: 'source.origin_set',
    commandId,
  } as const
  await change(db, what, async (ledger) => {
    if (originId === sourceId) throw new AppError('invalid', 'A source cannot derive from itself.')
    await requireSource(ledger.tx, workspaceId, sourceId)
    await requireSource(ledger.tx, workspaceId, originId)
    const current = await ledger.tx.sourceOrigin.findFirst({
      where: { sourceId, originId, endedSeq: null },
      select: { id: true, kind: true },
    })
    if (current ? (current.kind ?? 'repeats') === kind : kind === null) return { value: undefined }
    if (current) await ledger.end('SourceOrigin', [current.id])
    if (kind) await ledger.add('SourceOrigin', [{ id: newId(), workspaceId, memberId, sourceId, originId, kind }])
    return { value: undefined, details: { source: sourceId, origin: originId, derives: kind } }
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
