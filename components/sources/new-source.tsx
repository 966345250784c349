'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { ProblemNote } from '@/components/ui/problem-note'
import { useCommand } from '@/components/ui/use-command'
import { useDraft } from '@/components/ui/use-draft'
import { add } from '@/lib/actions/source'
import { EMPTY_SOURCE, SourceFields } from './source-fields'

/** Puts a source on the shelf without citing it yet. */
export function NewSource({ workspaceId }: { workspaceId: string }) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [draft, change, forget] = useDraft('source', EMPTY_SOURCE)
  const command = useCommand(add, (shelved) => {
    forget()
    setOpen(false)
    toast(shelved?.existing ? 'This source was on the shelf already; it is used as it stands there.' : 'On the shelf.')
    if (shelved) router.push(`/sources/${shelved.id}`)
    else router.refresh()
  })
  return (
    <>
      <Button tone="go" onClick={() => setOpen(true)}>
        Add a source
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Add a source" wide>
        <form
          noValidate
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault()
            void command.run({ workspaceId, source: { ...draft, originId: draft.originId || undefined } })
          }}
        >
          <SourceFields value={draft} onChange={change} errors={command.errors} />
          <ProblemNote command={command} />
          <div className="flex justify-end gap-2">
            <Button onClick={() => setOpen(false)}>Cancel</Button>
            <Button type="submit" tone="go" busy={command.busy}>
              Add
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}
