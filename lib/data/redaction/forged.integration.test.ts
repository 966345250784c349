import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withoutWords } from '@/lib/exchange/working-text.ts'
import { openSigningKey, signingKey } from '@/lib/platform/auth/signing-key.ts'
import { parseRedaction } from '@/lib/schema/redaction.ts'
import { signRedaction } from '../audit/redaction-signature.ts'
import { as, type TestDesk } from '../testing/desk.ts'
import { breaksOf, ownDatabase } from '../testing/fresh-database.ts'
import { openFurnishedDesk } from '../testing/furnished-desk.ts'
import { Tampering } from '../testing/tampering.ts'
import { redactEntry } from './redact.ts'
import { redactSource } from './source.ts'

/** What a redaction signs replaces what was recorded: it must not sign what someone rewrote behind Attest's back. */
const at = ownDatabase()
let desk: TestDesk
let tampering: Tampering
/** Redacted once, and again below. */
let first: { id: string; createdSeq: number }
let other: { id: string; createdSeq: number }
let source: { id: string; createdSeq: number }

beforeAll(async () => {
  desk = await openFurnishedDesk(at.db)
  const { articleId } = desk
  first = await at.db.comment.findFirstOrThrow({ where: { articleId }, orderBy: { createdSeq: 'asc' } })
  other = await at.db.comment.findFirstOrThrow({
    where: { articleId, createdSeq: { not: first.createdSeq } },
    orderBy: { createdSeq: 'desc' },
  })
  source = await at.db.source.findFirstOrThrow({ where: { workspaceId: desk.workspaceId, urlKey: { not: null } } })
  await redactComment(first.id)
  await redactField('URL')
  tampering = await Tampering.open(at.url)
})
afterAll(() => tampering?.close())

const REASON = 'A person asked for it.'

async function redactComment(id: string) {
  const owner = await as(at.db, desk, 'owner')
  return redactEntry(at.db, owner, { what: 'comment', id, reason: REASON }, withoutWords)
}

async function redactField(field: 'URL' | 'title') {
  const owner = await as(at.db, desk, 'owner')
  return redactSource(at.db, owner, { sourceId: source.id, field, reason: REASON })
}

const eventOf = (seq: number) => `"clockId" = '${desk.articleId}' AND "seq" = ${seq}`
const redactionOf = (clockId: string) => `"clockId" = '${clockId}' AND "kind" = 'record.redacted'`

/** Tampers, lets an owner redact, and says what they are answered and what is found afterwards. */
async function answered(statement: string, redact: () => Promise<unknown>) {
  return tampering.during(
    async () => expect((await tampering.client.query(statement)).rowCount, statement).toBeGreaterThan(0),
    async () => {
      const before = await at.db.auditEvent.count()
      const words = await redact().then(
        () => 'redacted',
        (error: Error) => error.message,
      )
      expect(await at.db.auditEvent.count()).toBe(words === 'redacted' ? before + 1 : before)
      return { words, breaks: (await breaksOf(at.url)).join('\n') }
    },
  )
}

describe('a redaction signs nothing of a change that was altered', () => {
  test.each([
    [
      'the row that is to go',
      () => `UPDATE "Comment" SET "body" = 'I lied' WHERE "id" = '${other.id}'`,
      'what Comment holds is not what was recorded',
      'Comment holds',
    ],
    [
      'who wrote it',
      () => `UPDATE "Comment" SET "memberId" = '${desk.seats.viewer.memberId}' WHERE "id" = '${other.id}'`,
      'what Comment holds is not what was recorded',
      'Comment holds',
    ],
    [
      'a row more of the same change',
      () =>
        `INSERT INTO "Comment" SELECT (jsonb_populate_record(NULL::"Comment", to_jsonb(c) || jsonb_build_object('id', gen_random_uuid()))).* FROM "Comment" c WHERE "id" = '${other.id}'`,
      'what Comment holds is not what was recorded',
      'Comment holds',
    ],
    [
      'a row of a noun that the change did not record',
      () =>
        `UPDATE "Citation" SET "createdSeq" = ${other.createdSeq} WHERE "articleId" = '${desk.articleId}' AND "endedSeq" IS NULL`,
      'what Citation holds is not what was recorded',
      'Citation',
    ],
    [
      'what the event says',
      () =>
        `UPDATE "AuditEvent" SET "payload" = jsonb_set("payload", '{recorded,Comment}', '"${'0'.repeat(64)}"') WHERE ${eventOf(other.createdSeq)}`,
      'its content is not what was recorded',
      'its content is not what was recorded',
    ],
    [
      'its content taken away',
      () => `UPDATE "AuditEvent" SET "payload" = NULL, "salt" = NULL WHERE ${eventOf(other.createdSeq)}`,
      'its content is missing, and no redaction took it away',
      'its content is missing',
    ],
    [
      'who did it',
      () => `UPDATE "AuditEvent" SET "memberId" = NULL WHERE ${eventOf(other.createdSeq)}`,
      'its kind, author or time is not what was recorded',
      'its kind, author or time',
    ],
  ])('%s', async (_, statement, words, found) => {
    const { words: said, breaks } = await answered(statement(), () => redactComment(other.id))
    expect(said).toContain(words)
    expect(said).toContain('nothing was redacted')
    expect(breaks).toContain(found)
  })

  test('on the desk', async () => {
    const statement = `UPDATE "Source" SET "title" = 'A forged title' WHERE "id" = '${source.id}'`
    const { words, breaks } = await answered(statement, () => redactField('title'))
    expect(words).toContain('what Source holds is not what was recorded')
    expect(breaks).toContain('Source holds')
  })

  test('a row that another redaction left as it is', async () => {
    const statement = `UPDATE "Source" SET "urlKey" = 'https://elsewhere.example/' WHERE "id" = '${source.id}'`
    const { words } = await answered(statement, () => redactField('title'))
    expect(words).toContain('what Source holds is not what was recorded')
  })

  test('what an earlier redaction says of it', async () => {
    const statement = `UPDATE "AuditEvent" SET "payload" = jsonb_set("payload", '{reissued,${source.createdSeq},recorded,Source}', '"${'0'.repeat(64)}"') WHERE ${redactionOf(desk.workspaceId)}`
    const { words, breaks } = await answered(statement, () => redactField('title'))
    expect(words).toMatch(/change \d+ redacted it, and it is a redaction whose signature does not fit/)
    expect(breaks).toContain('its content is not what was recorded')
  })

  /** The redaction of a clock, signed again by whoever has only the database. */
  async function signedByOthers(clockId: string): Promise<string> {
    const pem = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
    const event = await at.db.auditEvent.findFirstOrThrow({ where: { clockId, kind: 'record.redacted' } })
    const redaction = parseRedaction(event.payload)
    if (!redaction) throw new Error('There is no redaction to forge.')
    const { redacted, reissued } = redaction
    const forged = signRedaction({ redacted, reissued }, clockId, event.seq, openSigningKey(pem))
    return `UPDATE "AuditEvent" SET "payload" = "payload" || '${JSON.stringify(forged)}' WHERE ${redactionOf(clockId)}`
  }

  test('an earlier redaction of it that was signed by whoever has the database', async () => {
    const { words } = await answered(await signedByOthers(desk.workspaceId), () => redactField('title'))
    expect(words).toContain('which is not this installation’s')
  })

  test('a forged redaction keeps no one from redacting something else, and is still found', async () => {
    const { words, breaks } = await answered(await signedByOthers(desk.articleId), () => redactComment(other.id))
    expect(words).toBe('redacted')
    expect(breaks).toContain('which is not this installation’s')
  })
})

test('after the key was replaced, earlier redactions count where the former key is named', async () => {
  const own = process.env.ATTEST_SIGNING_KEY
  const former = signingKey(process.env)?.publicKey
  const pem = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
  try {
    process.env.ATTEST_SIGNING_KEY = pem
    await expect(redactField('title')).rejects.toThrow(/not this installation’s.*ATTEST_FORMER_KEYS/)
    process.env.ATTEST_FORMER_KEYS = former
    expect(await redactField('title')).toMatchObject({ outcome: 'redacted' })
    expect(await breaksOf(at.url, { keys: [openSigningKey(pem).publicKey, former ?? ''] })).toEqual([])
  } finally {
    process.env.ATTEST_SIGNING_KEY = own
    delete process.env.ATTEST_FORMER_KEYS
  }
})
