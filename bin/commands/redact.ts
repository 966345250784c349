import type { Db } from '@/lib/data/db.ts'
import type { EntryPlace } from '@/lib/data/redaction/place.ts'
import type { ArticleTarget, Redactable, ShelfReason, SourceField } from '@/lib/domain/desk/redaction.ts'
import { keptSettings } from '../kept.ts'
import { withDatabase } from './database.ts'

type Options = { reason: string; field?: SourceField }
type Done = { outcome: 'redacted'; elsewhere?: number } | { outcome: 'already' }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Takes the words of one entry away, as the desk's own hand: the record says that the house did it, when and why. It may
 * also take away what no member can see yet, such as an answer that is hidden from all but the person who gave it.
 */
export async function redact(what: Redactable, id: string, { reason, field }: Options): Promise<void> {
  if (!UUID.test(id)) throw new Error(`${JSON.stringify(id)} is not an id. Nothing was redacted.`)
  const { reasonSaid } = await import('@/lib/schema/redact.ts')
  const said = reasonSaid.safeParse(reason)
  if (!said.success) throw new Error(`${said.error.issues[0]?.message ?? 'Give a reason.'} Nothing was redacted.`)
  // A redaction is signed, by the key that the server signs with.
  Object.assign(process.env, keptSettings)
  const { place, done } = await withDatabase(async (db) => {
    const { placeOfEntry } = await import('@/lib/data/redaction/place.ts')
    const found = await placeOfEntry(db, what, id)
    if (!found) throw new Error(`There is no ${what} with the id ${id}. Nothing was redacted.`)
    return { place: found, done: await redactAt(db, found, what, { id, reason: said.data, field }) }
  })
  const where = place.article ? `of “${place.article.title}” (${place.desk})` : `of “${place.desk}”`
  if (done.outcome === 'already') {
    console.error(`There was nothing to redact in this ${what} ${where}.`)
    return
  }
  console.error(`The ${what} ${where} was redacted. No one can bring its words back.`)
  if (what === 'snapshot') console.error('Its file is erased by the server, at once or when it starts next.')
  const { elsewhere = 0 } = done
  if (elsewhere > 0)
    console.error(
      elsewhere === 1
        ? 'One other entry holds the same words, and was left as it is.'
        : `${elsewhere} other entries hold the same words, and were left as they are.`,
    )
}

async function redactAt(
  db: Db,
  { workspaceId, article }: EntryPlace,
  what: Redactable,
  { id, reason, field }: { id: string; reason: string; field: SourceField | undefined },
): Promise<Done> {
  const { houseArticle, houseAuthority } = await import('@/lib/data/access.ts')
  if (article) {
    const { redactEntry } = await import('@/lib/data/redaction/redact.ts')
    const { withoutWords } = await import('@/lib/exchange/working-text.ts')
    const asked = { what: what as ArticleTarget, id, reason }
    return redactEntry(db, houseArticle(workspaceId, article.id, article.slug), asked, withoutWords)
  }
  const house = houseAuthority(workspaceId)
  if (what === 'snapshot') {
    const { redactSnapshot } = await import('@/lib/data/redaction/snapshot.ts')
    return redactSnapshot(db, house, { snapshotId: id, reason })
  }
  const { redactReason, redactSource } = await import('@/lib/data/redaction/source.ts')
  if (field) return redactSource(db, house, { sourceId: id, field, reason })
  return redactReason(db, house, { what: what as ShelfReason, id, reason })
}
