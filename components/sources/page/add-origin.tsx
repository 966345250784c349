'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button.tsx'
import { SelectField } from '@/components/ui/field.tsx'
import { ProblemNote } from '@/components/ui/problem-note.tsx'
import { useCommand } from '@/components/ui/use-command.ts'
import { setOrigin } from '@/lib/actions/source.ts'
import { ORIGIN_KIND_LABEL, ORIGIN_KINDS, type OriginKind } from '@/lib/domain/source/derivation.ts'
import type { SourceName } from '@/lib/view/shelf.ts'
import { ShelfPicker } from '../shelf/picker.tsx'
import { focusPart } from './focus-part.ts'

const KINDS = ORIGIN_KINDS.map((kind) => [kind, ORIGIN_KIND_LABEL[kind]] as const)

/** Says what this source derives from, and how. */
export function AddOrigin({ workspaceId, sourceId }: { workspaceId: string; sourceId: string }) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [kind, setKind] = useState<OriginKind>('repeats')
  const [other, setOther] = useState<SourceName | null>(null)
  const command = useCommand(setOrigin, () => {
    toast('Recorded: both count as one origin.')
    setOpen(false)
    setOther(null)
    focusPart('origin')
    router.refresh()
  })
  if (!open)
    return (
      <Button small className="self-start" onClick={() => setOpen(true)}>
        It derives from another…
      </Button>
    )
  return (
    <form
      aria-label="What this source derives from"
      className="grid gap-3 rounded-lg border border-line bg-sheet p-3 sm:grid-cols-[150px_minmax(0,1fr)]"
      onSubmit={(event) => {
        event.preventDefault()
        if (other) void command.run({ workspaceId, sourceId, originId: other.id, kind })
      }}
    >
      <SelectField
        label="This source"
        name="kind"
        value={kind}
        onChange={setKind}
        options={KINDS}
        error={command.errors.kind}
      />
      <ShelfPicker {...{ workspaceId, except: sourceId }} label="Which other" chosen={other} onChoose={setOther} />
      <div className="sm:col-span-2">
        <ProblemNote command={command} />
        <div className="flex gap-2">
          <Button type="submit" tone="go" busy={command.busy} disabled={other === null}>
            Record
          </Button>
          <Button
            onClick={() => {
              setOpen(false)
              focusPart('origin')
            }}
          >
            Cancel
          </Button>
        </div>
      </div>
    </form>
  )
}
