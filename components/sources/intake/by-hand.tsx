'use client'

import { Button } from '@/components/ui/button.tsx'
import { ProblemNote } from '@/components/ui/problem-note.tsx'
import { useCommand } from '@/components/ui/use-command.ts'
import { useDraft } from '@/components/ui/use-draft.ts'
import { useOpenedForm } from '@/components/ui/use-opened-form.ts'
import { add } from '@/lib/actions/source.ts'
import type { SourceType } from '@/lib/domain/source/source.ts'
import { EMPTY_SOURCE, SourceFields } from '../source-fields.tsx'
import type { Added } from './use-intake.ts'

type Props = {
  workspaceId: string
  /** What is known already: a kind that was chosen, words that were typed. */
  start: { type?: SourceType | ''; title?: string }
  onAdded: (added: Added) => void
  onCancel: () => void
}

/** A source written down by hand: one that is not on the web, or that no machine can read. A form of its own. */
export function ByHand({ workspaceId, start, onAdded, onCancel }: Props) {
  const key = start.type || 'any'
  const [draft, change, forget] = useDraft(`source.${key}`, { ...EMPTY_SOURCE, ...start })
  const form = useOpenedForm({ focus: true })
  const command = useCommand(add, (shelved) => {
    forget()
    if (shelved) onAdded({ sourceId: shelved.id, existing: shelved.existing, captureId: null })
    else onCancel()
  })
  return (
    <form
      ref={form}
      noValidate
      aria-label="A source by hand"
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        // A dossier's form around this one is not meant.
        event.stopPropagation()
        void command.run({ workspaceId, source: { ...draft, originId: draft.originId || undefined } })
      }}
    >
      <SourceFields value={draft} onChange={change} errors={command.errors} />
      <ProblemNote command={command} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onCancel}>Back</Button>
        <Button type="submit" tone="go" busy={command.busy}>
          Put on the shelf
        </Button>
      </div>
    </form>
  )
}
