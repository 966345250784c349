import { labelled, saidOf } from '@/lib/domain/article/framing.ts'
import { may, type Role, type Who } from '@/lib/domain/desk/permission.ts'
import { REDACTED, SOURCE_FIELD_NAMES, type SourceField } from '@/lib/domain/desk/redaction.ts'
import { ERASED_FILE } from '@/lib/domain/desk/vouching.ts'
import { maySeeContact } from '@/lib/domain/source/contact.ts'
import { healthOf } from '@/lib/domain/source/health.ts'
import type { Csl } from '@/lib/domain/source/source.ts'
import { AppError } from '@/lib/platform/errors.ts'
import type { SourceDto, SourceName } from '@/lib/view/shelf.ts'
import type { Authority } from '../access.ts'
import { redactionsOfSource } from '../article/redaction-mark.ts'
import type { Db } from '../db.ts'
import { capturesOf } from '../snapshot/capture.ts'
import { contactRole } from '../source/contact.ts'
import { likelyDuplicates } from '../source/duplicate.ts'
import { foundOf, recordOf, recordSelect } from '../source/record.ts'
import { familyOfSource, likeSources } from './derivation.ts'

const NOT_ENDED = { endedSeq: null } as const
const NAME = { id: true, title: true, records: { where: NOT_ENDED, take: 1, select: { title: true } } } as const

/** One source: its record, grades, snapshots and visits, what it derives from and what from it, and where it is cited. */
export async function readSource(
  db: Db,
  authority: Authority & { memberId: string | null },
  sourceId: string,
): Promise<SourceDto> {
  const { workspaceId } = authority
  // Before all else: a capture that ended here has left everything it recorded for what is read next, and one that
  // is under way makes its page look again. Read last, the page could miss what came in between for good.
  const captures = await capturesOf(db, workspaceId, sourceId)
  const merged = await db.sourceMerge.findMany({
    where: { workspaceId, intoId: sourceId, ...NOT_ENDED },
    take: 200,
    select: { source: { select: NAME } },
  })
  const all = [sourceId, ...merged.map(({ source }) => source.id)]
  const row = await db.source.findFirst({
    where: { id: sourceId, workspaceId },
    select: {
      ...recordSelect(),
      memberId: true,
      createdAt: true,
      grades: {
        orderBy: { createdSeq: 'desc' },
        take: 50,
        select: { id: true, reliability: true, reason: true, memberId: true, createdAt: true, endedSeq: true },
      },
      merges: { where: NOT_ENDED, take: 1, select: { into: { select: { ...recordSelect(), ...NAME } } } },
      contacts: { where: NOT_ENDED, take: 1, select: { contact: true, memberId: true } },
      origins: {
        where: NOT_ENDED,
        take: 100,
        orderBy: { createdSeq: 'asc' },
        select: { kind: true, origin: { select: NAME } },
      },
      repeats: {
        where: NOT_ENDED,
        take: 100,
        orderBy: { createdSeq: 'asc' },
        select: { kind: true, source: { select: NAME } },
      },
    },
  })
  if (!row) throw new AppError('not_found', 'There is no such source on this shelf.')
  const { csl, unconfirmed } = recordOf(row)
  const standing = row.merges.length === 0
  const [citations, snapshots, visits, archived, least, family, suggestions, duplicates, found] = await Promise.all([
    db.citation.findMany({ where: { workspaceId, sourceId: { in: all }, ...NOT_ENDED }, ...CITED }),
    snapshotsOf(db, workspaceId, all),
    db.visit.findMany({ where: { workspaceId, sourceId: { in: all } }, ...VISITED }),
    db.archiveCopy.findMany({ where: { workspaceId, sourceId: { in: all } }, ...ARCHIVED }),
    contactRole(db, workspaceId),
    familyOfSource(db, workspaceId, sourceId),
    standing ? likeSources(db, authority, sourceId) : [],
    standing ? duplicatesOf(db, authority, sourceId, csl) : [],
    foundOf(db, sourceId),
  ])
  const last = visits[0]?.outcome ?? null
  const file = snapshots.some(({ finalUrl, sha256 }) => finalUrl === null && sha256 !== ERASED_FILE)
  return {
    id: row.id,
    csl,
    unconfirmed,
    found,
    memberId: row.memberId,
    at: row.createdAt,
    health: healthOf(last, { address: csl.URL !== undefined, file }),
    grades: row.grades.map(({ createdAt, endedSeq, ...grade }) => ({
      ...grade,
      at: createdAt,
      current: endedSeq === null,
    })),
    origins: row.origins.map((edge) => ({ ...named(edge.origin), kind: edge.kind ?? 'repeats' })),
    echoes: row.repeats.map((edge) => ({ ...named(edge.source), kind: edge.kind ?? 'repeats' })),
    family,
    survivor: row.merges[0] ? named(row.merges[0].into) : null,
    merged: merged.map(({ source }) => named(source)),
    contact: contactFor(authority, row.contacts[0], least),
    snapshots,
    redactable: await redactableFields(db, authority, sourceId),
    redactions: await redactionsOfSource(db, workspaceId, [
      ...all,
      ...snapshots.map(({ id }) => id),
      ...row.grades.map(({ id }) => id),
    ]),
    visits: visits.map(({ createdAt, ...visit }) => ({ ...visit, at: createdAt })),
    captures,
    archived: archived.map(({ createdAt, ...copy }) => ({ ...copy, at: createdAt })),
    suggestions,
    duplicates,
    citedIn: citations.map(({ claim, wording, ...citation }) => ({
      ...citation,
      slug: claim.article.slug,
      title: claim.article.title,
      claim: claim.number,
      wording: labelled(saidOf(wording), wording.text.trim()),
    })),
  }
}

/** The fields that a redaction would take something from: a form for any other would be refused. */
async function redactableFields(db: Db, { workspaceId, role }: Authority, sourceId: string): Promise<SourceField[]> {
  if (!may(role, 'record.redact')) return []
  const rows = await db.$queryRaw<{ field: string }[]>`
    SELECT DISTINCT e."key" AS "field" FROM (
      SELECT "csl" FROM "Source" WHERE "workspaceId" = ${workspaceId}::uuid AND "id" = ${sourceId}::uuid
      UNION ALL
      SELECT "csl" FROM "SourceRecord" WHERE "workspaceId" = ${workspaceId}::uuid AND "sourceId" = ${sourceId}::uuid
    ) r, jsonb_each(r."csl") e WHERE e."value" <> to_jsonb(${REDACTED}::text)
    UNION
    SELECT 'contact' FROM "SourceContact"
    WHERE "workspaceId" = ${workspaceId}::uuid AND "sourceId" = ${sourceId}::uuid AND "contact" <> ${REDACTED}`
  const held = new Set(rows.map(({ field }) => field))
  return SOURCE_FIELD_NAMES.filter((field) => held.has(field))
}

/** Entries that may be this source: by its own record, and by the address that its page calls its own. */
async function duplicatesOf(db: Db, authority: Authority, sourceId: string, csl: Csl) {
  const page = await db.snapshot.findFirst({
    where: { workspaceId: authority.workspaceId, sourceId },
    orderBy: { createdSeq: 'desc' },
    select: { canonical: true, finalUrl: true },
  })
  const addresses = new Set([csl.URL, page?.finalUrl, page?.canonical].filter((url) => typeof url === 'string'))
  const found = await Promise.all(
    (addresses.size === 0 ? [undefined] : [...addresses]).map((url) =>
      likelyDuplicates(db, authority, { ...csl, ...(url !== undefined && { URL: url }) }),
    ),
  )
  const distinct = new Map(found.flat().map((duplicate) => [duplicate.id, duplicate]))
  return [...distinct.values()].filter(({ id }) => id !== sourceId).slice(0, 5)
}

const CITED = {
  orderBy: { createdAt: 'asc' as const },
  take: 200,
  select: {
    stance: true,
    credibility: true,
    note: true,
    wording: { select: { text: true, label: true, quoted: true } },
    claim: { select: { number: true, article: { select: { slug: true, title: true } } } },
  },
}
const VISITED = {
  orderBy: { createdSeq: 'desc' as const },
  take: 50,
  select: { id: true, url: true, outcome: true, status: true, words: true, memberId: true, createdAt: true },
}
const ARCHIVED = {
  orderBy: { createdSeq: 'desc' as const },
  take: 10,
  select: { address: true, problem: true, createdAt: true },
}

/** Snapshots without their text, newest first; at most a hundred. */
async function snapshotsOf(db: Db, workspaceId: string, sourceIds: string[]): Promise<SourceDto['snapshots']> {
  return db.$queryRaw<SourceDto['snapshots']>`
    SELECT "id", "createdAt" AS "at", "sha256", "bytes", "mediaType", "finalUrl", "fileName", length("text") AS "length", "problem"
    FROM "Snapshot" WHERE "workspaceId" = ${workspaceId}::uuid AND "sourceId" = ANY(${sourceIds}::uuid[])
    ORDER BY "createdSeq" DESC LIMIT 100`
}

function named(row: { id: string; title: string; records: { title: string }[] }): SourceName {
  return { id: row.id, title: row.records[0]?.title ?? row.title }
}

function contactFor(
  reader: Who,
  contact: { contact: string; memberId: string | null } | undefined,
  least: Role,
): SourceDto['contact'] {
  if (!contact) return { state: 'none', words: '' }
  return maySeeContact(reader, contact.memberId, least)
    ? { state: 'shown', words: contact.contact }
    : { state: 'hidden', words: '' }
}
