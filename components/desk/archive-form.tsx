'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button.tsx'
import { Dialog } from '@/components/ui/dialog.tsx'
import { TextField } from '@/components/ui/field.tsx'
import { ProblemNote } from '@/components/ui/problem-note.tsx'
import { useCommand } from '@/components/ui/use-command.ts'
import { useDraft } from '@/components/ui/use-draft.ts'
import { archive } from '@/lib/actions/article-detail.ts'
import { useBringBack } from '../shell/bring-back-button.tsx'

type Props = { article: { id: string; title: string }; archived: boolean }

/** Takes an article off the desk, after saying what that does; or puts it back. */
export function ArchiveForm({ article, archived }: Props) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [{ reason }, change, forget] = useDraft(`${archived ? 'bring-back' : 'archive'}.${article.id}`, { reason: '' })
  const command = useCommand(archive, () => {
    forget()
    setOpen(false)
    toast('The article is archived.')
    router.refresh()
    document.querySelector<HTMLElement>('h1')?.focus()
  })
  const back = useBringBack(article, forget)
  const field = (
    <TextField
      label="Reason"
      name="archive-reason"
      value={reason}
      onChange={(typed) => change({ reason: typed })}
      error={command.errors.reason ?? back.errors.reason}
      hint="Optional."
    />
  )
  if (archived)
    return (
      <section aria-labelledby="archive" className="mt-10 border-t border-line pt-6">
        <h2 id="archive" className="font-semibold">
          Bring this article back
        </h2>
        <p className="mt-1 mb-3 text-ink2">It is listed among the articles again, and can be changed again.</p>
        <form
          aria-label="Bring this article back"
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            void back.run({ articleId: article.id, reason })
          }}
        >
          {field}
          <ProblemNote command={back} />
          <Button type="submit" className="self-start" busy={back.busy}>
            Bring back<span className="sr-only"> {article.title}</span>
          </Button>
        </form>
      </section>
    )
  return (
    <section aria-labelledby="archive" className="mt-10 border-t border-line pt-6">
      <h2 id="archive" className="font-semibold">
        Archive this article
      </h2>
      <p className="mt-1 mb-3 text-ink2">
        For an article on which nothing is left to do. Nothing is deleted, and it can be brought back.
      </p>
      <Button tone="stop" onClick={() => setOpen(true)}>
        Archive…
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Archive this article?">
        <form
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            void command.run({ articleId: article.id, reason })
          }}
        >
          <p className="text-ink2">
            “{article.title}” leaves the list of articles, and nothing in it waits for anyone. No one can change it
            until it is brought back; anyone who has it open sees that at once. It can still be read, reported and
            exported.
          </p>
          {field}
          <ProblemNote command={command} />
          <div className="flex justify-end gap-2">
            <Button onClick={() => setOpen(false)}>Cancel</Button>
            <Button type="submit" tone="stop" busy={command.busy}>
              Archive
            </Button>
          </div>
        </form>
      </Dialog>
    </section>
  )
}
