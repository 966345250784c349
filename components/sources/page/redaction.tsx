'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button.tsx'
import { RedactDialog } from '@/components/ui/redact-dialog.tsx'
import { useCommand } from '@/components/ui/use-command.ts'
import { redactReason, redactSnapshot, redactSource } from '@/lib/actions/redaction.ts'
import { type ShelfReason, SOURCE_FIELDS, type SourceField } from '@/lib/domain/desk/redaction.ts'

type FieldProps = {
  workspaceId: string
  sourceId: string
  /** Those that hold something, now or before. */
  fields: readonly SourceField[]
}

/** Takes one field of a source's record away, for an owner. */
export function RedactField({ workspaceId, sourceId, fields }: FieldProps) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  // Chosen by hand: what goes is gone for good.
  const [wanted, setField] = useState<SourceField | ''>('')
  const field = fields.find((name) => name === wanted)
  const command = useCommand(redactSource, (value) => {
    setOpen(false)
    setReason('')
    setField('')
    if (field)
      toast(value?.outcome === 'already' ? 'There was nothing to redact.' : `${SOURCE_FIELDS[field]}: redacted.`)
    router.refresh()
  })
  if (fields.length === 0) return <p className="text-[13px] text-ink3">Nothing of this record is left to redact.</p>
  return (
    <>
      <Button tone="quiet" className="-ml-2.5 self-start" onClick={() => setOpen(true)}>
        Redact a field…
      </Button>
      <RedactDialog
        open={open}
        onClose={() => setOpen(false)}
        title="Redact a field of this record?"
        goes="the field, from this record and all earlier states of it."
        reason={reason}
        onReason={setReason}
        command={command}
        onSubmit={() => field && void command.run({ workspaceId, sourceId, field, reason })}
      >
        <label className="flex flex-col gap-1 font-medium text-[13px] text-ink2">
          Field
          <select
            name="field"
            required
            className="w-full rounded-[7px] border border-line bg-raise px-2.5 py-1.5 text-ink"
            value={field ?? ''}
            onChange={(event) => setField(event.target.value as SourceField)}
          >
            <option value="" disabled>
              Choose the field that goes
            </option>
            {fields.map((name) => (
              <option key={name} value={name}>
                {SOURCE_FIELDS[name]}
              </option>
            ))}
          </select>
        </label>
      </RedactDialog>
    </>
  )
}

/** Takes away what a snapshot says, with its file, for an owner. */
export function RedactSnapshot({ workspaceId, snapshotId }: { workspaceId: string; snapshotId: string }) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const command = useCommand(redactSnapshot, () => {
    setOpen(false)
    setReason('')
    toast('The snapshot was redacted.')
    router.refresh()
  })
  return (
    <>
      <Button small tone="quiet" onClick={() => setOpen(true)}>
        Redact…
      </Button>
      <RedactDialog
        open={open}
        onClose={() => setOpen(false)}
        title="Redact this snapshot?"
        goes="its text, its headers, its file’s name, and its bytes where no other snapshot is the same. Quotes of it stay, and are redacted on their claims."
        reason={reason}
        onReason={setReason}
        command={command}
        onSubmit={() => void command.run({ workspaceId, snapshotId, reason })}
      />
    </>
  )
}

/** Takes away why a source was graded as it was, for an owner. */
export function RedactReason({ workspaceId, what, id }: { workspaceId: string; what: ShelfReason; id: string }) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const command = useCommand(redactReason, () => {
    setOpen(false)
    setReason('')
    toast('The reason was redacted.')
    router.refresh()
  })
  return (
    <>
      <Button small tone="quiet" className="-ml-2 self-start" onClick={() => setOpen(true)}>
        Redact reason…
      </Button>
      <RedactDialog
        open={open}
        onClose={() => setOpen(false)}
        title={`Redact the reason of this ${what}?`}
        goes={`the reason. The ${what} stays.`}
        reason={reason}
        onReason={setReason}
        command={command}
        onSubmit={() => void command.run({ workspaceId, what, id, reason })}
      />
    </>
  )
}
