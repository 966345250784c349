import type { Json } from '@/lib/domain/desk/audit.ts'
import {
  type ArticleTarget,
  emptied,
  longEnough,
  secretsOf,
  withoutParts,
  withoutSecrets,
} from '@/lib/domain/desk/redaction.ts'
import type { AuthorizedArticle } from '../access.ts'
import type { Tx } from '../db.ts'
import { type CleanWorking, cleanWorking } from '../live/working.ts'
import type { Noun } from '../recorded.ts'
import type { Copies } from './copy.ts'
import { LISTED, type Taking, type WordRow, wordRows } from './rows.ts'

/**
 * How words are taken out of a working text (lib/exchange/working-text.ts), which this folder cannot read. `spared` are the
 * numbers of claims that say the same now.
 */
export type WithoutWords = (
  state: Uint8Array,
  updates: readonly Uint8Array[],
  words: readonly string[],
  spared: ReadonlySet<number>,
) => ReturnType<CleanWorking>

/** What else holds the words of an entry because it belongs to it: what members were notified of, and copies by the system. */
export async function takeAround(
  taking: Taking,
  tx: Tx,
  article: AuthorizedArticle,
  what: ArticleTarget,
  copies: Copies,
  withoutWords: WithoutWords,
): Promise<void> {
  const { articleId } = article
  const { own, secrets, about } = copies
  for (const row of await wordRows(tx, 'Notification', TOLD, articleId, `"subjectId" IN ${LISTED}`, about.ids))
    await taking.rewrite('Notification', row, emptiedRow(row, TOLD))
  await takeRecordedWith(taking, tx, articleId, what, own, secrets)
  if (what !== 'wording') return
  const text = secretsOf([copies.target.text ?? null])
  for (const row of await wordRows(tx, 'Thread', ['quote'], articleId, `"wordingId" IN ${LISTED}`, about.ids))
    await taking.rewrite('Thread', row, emptiedRow(row, ['quote']))
  // Which words of the claim a citation covers is said in the claim's words.
  for (const row of await wordRows(tx, 'Citation', ['covers'], articleId, `"wordingId" IN ${LISTED}`, about.ids))
    await taking.rewrite('Citation', row, { covers: null })
  for (const row of await wordRows(tx, 'Upstream', ['content'], articleId))
    await taking.rewrite('Upstream', row, { content: upstreamWithout(row.content ?? null, text, about.claims) })
  for (const row of await wordRows(tx, 'StructureProposal', ['content', 'revisionId'], articleId))
    if (isAbout(row, own, about.claims))
      await taking.rewrite('StructureProposal', row, { content: withoutParts(row.content ?? null, text) })
  const spared = text.length > 0 ? await claimsSaying(tx, articleId, text) : []
  await cleanWorking(tx, articleId, (state, updates) => withoutWords(state, updates, longEnough(text), new Set(spared)))
}

const TOLD = ['words', 'reason']

function emptiedRow(row: WordRow, names: readonly string[]): Record<string, Json> {
  return Object.fromEntries(names.map((name) => [name, emptied(row[name] ?? null)]))
}

/** One summary is the reason of all that was recorded, or proposed, together: a copy in each of its rows. */
async function takeRecordedWith(
  taking: Taking,
  tx: Tx,
  articleId: string,
  what: ArticleTarget,
  own: readonly WordRow[],
  secrets: readonly string[],
): Promise<void> {
  const named = (column: string) => own.flatMap((row) => (typeof row[column] === 'string' ? [row[column]] : []))
  const revisions = what === 'revision' ? own.map(({ id }) => id) : named('revisionId')
  const drafts = named('draftId')
  if (revisions.length === 0 && drafts.length === 0) return
  const changed: string[] = []
  const anew = async (noun: Noun, names: readonly string[], where: string, ids: readonly string[]) => {
    for (const row of await wordRows(tx, noun, names, articleId, where, ids)) {
      const given = names.map((name): [string, Json] => [name, withoutSecrets(row[name] ?? null, secrets)])
      if (given.some(([name, value]) => value !== (row[name] ?? null))) changed.push(row.id)
      await taking.rewrite(noun, row, Object.fromEntries(given))
    }
  }
  const together = `("revisionId" IN ${LISTED} OR "draftId" IN ${LISTED})`
  await anew('Revision', ['summary'], `"id" IN ${LISTED}`, revisions)
  for (const noun of ['ClaimRevision', 'StructureProposal'] as const)
    await anew(noun, ['reason', 'reviewReason'], together, [...revisions, ...drafts])
  await anew('Notification', TOLD, `"subjectId" IN ${LISTED}`, changed)
}

/** What upstream said of some claims, without a text: another claim that says the same keeps it. */
function upstreamWithout(content: Json, text: readonly string[], claims: readonly number[]): Json {
  if (!Array.isArray(content)) return content
  const isOf = (number: Json | undefined) => typeof number === 'number' && claims.includes(number)
  return content.map((piece) => {
    if (piece === null || typeof piece !== 'object' || Array.isArray(piece)) return piece
    const others = Array.isArray(piece.others) ? piece.others : []
    if (!isOf(piece.number) && !others.some(isOf)) return piece
    return { ...piece, text: withoutSecrets(piece.text ?? null, text) }
  })
}

/** Is a proposed change of structure about one of the claims, or did it bring one of the wordings? */
function isAbout(row: WordRow, own: readonly WordRow[], claims: readonly number[]): boolean {
  const { claim, claims: several } = row.content as { claim?: Json; claims?: Json }
  const named = [claim, ...(Array.isArray(several) ? several : [])]
  if (named.some((number) => typeof number === 'number' && claims.includes(number))) return true
  return row.revisionId !== null && own.some(({ revisionId }) => revisionId === row.revisionId)
}

/** The claims that say one of the texts now, among others. */
async function claimsSaying(tx: Tx, articleId: string, texts: readonly string[]): Promise<number[]> {
  const rows = await tx.$queryRaw<{ number: number }[]>`
    SELECT c."number" FROM "ClaimRevision" w JOIN "Claim" c ON c."id" = w."claimId"
    WHERE w."articleId" = ${articleId}::uuid AND w."state" = 'accepted'
      AND EXISTS (SELECT FROM unnest(${texts}::text[]) AS needle WHERE position(needle IN w."text") > 0)`
  return rows.map(({ number }) => number)
}
