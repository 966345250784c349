import { Client } from 'pg'
import { chainEvent } from '@/lib/domain/desk/audit.ts'
import { newId, newSalt, sha256 } from '@/lib/platform/ids.ts'
import type { BenchArticle } from './arrangement.ts'

/** The rows of one recorded wording, written by hand: no framework, no ORM, no questions asked; one transaction. */
export class BareWriter {
  private readonly client: Client

  constructor(
    databaseUrl: string,
    private readonly desk: { workspaceId: string; memberId: string },
    private readonly article: BenchArticle,
    private readonly claim: { claimId: string; wordingId: string; number: number; substance: number },
  ) {
    this.client = new Client({ connectionString: databaseUrl })
  }

  async open(): Promise<this> {
    await this.client.connect()
    return this
  }

  async save(text: string): Promise<void> {
    const { workspaceId, memberId } = this.desk
    const { articleId } = this.article
    const { claim, client } = this
    const [id, revisionId, at] = [newId(), newId(), new Date()]
    await client.query('BEGIN')
    const clock = await one(client, 'SELECT "seq", "hash" FROM "Clock" WHERE "id" = $1 FOR UPDATE', [articleId])
    const article = await one(
      client,
      `SELECT a."headNumber", r."layoutId" FROM "Article" a
       JOIN "Revision" r ON r."articleId" = a."id" AND r."number" = a."headNumber" WHERE a."id" = $1`,
      [articleId],
    )
    const seq = Number(clock.seq) + 1
    const number = Number(article.headNumber) + 1
    await client.query(
      `INSERT INTO "Revision" ("id", "workspaceId", "articleId", "number", "createdSeq", "createdAt", "memberId", "kind", "summary", "layoutId")
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'recorded', 'Bench', $8)`,
      [revisionId, workspaceId, articleId, number, seq, at, memberId, article.layoutId],
    )
    await client.query('UPDATE "Article" SET "headNumber" = $2 WHERE "id" = $1', [articleId, number])
    await client.query(`UPDATE "ClaimRevision" SET "state" = 'superseded', "endedSeq" = $2 WHERE "id" = $1`, [
      claim.wordingId,
      seq,
    ])
    await client.query(
      `INSERT INTO "ClaimRevision" ("id", "workspaceId", "articleId", "claimId", "number", "text", "state", "authorId", "reason", "baseId",
         "createdAt", "createdSeq", "acceptedSeq", "substance", "revisionId")
       VALUES ($1, $2, $3, $4, $5, $6, 'accepted', $7, 'Bench', $8, $9, $10, $10, $11, $12)`,
      [
        id,
        workspaceId,
        articleId,
        claim.claimId,
        claim.number + 1,
        text,
        memberId,
        claim.wordingId,
        at,
        seq,
        claim.substance + 1,
        revisionId,
      ],
    )
    const facts = { seq, kind: 'wording.recorded', memberId, at: at.toISOString(), deskSeq: 1 }
    const payload = { claim: 1, from: text, to: text, reason: 'Bench', revision: number }
    const event = chainEvent(facts, payload, newSalt(), String(clock.hash), sha256)
    await client.query(
      `INSERT INTO "AuditEvent" ("clockId", "seq", "workspaceId", "kind", "memberId", "at", "deskSeq", "payload", "salt", "payloadHash", "previousSeq", "previousHash", "hash")
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        articleId,
        seq,
        workspaceId,
        event.kind,
        memberId,
        at,
        1,
        payload,
        event.salt,
        event.payloadHash,
        seq - 1,
        clock.hash,
        event.hash,
      ],
    )
    await client.query('UPDATE "Clock" SET "seq" = $2, "hash" = $3 WHERE "id" = $1', [articleId, seq, event.hash])
    await client.query('COMMIT')
    Object.assign(claim, { wordingId: id, number: claim.number + 1, substance: claim.substance + 1 })
  }

  close(): Promise<void> {
    return this.client.end()
  }
}

async function one(client: Client, sql: string, values: unknown[]): Promise<Record<string, unknown>> {
  const [row] = (await client.query<Record<string, unknown>>(sql, values)).rows
  if (!row) throw new Error(`no row: ${sql}`)
  return row
}
