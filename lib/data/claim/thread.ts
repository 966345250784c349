import { AppError } from '@/lib/platform/errors.ts'
import { newId } from '@/lib/platform/ids.ts'
import type { AuthorizedArticle } from '../access.ts'
import { claimHead } from '../article/head.ts'
import { change, ownerOf, scopeOf } from '../clock.ts'
import type { Db, Tx } from '../db.ts'
import type { Ledger } from '../ledger.ts'
import type { OnClaim } from './annotation.ts'

type Words = { body: string; mentions: string[] }
type OnThread = { threadId: string; commandId?: string | undefined; at?: Date }

/** Opens a discussion on a claim, or on words of it. @returns the thread's id */
export async function openThread(
  db: Db,
  article: AuthorizedArticle,
  given: OnClaim & Words & { quote: string },
): Promise<string> {
  const what = { ...scopeOf(article, given), ability: 'comment.write', kind: 'thread.opened' } as const
  return change<string>(db, what, async (ledger) => {
    const claim = await claimHead(ledger.tx, article, given.claimId)
    const seen = await ledger.tx.claimRevision.findFirst({
      where: { id: given.wordingId, claimId: claim.claimId },
      select: { id: true },
    })
    if (!seen) throw new AppError('not_found', 'This claim never had that wording.')
    const threadId = newId()
    const { memberId } = article
    await ledger.add('Thread', [
      {
        ...ownerOf(article),
        id: threadId,
        claimId: claim.claimId,
        wordingId: seen.id,
        quote: given.quote,
        memberId,
        createdAt: ledger.at,
      },
    ])
    const commentId = await addWords(ledger, article, threadId, given)
    return { value: threadId, details: { claim: claim.key, thread: threadId, comment: commentId } }
  })
}

/** Replies in a thread. A resolved thread is opened again by a reply, and says so. */
export async function addComment(db: Db, article: AuthorizedArticle, given: OnThread & Words): Promise<string> {
  const what = { ...scopeOf(article, given), ability: 'comment.write', kind: 'comment.added' } as const
  return change<string>(db, what, async (ledger) => {
    const { resolutionId } = await readThread(ledger.tx, article, given.threadId)
    if (resolutionId) await ledger.end('Resolution', [resolutionId])
    const commentId = await addWords(ledger, article, given.threadId, given)
    return {
      value: commentId,
      details: { thread: given.threadId, comment: commentId, reopened: resolutionId !== null },
    }
  })
}

/** Resolves a thread. @returns whether that changed anything */
export async function resolveThread(db: Db, article: AuthorizedArticle, given: OnThread): Promise<boolean> {
  const what = { ...scopeOf(article, given), ability: 'comment.write', kind: 'thread.resolved' } as const
  return change<boolean>(db, what, async (ledger) => {
    const { resolutionId } = await readThread(ledger.tx, article, given.threadId)
    if (resolutionId) return { value: false }
    const { memberId } = article
    await ledger.add('Resolution', [{ ...ownerOf(article), id: newId(), threadId: given.threadId, memberId }])
    return { value: true, details: { thread: given.threadId } }
  })
}

/** Opens a resolved thread again. @returns whether that changed anything */
export async function reopenThread(db: Db, article: AuthorizedArticle, given: OnThread): Promise<boolean> {
  const what = { ...scopeOf(article, given), ability: 'comment.write', kind: 'thread.reopened' } as const
  return change<boolean>(db, what, async (ledger) => {
    const { resolutionId } = await readThread(ledger.tx, article, given.threadId)
    if (!resolutionId) return { value: false }
    await ledger.end('Resolution', [resolutionId])
    return { value: true, details: { thread: given.threadId } }
  })
}

async function readThread(
  tx: Tx,
  article: AuthorizedArticle,
  threadId: string,
): Promise<{ resolutionId: string | null }> {
  const thread = await tx.thread.findFirst({
    where: { id: threadId, ...ownerOf(article) },
    select: { resolutions: { where: { endedSeq: null }, select: { id: true }, take: 1 } },
  })
  if (!thread) throw new AppError('not_found', 'There is no such thread on this article.')
  return { resolutionId: thread.resolutions[0]?.id ?? null }
}

async function addWords(ledger: Ledger, article: AuthorizedArticle, threadId: string, words: Words): Promise<string> {
  const owner = ownerOf(article)
  const mentioned = await ledger.tx.member.findMany({
    where: { workspaceId: article.workspaceId, id: { in: words.mentions }, endedSeq: null },
    select: { id: true },
    take: 50,
  })
  if (mentioned.length < new Set(words.mentions).size)
    throw new AppError('invalid', 'Someone mentioned here is not on this desk. Take the mention out and send it again.')
  const commentId = newId()
  await ledger.add('Comment', [
    { ...owner, id: commentId, threadId, body: words.body, memberId: article.memberId, createdAt: ledger.at },
  ])
  await ledger.add(
    'Mention',
    mentioned.map(({ id }) => ({ ...owner, id: newId(), commentId, memberId: id })),
  )
  return commentId
}
