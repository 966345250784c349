'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { toast } from 'sonner'
import { PreviewPanel, type Signed } from '@/components/recording/preview-panel.tsx'
import { usePreview } from '@/components/recording/use-preview.ts'
import { Button } from '@/components/ui/button.tsx'
import { useCommand } from '@/components/ui/use-command.ts'
import { useDraft } from '@/components/ui/use-draft.ts'
import { previewRestoring, restoreArticle } from '@/lib/actions/recording.ts'

type Props = { article: { id: string; slug: string }; revision: number; head: number; onClose: () => void }

/** What restoring a revision would change, claim by claim, and then the revision itself. */
export function RestorePreview({ article, revision, head, onClose }: Props) {
  const router = useRouter()
  const [{ reason }, change, forget] = useDraft(`restore.${article.id}.${revision}`, { reason: '' })
  const [note, setNote] = useState<string | null>(null)
  const state = usePreview(() => previewRestoring({ articleId: article.id, revision }))
  const { preview } = state
  const asked = useRef(false)
  useEffect(() => {
    if (asked.current) return
    asked.current = true
    void state.look()
  }, [state])
  const newest = preview?.head ?? head
  const command = useCommand(
    ({ reason, commandId }: Signed & { commandId: string }) =>
      restoreArticle({ articleId: article.id, revision, baseRevision: newest, reason, commandId }),
    (value) => {
      router.refresh()
      if (value?.outcome === 'moved_on') {
        setNote(
          `The article went on meanwhile: revision ${value.head} is the newest now. Nothing was restored. Here is what restoring revision ${revision} would change now; if you still want it, restore it once more.`,
        )
        return void state.look()
      }
      forget()
      onClose()
      if (value?.outcome === 'unchanged') return toast(`The article says what it said in revision ${revision}.`)
      toast(value ? `Restored as revision ${value.revision}.` : 'Restored as a new revision.')
      router.push(`/articles/${article.slug}/history`)
    },
  )
  const cancel = <Button onClick={onClose}>Cancel</Button>
  return (
    <div className="space-y-4">
      <p className="text-ink2">
        The text and its structure become what they were in revision {revision}, as revision {newest + 1}. Nothing is
        lost: everything since stays in the history.{' '}
        <Link
          prefetch={false}
          className="text-pencil underline"
          target="_blank"
          href={`/articles/${article.slug}/history/compare?from=${newest}&to=${revision}`}
        >
          Compare the two side by side
        </Link>{' '}
        <span className="text-[13px] text-ink3">(in another tab)</span>
      </p>
      {note && (
        <p role="alert" className="rounded-r-md border-l-[3px] border-sta bg-hover px-3 py-2 text-[13px]">
          {note}
        </p>
      )}
      {state.problem && (
        <p role="alert" className="rounded-r-md border-l-[3px] border-ref bg-ref-soft px-3 py-2 text-[13px]">
          {state.problem.message}
        </p>
      )}
      {preview ? (
        <PreviewPanel
          key={preview.head}
          {...{ preview, state, command, reason }}
          onReason={(typed) => change({ reason: typed })}
          theirs={`Revision ${revision}`}
          proposes={false}
          reasonLabel="Reason"
          act="Restore as a new revision"
          beside={cancel}
        />
      ) : (
        <div className="flex items-center justify-between gap-2">
          <p aria-live="polite" className="text-[13px] text-ink3">
            {state.busy && 'Working out what this changes…'}
          </p>
          <span className="flex gap-2">
            {state.problem && <Button onClick={() => void state.look()}>Try again</Button>}
            {cancel}
          </span>
        </div>
      )}
    </div>
  )
}
