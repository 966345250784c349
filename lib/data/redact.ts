import type { Json } from '@/lib/domain/audit'
import {
  ARTICLE_NOUN,
  type ArticleTarget,
  emptied,
  holdsAnySecret,
  holdsSecret,
  secretsOf,
  withoutParts,
  withoutSecrets,
  wordingStays,
} from '@/lib/domain/redaction'
import { AppError } from '@/lib/platform/errors'
import type { AuthorizedArticle } from './access'
import { changeWithin, transact } from './clock'
import type { Db, Tx } from './db'
import type { Ledger } from './ledger'
import { LISTED, Taking, type WordRow, wordRows } from './redact-rows'
import { type CleanWorking, cleanWorking } from './working'

/** `elsewhere`: entries of other people that hold the same words among others; each is redacted by itself. */
export type Redacted = { outcome: 'redacted'; elsewhere: number } | { outcome: 'already' }

export type AskedRedaction = { reason: string; commandId?: string | undefined; at?: Date }

/** How words are taken out of a working text (lib/exchange/working-text.ts), which this folder cannot read. */
export type WithoutWords = (
  state: Uint8Array,
  updates: readonly Uint8Array[],
  words: readonly string[],
) => ReturnType<CleanWorking>

const ABILITY = 'record.redact'
const KIND = 'record.redacted'

/** The columns by which a row says that it repeats another of its noun. */
const LINKS: Partial<Record<string, readonly string[]>> = {
  Citation: ['reaffirmsId', 'amendsId', 'carriedFromId', 'quoteId'],
  Assessment: ['reaffirmsId', 'carriedFromId'],
  Adjudication: ['carriedFromId'],
  SearchEntry: ['carriedFromId'],
  ClaimRevision: ['claimId', 'state'],
}

/**
 * Takes an entry's words away, wherever the record and what lies beside it hold them: the row and its copies, what was
 * told of it, and the details of every change that named it. That it stood there, whose it was and when stays.
 * @throws AppError invalid where it is what the claim says now, not_found where there is no such entry
 */
export async function redactEntry(
  db: Db,
  article: AuthorizedArticle,
  asked: AskedRedaction & { what: ArticleTarget; id: string },
  withoutWords: WithoutWords = (state) => ({ state, update: null }),
): Promise<Redacted> {
  const { articleId, workspaceId } = article
  const { what, id, reason, commandId, at } = asked
  const { noun, words } = ARTICLE_NOUN[what]
  const common = { authority: article, ability: ABILITY, kind: KIND, ...(at && { at }) } as const
  return transact(db, { authority: article, commandId }, async (tx) => {
    // The desk's clock first: quotes are checked there.
    const said =
      what === 'citation'
        ? await changeWithin(tx, { ...common, clockId: workspaceId }, (ledger) => takeSaid(ledger, article, asked))
        : 0
    return changeWithin<Redacted>(tx, { ...common, clockId: articleId, commandId }, async (ledger) => {
      const { own, others, target } = await sameWords(ledger.tx, articleId, what, id)
      const secrets = secretsOf(words.map((name) => target[name] ?? null))
      refuseTelling(reason, secrets)
      const taking = new Taking(ledger, articleId, false)
      for (const row of own) {
        const all = row.id === id
        const given = words.map((name): [string, Json] => {
          const value = row[name] ?? null
          return [name, all ? emptiedColumn(name, value) : withoutSecrets(value, secrets)]
        })
        await taking.rewrite(noun, row, Object.fromEntries(given))
      }
      await takeAround(
        taking,
        ledger.tx,
        article,
        what,
        own.map((row) => row.id),
        secrets,
      )
      if (taking.rows === 0 && said === 0) return { value: { outcome: 'already' } }
      const telling = secrets.filter((secret) => secret.length >= 8)
      await cleanWorking(tx, articleId, (state, updates) => withoutWords(state, updates, telling))
      const details = await taking.end(secrets)
      return {
        value: { outcome: 'redacted', elsewhere: others },
        ...(details && { details: { what, id, reason, ...details } }),
      }
    })
  })
}

/** The system's own word for how an entry ended stays: it says nothing of anybody. */
function emptiedColumn(name: string, value: Json): Json {
  return name === 'endReason' && secretsOf([value]).length === 0 ? value : emptied(value)
}

/** @throws AppError invalid where the reason, which stays, holds the words that go */
export function refuseTelling(reason: string, secrets: readonly string[]): void {
  if (holdsSecret(reason, secrets))
    throw new AppError(
      'invalid',
      'The reason stays in the record, and it repeats the words that are to go. Say it without them. Nothing was redacted.',
    )
}

/** The entry, the copies of it, and how many other entries of its kind hold its words among others. */
async function sameWords(tx: Tx, articleId: string, what: ArticleTarget, id: string) {
  const { noun, words } = ARTICLE_NOUN[what]
  const links = LINKS[noun] ?? []
  const rows = await wordRows(tx, noun, [...words, ...links], articleId)
  const target = rows.find((row) => row.id === id)
  if (!target) throw new AppError('not_found', 'There is no such entry on this article. Nothing was redacted.')
  const secrets = secretsOf(words.map((name) => target[name] ?? null))
  const long = secrets.filter((secret) => secret.length >= 8)
  const kin = what === 'wording' ? new Set<string>() : kinOf(rows, links, id)
  const holds = (row: WordRow, of: readonly string[]) => words.some((name) => holdsAnySecret(row[name] ?? null, of))
  const equal = (row: WordRow) => secretsOf(words.map((name) => row[name] ?? null)).some((text) => long.includes(text))
  const own: WordRow[] = []
  let others = 0
  for (const row of rows) {
    if (row.id === id) own.push(row)
    else if (what === 'wording') {
      const same =
        typeof row.text === 'string' && typeof target.text === 'string' && row.text.trim() === target.text.trim()
      const sameClaim = row.claimId === target.claimId
      if (same && (sameClaim || (long.length > 0 && wordingStays(String(row.state)) === null))) own.push(row)
      else if (holds(row, long)) others += 1
    } else if ((kin.has(row.id) && holds(row, secrets)) || equal(row)) own.push(row)
    else if (holds(row, long)) others += 1
  }
  if (what === 'wording')
    for (const row of own) {
      const why = wordingStays(String(row.state))
      if (why && secrets.length > 0) throw new AppError('invalid', why)
    }
  return { own, others, target }
}

/** All rows that repeat one another, however often, from one of them on. */
function kinOf(rows: readonly WordRow[], links: readonly string[], id: string): Set<string> {
  const next = new Map<string, string[]>()
  const join = (a: string, b: string) => next.set(a, [...(next.get(a) ?? []), b])
  for (const row of rows)
    for (const link of links) {
      const other = row[link]
      if (typeof other !== 'string') continue
      join(row.id, other)
      join(other, row.id)
    }
  const found = new Set([id])
  for (const one of found) for (const other of next.get(one) ?? []) found.add(other)
  return found
}

/** What lies around the entry on its article's clock: what members were told of it, and where its words were copied to. */
async function takeAround(
  taking: Taking,
  tx: Tx,
  { articleId }: AuthorizedArticle,
  what: ArticleTarget,
  ids: readonly string[],
  secrets: readonly string[],
): Promise<void> {
  const told = ['words', 'reason']
  const telling = await wordRows(tx, 'Notification', [...told, 'subjectId'], articleId)
  for (const row of telling) {
    const about = ids.includes(String(row.subjectId))
    const anew = (name: string) => (about ? emptied(row[name] ?? null) : withoutSecrets(row[name] ?? null, secrets))
    await taking.rewrite('Notification', row, Object.fromEntries(told.map((name) => [name, anew(name)])))
  }
  for (const row of await wordRows(tx, 'Revision', ['summary'], articleId))
    await taking.rewrite('Revision', row, { summary: withoutSecrets(row.summary ?? null, secrets) })
  if (what !== 'wording') return
  for (const row of await wordRows(tx, 'Thread', ['quote'], articleId, `"wordingId" IN ${LISTED}`, ids))
    await taking.rewrite('Thread', row, { quote: emptied(row.quote ?? null) })
  for (const noun of ['Upstream', 'StructureProposal'] as const)
    for (const row of await wordRows(tx, noun, ['content'], articleId))
      await taking.rewrite(noun, row, { content: withoutParts(row.content ?? null, secrets) })
}

/** What snapshots were found to say in a quote's place, on the desk's clock. */
async function takeSaid(ledger: Ledger, article: AuthorizedArticle, asked: AskedRedaction & { id: string }) {
  const { own, target } = await sameWords(ledger.tx, article.articleId, 'citation', asked.id)
  const secrets = secretsOf([target.quote ?? null, target.note ?? null, target.locator ?? null, target.anchor ?? null])
  refuseTelling(asked.reason, secrets)
  const quotes = own.flatMap((row) => (typeof row.quoteId === 'string' ? [row.quoteId] : []))
  const taking = new Taking(ledger, article.workspaceId, true)
  const checks = await wordRows(
    ledger.tx,
    'QuoteCheck',
    ['said'],
    article.workspaceId,
    `"quoteId" IN ${LISTED}`,
    quotes,
  )
  for (const row of checks) await taking.rewrite('QuoteCheck', row, { said: emptied(row.said ?? null) })
  const details = await taking.end(secrets)
  const what = { what: 'citation', id: asked.id, reason: asked.reason }
  return { value: taking.rows, ...(details && { details: { ...what, ...details } }) }
}
