'use client'

import { type FormEvent, useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button.tsx'
import { ProblemNote } from '@/components/ui/problem-note.tsx'
import { useCommand } from '@/components/ui/use-command.ts'
import { useDraft } from '@/components/ui/use-draft.ts'
import { useOpenedForm } from '@/components/ui/use-opened-form.ts'
import { amend } from '@/lib/actions/source.ts'
import { formOf } from '@/lib/domain/source/form.ts'
import type { FoundValue } from '@/lib/domain/source/found.ts'
import type { Csl } from '@/lib/domain/source/source.ts'
import { EMPTY_SOURCE, SourceFields, type SourceForm } from '../source-fields.tsx'
import { SameNote } from './same-note.tsx'

/** Corrects the record. What someone changes is accepted by that; the rest waits on, or is accepted along with it. */
export function RecordForm({
  workspaceId,
  sourceId,
  csl,
  unconfirmed,
  found,
  mayMerge,
  onEnd,
}: RecordProps & { onEnd: () => void }) {
  const stored: SourceForm = { ...EMPTY_SOURCE, ...formOf(csl) }
  const base = JSON.stringify(csl)
  const [draft, change, forget] = useDraft(`record.${sourceId}`, { base, form: stored })
  // A draft of a record that has changed since would undo what was filled in meanwhile.
  const value = draft.base === base ? draft.form : stored
  const [same, setSame] = useState<string | null>(null)
  const form = useOpenedForm({ focus: true })
  const waiting = unconfirmed.filter((field) => {
    const name = field as keyof SourceForm
    return value[name] === stored[name]
  })
  const command = useCommand(amend, (answer) => {
    if (answer?.outcome === 'same_as') return setSame(answer.sourceId)
    forget()
    toast('Recorded.')
    onEnd()
  })

  function save(event: FormEvent | null, left: string[]) {
    event?.preventDefault()
    setSame(null)
    const { contact: _, reliability: __, gradeReason: ___, originId: ____, ...record } = value
    void command.run({ workspaceId, sourceId, record: { ...record, unconfirmed: left } })
  }

  return (
    <div className="flex flex-col gap-3">
      <form
        ref={form}
        noValidate
        aria-label="Edit the record"
        className="flex flex-col gap-4 rounded-lg border border-line bg-sheet p-4"
        onSubmit={(event) => save(event, waiting)}
      >
        <SourceFields
          recordOnly
          value={value}
          unconfirmed={waiting}
          found={found}
          errors={command.errors}
          onChange={(patch) => change({ base, form: { ...value, ...patch } })}
        />
        <ProblemNote command={command} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button
            onClick={() => {
              forget()
              onEnd()
            }}
          >
            Cancel
          </Button>
          {waiting.length > 0 && (
            <Button busy={command.busy} onClick={() => save(null, [])}>
              Record and accept all
            </Button>
          )}
          <Button type="submit" tone="go" busy={command.busy}>
            Record
          </Button>
        </div>
      </form>
      {same && <SameNote {...{ workspaceId, sourceId, same, mayMerge }} />}
    </div>
  )
}

export type RecordProps = {
  workspaceId: string
  sourceId: string
  csl: Csl
  unconfirmed: string[]
  found: FoundValue[]
  mayAmend: boolean
  mayMerge: boolean
}
