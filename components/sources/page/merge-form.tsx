'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button.tsx'
import { TextField } from '@/components/ui/field.tsx'
import { ProblemNote } from '@/components/ui/problem-note.tsx'
import { useCommand } from '@/components/ui/use-command.ts'
import { useDraft } from '@/components/ui/use-draft.ts'
import { useOpenedForm } from '@/components/ui/use-opened-form.ts'
import { merge, part } from '@/lib/actions/source.ts'
import { decideMerge } from '@/lib/domain/source/merge.ts'

type Props = {
  workspaceId: string
  sourceId: string
  intoId: string
  /** Entries merged into this one already, as far as the page knows. */
  merged?: readonly { id: string }[]
  open?: boolean
}

/** Says that two entries are one source; asked twice, for it changes what is counted. Where it can't be, the reason. */
export function MergeForm({ workspaceId, sourceId, intoId, merged = [], open = false }: Props) {
  const [asking, setAsking] = useState(open)
  const merges = merged.map(({ id }) => ({ sourceId: id, intoId: sourceId }))
  const decided = decideMerge(sourceId, intoId, merges)
  if ('why' in decided) return <p className="text-[13px] text-ink2">{decided.why}</p>
  if (!asking)
    return (
      <Button small onClick={() => setAsking(true)}>
        Merge into that one
      </Button>
    )
  return <AskedMerge {...{ workspaceId, sourceId, intoId }} onCancel={open ? undefined : () => setAsking(false)} />
}

type AskedProps = Pick<Props, 'workspaceId' | 'sourceId' | 'intoId'> & { onCancel: (() => void) | undefined }

function AskedMerge({ workspaceId, sourceId, intoId, onCancel }: AskedProps) {
  const router = useRouter()
  const [{ reason }, change, forget] = useDraft(`merge.${sourceId}.${intoId}`, { reason: '' })
  const form = useOpenedForm({ focus: true, ...(onCancel && { onEscape: onCancel }) })
  const command = useCommand(merge, () => {
    forget()
    toast('Merged. Its citations count there now; “Unmerge” undoes it.')
    router.push(`/sources/${intoId}`)
    router.refresh()
  })
  function submit(event: FormEvent) {
    event.preventDefault()
    void command.run({ workspaceId, sourceId, intoId, reason })
  }
  return (
    <form
      ref={form}
      aria-label="Merge into that one"
      noValidate
      onSubmit={submit}
      className="flex w-full flex-col gap-2 rounded-md border border-line p-3"
    >
      <p className="text-[13px] font-medium">Merge into that one</p>
      <p className="text-[13px] text-ink2">
        Both entries stay in the record; citations of this one are shown and counted as that one’s.
      </p>
      <TextField
        label="Reason"
        name="reason"
        value={reason}
        onChange={(typed) => change({ reason: typed })}
        error={command.errors.reason}
      />
      <ProblemNote command={command} />
      <div className="flex gap-2">
        <Button small type="submit" tone="go" busy={command.busy}>
          Merge
        </Button>
        {onCancel && (
          <Button small onClick={onCancel}>
            Cancel
          </Button>
        )}
      </div>
    </form>
  )
}

/** Undoes a merge: the entry counts by itself again, with its own citations. */
export function PartButton({ workspaceId, sourceId, title }: { workspaceId: string; sourceId: string; title: string }) {
  const router = useRouter()
  const command = useCommand(part, () => {
    toast('Unmerged. It is on the shelf by itself again.')
    router.refresh()
  })
  return (
    <>
      <Button
        small
        busy={command.busy}
        aria-label={`Take “${title}” apart`}
        onClick={() => void command.run({ workspaceId, sourceId })}
      >
        Unmerge
      </Button>
      <ProblemNote command={command} />
    </>
  )
}
