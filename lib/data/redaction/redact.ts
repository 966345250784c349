import type { Json } from '@/lib/domain/desk/audit.ts'
import {
  ARTICLE_NOUN,
  type ArticleTarget,
  emptied,
  holdsSecret,
  secretsOf,
  withoutContent,
  withoutSecrets,
} from '@/lib/domain/desk/redaction.ts'
import { AppError } from '@/lib/platform/errors.ts'
import type { AuthorizedArticle } from '../access.ts'
import { changeWithin, transact } from '../clock.ts'
import type { Db } from '../db.ts'
import type { Ledger } from '../ledger.ts'
import { takeAround, type WithoutWords } from './around.ts'
import { copiesOf, sharedSummary } from './copy.ts'
import { countElsewhere } from './elsewhere.ts'
import { LISTED, Taking, type WordRow, wordRows } from './rows.ts'

/** `elsewhere`: other entries that hold the same words and that this member may see; each is redacted by itself. */
export type Redacted = { outcome: 'redacted'; elsewhere: number } | { outcome: 'already' }

export type AskedRedaction = { reason: string; commandId?: string | undefined; at?: Date }

/** What a wording repeats of the article's layout, which goes on saying it. */
const LAYOUT = ['label', 'section']

const ABILITY = 'record.redact'
const KIND = 'record.redacted'

/**
 * Takes an entry's words away, wherever the record and what lies beside it hold them: the row and its copies, what members
 * were notified of, and the details of every change that named it. That it was there, whose it was and when stays.
 * @throws AppError invalid where it is what the claim says now, not_found where there is no such entry
 */
export async function redactEntry(
  db: Db,
  article: AuthorizedArticle,
  asked: AskedRedaction & { what: ArticleTarget; id: string },
  withoutWords: WithoutWords,
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
      const copies = await copiesOf(tx, article, what, id)
      const { own, secrets, about } = copies
      refuseTelling(reason, secrets)
      const taking = new Taking(ledger, articleId, false)
      const kept = what === 'wording' ? await sharedSummary(tx, copies.target) : null
      for (const row of own) {
        const anew = (name: string, value: Json) =>
          row.id === id && (kept === null || value !== kept) && !LAYOUT.includes(name)
            ? emptiedColumn(name, value, row)
            : withoutSecrets(value, secrets)
        const given = words.map((name): [string, Json] => [name, anew(name, row[name] ?? null)])
        await taking.rewrite(noun, row, Object.fromEntries(given))
      }
      await takeAround(taking, tx, article, what, copies, withoutWords)
      if (taking.rows === 0 && said === 0) return { value: { outcome: 'already' } }
      const details = await taking.end(secrets, about)
      return {
        value: { outcome: 'redacted', elsewhere: await countElsewhere(tx, article, about.ids, secrets) },
        ...(details && { details: { what, id, reason, ...details } }),
      }
    })
  })
}

/** What is left of a column of the entry itself. The system's own word for how an entry ended says nothing of anyone. */
function emptiedColumn(name: string, value: Json, { state }: WordRow): Json {
  if (name === 'endReason' && secretsOf([value]).length === 0) return value
  if (name !== 'content') return emptied(value)
  // What was accepted is what claims said from then on: their wordings hold it, and are redacted by themselves.
  return state === 'accepted' ? value : withoutContent(value)
}

/** @throws AppError invalid where the reason, which stays, holds the words that go */
export function refuseTelling(reason: string, secrets: readonly string[]): void {
  if (holdsSecret(reason, secrets))
    throw new AppError(
      'invalid',
      'The reason stays in the record, and it repeats the words that are to go. Say it without them. Nothing was redacted.',
    )
}

/** What snapshots were found to say in a quote's place, on the desk's clock. */
async function takeSaid(ledger: Ledger, article: AuthorizedArticle, asked: AskedRedaction & { id: string }) {
  const { own, secrets, about } = await copiesOf(ledger.tx, article, 'citation', asked.id)
  refuseTelling(asked.reason, secrets)
  const quotes = own.flatMap((row) => (typeof row.quoteId === 'string' ? [row.quoteId] : []))
  const taking = new Taking(ledger, article.workspaceId, true)
  const of = `"quoteId" IN ${LISTED}`
  const checks = await wordRows(ledger.tx, 'QuoteCheck', ['said'], article.workspaceId, of, quotes)
  for (const row of checks) await taking.rewrite('QuoteCheck', row, { said: emptied(row.said ?? null) })
  const details = await taking.end(secrets, about)
  const what = { what: 'citation', id: asked.id, reason: asked.reason }
  return { value: taking.rows, ...(details && { details: { ...what, ...details } }) }
}
