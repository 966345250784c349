'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/field'
import { ProblemNote } from '@/components/ui/problem-note'
import { useCommand } from '@/components/ui/use-command'
import { merge, part } from '@/lib/actions/source'

type Props = { workspaceId: string; sourceId: string; intoId: string; open?: boolean }

/**
 * Says that two entries are one source; asked twice, for it changes what is counted. Not a form of its own, so that it
 * can stand within one.
 */
export function MergeForm({ workspaceId, sourceId, intoId, open = false }: Props) {
  const router = useRouter()
  const [asking, setAsking] = useState(open)
  const [reason, setReason] = useState('')
  const command = useCommand(merge, () => {
    toast('Merged. Its citations count there now; “Take apart” undoes it.')
    router.push(`/sources/${intoId}`)
    router.refresh()
  })
  if (!asking)
    return (
      <Button small onClick={() => setAsking(true)}>
        Merge into that one
      </Button>
    )
  return (
    <fieldset className="flex w-full flex-col gap-2 rounded-md border border-line p-3">
      <legend className="px-1 text-[13px] font-medium">Merge into that one</legend>
      <p className="text-[13px] text-ink2">
        Both entries stay in the record; citations of this one are told and counted as that one’s.
      </p>
      <TextField label="Reason" name="mergeReason" value={reason} onChange={setReason} error={command.errors.reason} />
      <ProblemNote command={command} />
      <div className="flex gap-2">
        <Button
          small
          tone="go"
          busy={command.busy}
          onClick={() => void command.run({ workspaceId, sourceId, intoId, reason })}
        >
          Merge
        </Button>
        {!open && (
          <Button small onClick={() => setAsking(false)}>
            Cancel
          </Button>
        )}
      </div>
    </fieldset>
  )
}

/** Undoes a merge: the entry stands by itself again, with its own citations. */
export function PartButton({ workspaceId, sourceId, title }: { workspaceId: string; sourceId: string; title: string }) {
  const router = useRouter()
  const command = useCommand(part, () => {
    toast('Taken apart. It stands on the shelf by itself again.')
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
        Take apart
      </Button>
      <ProblemNote command={command} />
    </>
  )
}
