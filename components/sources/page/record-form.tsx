'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button.tsx'
import { ProblemNote } from '@/components/ui/problem-note.tsx'
import { useCommand } from '@/components/ui/use-command.ts'
import { useDraft } from '@/components/ui/use-draft.ts'
import { useOpenedForm } from '@/components/ui/use-opened-form.ts'
import { amend } from '@/lib/actions/source.ts'
import { FIELD_LABEL, type FilledField } from '@/lib/domain/source/fill.ts'
import { formOf, mergedForm, recordKey } from '@/lib/domain/source/form.ts'
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
  // What was typed over a record that has changed since goes into the new one, field by field.
  const { form: value, both } = mergedForm(formOf(JSON.parse(draft.base) as Csl), formOf(csl), draft.form)
  const [same, setSame] = useState<string | null>(null)
  const [changed, setChanged] = useState(false)
  const router = useRouter()
  const form = useOpenedForm({ focus: true })
  const waiting = unconfirmed.filter((field) => {
    const name = field as keyof SourceForm
    return value[name] === stored[name]
  })
  const command = useCommand(amend, (answer) => {
    if (answer?.outcome === 'same_as') return setSame(answer.sourceId)
    setChanged(answer?.outcome === 'changed')
    if (answer?.outcome === 'changed') return router.refresh()
    forget()
    toast('Recorded.')
    onEnd()
  })

  function save(event: FormEvent | null, left: string[]) {
    event?.preventDefault()
    setSame(null)
    const { contact: _, reliability: __, gradeReason: ___, originId: ____, ...record } = value
    void command.run({ workspaceId, sourceId, seen: recordKey(csl), record: { ...record, unconfirmed: left } })
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
          onChange={(patch) => change({ base: both.length > 0 ? draft.base : base, form: { ...value, ...patch } })}
        />
        {(changed || both.length > 0) && (
          <div role="alert" className="rounded-r-md border-l-[3px] border-sta bg-hover px-3 py-2 text-[13px] text-ink2">
            <p>
              Someone changed this record while you were typing. Nothing of yours was recorded yet; what they changed is
              in the form now, beside what you typed.
            </p>
            <ul className="mt-1">
              {both.map((field) => (
                <li key={field} className="[overflow-wrap:anywhere]">
                  {FIELD_LABEL[field as FilledField] ?? field}: it is now <b>{stored[field] || 'empty'}</b>; yours
                  replaces it.
                </li>
              ))}
            </ul>
          </div>
        )}
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
