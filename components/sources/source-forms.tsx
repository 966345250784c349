'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button'
import { SelectField, TextField } from '@/components/ui/field'
import { ProblemNote } from '@/components/ui/problem-note'
import { useCommand } from '@/components/ui/use-command'
import { useDraft } from '@/components/ui/use-draft'
import { grade, setOrigin } from '@/lib/actions/source'
import { RELIABILITIES, RELIABILITY_LABEL, type Reliability } from '@/lib/domain/scale'

const GRADES = RELIABILITIES.map((code) => [code, `${code} · ${RELIABILITY_LABEL[code]}`] as const)
const FORM = 'mt-3 flex flex-col items-start gap-3 rounded-lg border border-line bg-sheet p-3'

/** Grades a source anew, with a reason; the grades before stay in its history. */
export function GradeForm({ workspaceId, sourceId }: { workspaceId: string; sourceId: string }) {
  const router = useRouter()
  const [{ reliability, reason }, change, forget] = useDraft<{ reliability: Reliability | ''; reason: string }>(
    `grade.${sourceId}`,
    { reliability: '', reason: '' },
  )
  const command = useCommand(grade, () => {
    forget()
    toast('Graded.')
    router.refresh()
  })
  return (
    <form
      className={FORM}
      aria-label="Grade the source anew"
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
      <Button type="submit" busy={command.busy}>
        Grade
      </Button>
    </form>
  )
}

type OriginProps = { workspaceId: string; sourceId: string; originId: string; others: { id: string; title: string }[] }

/** Says which source this one repeats. */
export function OriginForm({ workspaceId, sourceId, originId, others }: OriginProps) {
  const router = useRouter()
  const [chosen, setChosen] = useState(originId)
  const command = useCommand(setOrigin, () => {
    toast('Recorded.')
    router.refresh()
  })
  return (
    <form
      className={FORM}
      aria-label="Set the origin"
      onSubmit={(event) => {
        event.preventDefault()
        void command.run({ workspaceId, sourceId, originId: chosen || null })
      }}
    >
      <SelectField
        label="This source repeats"
        name="originId"
        value={chosen}
        onChange={setChosen}
        options={others.map(({ id, title }) => [id, title] as const)}
        empty="nothing: it stands on its own"
      />
      <ProblemNote command={command} />
      <Button type="submit" busy={command.busy} disabled={chosen === originId}>
        Set
      </Button>
    </form>
  )
}
