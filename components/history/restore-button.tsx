'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/field'
import { ProblemNote } from '@/components/ui/problem-note'
import { useCommand } from '@/components/ui/use-command'
import { useDraft } from '@/components/ui/use-draft'
import { restoreArticle } from '@/lib/actions/recording'

type Props = { article: { id: string; slug: string }; revision: number; head: number; small?: boolean }

/** Makes an old revision's text the article's again, after saying what that does. */
export function RestoreButton({ article, revision, head, small = false }: Props) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [{ reason }, change, forget] = useDraft(`restore.${article.id}.${revision}`, { reason: '' })
  const [note, setNote] = useState<string | null>(null)
  // The newest revision this person was told of: the page shows it a moment later.
  const [told, setTold] = useState(head)
  const newest = Math.max(head, told)
  const command = useCommand(restoreArticle, (value) => {
    router.refresh()
    if (value?.outcome === 'moved_on') {
      setTold(value.head)
      return setNote(
        `The article went on meanwhile: revision ${value.head} is the newest now. Nothing was restored. Look at what it changed; if you still want revision ${revision} back, restore it once more.`,
      )
    }
    forget()
    setOpen(false)
    if (value?.outcome === 'unchanged') return toast(`The article says what it said in revision ${revision}.`)
    toast(value ? `Restored as revision ${value.revision}.` : 'Restored as a new revision.')
    router.push(`/articles/${article.slug}/history`)
  })
  return (
    <>
      <Button
        small={small}
        tone={small ? 'quiet' : 'plain'}
        aria-label={`Restore revision ${revision}`}
        onClick={() => {
          setNote(null)
          command.clear()
          setOpen(true)
        }}
      >
        Restore
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={`Restore revision ${revision}?`}>
        <form
          className="flex flex-col gap-3"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            setNote(null)
            void command.run({ articleId: article.id, revision, baseRevision: newest, reason })
          }}
        >
          <p className="text-ink2">
            The whole text and its structure become what they were then, as revision {newest + 1}. Nothing is lost:
            everything since stays in the history.
          </p>
          <p className="text-ink2">
            Claims that say something else with it need another look, and so do claims that come back. Claims that are
            new since leave the article, and what was said about them with them.
          </p>
          <p>
            <Link
              prefetch={false}
              className="text-pencil underline"
              target="_blank"
              href={`/articles/${article.slug}/history/compare?from=${newest}&to=${revision}`}
            >
              See what would change, claim by claim
            </Link>{' '}
            <span className="text-[13px] text-ink3">(in another tab)</span>
          </p>
          <TextField
            label="Reason"
            name="reason"
            required
            value={reason}
            onChange={(typed) => change({ reason: typed })}
            error={command.errors.reason}
          />
          {note && (
            <p role="alert" className="rounded-r-md border-l-[3px] border-sta bg-hover px-3 py-2 text-[13px]">
              {note}
            </p>
          )}
          <ProblemNote command={command} />
          <div className="flex justify-end gap-2">
            <Button onClick={() => setOpen(false)}>Cancel</Button>
            <Button type="submit" tone="go" busy={command.busy}>
              Restore as a new revision
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}
