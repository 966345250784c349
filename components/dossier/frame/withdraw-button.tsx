'use client'

import { useState } from 'react'
import { toast } from 'sonner'
import { useGalley } from '@/components/article/article-context.ts'
import { Button } from '@/components/ui/button.tsx'
import { Dialog } from '@/components/ui/dialog.tsx'
import { TextField } from '@/components/ui/field.tsx'
import { ProblemNote } from '@/components/ui/problem-note.tsx'
import { type Problem, useCommand } from '@/components/ui/use-command.ts'
import { useDraft } from '@/components/ui/use-draft.ts'
import { mayWithdraw, type Withdrawable } from '@/lib/domain/desk/permission.ts'

type Input = { articleId: string; id: string; reason: string }
type Props = {
  id: string
  what: Withdrawable
  /** Among buttons, and not in a line of text: no dot before it. */
  bare?: boolean
  /** Who recorded it. */
  by: string | null
  send: (
    input: Input & { commandId: string },
  ) => Promise<{ ok: true; value: unknown } | { ok: false; problem: Problem }>
}

/**
 * Takes an entry back, after saying what that does: it no longer counts, and stays in the record. Shown to those who may,
 * and of the article as it is now; also of an archived one, for what should not be there can go.
 */
export function WithdrawButton({ id, what, by, bare = false, send }: Props) {
  const { article, viewer, revision, refresh } = useGalley()
  const [open, setOpen] = useState(false)
  const [{ reason }, change, forget] = useDraft(`withdraw.${id}`, { reason: '' })
  const command = useCommand(send, () => {
    forget()
    setOpen(false)
    toast(`The ${what} was withdrawn. It stays in the record.`)
    refresh()
  })
  if (revision !== null || !mayWithdraw(viewer, what, by)) return null
  return (
    <>
      {!bare && ' · '}
      <button type="button" className="underline hover:text-ink" onClick={() => setOpen(true)}>
        withdraw
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title={`Withdraw this ${what}?`}>
        <form
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            void command.run({ articleId: article.id, id, reason })
          }}
        >
          <p className="text-ink2">It no longer counts from now on. Nothing is deleted: the record keeps it.</p>
          <TextField
            label="Reason"
            name="reason"
            value={reason}
            onChange={(typed) => change({ reason: typed })}
            error={command.errors.reason}
          />
          <ProblemNote command={command} />
          <div className="flex justify-end gap-2">
            <Button onClick={() => setOpen(false)}>Keep it</Button>
            <Button type="submit" tone="stop" busy={command.busy}>
              Withdraw
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}
