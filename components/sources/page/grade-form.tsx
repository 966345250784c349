'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button.tsx'
import { SelectField, TextField } from '@/components/ui/field.tsx'
import { ProblemNote } from '@/components/ui/problem-note.tsx'
import { useCommand } from '@/components/ui/use-command.ts'
import { useDraft } from '@/components/ui/use-draft.ts'
import { grade } from '@/lib/actions/source.ts'
import { RELIABILITIES, RELIABILITY_LABEL, type Reliability } from '@/lib/domain/check/scale.ts'
import { focusPart } from './focus-part.ts'

const GRADES = RELIABILITIES.map((code) => [code, `${code} · ${RELIABILITY_LABEL[code]}`] as const)

/** Grades a source again, with a reason; the grades before stay in its history. */
export function GradeForm({ workspaceId, sourceId }: { workspaceId: string; sourceId: string }) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [{ reliability, reason }, change, forget] = useDraft<{ reliability: Reliability | ''; reason: string }>(
    `grade.${sourceId}`,
    { reliability: '', reason: '' },
  )
  const command = useCommand(grade, () => {
    forget()
    setOpen(false)
    focusPart('reliability')
    toast('Graded.')
    router.refresh()
  })
  if (!open && !reliability && !reason)
    return (
      <Button small className="self-start" onClick={() => setOpen(true)}>
        Grade it…
      </Button>
    )
  return (
    <form
      className="mt-1 flex flex-col gap-3 rounded-lg border border-line bg-sheet p-3"
      aria-label="Grade the source again"
      onSubmit={(event) => {
        event.preventDefault()
        void command.run({ workspaceId, sourceId, reliability, reason })
      }}
    >
      <SelectField
        label="New grade"
        name="reliability"
        value={reliability}
        onChange={(chosen) => change({ reliability: chosen })}
        options={GRADES}
        empty="Choose…"
        error={command.errors.reliability}
      />
      <TextField
        label="Reason"
        name="reason"
        required
        value={reason}
        onChange={(typed) => change({ reason: typed })}
        error={command.errors.reason}
      />
      <ProblemNote command={command} />
      <div className="flex gap-2">
        <Button type="submit" tone="go" busy={command.busy}>
          Grade
        </Button>
        <Button
          onClick={() => {
            forget()
            setOpen(false)
            focusPart('reliability')
          }}
        >
          Cancel
        </Button>
      </div>
    </form>
  )
}
