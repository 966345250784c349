'use client'

import type { FormEvent } from 'react'
import { toast } from 'sonner'
import { useGalley } from '@/components/article/article-context.ts'
import { Button } from '@/components/ui/button.tsx'
import { TextField } from '@/components/ui/field.tsx'
import { ProblemNote } from '@/components/ui/problem-note.tsx'
import { useCommand } from '@/components/ui/use-command.ts'
import { useDraft } from '@/components/ui/use-draft.ts'
import { useOpenedForm } from '@/components/ui/use-opened-form.ts'
import { assignClaim } from '@/lib/actions/assignment.ts'
import { type ClaimSummary, claimKey } from '@/lib/domain/claim/claim.ts'

type Props = { claim: ClaimSummary; assigneeId: string; onClose: () => void }

/** What someone is to do with the claim, where that needs saying; Enter assigns it without. */
export function AssignForm({ claim, assigneeId, onClose }: Props) {
  const { article, nameOf, refresh } = useGalley()
  const [{ note }, change, forget] = useDraft(`assign.${claim.id}.${assigneeId}`, { note: '' })
  const form = useOpenedForm({ focus: true })
  const name = nameOf(assigneeId)
  const command = useCommand(assignClaim, (value) => {
    forget()
    onClose()
    const key = claimKey(claim.number)
    toast(value?.outcome === 'already' ? `${name} has ${key} already.` : `${key} is assigned to ${name}.`)
    refresh()
  })
  function submit(event: FormEvent) {
    event.preventDefault()
    void command.run({ articleId: article.id, claimId: claim.id, assigneeId, note })
  }
  return (
    <form
      ref={form}
      aria-label="Assign the claim"
      noValidate
      onSubmit={submit}
      className="mt-2 flex flex-col gap-2 rounded-lg border border-line bg-sheet p-3"
    >
      <TextField
        label={`Note for ${name}`}
        name="note"
        hint="What to look for. May stay empty."
        value={note}
        onChange={(typed) => change({ note: typed })}
        error={command.errors.note}
      />
      <ProblemNote command={command} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button small onClick={onClose}>
          Do not assign
        </Button>
        <Button small type="submit" tone="go" busy={command.busy}>
          Assign to {name}
        </Button>
      </div>
    </form>
  )
}
