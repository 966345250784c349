import type { Json } from '@/lib/domain/desk/audit.ts'
import type { About } from '@/lib/domain/desk/redaction.ts'
import type { Authority } from '../access.ts'
import { changeWithin, transact } from '../clock.ts'
import type { Db, Tx } from '../db.ts'
import { type AskedRedaction, refuseTelling } from './redact.ts'
import { clocksHolding, Taking } from './rows.ts'

export type ShelfRedacted = { outcome: 'redacted' | 'already' }

/** What was taken from the desk: the words, what they were of, and the articles whose rows repeat them. */
export type Taken = { secrets: string[]; about: About; articles?: readonly string[] }

/** Carries out a redaction on the desk's clock, and on those of its articles: their changes hold what was taken, too. */
export async function redactOnDesk(
  db: Db,
  authority: Authority,
  asked: AskedRedaction,
  what: Record<string, Json>,
  work: {
    /** Rewrites rows of the desk. */
    take: (tx: Tx, taking: Taking) => Promise<Taken>
    /** The same on an article's clock. */
    takeHere?: (tx: Tx, taking: Taking, articleId: string) => Promise<void>
  },
): Promise<ShelfRedacted> {
  const { reason, commandId, at } = asked
  const { workspaceId } = authority
  const common = { authority, ability: 'record.redact', kind: 'record.redacted', ...(at && { at }) } as const
  return transact(db, { authority, commandId }, async (tx) => {
    let taken: Taken | null = null
    const desk = { ...common, clockId: workspaceId, commandId }
    await changeWithin(tx, desk, async (ledger) => {
      const taking = new Taking(ledger, workspaceId, true)
      const found = await work.take(tx, taking)
      refuseTelling(reason, found.secrets)
      const details = taking.rows > 0 ? await taking.end(found.secrets, found.about) : null
      if (details) taken = found
      return { value: undefined, ...(details && { details: { ...what, reason, ...details } }) }
    })
    if (taken === null) return { outcome: 'already' }
    await onArticles(tx, taken)
    return { outcome: 'redacted' }
  })

  async function onArticles(tx: Tx, { secrets, about, articles = [] }: Taken): Promise<void> {
    const clocks = new Set([...articles, ...(await clocksHolding(tx, workspaceId, secrets, about))])
    for (const clockId of [...clocks].sort())
      await changeWithin(tx, { ...common, clockId }, async (ledger) => {
        const taking = new Taking(ledger, clockId, false)
        await work.takeHere?.(tx, taking, clockId)
        const details = await taking.end(secrets, about)
        return { value: undefined, ...(details && { details: { ...what, reason, ...details } }) }
      })
  }
}
