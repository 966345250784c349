'use client'

import { useContext, useEffect, useState } from 'react'
import { toast } from 'sonner'
import { useGalley } from '@/components/article/article-context.ts'
import { Avatar } from '@/components/ui/avatar.tsx'
import { Button } from '@/components/ui/button.tsx'
import { FormFooter } from '@/components/ui/form-footer.tsx'
import { Kbd } from '@/components/ui/kbd.tsx'
import { ProblemNote } from '@/components/ui/problem-note.tsx'
import { useCommand } from '@/components/ui/use-command.ts'
import { useDraft } from '@/components/ui/use-draft.ts'
import { When } from '@/components/ui/when.tsx'
import { reopen, reply, resolve, startThread, withdrawComment } from '@/lib/actions/annotation.ts'
import { claimKey } from '@/lib/domain/claim/claim.ts'
import { type CommentPart, commentParts } from '@/lib/domain/claim/comment-part.ts'
import { mentionedIds } from '@/lib/domain/text/mention.ts'
import type { CommentDto, Dossier, ThreadDto } from '@/lib/view/dossier.ts'
import type { Person } from '@/lib/view/galley.ts'
import { RedactButton, RedactedNote, Redactions } from '../frame/redaction.tsx'
import { Section } from '../frame/section.tsx'
import { WithdrawButton } from '../frame/withdraw-button.tsx'
import { CommentBox } from './comment-box.tsx'

/** Those who can be told: who has left the desk is mentioned to no one. */
const present = (people: readonly Person[]) => people.filter(({ ended }) => !ended)

/** Threads on a claim: open ones first, resolved ones folded away. */
export function Discussion({ dossier }: { dossier: Dossier }) {
  const { pane, openPane, may } = useGalley()
  /** Threads in which a reply is open: one that a colleague resolves meanwhile stays where it is, with what was typed. */
  const [answering, setAnswering] = useState<ReadonlySet<string>>(new Set())
  const open = dossier.threads.filter((thread) => !thread.resolved || answering.has(thread.id))
  const resolved = dossier.threads.filter((thread) => !open.includes(thread))
  const answer = (id: string) => ({
    replying: answering.has(id),
    onReplying: (now: boolean) => {
      const next = new Set(answering)
      if (now) next.add(id)
      else next.delete(id)
      setAnswering(next)
    },
  })
  return (
    <Section
      title="Discussion"
      note={open.length > 0 ? `${open.length} open` : ''}
      action={
        may('comment.write') &&
        pane !== 'comment' && (
          <Button small tone="quiet" onClick={() => openPane('comment')}>
            Comment <Kbd>c</Kbd>
          </Button>
        )
      }
    >
      {pane === 'comment' && <NewThread dossier={dossier} />}
      {dossier.threads.length === 0 && pane !== 'comment' && (
        <p className="text-[13px] text-ink3">No comments yet. Ask a question about this claim.</p>
      )}
      {open.map((thread) => (
        <Thread key={thread.id} thread={thread} {...answer(thread.id)} />
      ))}
      {resolved.length > 0 && (
        <details className="mt-2">
          <summary className="text-[13px] text-ink3">{resolved.length} resolved</summary>
          {resolved.map((thread) => (
            <Thread key={thread.id} thread={thread} {...answer(thread.id)} />
          ))}
        </details>
      )}
    </Section>
  )
}

function NewThread({ dossier }: { dossier: Dossier }) {
  const { article, people, openPane, refresh, quote: chosen } = useGalley()
  const { claim } = dossier
  const [draft, change, forget] = useDraft(`comment.${claim.id}`, { body: '', quote: '' })
  useEffect(() => {
    if (chosen) change({ quote: chosen })
  }, [chosen, change])
  // Words that the claim does not say any more are no one's to comment on.
  const quote = claim.text.includes(draft.quote) ? draft.quote : ''
  const command = useCommand(startThread, () => {
    forget()
    openPane(null)
    toast('Comment recorded.')
    refresh()
  })
  return (
    <form
      aria-label="Comment on the claim"
      className="mb-3 flex flex-col gap-3 rounded-lg border border-line bg-sheet p-3"
      onSubmit={(event) => {
        event.preventDefault()
        const mentions = mentionedIds(draft.body, present(people))
        void command.run({
          articleId: article.id,
          claimId: claim.id,
          wordingId: claim.wordingId,
          quote,
          body: draft.body,
          mentions,
        })
      }}
    >
      {quote && (
        <p className="text-[12.5px] text-ink3 [overflow-wrap:anywhere]">
          on “<bdi>{quote}</bdi>”{' '}
          <Button small tone="quiet" className="px-1!" onClick={() => change({ quote: '' })}>
            On the whole claim instead
          </Button>
        </p>
      )}
      <CommentBox
        label="Comment"
        value={draft.body}
        onChange={(body) => change({ body })}
        error={command.errors.body}
        autoFocus
      />
      <ProblemNote command={command} />
      <FormFooter send="Comment" busy={command.busy} onCancel={() => openPane(null)} />
    </form>
  )
}

type ThreadProps = { thread: ThreadDto; replying: boolean; onReplying: (now: boolean) => void }

function Thread({ thread, replying, onReplying }: ThreadProps) {
  const { article, people, refresh, may, nameOf } = useGalley()
  const [draft, change, forget] = useDraft(`reply.${thread.id}`, { body: '' })
  const answer = useCommand(reply, () => {
    forget()
    onReplying(false)
    refresh()
  })
  const toggle = useCommand(thread.resolved ? reopen : resolve, refresh)
  return (
    <div className="py-1.5" data-thread={thread.id}>
      {thread.quote && <p className="mb-1 text-[12.5px] text-ink3">on “{thread.quote}”</p>}
      <ul className="space-y-2">
        {thread.comments.map((comment) => (
          <Comment key={comment.id} comment={comment} />
        ))}
      </ul>
      {thread.resolved && <p className="mt-1 ml-9 text-[12.5px] text-ink3">Resolved by {nameOf(thread.resolvedBy)}</p>}
      {may('comment.write') && (
        <div className="mt-1 ml-8">
          {replying ? (
            <form
              aria-label="Reply"
              className="flex flex-col gap-2"
              onSubmit={(event) => {
                event.preventDefault()
                void answer.run({
                  articleId: article.id,
                  threadId: thread.id,
                  body: draft.body,
                  mentions: mentionedIds(draft.body, present(people)),
                })
              }}
            >
              <CommentBox
                label="Reply"
                value={draft.body}
                onChange={(body) => change({ body })}
                error={answer.errors.body}
                autoFocus
              />
              <ProblemNote command={answer} />
              <FormFooter send="Reply" busy={answer.busy} small onCancel={() => onReplying(false)} />
            </form>
          ) : (
            <>
              <Button small tone="quiet" onClick={() => onReplying(true)}>
                Reply
              </Button>
              <Button
                small
                tone="quiet"
                busy={toggle.busy}
                onClick={() => void toggle.run({ articleId: article.id, threadId: thread.id })}
              >
                {thread.resolved ? 'Reopen' : 'Resolve'}
              </Button>
              <ProblemNote command={toggle} />
            </>
          )}
        </div>
      )}
    </div>
  )
}

function Comment({ comment }: { comment: CommentDto }) {
  const { people, claims, nameOf } = useGalley()
  const redacted = useContext(Redactions)[comment.id] !== undefined
  const name = nameOf(comment.memberId)
  let at = 0
  return (
    <li className="grid grid-cols-[26px_1fr] gap-x-2.5">
      <Avatar name={name} />
      <div className="min-w-0">
        {comment.withdrawn === null ? (
          <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">
            {commentParts(comment.body, people, (number) => claims.has(number)).map((part) => {
              at += part.text.length
              return <CommentPiece key={at} part={part} />
            })}
          </p>
        ) : (
          <p className="text-ink3 italic">This comment was withdrawn.</p>
        )}
        <p className="text-[12.5px] text-ink3">
          {name} · <When at={comment.at} />
          {comment.withdrawn === null && !redacted && (
            <WithdrawButton id={comment.id} what="comment" by={comment.memberId} send={withdrawComment} />
          )}
          <RedactButton id={comment.id} what="comment" withdrawn={comment.withdrawn !== null} />
        </p>
        <RedactedNote id={comment.id} />
      </div>
    </li>
  )
}

function CommentPiece({ part }: { part: CommentPart }) {
  const { article } = useGalley()
  switch (part.kind) {
    case 'mention':
      return <b className="font-medium text-pencil">{part.text}</b>
    case 'link':
      return (
        <a className="text-pencil underline" href={part.href} target="_blank" rel="noreferrer noopener nofollow">
          {part.text}
        </a>
      )
    case 'claim':
      return (
        <a className="text-pencil underline" href={`/articles/${article.slug}#${claimKey(part.number)}`}>
          {part.text}
        </a>
      )
    default:
      return <span>{part.text}</span>
  }
}
